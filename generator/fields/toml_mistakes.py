"""What people do in site.toml and theme.toml that cannot be read: a table of causes, each with what to do."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.fields.mistakes import Mistake, show
from generator.fields.toml_values import VALUES, as_text, end_of_value, is_readable
from generator.quoting import is_invisible, named, quoted

_SECTION = re.compile(r"(\[\[?)[ \t]*([^\[\]#]*?)[ \t]*(\]\]|\]|(?=#|$))(.*)")
_PAIR = re.compile(r"""[ \t]*("[^"\n]*"|'[^'\n]*'|[^=#\n]*?)[ \t]*=[ \t]*""")
_COLON = re.compile(r"""["']?([A-Za-z_][\w-]*)["']?[ \t]*:[ \t]*(.*)""")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_LISTS = ("nav",)
"""Sections of which there may be several."""
_COMMENT = re.compile(r"//|/\*|;|<!--")
_IN_QUOTES = re.compile(r""""(?:\\.|[^"\\])*"?|'[^']*'?|#.*""")
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_.-]+")


class Statement(NamedTuple):
    """A line that starts something, and what is known from the lines above it.

    `at` is where its first character is. Of `key = value` the value starts at `value_at`. `seen` says on which line
    each section, and each key of the section at hand, is.
    """

    at: int
    line: str
    key: str
    value_at: int
    seen: dict[str, int]
    number: int


def find_mistake(text: str, until: int) -> Mistake | None:
    """The first mistake that has a name, on a line that starts before `until`; None where the cause is not known."""
    for statement in _statements(text):
        if statement.at > until:
            break
        for cause in CAUSES:
            if mistake := cause(text, statement):
                return mistake
        if statement.value_at:
            for value_cause in VALUES:
                if mistake := value_cause(text, statement.value_at, statement.key):
                    return mistake
    return None


def _statements(text: str) -> Iterator[Statement]:
    sections: dict[str, int] = {}
    keys: dict[str, int] = {}
    start, end = 0, 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip(" \t")
        if start >= end and line and not line.startswith("#"):
            at = start + raw.index(line[0])
            pair = None if line.startswith("[") else _PAIR.match(text, at)
            key = pair[1].strip() if pair else ""
            yield Statement(at, line, key, pair.end() if pair else 0, keys if key else sections, number)
            if line.startswith("["):
                sections.setdefault("".join(line.partition("]")[0].split()) + "]", number)
                keys = {}
            keys.setdefault(key, number)
            end = end_of_value(text, pair.end()) if pair else 0
        start += len(raw) + 1


def invisible(_: str, it: Statement) -> Mistake | None:
    """An invisible character where only a plain space may be."""
    bare = _IN_QUOTES.sub(lambda found: "x" * len(found[0]), it.line)
    if found := _CONTROL.search(it.line):
        return Mistake(it.at + found.start(), f"{named(found[0])}.", "Delete it.")
    at = next((n for n, c in enumerate(bare) if is_invisible(c) and c != "\t"), None)
    if at is None:
        return None
    hint = "Replace it with a plain space." if it.line[at].isspace() else "Delete it."
    return Mistake(it.at + at, f"{named(it.line[at])}, outside quotation marks.", hint)


def fence(_: str, it: Statement) -> Mistake | None:
    """`---`, as in a story."""
    if not re.fullmatch(r"[-–—]{1,6}|\+\+\+", it.line):
        return None
    return Mistake(it.at, f"a line {it.line}, which belongs only in Markdown files.", "Delete it.")


def foreign(_: str, it: Statement) -> Mistake | None:
    """A comment or a brace as other languages write them."""
    if found := _COMMENT.match(it.line):
        return Mistake(it.at, f"a comment that starts with {found[0]}.", "Start it with # instead.")
    if it.line.startswith(("{", "}")):
        hint = "Write a section such as [site], and below it a key, an = sign and a value on each line."
        return Mistake(it.at, f"the line starts with {it.line[0]}.", hint)
    return None


def section(_: str, it: Statement) -> Mistake | None:
    """`[site` or `[my site]`, or a section that is there already."""
    if not it.line.startswith("["):
        return None
    found = _SECTION.fullmatch(it.line)
    if not found:
        return Mistake(it.at, "the name of a section has brackets in it.", "Write it like [site], or [[nav]].")
    opening, name, closing, rest = found[1], found[2], found[3], found[4].strip()
    right = opening + name + ("]]" if opening == "[[" else "]")
    wanted = "]" * len(opening)
    if closing != wanted:
        message = f"a {opening} without a {wanted}." if len(closing) < len(wanted) else f"a {opening} with a {closing}."
        return Mistake(it.at, message, show("Write as many brackets after the name as before it:", right))
    if rest and not rest.startswith("#"):
        return Mistake(it.at + it.line.index(rest), f"text after {right}.", "Start a new line for it.")
    if not is_readable(right):
        hint = "Use only letters without accents, digits, hyphens and underscores, as in [site]."
        return Mistake(it.at, f"{right} cannot be the name of a section.", hint)
    first = it.seen.get(f"[{name}]") or (it.seen.get(f"[[{name}]") if opening == "[" else None)
    if not first:
        return None
    hint = f"Write [[{name}]] for each entry." if name in _LISTS else "Put its keys there, and delete this line."
    return Mistake(it.at, f"{right} is here a second time; the first is on line {first}.", hint)


def no_equals(_: str, it: Statement) -> Mistake | None:
    """`title: Told` or `title Told`."""
    if (it.value_at and it.key) or it.line.startswith("["):
        return None
    if it.value_at:
        return Mistake(it.at, "no key before the = sign.", show("Write one:", 'title = "My stories"'))
    if found := _COLON.fullmatch(it.line):
        hint = show("Write an = sign instead:", f"{found[1]} = {_as_value(found[2])}")
        return Mistake(it.at + it.line.index(":"), f"a colon after '{found[1]}'.", hint)
    key, _, value = it.line.partition(" ")
    example = f"{key} = {_as_value(value)}" if value and _PLAIN_KEY.fullmatch(key) else 'title = "My stories"'
    return Mistake(it.at, "a line without an = sign.", show("Write a key, an = sign and a value:", example))


def wrong_key(_: str, it: Statement) -> Mistake | None:
    """A key that is no key, or is there already."""
    if not it.key:
        return None
    if not is_readable(f"{it.key} = 0"):
        if found := re.match(r"([A-Za-z_][\w-]*)[ \t]*:", it.key):
            return Mistake(it.at + found.end() - 1, f"a colon after '{found[1]}'.", "Write an = sign instead.")
        hint = "Use only letters without accents, digits, hyphens and underscores."
        return Mistake(it.at, f"{quoted(it.key)} cannot be a key.", hint)
    if it.key in it.seen:
        message = f"{it.key} is here a second time; the first is on line {it.seen[it.key]}."
        return Mistake(it.at, message, "Keep one of them.")
    return None


def _as_value(text: str) -> str:
    return text if is_readable(f"x = {text}") else as_text(text.strip("“”„«» "))


CAUSES: tuple[Callable[[str, Statement], Mistake | None], ...] = (
    invisible,
    fence,
    foreign,
    section,
    no_equals,
    wrong_key,
)
"""Asked of each line in this order, and of its value the causes of `toml_values`."""
