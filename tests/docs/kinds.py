"""The kinds of content file: where docs/reference/front-matter.md lists their keys, and how one is parsed."""

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.author import parse_author
from generator.comment import parse_comment
from generator.company import parse_company
from generator.errors import Problem
from generator.markup import MarkupOptions
from generator.page import parse_page
from generator.story import parse_story
from generator.tag import parse_tag


class Kind(NamedTuple):
    """A kind of content file: the title of its section, the path of an example, its parser, and a line that it needs."""

    title: str
    source: str
    parse: Callable[..., object]
    needed: str = ""

    def problems(self, head: str) -> tuple[Problem, ...]:
        """The problems of a file with this front matter and with everything else that it needs."""
        key = self.needed.partition(":")[0]
        if key and not re.search(f"^{key}:", head, re.MULTILINE):
            head = f"{self.needed}\n{head}"
        return self.problems_of(head.strip())

    def problems_of(self, head: str) -> tuple[Problem, ...]:
        """The problems of a file with just this front matter."""
        parsed = self.parse(f"---\n{head}\n---\n\nIt went like this.\n", self.source, MarkupOptions())
        found: tuple[Problem, ...] = parsed.problems  # type: ignore[attr-defined]
        return found


COMMENT = "content/comments/2026-05-04-shoes/2026-05-06-bram.md"
KINDS = (
    Kind("Keys of a story", "content/stories/2026-05-04-shoes.md", parse_story, "title: A title"),
    Kind("Keys of a company", "content/companies/acme.md", parse_company),
    Kind("Keys of an author", "content/authors/dana.md", parse_author),
    Kind("Keys of a tag", "content/tags/phone-queues.md", parse_tag),
    Kind("Keys of a page", "content/pages/about.md", parse_page, "title: A title"),
    Kind("Keys of a comment", COMMENT, parse_comment, "author: Bram"),
)
