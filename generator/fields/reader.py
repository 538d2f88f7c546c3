"""One mapping of located nodes, taken field by field; every problem is collected, none is raised."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeVar

from generator.errors import did_you_mean
from generator.fields.dates import (
    EARLIEST,
    LATEST,
    Date,
    PartialDate,
    is_plausible,
    parse_date,
    parse_partial_date,
)
from generator.fields.guesses import guessed_address, guessed_email, guessed_language, why_no_date
from generator.fields.keys import Keys
from generator.fields.node import Mapping, Node, Scalar
from generator.fields.shown import not_a_text, not_keys, shown
from generator.quoting import any_of, quoted
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


class Fields(Keys):
    """The keys of one mapping, each taken once by the type it has to have.

    A key that is left out or left empty takes the default.
    """

    def text(self, key: str, default: str = "", *, example: str = "") -> str:
        """Text on one line, outer spaces removed. With an `example` to show, the key may not be left out."""
        node = self._take(key)
        if node is None:
            if example:
                self.missing(key, example)
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
        hint = f"Write a number such as {min(lowest + 3, highest)}."
        self.wrong(key, f"{shown(node)} is not a whole number from {lowest} to {highest}.", hint)
        return None

    def choice(
        self, key: str, choices: tuple[Choice, ...], *, noun: str = "", meaning: dict[str, Choice] | None = None
    ) -> Choice | None:
        """One of the given words; a near miss gets a hint, and so does another word whose `meaning` is known.

        `noun` is what more than two words are, with its article: `a verdict`.
        """
        node = self._take(key)
        text = "" if node is None else self._text_of(node, key)
        return self.chosen(key, text, choices, noun=noun, meaning=meaning) if text else None

    def chosen(
        self,
        key: str,
        text: str,
        choices: tuple[Choice, ...],
        *,
        noun: str = "",
        meaning: dict[str, Choice] | None = None,
    ) -> Choice | None:
        """The same for a text that was taken already, as one of a list."""
        for choice in choices:
            if choice == text:
                return choice
        meant = (meaning or {}).get(text.casefold())
        hint = f"Did you mean '{meant}'?" if meant else did_you_mean(text, choices)
        wrong = f"is not {noun}" if noun else f"is neither {' nor '.join(choices)}"
        self.wrong(key, f"{quoted(text)} {wrong}.", f"Use {any_of(choices)}. {hint}".strip())
        return None

    def date(self, key: str) -> Date | None:
        node = self._take(key)
        if node is None:
            return None
        text = self._text_of(node, key)
        date = parse_date(text)
        if date is None:
            if text:
                wrong, hint = why_no_date(text, partial=False)
                self.wrong(key, f"{quoted(text)} {wrong}", hint)
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
            wrong, hint = why_no_date(text, partial=True)
            self.wrong(key, f"{quoted(text)} {wrong}", hint)
        elif not is_plausible(date.day):
            self.wrong(key, f"{text} is not between {EARLIEST} and {LATEST}.", "Check the year.")
            return None
        return date

    def address(self, key: str, *, under: str = "") -> str:
        """A web address (http or https), or the empty string. A hint takes a path alone for one `under` another."""
        address = self.text(key)
        if address and not web_address(address):
            guess = guessed_address(address) or (web_address(under + address) if under else "")
            hint = f"Write {guess}." if guess else "Write it in full: it starts with https:// or http://."
            self.wrong(key, f"{quoted(address)} is not a web address.", hint)
            return ""
        return address

    def email(self, key: str) -> str:
        """An email address, or the empty string."""
        email = self.text(key)
        if email and not _EMAIL.fullmatch(email):
            hint = f"Write {guessed_email(email) or 'it as name@example.org'}."
            self.wrong(key, f"{quoted(email)} is not an email address.", hint)
            return ""
        return email

    def language(self, key: str, default: str = "") -> str:
        """A language tag (RFC 5646, as far as a page needs one): `en`, `pt-BR`."""
        tag = self.text(key, default)
        if tag and not _LANGUAGE.fullmatch(tag):
            guess = guessed_language(tag)
            hint = f"Write {guess}." if guess else "Write a code such as en, de or pt-BR."
            self.wrong(key, f"{quoted(tag)} is not the code of a language.", hint)
            return default
        return tag

    def long_text(self, key: str, *, example: str = "") -> LongText:
        """Text of several lines, as it is written. With an `example` to show, the key may not be left out."""
        node = self._take(key)
        if node is None:
            if example:
                self.missing(key, example)
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
        self._lists.add(key)
        found = []
        for item in self._items(key):
            if isinstance(item, Mapping):
                found.append(self._inner(item, key, in_list=True))
            else:
                self._no_section(item, key, in_list=True)
        return tuple(found)

    def mixed(self, key: str) -> tuple[str | Fields, ...]:
        """A text or mapping, or a list of these: `company: Acme`, or a list of names and {name, verdict}."""
        return tuple(
            self._inner(item, key, in_list=True) if isinstance(item, Mapping) else self._text_of(item, key)
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
                section.wrong(name, f"{shown(entry.value)} is not one value.", "Write a text, a number, true or false.")
        self._problems += section._problems
        return tuple(taken)

    def _inner(self, mapping: Mapping, key: str, *, in_list: bool = False) -> Fields:
        return Fields(mapping, path=self._path, what=self._what, trail=self._named(key), in_list=in_list)

    def _no_section(self, node: Node, key: str, *, in_list: bool = False) -> None:
        where, known = self._inner(Mapping((), 1, 1), key, in_list=in_list)._header, self._within.get(key, ())
        self._wrong_item(node, key, *not_keys(node, where, known=known, is_toml=self._is_toml))

    def _text_of(self, node: Node, key: str) -> str:
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            self._wrong_item(node, key, *not_a_text(node, is_toml=self._is_toml))
            return ""
        text = " ".join(node.value.split())
        if _CONTROL.search(text):
            self._wrong_item(node, key, f"{quoted(text)} has a character that no page can show.", "Delete it.")
            return ""
        return text
