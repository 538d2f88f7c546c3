"""Values as messages name them, and what is wrong with one of another kind."""

from generator.fields.node import Mapping, Node, Scalar, Sequence
from generator.quoting import quoted


def is_empty(node: Node) -> bool:
    """Whether nothing stands there: a key with an empty value is as good as left out."""
    return isinstance(node, Scalar) and isinstance(node.value, str) and not node.value.strip()


def shown(node: Node) -> str:
    """A value as a message names it."""
    match node:
        case Scalar(value=bool(value)):
            return str(value).lower()
        case Scalar(value=value):
            return quoted(value)
        case Sequence():
            return "a list"
        case _:
            return "a group of keys"


def not_a_text(node: Node, *, is_toml: bool) -> tuple[str, str]:
    """What is wrong with a value where one text belongs, and what to do."""
    match node:
        case Scalar():
            return f"{shown(node)} has no quotation marks, and a text needs them.", f'Write "{shown(node)}".'
        case Sequence():
            what, sign = "this is a list, and one text belongs here.", "["
        case _:
            what, sign = "these are keys, and one text belongs here.", "{"
    if is_toml:
        return what, "Write one text in quotation marks."
    return what, f"Write one text, in quotes if it starts with {sign}."


def not_keys(node: Node, where: str, *, known: tuple[str, ...], is_toml: bool) -> tuple[str, str]:
    """What is wrong with a value where keys belong; `where` is what they are below, `known` those that it may have."""
    what = "this is a list, and keys belong here."
    if isinstance(node, Scalar):
        what = f"{shown(node)} is one value, and keys belong here."
    if is_toml:
        return what, f"Write {where} on a line of its own, and the keys below it."
    which = f": {', '.join(known)}" if known else ""
    return what, f"Write keys below {where}, indented, each with a value{which}."


def items_apart(items: tuple[Node, ...]) -> Mapping | None:
    """The second of the items of a list that were meant as one: each has one key, and not all have the same.

    That is what a dash before each key makes of `- date: …` with `event: …` below it.
    """
    if len({item.line for item in items}) < len(items):
        return None
    keys = [item.entries[0].key for item in items if isinstance(item, Mapping) and len(item.entries) == 1]
    second = items[1] if len(items) > 1 else None
    return second if len(keys) == len(items) and len(set(keys)) > 1 and isinstance(second, Mapping) else None
