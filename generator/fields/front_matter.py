"""A content file's text cut into front matter and body, with positions kept.

python-frontmatter does the reading; its handler is ours, since the stock one guesses types, lets the last of two
equal keys win, loses line numbers, and takes a file that starts with a byte order mark for one without front matter.
"""

from typing import Any, cast

import frontmatter  # type: ignore[import-untyped, unused-ignore]
import msgspec
from frontmatter.default_handlers import BaseHandler  # type: ignore[import-untyped, unused-ignore]

from generator.errors import Location, Problem
from generator.fields.fences import FENCE, START, missing_closing, missing_opening
from generator.fields.mistakes import Mistake
from generator.fields.node import Mapping
from generator.fields.yaml import parse_yaml

LONGEST = 100_000
"""Characters of front matter; more is a file gone wrong, and named instead of parsed."""


class FrontMatter(msgspec.Struct, frozen=True):
    """A content file in two: its keys, and its body with the line on which the body starts."""

    fields: Mapping
    body: str
    body_line: int
    problems: tuple[Problem, ...]


class _LocatingHandler(BaseHandler):  # type: ignore[misc, unused-ignore]
    """Splits one text at its fences and composes nodes; remembers where things stood."""

    FM_BOUNDARY = FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, path: str, skipped_lines: int) -> None:
        super().__init__()
        self.path, self.skipped_lines = path, skipped_lines
        self.body, self.body_line = "", 1
        self.problems: tuple[Problem, ...] = ()
        self.mapping = Mapping((), 1, 1)

    def split(self, text: str) -> tuple[str, str]:
        """Raises ValueError where there is no front matter, as python-frontmatter expects."""
        opening = FENCE.match(text)
        closing = FENCE.search(text, opening.end()) if opening else None
        if opening is None or closing is None:
            self.body, self.body_line = text, self.skipped_lines + 1
            first_line = self.skipped_lines + 1
            mistake = missing_closing(text, first_line=first_line) if opening else missing_opening(text)
            self.problems = (self._problem(text, mistake),)
            raise ValueError
        after = text[closing.end() :]
        body = after.lstrip("\n")
        self.body = body
        self.body_line = self.skipped_lines + 1 + text.count("\n", 0, closing.end()) + len(after) - len(body)
        return text[opening.end() : closing.start()], body

    def load(self, fm: str) -> dict[str, Any]:
        # The first character of `fm` is the newline that ends the opening fence, so its line is the fence's.
        first_line = self.skipped_lines + 1
        if len(fm) > LONGEST:
            at = Location(self.path, first_line, 1)
            message = f"the front matter is {len(fm):,} characters long; the limit is {LONGEST:,}."
            self.problems = (Problem(at, message, "Check that a line --- closes it."),)
            return {}
        self.mapping, self.problems = parse_yaml(fm, path=self.path, first_line=first_line)
        return {entry.key: entry.value for entry in self.mapping.entries}

    def _problem(self, text: str, mistake: Mistake) -> Problem:
        line = self.skipped_lines + 1 + text.count("\n", 0, mistake.at)
        column = mistake.at - text.rfind("\n", 0, mistake.at)
        return Problem(Location(self.path, line, column), mistake.message, mistake.hint)


def parse_front_matter(text: str, *, path: str) -> FrontMatter:
    """Cut a content file's text in two. Line ends of all systems and a byte order mark are understood.

    Never raises: what cannot be read is a problem, and the mapping is then empty.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    start = text.lstrip()  # as python-frontmatter does, which counts no lines
    if not start:
        problem = Problem(Location(path, 1, 1), "the file is empty.", START)
        return FrontMatter(Mapping((), 1, 1), "", 1, (problem,))
    handler = _LocatingHandler(path, text.count("\n", 0, len(text) - len(start)))
    cast(Any, frontmatter).parse(start, handler=handler)
    return FrontMatter(handler.mapping, handler.body, handler.body_line, handler.problems)
