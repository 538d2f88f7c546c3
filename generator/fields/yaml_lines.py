"""The lines of front matter that cannot be read, as the person who wrote them sees them: keys, values, list items.

This reading never fails. It serves `yaml_mistakes`, and knows no more YAML than people write.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.fields.mistakes import CLOSES, closed_bracket

_KEY = re.compile(r"""("[^"\n]*"|'[^'\n]*'|[^\s"':\[\]{}#&*!|>%@`,-](?:[^:\n]|:(?=[^ \t\n]))*?)[ \t]*:(?=[ \t]|$)""")
BLOCK_TEXT = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(#.*)?")
_DOUBLE, _SINGLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), re.compile(r"'(?:[^']|'')*'", re.DOTALL)


class Line(NamedTuple):
    """One line: after its indent and the dashes of a list comes a key with a value, or a value alone.

    `start` and `value_at` count from the start of the text, `indent` and `column` from that of the line.
    """

    start: int
    indent: int
    dashes: tuple[int, ...]
    column: int
    key: str
    value: str
    value_at: int
    text: str
    after_blank: bool

    @property
    def is_open(self) -> bool:
        """Whether the value is still to come, indented on the lines below."""
        return not self.value or self.value.startswith("#")

    @property
    def is_plain(self) -> bool:
        """Whether the value is a text without quotes or brackets."""
        return not self.is_open and self.value[0] not in "\"'[{|>&*!%@`"


class Block(NamedTuple):
    """Keys or list items that start in one column."""

    column: int
    kind: Literal["keys", "list"]
    last: str


class Place(NamedTuple):
    """A line with what is open above it, the outermost first; `above` is the last line with a key or a dash.

    `stumbled` is where in the text the reading stopped, which is at a mistake or below it.
    """

    line: Line
    blocks: tuple[Block, ...]
    above: Line | None
    stumbled: int


def places(text: str, stumbled: int) -> Iterator[Place]:
    """The lines up to where the reading stumbled that start something.

    Those that go on with a text in quotes, brackets or a block are passed over.
    """
    blocks: tuple[Block, ...] = ()
    above: Line | None = None
    end, after_blank, begun = 0, False, False
    for start, raw in _raw_lines(text):
        if start < end or not raw.strip(" ") or raw.lstrip(" ").startswith("#"):
            after_blank = begun and not raw.strip()
            continue
        begun = True
        line = read_line(raw, start, after_blank=after_blank)
        after_blank = False
        if above and _goes_on(line, above):
            continue
        if line.start > stumbled:
            break
        yield Place(line, blocks, above, stumbled)
        blocks, above = _opened(blocks, line), line
        end = _end_of_value(text, line)


def read_line(raw: str, start: int, *, after_blank: bool = False) -> Line:
    """Take one line apart."""
    indent = column = len(raw) - len(raw.lstrip(" "))
    dashes = []
    while raw[column : column + 2] in ("- ", "-"):
        dashes.append(column)
        column += 1
        column += len(raw[column:]) - len(raw[column:].lstrip(" "))
    found = _KEY.match(raw, column)
    value_at = found.end() if found else column
    value_at += len(raw[value_at:]) - len(raw[value_at:].lstrip(" \t"))
    return Line(
        start=start,
        indent=indent,
        dashes=tuple(dashes),
        column=column,
        key=found[1] if found else "",
        value=raw[value_at:].rstrip(" \t"),
        value_at=start + value_at,
        text=raw.strip(" \t"),
        after_blank=after_blank,
    )


def closed_quote(text: str, at: int) -> int | None:
    """Where the quotation mark at a place is closed: the place after the closing one, or None."""
    found = (_DOUBLE if text[at] == '"' else _SINGLE).match(text, at)
    return found.end() if found else None


def end_of_quote(text: str, at: int, before: str) -> int:
    """Where a text in quotes ends that starts at this place of a list; the place itself where none does."""
    if text[at] not in "\"'" or before not in ("[", "{", ",", ":"):
        return at
    return closed_quote(text, at) or len(text)


def key_below(text: str, line: Line, end: int) -> bool:
    """Whether a key starts between a line and a place, no further in than the line's own.

    Nothing that belongs to a text in quotes is written like that.
    """
    lines = _raw_lines(text, line.start)
    next(lines)
    below = ((raw, len(raw) - len(raw.lstrip(" -"))) for at, raw in lines if at < end)
    return any(
        column <= line.column and raw[column:][:1].isalpha() and _KEY.match(raw, column) for raw, column in below
    )


def _raw_lines(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The lines from a place on, each with where it starts."""
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        start = end + 1


def _goes_on(line: Line, above: Line) -> bool:
    """Whether a line is more of the unquoted value above it."""
    return above.is_plain and not line.key and not line.dashes and line.indent > above.column - bool(not above.key)


def _opened(blocks: tuple[Block, ...], line: Line) -> tuple[Block, ...]:
    found = [block for block in blocks if block.column <= line.indent]
    for column in line.dashes:
        if not (found and found[-1].kind == "list" and found[-1].column == column):
            found.append(Block(column, "list", ""))
    if line.key:
        while found and found[-1].kind == "list" and found[-1].column == line.column:
            found.pop()
        if found and found[-1].kind == "keys" and found[-1].column == line.column:
            found.pop()
        found.append(Block(line.column, "keys", line.key))
    return tuple(found)


def _end_of_value(text: str, line: Line) -> int:
    """The place up to which lines belong to the value."""
    if line.is_open:
        return 0
    sign = line.value[0]
    if sign in "\"'":
        return closed_quote(text, line.value_at) or 0
    if sign in CLOSES:
        return closed_bracket(text, line.value_at, end_of_quote) or 0
    if BLOCK_TEXT.fullmatch(line.value):
        start, raw = text_lines(text, line)[-1]
        return start + len(raw)
    return 0


def text_lines(text: str, line: Line) -> list[tuple[int, str]]:
    """The lines of the text that starts below a line with | or >, that line first, each with where it starts."""
    least = line.column if line.key else line.dashes[-1] if line.dashes else 0
    lines = _raw_lines(text, line.value_at)
    found = [next(lines)]
    for start, raw in lines:
        if raw.strip() and len(raw) - len(raw.lstrip(" ")) <= least:
            break
        found.append((start, raw))
    return found
