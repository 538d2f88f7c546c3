"""TOML text to located nodes: tomllib reads the values, one scan of the text finds where keys and values stand.

tomllib keeps no positions, and no kept-up library gives both; the scan runs only on text that tomllib accepted, so
it needs to tell strings, comments and brackets apart and nothing more (https://toml.io/en/v1.0.0).
"""

import datetime as dt
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from generator.errors import Location, Problem
from generator.fields.mistakes import Mistake
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence
from generator.fields.toml_mistakes import find_mistake

Trail = tuple[str | int, ...]
"""Keys and list places from the root to a value, such as ('nav', 0, 'title')."""
Place = tuple[int, int]
"""Line and column."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[][{}=,\n]|[^]["\'#{}=,\s]+',
    re.DOTALL,
)
_UNKNOWN = (
    "the file cannot be read from this line on.",
    "Check that it does not repeat an earlier line, that text has quotation marks and that every bracket is closed.",
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def parse_toml(text: str, *, path: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """The table that the text holds; where it cannot be read an empty one and the problems."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    problems: tuple[Problem, ...]
    try:
        node = _node(tomllib.loads(text), (), _Scan(text).places)
        problems = tuple(_huge_numbers(node, path))
    except tomllib.TOMLDecodeError as error:
        problems = (_syntax_problem(error, text, path),)
    except ValueError:  # Python reads no decimal number of over 4,300 digits
        problems = (Problem(Location(path), "a number of thousands of digits.", "Write a smaller one."),)
    except RecursionError:
        hint = "Write them with fewer levels."
        problems = (Problem(Location(path), "lists or keys have too many levels to be read.", hint),)
    return (Mapping((), 1, 1) if problems or not isinstance(node, Mapping) else node), problems


def _syntax_problem(error: tomllib.TOMLDecodeError, text: str, path: str) -> Problem:
    """What the writer did, where the cause has a name; else one plain sentence where tomllib stumbled."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    offset = starts[int(found[1]) - 1] + int(found[2]) - 1 if found else len(text)
    mistake = find_mistake(text, offset) or Mistake(min(offset, len(text.rstrip())), *_UNKNOWN)
    line = bisect_right(starts, mistake.at)
    return Problem(Location(path, line, mistake.at - starts[line - 1] + 1), mistake.message, mistake.hint)


def _node(value: Any, trail: Trail, places: dict[Trail, tuple[Place, Place]]) -> Node:
    _, (line, column) = places.get(trail, ((1, 1), (1, 1)))
    match value:
        case dict():
            entries = []
            for key, inner in value.items():
                at, _ = places[*trail, key]
                entries.append(Entry(key, _node(inner, (*trail, key), places), *at))
            return Mapping(tuple(entries), line, column)
        case list():
            return Sequence(tuple(_node(item, (*trail, n), places) for n, item in enumerate(value)), line, column)
        case dt.date() | dt.time():
            return Scalar(value.isoformat(), line, column)
        case _:
            return Scalar(value, line, column)


def _huge_numbers(node: Node, path: str) -> Iterator[Problem]:
    """TOML's integers have 64 bits; tomllib takes more, and the cache could not keep them."""
    match node:
        case Mapping():
            for entry in node.entries:
                yield from _huge_numbers(entry.value, path)
        case Sequence():
            for item in node.items:
                yield from _huge_numbers(item, path)
        case Scalar(value=int(value)) if not -(2**63) <= value < 2**63:
            yield Problem(Location(path, node.line, node.column), "the number is too large.", "Write a smaller one.")


class _Scan:
    """One walk over the text; `places` says where each key and its value stand (a table: its header, twice).

    Of `[a.b]` and `a.b = 1` the `a` stands where they start, unless it has a place of its own.
    """

    def __init__(self, text: str) -> None:
        self.places: dict[Trail, tuple[Place, Place]] = {}
        self._tokens = [match for match in _TOKEN.finditer(text) if not match[0].startswith("#")]
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._n = 0
        self._statements()

    def _statements(self) -> None:
        table: Trail = ()
        counts: dict[Trail, int] = {}
        while self._after("\n"):
            if self._token() == "[":
                table = self._header(counts)
            else:
                self._pair(table)

    def _header(self, counts: dict[Trail, int]) -> Trail:
        at = self._here()
        self._n += 1
        array = self._token() == "["
        self._n += array
        trail = _resolved(self._key("]"), counts)
        self._n += 2 if array else 1
        if array:
            counts[trail] = counts.get(trail, -1) + 1
            self.places.setdefault(trail, (at, at))
            trail = (*trail, counts[trail])
        self._found(trail, at, at)
        return trail

    def _pair(self, table: Trail) -> None:
        at = self._here()
        trail = (*table, *self._key("="))
        self._n += 1
        self._found(trail, at, self._here())
        self._value(trail)

    def _value(self, trail: Trail) -> None:
        if self._token() == "{":
            self._n += 1
            while self._after("\n", ",") != "}":
                self._pair(trail)
            self._n += 1
        elif self._token() == "[":
            self._n += 1
            count = 0
            while self._after("\n", ",") != "]":
                item = (*trail, count)
                self._found(item, self._here(), self._here())
                self._value(item)
                count += 1
            self._n += 1
        else:  # one token, or the two of `1979-05-27 07:32:00`
            while self._token() not in (",", "]", "}", "\n", ""):
                self._n += 1

    def _found(self, trail: Trail, key: Place, value: Place) -> None:
        self.places[trail] = (key, value)
        for length in range(len(trail) - 1, 0, -1):
            if trail[:length] in self.places:
                break
            self.places[trail[:length]] = (key, key)

    def _token(self) -> str:
        """The token at hand; the empty string at the end."""
        return self._tokens[self._n][0] if self._n < len(self._tokens) else ""

    def _after(self, *skipped: str) -> str:
        while self._token() in skipped:
            self._n += 1
        return self._token()

    def _key(self, end: str) -> tuple[str, ...]:
        """The words of a key or header up to the token that ends it."""
        start = self._n
        while self._token() != end:
            self._n += 1
        return _words("".join(token[0] for token in self._tokens[start : self._n]))

    def _here(self) -> Place:
        offset = self._tokens[self._n].start()
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _resolved(words: tuple[str, ...], counts: dict[Trail, int]) -> Trail:
    """A header's words with the place of the current item after each list of tables: [nav.x] is (nav, 1, x)."""
    trail: Trail = ()
    for n, word in enumerate(words):
        trail = (*trail, word)
        if n < len(words) - 1 and trail in counts:
            trail = (*trail, counts[trail])
    return trail


def _words(dotted: str) -> tuple[str, ...]:
    """`a."b c"` as its words, read by tomllib itself so that quoting is right."""
    if _BARE_KEY.fullmatch(dotted):
        return (dotted,)
    words: list[str] = []
    inner: Any = tomllib.loads(f"{dotted} = 0")
    while isinstance(inner, dict):
        (word, inner), *_ = inner.items()
        words.append(word)
    return tuple(words)
