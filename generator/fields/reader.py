"""One mapping of located nodes, taken field by field; every problem is collected, none is raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from generator.errors import Location, Places, Problem, Severity, did_you_mean
from generator.fields.dates import (
    EARLIEST,
    LATEST,
    Date,
    PartialDate,
    is_plausible,
    parse_date,
    parse_partial_date,
)
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence
from generator.fields.shown import is_empty, quoted, shown
from generator.urls import web_address

Choice = TypeVar("Choice", bound=str)

_EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TRUE, _FALSE = frozenset(("true", "yes", "on")), frozenset(("false", "no", "off"))


class LongText(NamedTuple):
    """A text of several lines, and the line of the file on which it starts.

    `is_block` tells whether its lines are those of the file; a text in quotes may say `\\n`.
    """

    text: str
    line: int
    is_block: bool = False


class Fields:
    """The keys of one mapping, each taken once by the type it has to have.

    A key that is left out or left empty takes the default. `finish` names the keys that nobody took. `trail` is how
    messages name the mapping: `''` for the file itself, `company` for a mapping under that key.
    """

    def __init__(self, mapping: Mapping, *, path: str, what: str, trail: str = "") -> None:
        self._entries = {entry.key: entry for entry in mapping.entries}
        self._mapping, self._path, self._what, self._trail = mapping, path, what, trail
        self._taken: dict[str, None] = {}
        self._problems: list[Problem] = []

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """Text on one line, outer spaces removed."""
        node = self._take(key)
        if node is None:
            if required:
                self.missing(key)
            return default
        return self._text_of(node, key) or default

    def optional_text(self, key: str) -> str | None:
        return self.text(key) or None

    def texts(self, key: str) -> tuple[str, ...]:
        """A text, or a list of texts; empty ones are left out."""
        return tuple(text for text in (self._text_of(item, key) for item in self._items(key)) if text)

    def flag(self, key: str, *, default: bool) -> bool:
        node = self._take(key)
        if node is None:
            return default
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in _TRUE | _FALSE:
            return value.lower() in _TRUE
        self.wrong(key, f"{shown(node)} is neither true nor false.", "Write true or false.")
        return default

    def integer(self, key: str, default: int, *, lowest: int, highest: int) -> int:
        return default if (found := self.optional_integer(key, lowest=lowest, highest=highest)) is None else found

    def optional_integer(self, key: str, *, lowest: int, highest: int) -> int | None:
        node = self._take(key)
        if node is None:
            return None
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        self.wrong(key, f"{shown(node)} is not a whole number from {lowest} to {highest}.")
        return None

    def choice(
        self, key: str, choices: tuple[Choice, ...], *, meaning: dict[str, Choice] | None = None
    ) -> Choice | None:
        """One of the given words; a near miss gets a hint, and so does another word whose `meaning` is known."""
        node = self._take(key)
        text = "" if node is None else self._text_of(node, key)
        return self.chosen(key, text, choices, meaning=meaning) if text else None

    def chosen(
        self, key: str, text: str, choices: tuple[Choice, ...], *, meaning: dict[str, Choice] | None = None
    ) -> Choice | None:
        """The same for a text that was taken already, as one of a list."""
        for choice in choices:
            if choice == text:
                return choice
        meant = (meaning or {}).get(text.casefold())
        hint = f"Did you mean '{meant}'?" if meant else did_you_mean(text, choices)
        self.wrong(key, f"{quoted(text)} is not one of {', '.join(choices)}.", hint)
        return None

    def date(self, key: str) -> Date | None:
        node = self._take(key)
        if node is None:
            return None
        text = self._text_of(node, key)
        date = parse_date(text)
        if date is None:
            if text:
                self.wrong(key, f"{quoted(text)} is not a date.", "Write it as 2025-03-31, or 2025-03-31 10:30.")
        elif not is_plausible(date.day):
            self.wrong(key, f"{text} is not between {EARLIEST} and {LATEST}.", "Check the year.")
            return None
        return date

    def partial_date(self, key: str) -> PartialDate | None:
        """A date known to the day, the month or the year."""
        node = self._take(key)
        text = "" if node is None else self._text_of(node, key)
        if not text:
            return None
        date = parse_partial_date(text)
        if date is None:
            self.wrong(key, f"{quoted(text)} is not a date.", "Write it as 2025-03-31, 2025-03 or 2025.")
        elif not is_plausible(date.day):
            self.wrong(key, f"{text} is not between {EARLIEST} and {LATEST}.", "Check the year.")
            return None
        return date

    def address(self, key: str) -> str:
        """A web address (http or https), or the empty string."""
        address = self.text(key)
        if address and not web_address(address):
            self.wrong(key, f"{quoted(address)} is not a web address.", "It starts with https:// or http://.")
            return ""
        return address

    def email(self, key: str) -> str:
        """An e-mail address, or the empty string."""
        email = self.text(key)
        if email and not _EMAIL.fullmatch(email):
            self.wrong(key, f"{quoted(email)} is not an e-mail address.", "Write it as name@example.org.")
            return ""
        return email

    def language(self, key: str, default: str = "") -> str:
        """A language tag (RFC 5646, as far as a page needs one): `en`, `pt-BR`."""
        tag = self.text(key, default)
        if tag and not _LANGUAGE.fullmatch(tag):
            self.wrong(key, f"{quoted(tag)} is not a language tag.", "Write it as en, de or pt-BR.")
            return default
        return tag

    def long_text(self, key: str, *, required: bool = False) -> LongText:
        """Text of several lines, as it is written."""
        node = self._take(key)
        if node is None:
            if required:
                self.missing(key)
            return LongText("", self._mapping.line)
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            self._text_of(node, key)  # says what is wrong
            return LongText("", node.line)
        return LongText(node.value, node.line + node.is_block, node.is_block)

    def section(self, key: str) -> Fields:
        """The mapping under a key, to be taken in turn; an empty one where it is left out."""
        node = self._take(key)
        if node is not None and not isinstance(node, Mapping):
            self._no_section(node, key)
        mapping = node if isinstance(node, Mapping) else Mapping((), self._mapping.line, self._mapping.column)
        return self._inner(mapping, key)

    def sections(self, key: str) -> tuple[Fields, ...]:
        """A list of mappings under a key; one alone is a list of one."""
        found = []
        for item in self._items(key):
            if isinstance(item, Mapping):
                found.append(self._inner(item, key))
            else:
                self._no_section(item, key)
        return tuple(found)

    def mixed(self, key: str) -> tuple[str | Fields, ...]:
        """A text or mapping, or a list of these: `company: Acme`, or a list of names and {name, verdict}."""
        return tuple(
            self._inner(item, key) if isinstance(item, Mapping) else self._text_of(item, key)
            for item in self._items(key)
        )

    def free(self, key: str) -> tuple[tuple[str, str | int | float | bool], ...]:
        """A mapping whose keys are not known beforehand, with plain values (theme options, severities)."""
        section = self.section(key)
        taken = []
        for name, entry in section._entries.items():
            if isinstance(entry.value, Scalar):
                taken.append((name, entry.value.value))
            else:
                section.wrong(name, f"{shown(entry.value)} is not a plain value.")
        self._problems += section._problems
        return tuple(taken)

    def wrong(self, key: str, message: str, hint: str = "", *, severity: Severity = "error") -> None:
        """Note a problem with the value of a key (or, where the key is left out, with the mapping)."""
        self._problems.append(Problem(self.at(key), f"{self._named(key)}: {message}", hint, severity))

    def missing(self, key: str) -> None:
        """Note that a key is needed here and is not there, or has no value."""
        entry = self._entries.get(key)
        at = entry or self._mapping
        message = f"{self._named(key)} is missing."
        self._problems.append(Problem(Location(self._path, at.line, at.column), message, f"Add '{key}' with a value."))

    def at(self, key: str) -> Location:
        """Where the value of a key stands; for one left out, where the mapping starts."""
        entry = self._entries.get(key)
        node: Node = entry.value if entry else self._mapping
        return Location(self._path, node.line, node.column)

    def places(self) -> Places:
        """Where everything in the mapping stands, for who finds something wrong with it later."""
        return Places(self._path, tuple(_places(self._mapping, "")))

    def has(self, key: str) -> bool:
        """Whether the key is there with a value; does not take it."""
        return key in self._entries and not is_empty(self._entries[key].value)

    def keys(self) -> tuple[str, ...]:
        """The keys that are written, in their order."""
        return tuple(self._entries)

    @property
    def taken(self) -> tuple[str, ...]:
        """The keys asked for so far: after a whole reading, all that are known."""
        return tuple(self._taken)

    def finish(self) -> tuple[Problem, ...]:
        """All problems, with one for each key that nobody took. To be called last."""
        for key, entry in self._entries.items():
            if key not in self._taken:
                self._problems.append(self._unknown(key, entry))
        return tuple(self._problems)

    def absorb(self, inner: Fields) -> None:
        """Finish an inner mapping and take over its problems."""
        self._problems += inner.finish()

    def _unknown(self, key: str, entry: Entry) -> Problem:
        hint = did_you_mean(key, self._taken) or f"Known here: {', '.join(self._taken)}."
        at = Location(self._path, entry.line, entry.column)
        return Problem(at, f"{self._named(key)} is not a key of {self._what}.", hint)

    def _take(self, key: str) -> Node | None:
        self._taken[key] = None
        entry = self._entries.get(key)
        return None if entry is None or is_empty(entry.value) else entry.value

    def _items(self, key: str) -> tuple[Node, ...]:
        """The values of a list, without those left empty; a value that is no list is the one item."""
        node = self._take(key)
        items = node.items if isinstance(node, Sequence) else (() if node is None else (node,))
        return tuple(item for item in items if not is_empty(item))

    def _named(self, key: str) -> str:
        """A key with its trail; one that would not print well (TOML takes any text) is quoted."""
        shown = key if key.isprintable() and key else repr(key)
        return f"{self._trail}.{shown}" if self._trail else shown

    def _inner(self, mapping: Mapping, key: str) -> Fields:
        return Fields(mapping, path=self._path, what=self._what, trail=self._named(key))

    def _wrong_item(self, node: Node, key: str, message: str, hint: str) -> None:
        at = Location(self._path, node.line, node.column)
        self._problems.append(Problem(at, f"{self._named(key)}: {message}", hint))

    def _no_section(self, node: Node, key: str) -> None:
        self._wrong_item(node, key, f"{shown(node)} is not a group of keys.", "Write its keys below it, with values.")

    def _text_of(self, node: Node, key: str) -> str:
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            hint = "Write it in quotes." if isinstance(node, Scalar) else "Write one text."
            self._wrong_item(node, key, f"{shown(node)} is not a text.", hint)
            return ""
        text = " ".join(node.value.split())
        if _CONTROL.search(text):
            self._wrong_item(node, key, f"{quoted(text)} contains a control character.", "Delete it.")
            return ""
        return text


def _places(node: Node, trail: str) -> Iterator[tuple[str, int, int]]:
    """The items of lists are counted as `texts` and `mixed` give them: empty ones are left out."""
    inner: list[tuple[str, Node]] = []
    if isinstance(node, Mapping):
        inner = [(f"{trail}.{entry.key}" if trail else entry.key, entry.value) for entry in node.entries]
    elif isinstance(node, Sequence):
        items = (item for item in node.items if not is_empty(item))
        inner = [(f"{trail}[{number}]", item) for number, item in enumerate(items)]
    for name, value in inner:
        yield name, value.line, value.column
        yield from _places(value, name)
