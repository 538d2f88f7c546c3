"""TOML documents in many forms, each with the places at which its keys and values were written."""

import datetime as dt
import json
import re
from typing import Any

from hypothesis import strategies as st

Trail = tuple[str | int, ...]
Places = dict[Trail, tuple[int, int]]
"""Offsets in a text of each key and of its value; both are the header's where there is one."""

ODD_KEYS = ("", " ", "a.b", "[x]", "{", "=", "#", "'", '"', "a,b", "ü", "\n")
ODD_TEXTS = ("", "#", "]", "[a]\nb = 1", '"', '""', '"""', "'", "'''", "\\", "a\n\n= {", "é😀", "\t", "\r\n")
KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,4}", fullmatch=True) | st.sampled_from(ODD_KEYS)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(ODD_TEXTS)
SCALARS = (
    TEXTS
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.booleans()
    | st.dates()
    | st.times().map(lambda time: time.replace(microsecond=0))
    | st.datetimes(timezones=st.none() | st.just(dt.UTC)).map(lambda moment: moment.replace(microsecond=0))
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
)


class Writer:
    """Writes TOML in forms drawn by hypothesis, and notes where it put each key and value."""

    def __init__(self, draw: Any) -> None:
        self.text, self.places = "", Places()
        self._draw = draw

    def one_of(self, *forms: str) -> str:
        return str(self._draw(st.sampled_from(forms)))

    def note(self, trail: Trail, offset: int) -> None:
        self.places.setdefault(trail, (offset, offset))

    def table(self, table: dict[str, Any], trail: Trail, header: str) -> None:
        """Pairs first, then what has a header of its own: the order that TOML asks for."""
        later = []
        for key, value in table.items():
            if may_have_headers(value) and self.one_of("pair", "header") == "header":
                later.append((key, value))
            else:
                self.pair(key, value, trail)
                self.text += self.one_of("\n", " # [no] = 1\n", "\n\n", "\n  ")
        for key, value in later:
            inner = f"{header}.{self.key(key)}" if header else self.key(key)
            several = isinstance(value, list)
            for number, item in enumerate(value if several else [value]):
                at = len(self.text)
                self.note((*trail, key), at)
                self.text += f"[[{inner}]]" if several else f"[ {inner} ]"
                self.text += self.one_of("\n", " # x\n")
                item_trail = (*trail, key, number) if several else (*trail, key)
                self.note(item_trail, at)
                self.table(item, item_trail, inner)

    def pair(self, key: str, value: Any, trail: Trail) -> None:
        at = len(self.text)
        self.text += self.key(key)
        self.note((*trail, key), at)
        trail = (*trail, key)
        while isinstance(value, dict) and len(value) == 1 and self.one_of("dotted", "inline") == "dotted":
            [(key, value)] = value.items()
            self.text += self.one_of(".", " . ") + self.key(key)
            trail = (*trail, key)
            self.note(trail, at)
        self.text += self.one_of("=", " = ", "\t=  ")
        self.places[trail] = (at, len(self.text))
        self.value(value, trail)

    def value(self, value: Any, trail: Trail) -> None:
        match value:
            case dict():
                self.text += "{"
                for number, (key, inner) in enumerate(value.items()):
                    self.text += ", " if number else self.one_of("", " ")
                    self.pair(key, inner, trail)
                self.text += self.one_of("}", " }")
            case list():
                self.text += "["
                for number, item in enumerate(value):
                    self.text += self.one_of("", " ", "\n", "\n  # ] no [ = {\n  ")
                    self.places[(*trail, number)] = (len(self.text), len(self.text))
                    self.value(item, (*trail, number))
                    self.text += self.one_of(",", " ,\n") if number < len(value) - 1 else self.one_of("", ",", "\n")
                self.text += "]"
            case _:
                self.text += self.scalar(value)

    def key(self, key: str) -> str:
        if re.fullmatch(r"[A-Za-z0-9_-]+", key):
            return self.one_of(key, f'"{key}"', f"'{key}'")
        return basic(key)

    def scalar(self, value: Any) -> str:
        match value:
            case str():
                plain_text = value.isprintable() and "'" not in value
                forms = [basic(value), '"""' + basic(value)[1:-1] + '"""', '"""\n' + basic(value)[1:-1] + '"""']
                return self.one_of(*forms, *([f"'{value}'", f"'''\n{value}'''"] if plain_text else []))
            case bool():
                return str(value).lower()
            case int() if value >= 0:
                return self.one_of(str(value), f"+{value}", f"{value:_}", hex(value), bin(value))
            case dt.datetime():
                return value.isoformat(self.one_of("T", " "))
            case dt.date() | dt.time():
                return value.isoformat()
            case _:
                return str(value)


def may_have_headers(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, dict) for item in items)


def basic(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", r"\u007f")


@st.composite
def documents(draw: Any) -> tuple[dict[str, Any], str, Places]:
    values = draw(st.dictionaries(KEYS, VALUES, max_size=4))
    writer = Writer(draw)
    writer.table(values, (), "")
    return values, writer.text, writer.places
