"""The keys of one mapping of located nodes, and everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import NamedTuple

from generator.errors import Location, Places, Problem, Severity, nearest
from generator.fields.dates import parse_partial_date
from generator.fields.guesses import OTHER_KEYS
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence
from generator.fields.shown import is_empty, items_apart
from generator.quoting import is_invisible, named, quoted, visible

_WORD = re.compile(r"[A-Za-z_]\w*")
_PLAIN_KEY = re.compile(r"[\w.-]+")


class Hint(NamedTuple):
    """What to do about a key in the wrong place, and the key that was meant, with its trail.

    `is_written` tells whether the key that it belongs under is there.
    """

    meant: str
    text: str
    is_written: bool = True


class Keys:
    """The keys of one mapping, with the problems found so far; `finish` adds one for each key that nobody took.

    `trail` is how messages name the mapping: `''` for the file itself, `company` for a mapping under that key.
    `within` says which keys belong under which key, for hints about one that is in the wrong place.
    """

    def __init__(
        self,
        mapping: Mapping,
        *,
        path: str,
        what: str,
        trail: str = "",
        within: Table[str, tuple[str, ...]] | None = None,
        in_list: bool = False,
    ) -> None:
        self._entries = {entry.key: entry for entry in mapping.entries}
        self._mapping, self._path, self._what, self._trail = mapping, path, what, trail
        self._within, self._in_list = within or {}, in_list
        self._taken: dict[str, None] = {}
        self._lists: set[str] = set()
        self._problems: list[Problem] = []
        self._lacking: list[tuple[str, Problem]] = []
        self._inside: list[Keys] = []

    def wrong(self, key: str, message: str, hint: str = "", *, severity: Severity = "error") -> None:
        """Note a problem with the value of a key (or, where the key is left out, with the mapping)."""
        self._problems.append(Problem(self.at(key), f"{self._named(key)}: {message}", hint, severity))

    def missing(self, key: str, example: str) -> None:
        """Note that a key is needed here and is not there, or has no value; the hint shows one with the `example`."""
        entry = self._entries.get(key)
        at = entry or self._mapping
        line = f'{key} = "{example}"' if self._is_toml else f"{key}: {example}"
        comment = entry.value.comment if entry and isinstance(entry.value, Scalar) else ""
        if comment:
            message, hint = "has no value: what follows a # is left out.", f'Write {key}: "{comment}" to keep it.'
        elif entry and isinstance(entry.value, Scalar) and entry.value.is_block:
            message, hint = "has no value.", "Indent the lines of its text further than the key."
        elif entry:
            message, hint = "has no value.", f"Write one, such as {line}."
        else:
            message, hint = "is missing.", f"Add a line such as {line}."
            if self._trail:
                hint = f"Add it under {self._header}, such as {line}."
        problem = Problem(Location(self._path, at.line, at.column), f"{self._named(key)} {message}", hint)
        self._lacking.append((self._named(key), problem))

    def about_file(self, message: str, hint: str) -> None:
        """Note a problem with the file itself, such as its name."""
        self._problems.append(Problem(Location(self._path, self._mapping.line, self._mapping.column), message, hint))

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
        """All problems, with one for each key that nobody took. To be called last.

        A key that is missing is no problem of its own where another problem says that it is misspelled or misplaced.
        """
        meant: list[str] = []
        problems = list(self._finished({}, meant))
        for keys in (self, *self._all_inside()):
            for name, problem in keys._lacking:
                if name in meant:
                    meant.remove(name)
                else:
                    problems.append(problem)
        return tuple(problems)

    def absorb(self, inner: Keys) -> None:
        """Take over the problems of an inner mapping, and finish it with this one."""
        self._inside.append(inner)

    def _all_inside(self) -> Iterator[Keys]:
        for inner in self._inside:
            yield inner
            yield from inner._all_inside()

    def _finished(self, elsewhere: Table[str, Hint], meant: list[str]) -> Iterator[Problem]:
        """The problems of this mapping and those inside; `elsewhere` has hints for keys that belong to another mapping.

        Adds to `meant` the keys that were meant by others.
        """
        below = self._keys_within()
        yield from self._problems
        for entry in self._entries.values():
            if entry.key not in self._taken:
                yield self._unknown(entry, {**elsewhere, **below}, meant)
        elsewhere = {**elsewhere, **{key: hint for key, hint in below.items() if hint.is_written}}
        if not self._trail and self._is_toml:
            hints = ((key, f"It is a section: write {name} on its own line.") for key, name in self._sections().items())
            elsewhere = {**elsewhere, **{key: Hint(key, hint) for key, hint in hints}}
        elif not self._trail:
            hint = f"It is a key of {self._what}: start it in the first column."
            elsewhere = {**elsewhere, **{key: Hint(key, hint) for key in self._taken}}
        for inner in self._inside:
            yield from inner._finished(elsewhere, meant)

    def _sections(self) -> dict[str, str]:
        """The known sections of a .toml file, each as people write it."""
        return {name: f"[[{name}]]" if name in self._lists else f"[{name}]" for name in self._taken}

    def _keys_within(self) -> dict[str, Hint]:
        """Hints for the keys that belong one level further in; of two places the one that is written comes first."""
        if self._is_toml:
            inside = [(one._trail, f"{one._header}: move it there", one.taken) for one in self._inside]
        else:
            written = sorted(self._within, key=lambda outer: not self.has(outer))
            inside = [(outer, f"'{outer}': indent it there", self._within[outer]) for outer in written]
        return {
            key: Hint(f"{outer}.{key}", f"It belongs under {where}.", self._is_toml or self.has(outer))
            for outer, where, keys in reversed(inside)
            for key in keys
        }

    def _unknown(self, entry: Entry, elsewhere: Table[str, Hint], meant: list[str]) -> Problem:
        at, key = Location(self._path, entry.line, entry.column), entry.key
        if self._is_toml and not self._trail and not isinstance(entry.value, Scalar):
            sections = self._sections()
            near = nearest(key, self._taken)
            hint = f"Did you mean {sections[near]}?" if near else f"Use one of: {', '.join(sections.values())}."
            if near and isinstance(entry.value, Mapping):
                meant += (f"{near}.{inner.key}" for inner in entry.value.entries)
            return Problem(at, f"[{visible(key)}] is not a section of {self._what}.", hint)
        first = _WORD.match(key)
        others = [other for other in self._taken if other != "date"]
        if others and len(others) < len(self._taken) and parse_partial_date(key):
            hint = f"Write two keys, each on its own line: date: {key}, and {others[0]}."
            meant += map(self._named, self._taken)
        elif key in elsewhere and not (self._is_toml and self._in_list):
            meant.append(elsewhere[key].meant)
            hint = elsewhere[key].text
        elif first and first[0] in self._taken and len(first[0]) < len(key) and not self._is_toml:
            meant.append(self._named(first[0]))
            has_colon = key[len(first[0])] == ":"
            hint = f"Write {'a space' if has_colon else 'a colon and a space'} after '{first[0]}{':' * has_colon}'."
        elif " " in key and not self._is_toml:
            hint = "If this is text and not a key, indent it below its key"
            hint += "." if self._trail else ", or write --- above it."
        else:
            other = OTHER_KEYS.get(key.casefold(), ())
            near = nearest(key, self._taken) or next((known for known in other if known in self._taken), "")
            meant.append(self._named(near))
            hint = f"Did you mean '{near}'?" if near else ""
        name = self._named(key)
        message = f"{name} is not a key of {self._header}." if self._trail else f"{name} is not a key of {self._what}."
        strange = ", ".join(f"{c} is {named(c)}" for c in dict.fromkeys(key) if not c.isascii() and not is_invisible(c))
        if strange and hint:
            message += f" Look at its letters: {strange}."
        return Problem(at, message, hint or f"Use one of: {', '.join(self._taken)}.")

    def _take(self, key: str) -> Node | None:
        self._taken[key] = None
        entry = self._entries.get(key)
        return None if entry is None or is_empty(entry.value) else entry.value

    def _items(self, key: str) -> tuple[Node, ...]:
        """The values of a list, without those left empty; a value that is no list is the one item."""
        node = self._take(key)
        items = node.items if isinstance(node, Sequence) else (() if node is None else (node,))
        items = tuple(item for item in items if not is_empty(item))
        if not self._is_toml and (apart := items_apart(items)):
            first, second = (item.entries[0].key for item in items[:2] if isinstance(item, Mapping))
            hint = f"If it belongs to the item above, remove the dash and start it in the same column as '{first}'."
            self._wrong_item(apart, key, f"the dash before '{second}' starts a new item.", hint)
            return ()
        return items

    def _named(self, key: str) -> str:
        """A key with its trail; one that is more than a word is quoted."""
        shown = key if _PLAIN_KEY.fullmatch(key) else quoted(key)
        return f"{self._trail}.{shown}" if self._trail else shown

    @property
    def _is_toml(self) -> bool:
        return self._path.endswith(".toml")

    @property
    def _header(self) -> str:
        """How people know the mapping: by its section's line, or by the key above it."""
        if not self._is_toml:
            return f"'{self._trail}'"
        return f"[[{self._trail}]]" if self._in_list else f"[{self._trail}]"

    def _wrong_item(self, node: Node, key: str, message: str, hint: str) -> None:
        at = Location(self._path, node.line, node.column)
        self._problems.append(Problem(at, f"{self._named(key)}: {message}", hint))


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
