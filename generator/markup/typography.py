"""Typographic quotation marks, apostrophes, dashes and ellipses instead of straight signs.

A text is set as a whole, across the elements within it, because a mark opens or closes by what stands beside it and
by what is open: in `"*Hi*," she said` the first sign and the letter after it are in two elements.
"""

import re
from typing import NamedTuple

from generator.markup.quotes import Custom, custom_of

# Signs between texts. Being noncharacters they are in no text (source.py removes them).
INLINE = "\ufdd0"
"""The bound of an element that marks see through: emphasis, a link."""
OPAQUE = "\ufdd1"
"""Something that stands like a word and is not set: code, an image."""
BREAK = "\ufdd2"
"""A space: a line break."""
BLOCK = "\ufdd3"
"""The bound of a paragraph; nothing stays open across it."""

_SIGNS = re.compile(
    rf"""
    (?:https?://|www\.)(?:[^\s<>"{INLINE}-{BLOCK}]*[^\s<>"'.,;:!?){INLINE}-{BLOCK}])?     # an address stays as it is
  | (?P<quote>["'])
  | (?P<dashes>-{{2,}})
  | (?P<dots>\.{{3,}})
  | (?P<block>{BLOCK})
    """,
    re.VERBOSE,
)
_OPENS_AFTER = frozenset(f"([{{<¡¿-–—/\"'«„“‘‚{BREAK}{BLOCK}")
_CLOSES_BEFORE = frozenset(f".,;:!?)]}}>-–—/\"'»”’…{BREAK}{BLOCK}")
_YEAR = re.compile(r"'\d\d(?:s|ers?)?(?![\w'])")
_WORD = re.compile(r"\w+(?!')|n\b")
_APOSTROPHE = "’"
_PRIMES = {'"': "″", "'": "′"}


def set_text(text: str, language: str) -> str:
    """The text with the quotation marks, dashes and ellipses of a language; everything else stays as it is."""
    return _Setter(text, custom_of(language)).set()


class _Open(NamedTuple):
    """An opening mark that waits for its closing one."""

    sign: str
    index: int
    """Where it is among the parts."""
    starts_block: bool


class _Setter:
    """One walk over a text, from sign to sign."""

    def __init__(self, text: str, custom: Custom) -> None:
        self.text = text
        self.custom = custom
        self.parts: list[str] = []
        self.open: list[_Open] = []

    def set(self) -> str:
        end = 0
        for match in _SIGNS.finditer(self.text):
            self.parts.append(self.text[end : match.start()])
            end = match.end()
            self.parts.append(self._mark(match, match.start(), end))
        self._forget(0)
        self.parts.append(self.text[end:])
        return "".join(self.parts)

    def _mark(self, match: re.Match[str], start: int, end: int) -> str:
        sign = match.group()
        match match.lastgroup:
            case "quote":
                return self._quote(sign, start)
            case "dashes":
                return self._dash(sign, self._before(start), self._after(end))
            case "dots":
                return {3: self.custom.ellipsis, 4: f"{self.custom.ellipsis}."}.get(len(sign), sign)
            case "block":
                self._forget(0)
        return sign

    def _quote(self, sign: str, start: int) -> str:
        before, after = self._before(start), self._after(start + 1)
        may_open = before in _OPENS_AFTER or before.isspace()
        may_close = after in _CLOSES_BEFORE or after.isspace()
        is_open = any(mark.sign == sign for mark in self.open)
        if sign == "'" and (not (may_open or may_close) or self._is_elision(start, may_open=may_open)):
            return _PRIMES[sign] if before.isdigit() and after.isdigit() else _APOSTROPHE
        if is_open and (may_close or not may_open):
            return self._close(sign)
        if may_open and not may_close:
            return self._open(sign, starts_block=before == BLOCK)
        if before.isdigit():
            return _PRIMES[sign]  # feet and inches
        if sign == "'":
            return _APOSTROPHE
        return self._open(sign, starts_block=False) if may_open else self.custom.outer[1]

    def _is_elision(self, start: int, *, may_open: bool) -> bool:
        """Whether a `'` before which a quotation could open stands for something left out: '90s, 'tis."""
        if not may_open:
            return False
        word = _WORD.match(self.text, start + 1)
        return _YEAR.match(self.text, start) is not None or (
            word is not None and word.group().lower() in self.custom.elided
        )

    def _open(self, sign: str, *, starts_block: bool) -> str:
        self.open.append(_Open(sign, len(self.parts), starts_block))
        return (self.custom.outer if sign == '"' else self.custom.inner)[0]

    def _close(self, sign: str) -> str:
        index = max(index for index, mark in enumerate(self.open) if mark.sign == sign)
        self._forget(index + 1)
        self.open.pop()
        return (self.custom.outer if sign == '"' else self.custom.inner)[1]

    def _forget(self, first: int) -> None:
        """Wait no longer for the marks from this one on. A `'` that nothing closed was an apostrophe.

        At the start of a paragraph it was not: a speech of several paragraphs is closed in the last one alone.
        """
        for mark in self.open[first:]:
            if mark.sign == "'" and not mark.starts_block:
                self.parts[mark.index] = _APOSTROPHE
        del self.open[first:]

    def _dash(self, sign: str, before: str, after: str) -> str:
        if len(sign) == 3:
            return "—"
        if len(sign) > 3:
            return sign
        if before.isdigit() and after.isdigit():
            return "–"
        if before.isspace() and after.isalnum() and not self.custom.hugging:
            return sign  # an option of a program: --force
        return self.custom.dash

    def _before(self, index: int) -> str:
        while index and self.text[index - 1] == INLINE:
            index -= 1
        return self.text[index - 1] if index else BLOCK

    def _after(self, index: int) -> str:
        while index < len(self.text) and self.text[index] == INLINE:
            index += 1
        return self.text[index] if index < len(self.text) else BLOCK
