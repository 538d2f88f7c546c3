"""TOML text to located nodes: tomllib reads the values, one scan of the text finds where the keys stand.

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
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence

Trail = tuple[str | int, ...]
"""Keys and list places from the root to a value, such as ('nav', 0, 'title')."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[][{}=,\n]|[^]["\'#{}=,\s]+',
    re.DOTALL,
)


def parse_toml(text: str, *, path: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """The table that the text holds; after a syntax error an empty one and the problem."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Mapping((), 1, 1), (_syntax_problem(error, path),)
    except RecursionError:
        return Mapping((), 1, 1), (Problem(Location(path), "lists are nested too deep to be read."),)
    node = _node(values, (), _places(text), (1, 1))
    return (node if isinstance(node, Mapping) else Mapping((), 1, 1)), ()


def _syntax_problem(error: tomllib.TOMLDecodeError, path: str) -> Problem:
    said = str(error)
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    at = Location(path, int(found[1]), int(found[2])) if found else Location(path)
    hint = 'Text needs quotes: title = "My stories".' if "Invalid value" in said else ""
    return Problem(at, f"this is not TOML: {re.sub(r' *[(]at [^)]*[)]', '', said)}.", hint)


def _node(value: Any, trail: Trail, places: dict[Trail, tuple[int, int, int, int]], near: tuple[int, int]) -> Node:
    *_, line, column = places.get(trail, (0, 0, *near))
    match value:
        case dict():
            entries = []
            for key, inner in value.items():
                key_line, key_column, *_ = places.get((*trail, key), (line, column))
                entries.append(Entry(key, _node(inner, (*trail, key), places, (line, column)), key_line, key_column))
            return Mapping(tuple(entries), line, column)
        case list():
            items = (_node(item, (*trail, n), places, (line, column)) for n, item in enumerate(value))
            return Sequence(tuple(items), line, column)
        case dt.date() | dt.time():
            return Scalar(value.isoformat(), line, column)
        case _:
            return Scalar(value, line, column)


def _places(text: str) -> dict[Trail, tuple[int, int, int, int]]:
    """Line and column of each key, then of its value (for a table: of its header, twice)."""
    found: dict[Trail, tuple[int, int, int, int]] = {}
    counts: dict[Trail, int] = {}
    table: Trail = ()
    for kind, words, at in _statements(text):
        trail = _resolved(words, counts)
        if kind == "array":
            counts[trail] = counts.get(trail, -1) + 1
            found.setdefault(trail, (*at[:2], *at[:2]))
            trail = (*trail, counts[trail])
        if kind == "key":
            found[(*table, *words)] = at
        else:
            table = trail
            found[trail] = (*at[:2], *at[:2])
    return found


def _resolved(words: tuple[str, ...], counts: dict[Trail, int]) -> Trail:
    """A header's words with the place of the current item after each list of tables: [nav.x] is (nav, 1, x)."""
    trail: Trail = ()
    for n, word in enumerate(words):
        trail = (*trail, word)
        if n < len(words) - 1 and trail in counts:
            trail = (*trail, counts[trail])
    return trail


def _statements(text: str) -> Iterator[tuple[str, tuple[str, ...], tuple[int, int, int, int]]]:
    """Each header and each key of the text: its kind, its words, and where key and value stand."""
    tokens = [match for match in _TOKEN.finditer(text) if not match[0].startswith("#")]
    line_starts = [0] + [n + 1 for n, character in enumerate(text) if character == "\n"]
    n = 0
    while n < len(tokens):
        start = n
        depth = 0
        while n < len(tokens) and (tokens[n][0] != "\n" or depth):
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(tokens[n][0], 0)
            n += 1
        statement = tokens[start:n]
        n += 1
        if not statement:
            continue
        if statement[0][0] == "[":
            array = statement[1][0] == "[" and statement[1].start() == statement[0].end()
            words = "".join(token[0] for token in statement).strip("[]")
            yield ("array" if array else "table"), _words(words), _at(statement[0], statement[0], line_starts)
        else:
            equals = next(n for n, token in enumerate(statement) if token[0] == "=")
            words = "".join(token[0] for token in statement[:equals])
            yield "key", _words(words), _at(statement[0], statement[equals + 1], line_starts)


def _words(dotted: str) -> tuple[str, ...]:
    """`a."b c"` as its words, read by tomllib itself so that quoting is right."""
    words: list[str] = []
    inner: Any = tomllib.loads(f"{dotted} = 0")
    while isinstance(inner, dict):
        (word, inner), *_ = inner.items()
        words.append(word)
    return tuple(words)


def _at(key: re.Match[str], value: re.Match[str], line_starts: list[int]) -> tuple[int, int, int, int]:
    def where(offset: int) -> tuple[int, int]:
        line = bisect_right(line_starts, offset)
        return line, offset - line_starts[line - 1] + 1

    return (*where(key.start()), *where(value.start()))
