"""The text as it is parsed: cleaned of what no page can hold, and able to say on which line a thing stands."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from generator.errors import Location

# Control characters, lone surrogates and noncharacters. XML knows none of them, so that one would break every feed;
# Python-Markdown marks its own places with U+0002 and U+0003, and typography.py its bounds with U+FDD0 and after.
_PLANE_ENDS = "".join(f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_UNWANTED = re.compile(f"[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
_OTHER_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")  # ends of lines and pages in other programs
_LINE_END = re.compile(r"\r\n?")
_BLANKS_ALONE = re.compile(r"\n[ \t]+(?=\n)")

_MOST_SEARCHED = 100_000_000
"""Characters read to find lines, in a text of many thousand targets; later problems name the file alone."""


def clean(text: str) -> str:
    """The text without characters that no page and no feed can hold. Its lines stay the same lines.

    Lines of blanks become empty, as they are for Markdown, so that the guards see the blocks that it will see.
    """
    if not _is_plain(text):
        text = _OTHER_BREAKS.sub(" ", without_unwanted(_LINE_END.sub("\n", text)))
    return _BLANKS_ALONE.sub("\n", text)


def without_unwanted(text: str) -> str:
    """The text without control characters, lone surrogates and noncharacters."""
    return text if _is_plain(text) else _UNWANTED.sub("", text)


def _is_plain(text: str) -> bool:
    # Quick, and no for some innocent texts too; the expressions take ten times as long.
    return text.replace("\n", "").isprintable()


@dataclass
class Source:
    """A cleaned text with its place. Targets are looked up in the order in which they are asked for.

    With `on_one_line` all of it stands on the first line of the file, whatever lines it has itself.
    """

    path: str
    text: str
    first_line: int = 1
    on_one_line: bool = False
    _cursor: int = field(default=0, init=False)
    _searched: int = field(default=0, init=False)

    @property
    def file(self) -> Location:
        """The file as a whole, for a problem whose line is not known."""
        return Location(self.path)

    def at(self, offset: int) -> Location:
        """The place of the character at an offset of the text."""
        below = 0 if self.on_one_line else bisect_right(self._line_ends, offset - 1)
        return Location(self.path, self.first_line + below)

    def line_of(self, words: str) -> int | None:
        """The line on which these words first stand, if they do."""
        offset = self._find(words, 0)
        return None if offset < 0 else self.at(offset).line

    def line_of_target(self, target: str) -> int | None:
        """The line of a link's or image's target: where it next stands in brackets, else where it first stands."""
        ways = (f"({target})", f"({target} ")
        found = [offset for words in ways if (offset := self._find(words, self._cursor)) >= 0]
        if not found:
            return self.line_of(target)
        self._cursor = min(found) + 1
        return self.at(min(found)).line

    def _find(self, words: str, start: int) -> int:
        if not words or self._searched > _MOST_SEARCHED:
            return -1
        offset = self.text.find(words, start)
        self._searched += (offset if offset >= 0 else len(self.text)) - start
        return offset

    @cached_property
    def _line_ends(self) -> list[int]:
        return [end.start() for end in re.finditer("\n", self.text)]
