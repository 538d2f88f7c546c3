"""A text as Python-Markdown will cut it: blocks between blank lines, fenced code left out.

Made for the guards, so that two things matter: linear time, and never to leave out what will be read as Markdown.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+[\w#.+-]*+[ \t]*+")
# Fences with attributes may or may not count as fences: too fine a question to be answered twice.
_UNCERTAIN_FENCE = re.compile(r"^(?:```|~~~)[^\n]*?(?:\{|hl_lines)", re.MULTILINE)


class Block(NamedTuple):
    """Lines with no blank one between them; `offset` is the place of the first character in the text."""

    offset: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in its order, without fenced code."""
    lines = text.split("\n")
    fenced = frozenset[int]() if _UNCERTAIN_FENCE.search(text) else _fenced(lines)
    gathered: list[str] = []
    offset = start = 0
    for number, line in enumerate([*lines, ""]):
        if number not in fenced and line.strip():
            start = start if gathered else offset
            gathered.append(line)
        elif gathered:
            yield Block(start, "\n".join(gathered))
            gathered = []
        offset += len(line) + 1


def without_fences(text: str) -> str:
    """The text with its fenced code blanked, line by line; empty where it is not certain what is fenced."""
    if _UNCERTAIN_FENCE.search(text):
        return ""
    lines = text.split("\n")
    fenced = _fenced(lines)
    return "\n".join("" if number in fenced else line for number, line in enumerate(lines))


def _fenced(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that fenced code takes, its fences included."""
    fences = {number: match[1] for number, line in enumerate(lines) if (match := _FENCE.fullmatch(line))}
    closing: dict[str, list[int]] = defaultdict(list)
    for number, fence in fences.items():
        if lines[number].rstrip() == fence:
            closing[fence].append(number)
    taken: set[int] = set()
    end = -1
    for number, fence in fences.items():
        ends = closing[fence]
        place = bisect_right(ends, number)
        if number > end and place < len(ends):
            end = ends[place]
            taken.update(range(number, end + 1))
    return frozenset(taken)
