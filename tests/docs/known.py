"""What the code knows, asked of the code: keys by giving it one that nobody can know, types by their hints."""

import datetime as dt
import re
import types
from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from generator.errors import Problem
from generator.pages import INDEXES, KINDS, Html
from generator.pages.parts import Frame
from generator.story import Verdict

NOBODYS = "zzqxj"
"""A key that no parser can know; the message about it names those that are known."""

Parse = Callable[[str], Iterable[Problem]]


def known_keys(parse: Parse, wrap: Callable[[str], str]) -> frozenset[str]:
    """The keys that a mapping may have; empty where there is no mapping to put one into.

    `wrap` puts the foreign key into a text, at the place in question.
    """
    for problem in parse(wrap(NOBODYS)):
        if re.match(rf"([\w.-]+\.)?{NOBODYS} is not a key of ", problem.message):
            found = re.fullmatch(r"Use one of: (.+)\.", problem.hint)
            assert found, f"the message about a foreign key does not name the known ones: {problem}"
            return frozenset(found[1].split(", "))
    return frozenset()


def structs_of_views() -> dict[str, type[msgspec.Struct]]:
    """Every struct that a view, or the frame, is made of, by its name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting: list[Any] = [kind.view for kind in (*KINDS, *INDEXES)] + [Frame]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, msgspec.Struct) and one is not Html:
            if one.__name__ not in found:
                found[one.__name__] = one
                waiting += get_type_hints(one).values()
            assert found[one.__name__] is one, f"two structs are called {one.__name__}"
        waiting += [inner for inner in get_args(one) if not isinstance(inner, str)]
    return found


_PLAIN = {
    str: "text",
    int: "number",
    float: "number",
    bool: "true or false",
    dt.date: "date",
    dt.datetime: "moment",
    Html: "HTML",
    Verdict: "`good`, `bad` or `mixed`",
}


def shown_type(hint: Any) -> str:
    """A type as docs/themes.md writes it."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        *words, last = (f"`{word}`" if word else "empty" for word in arguments)
        return f"{', '.join(words)} or {last}"
    if get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] is ...:
        return f"list of {shown_type(arguments[0])}"
    if type(None) in arguments:
        some = [one for one in arguments if one is not type(None)]
        inner = shown_type(some[0] if len(some) == 1 else Literal[tuple(get_args(some))])
        return f"{inner.replace(' or ', ', ')} or none"
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        return f"`{hint.__name__}`"
    raise AssertionError(f"docs/themes.md has no words for the type {hint}")


def fields_of(struct: type[msgspec.Struct]) -> dict[str, str]:
    """A struct's fields with their types, in its order."""
    hints = get_type_hints(struct)
    return {name: shown_type(hints[name]) for name in struct.__struct_fields__}
