"""What the owner of a new site has to replace before publishing it, taken from the starter's own files."""

import re
from typing import NamedTuple

from generator.author import parse_author
from generator.company import parse_company
from generator.markup import MarkupOptions
from generator.starter import EXAMPLE_OWNER, NewSite, starter_files
from generator.story import Story, parse_story

_INSTRUCTION = re.compile(r"^(?:Write|Say) here\b.*", re.MULTILINE)
_OPENING_WORDS = 3


class Placeholders(NamedTuple):
    """`authors` and `companies` are names; `openings` are the first words of paragraphs that tell the owner what to
    write; `stories` are made up. `owner` is whose account on GitHub an example address names."""

    authors: frozenset[str]
    companies: frozenset[str]
    openings: frozenset[tuple[str, ...]]
    stories: tuple[Story, ...]
    owner: str


def placeholders() -> Placeholders:
    """The placeholders of a site that nobody has edited yet. Reads the starter's files."""
    example = NewSite(title="Example", url=f"https://{EXAMPLE_OWNER}.github.io/x/", site_id="x", requirement="")
    files, options = starter_files(example), MarkupOptions()

    def below(folder: str) -> list[tuple[str, str]]:
        return [(text, path) for path, text in files.items() if path.startswith(f"content/{folder}/")]

    return Placeholders(
        authors=frozenset(parse_author(text, path, options).name for text, path in below("authors")),
        companies=frozenset(parse_company(text, path, options).name for text, path in below("companies")),
        openings=frozenset(
            tuple(found[0].split()[:_OPENING_WORDS])
            for text, _ in (*below("authors"), *below("pages"))
            for found in _INSTRUCTION.finditer(text)
        ),
        stories=tuple(parse_story(text, path, options) for text, path in below("stories")),
        owner=EXAMPLE_OWNER,
    )
