"""Values that know where they stand."""

from __future__ import annotations

import msgspec


class Scalar(msgspec.Struct, frozen=True):
    """One value. YAML's are always text; TOML's keep the type that TOML gives them (dates become ISO text).

    `is_block` says that the text starts on the line after a sign (YAML's `|` or `>`). `comment` is what follows a #
    where the value of a key in front matter would be, so that a message can say why there is none.
    """

    value: str | int | float | bool
    line: int
    column: int
    is_block: bool = False
    comment: str = ""


class Sequence(msgspec.Struct, frozen=True):
    """A list of values."""

    items: tuple[Node, ...]
    line: int
    column: int


class Entry(msgspec.Struct, frozen=True):
    """A key with its value; line and column are the key's."""

    key: str
    value: Node
    line: int
    column: int


class Mapping(msgspec.Struct, frozen=True):
    """Keys with values, in the order written, no key twice."""

    entries: tuple[Entry, ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
