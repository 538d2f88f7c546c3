"""Typographic quotation marks, apostrophes, dashes and ellipses instead of straight signs.

A text is set as a whole, across the elements within it, because a mark opens or closes by what stands beside it and
by what is open: in `"*Hi*," she said` the first sign and the letter after it are in two elements.
"""

import re
from typing import NamedTuple

from generator.markup.quotes import Custom, custom_of

# What stands between the texts of a tree. As noncharacters they are in no text (source.py removes them).
END = "\ufdd0"
"""The end of a text. Marks see through it: one text goes on in the next, as in emphasis or a link."""
OPAQUE = "\ufdd1"
"""Something that stands like a word and is not set: code, an image."""
BREAK = "\ufdd2"
"""A line break, or the number of a footnote: no word goes on across it."""
BLOCK = "\ufdd3"
"""The bound of a paragraph or the like; nothing stays open across it."""

# Each branch starts with a literal character, so that the search passes quickly over what is none of them.
_SIGNS = re.compile(rf"""'|"|--+|\.\.\.+|://|www\.|{BLOCK}""")
_ADDRESS_GOES_ON = re.compile(rf"""(?:[^\s<>"{END}-{BLOCK}]*[^\s<>"'.,;:!?){END}-{BLOCK}])?""")
_BLANKS = f" \n\t\u00a0\u202f{BREAK}{BLOCK}"
_OPENS_AFTER = frozenset(_BLANKS + "=([{<¡¿-–—/\"'«„“‘‚")
_CLOSES_BEFORE = frozenset(_BLANKS + ".,;:!?)]}>-–—/\"'»”’…")
_YEAR = re.compile(r"\d\d(?:s|ers?)?(?![\w'])")
_WORD = re.compile(r"\w++(?!')|n\b")
_APOSTROPHE = "’"
_PRIMES = {'"': "″", "'": "′"}  # inches and feet


def set_text(text: str, language: str) -> str:
    """The text with the quotation marks, dashes and ellipses of a language; everything else stays as it is."""
    return _Walk(text, custom_of(language)).text_set()


class _Open(NamedTuple):
    """An opening mark that waits for its closing one; `part` is its place among the parts."""

    sign: str
    part: int
    starts_block: bool


class _Walk:
    """One walk over a text, from sign to sign."""

    def __init__(self, text: str, custom: Custom) -> None:
        self.text = text
        self.custom = custom
        self.marks = {'"': custom.outer, "'": custom.inner}
        self.parts: list[str] = []
        self.waiting: list[_Open] = []
        self.number_waiting = {'"': 0, "'": 0}

    def text_set(self) -> str:
        end = 0
        for match in _SIGNS.finditer(self.text):
            sign, start = match.group(), match.start()
            if start < end or (sign == BLOCK and not self.waiting):  # within an address; nothing to be done
                continue
            self.parts.append(self.text[end:start])
            end = match.end()
            if sign in ("://", "www."):
                address = _ADDRESS_GOES_ON.match(self.text, end)
                end = address.end() if address else end
                self.parts.append(self.text[start:end])
            else:
                self.parts.append(self._mark(sign, start, end))
        self._wait_no_longer(0)
        self.parts.append(self.text[end:])
        return "".join(self.parts)

    def _mark(self, sign: str, start: int, end: int) -> str:
        if sign in self.marks:
            return self._quote(sign, self._before(start), self._after(end), end)
        if sign[0] == "-":
            return self._dash(sign, self._before(start), self._after(end))
        if sign[0] == ".":
            return {3: self.custom.ellipsis, 4: f"{self.custom.ellipsis}."}.get(len(sign), sign)
        self._wait_no_longer(0)
        return sign  # the bound of a block

    def _quote(self, sign: str, before: str, after: str, end: int) -> str:
        if sign == "'" and before.isalpha() and after.isalpha():
            return _APOSTROPHE  # as most of them are
        may_open = before in _OPENS_AFTER
        may_close = after in _CLOSES_BEFORE
        if sign == "'" and (not (may_open or may_close) or (may_open and self._is_elision(end))):
            return _PRIMES[sign] if before.isdigit() and after.isdigit() else _APOSTROPHE
        if self.number_waiting[sign] and (may_close or not may_open):
            return self._close(sign)
        if may_open and not may_close:
            return self._open(sign, starts_block=before == BLOCK)
        if before.isdigit():
            return _PRIMES[sign]
        if sign == "'":
            return _APOSTROPHE
        return self._open(sign, starts_block=False) if may_open else self.custom.outer[1]

    def _is_elision(self, end: int) -> bool:
        """Whether the `'` before `end`, which could open a quotation, stands for what is left out: '90s, 'tis."""
        word = _WORD.match(self.text, end)
        is_elided = word is not None and word.group().lower() in self.custom.elided
        return is_elided or _YEAR.match(self.text, end) is not None

    def _open(self, sign: str, *, starts_block: bool) -> str:
        self.waiting.append(_Open(sign, len(self.parts), starts_block))
        self.number_waiting[sign] += 1
        return self.marks[sign][0]

    def _close(self, sign: str) -> str:
        index = len(self.waiting) - 1
        while self.waiting[index].sign != sign:
            index -= 1
        self._wait_no_longer(index + 1)
        self.waiting.pop()
        self.number_waiting[sign] -= 1
        return self.marks[sign][1]

    def _wait_no_longer(self, first: int) -> None:
        """Give up the marks from this one on. A `'` that nothing closed was an apostrophe.

        At the start of a paragraph it was not: a speech of several paragraphs is closed in the last one alone.
        """
        for mark in self.waiting[first:]:
            self.number_waiting[mark.sign] -= 1
            if mark.sign == "'" and not mark.starts_block:
                self.parts[mark.part] = _APOSTROPHE
        del self.waiting[first:]

    def _dash(self, sign: str, before: str, after: str) -> str:
        if len(sign) > 2:
            return "—" if len(sign) == 3 else sign
        if before.isdigit() and after.isdigit():
            return "–"
        if before.isspace() and after.isalnum() and not self.custom.hugging:
            return sign  # an option of a program: --force
        return self.custom.dash

    def _before(self, index: int) -> str:
        """The character before an index, ends of texts apart."""
        while index and self.text[index - 1] == END:
            index -= 1
        return self.text[index - 1] if index else BLOCK

    def _after(self, index: int) -> str:
        """The character at or after an index, ends of texts apart."""
        while index < len(self.text) and self.text[index] == END:
            index += 1
        return self.text[index] if index < len(self.text) else BLOCK
