"""Values as messages name them."""

from generator.fields.node import Node, Scalar, Sequence


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


def quoted(value: str | int | float) -> str:
    """As Python writes it, which escapes what would not print; cut where it is long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…{text[-1]}"
