"""Texts as messages show them: on one line, cut where they are long, with every invisible character named."""

import unicodedata
from collections.abc import Iterable
from itertools import zip_longest

LONGEST = 60
"""Characters of a quoted text; a longer one is cut around what is worth seeing."""

_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
"""Characters that Python calls printable and that nobody can see."""

_NAMES = {
    "\0": "a null character",
    "\t": "a tab",
    "\n": "a line break",
    "\r": "a carriage return",
    "\x1b": "an escape character",
    "\x7f": "a delete character",
    "\x85": "a next-line character",
    "\u200b": "a zero-width space",
    "\u2028": "a line separator",
    "\ufeff": "a byte order mark",
}
"""Plain names for characters that Unicode does not name, or names in a way that few people know."""

_UNNAMED = {"Cs": "half of a broken character", "Co": "a private-use character", "Cn": "an unassigned character"}


def quoted(value: str | float) -> str:
    """The value in quotation marks, such as `'Acme[U+00A0]Ltd' (U+00A0 is a no-break space)`; a number without."""
    if not isinstance(value, str):
        return str(value)
    text = _cut(value)
    mark = '"' if "'" in text and '"' not in text else "'"
    found = dict.fromkeys(filter(is_invisible, text))
    names = ", ".join(f"{_point(c)} is {name_of(c)}" for c in [*found][:3])
    return f"{mark}{visible(text)}{mark}" + (f" ({names})" if names else "")


def visible(text: str) -> str:
    """The text with each invisible character written as its code point, such as `[U+200B]`."""
    return "".join(f"[{_point(c)}]" if is_invisible(c) else c for c in text)


def is_invisible(character: str) -> bool:
    """Whether a reader cannot see the character, or takes it for a plain space."""
    return not character.isprintable() or character in _BLANKS


def named(character: str) -> str:
    """The character by code point and name: `U+00A0, a no-break space`."""
    return f"{_point(character)}, {name_of(character)}"


def name_of(character: str) -> str:
    """The plain name of a character, with its article: `a no-break space`."""
    if character in _NAMES:
        return _NAMES[character]
    name = unicodedata.name(character, "").lower().replace("zero width", "zero-width")
    if not name:
        return _UNNAMED.get(unicodedata.category(character), "a control character")
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"


def hidden_difference(one: str, other: str) -> str:
    """How two texts that look alike differ, by code point; empty where a reader can see the difference.

    `ä is U+0061 U+0308 in the first and U+00E4 in the second`
    """
    if one == other or _seen(one) != _seen(other):
        return ""
    for first, second in zip_longest(_clusters(one), _clusters(other), fillvalue=""):
        if first != second:
            where = _seen(first) or _seen(second) or "the space"
            return f"{where} is {_points(first)} in the first and {_points(second)} in the second"
    return ""


def any_of(words: Iterable[str]) -> str:
    """The words as a sentence lists choices, such as `good, bad or mixed`, with invisible characters shown."""
    *others, last = map(visible, words)
    return f"{', '.join(others)} or {last}" if others else last


def _cut(text: str) -> str:
    """The text, or the part of a long one that starts it; where its first invisible character is later, the part
    around that."""
    if len(text) <= LONGEST:
        return text
    strange = next((n for n, c in enumerate(text) if is_invisible(c)), 0)
    start = max(0, strange - 20) if strange > LONGEST - 3 else 0
    end = start + LONGEST - 3
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _seen(text: str) -> str:
    """What a reader sees of a text: without invisible characters, in one Unicode form, with single spaces."""
    spaced = "".join(" " if c.isspace() else "" if is_invisible(c) else c for c in text)
    return unicodedata.normalize("NFC", " ".join(spaced.split()))


def _clusters(text: str) -> list[str]:
    """The text in pieces that a reader takes for one character each: a character with its marks."""
    pieces: list[str] = []
    for c in text:
        joins = unicodedata.combining(c) or (is_invisible(c) and not c.isspace())
        if pieces and (joins or not _seen(pieces[-1])) and not pieces[-1].isspace():
            pieces[-1] += c
        else:
            pieces.append(c)
    return pieces


def _points(text: str) -> str:
    if not text:
        return "nothing"
    return " ".join(f"{_point(c)} ({name_of(c)})" if is_invisible(c) else _point(c) for c in text)


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"
