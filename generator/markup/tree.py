"""A small tree of our own, read from sanitised HTML: selectolax cannot rename an element, and we have to.

The tree is private to one parse. It is read here, shaped in place (figures.py, notes.py, typesetting.py,
headings.py), written (writer.py), and thrown away. What is read into it is only what the policy allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.markup import policy
from generator.markup.source import without_unwanted

MORE = "!more"
"""The tag of the place where an author wrote `<!-- more -->`. It is never written."""

DEEPEST = 100
"""Elements within each other."""


@dataclass(slots=True, eq=False)
class Element:
    """An element; its children are elements and texts, and its attributes have values without references."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str]

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


class TooDeepError(Exception):
    """HTML whose elements are more than DEEPEST deep."""


def read(html: str) -> list[Element]:
    """The tree of some HTML: all its elements in the order of the text, after one that holds them all.

    Raises TooDeepError.
    """
    root = LexborHTMLParser(f"<main>{without_unwanted(html)}</main>", is_fragment=True).root
    elements = [Element("main", {}, [])]
    if root is not None:
        _read_children(root, elements[0], elements, 1)
    return elements


def _read_children(node: LexborNode, parent: Element, elements: list[Element], depth: int) -> None:
    if depth > DEEPEST:
        raise TooDeepError
    child = node.first_child
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            parent.children.append(child.text_content or "")
        elif tag in policy.TAGS:
            element = Element(tag, _attributes(tag, child.attributes), [])
            parent.children.append(element)
            elements.append(element)
            _read_children(child, element, elements, depth + 1)
        elif child.is_comment_node and (child.comment_content or "").strip().lower() == "more":
            parent.children.append(Element(MORE, {}, []))
        child = child.next


def _attributes(tag: str, written: dict[str, str | None]) -> dict[str, str]:
    attributes = {}
    for name, value in written.items():
        if name == "class" and (classes := policy.classes(tag, value or "")):
            attributes["class"] = " ".join(classes)
        elif name == "align" and (alignment := policy.alignment_class(value or "")):
            attributes["class"] = alignment
        elif name not in ("class", "align") and policy.is_allowed(tag, name) and (value or name != "title"):
            attributes[name] = value or ""
    return attributes
