"""Setting the texts of a tree: all in one go, so that marks are matched across elements."""

from collections.abc import Iterable

from generator.markup.policy import BLOCKS
from generator.markup.tree import Element
from generator.markup.typography import BLOCK, BREAK, END, OPAQUE, set_text

_UNSET = frozenset({"pre", "code", "kbd", "samp", "var", "img"})
_BETWEEN = OPAQUE + BREAK + BLOCK


def set_tree(root: Element, language: str) -> None:
    """Set the texts of a tree, in place; code and its like stay as they are."""
    parts: list[str] = []
    places: list[tuple[Element, int]] = []
    _gather(root, parts, places)
    *texts, _ = set_text("".join(parts), language).split(END)
    for (element, index), text in zip(places, texts, strict=True):
        element.children[index] = text.lstrip(_BETWEEN)


def set_attributes(elements: Iterable[Element], language: str) -> None:
    """Set the attributes that readers read, in place: titles and text alternatives, and never an address."""
    for element in elements:
        for name in ("title", "alt"):
            if value := element.attributes.get(name):
                element.attributes[name] = set_text(value, language)


def _gather(element: Element, parts: list[str], places: list[tuple[Element, int]]) -> None:
    """Collect the texts below an element, each with its end and what stands before it, and their places."""
    for index, child in enumerate(element.children):
        if isinstance(child, str):
            parts += child, END
            places.append((element, index))
        elif child.tag in _UNSET:
            parts.append(OPAQUE)
        elif child.tag == "br" or _is_note_mark(child):
            parts.append(BREAK)
        elif child.tag in BLOCKS:
            parts.append(BLOCK)
            _gather(child, parts, places)
            parts.append(BLOCK)
        else:
            _gather(child, parts, places)


def _is_note_mark(element: Element) -> bool:
    return element.tag == "sup" and any("role" in child.attributes for child in element.elements())
