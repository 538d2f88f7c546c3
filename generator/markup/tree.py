"""A small tree of our own, read from sanitised HTML: selectolax cannot rename an element, and we have to.

The tree is private to one parse. It is read here, shaped in place (figures.py, headings.py, typography.py), written
(writer.py), and thrown away. Only what the policy allows is ever part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

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
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


class TooDeepError(Exception):
    """HTML whose elements are more than DEEPEST deep."""


def read(html: str) -> list[Element]:
    """The tree of some HTML: all its elements in the order of the text, after one that holds them all.

    Raises TooDeepError.
    """
    parser = LexborHTMLParser(f"<main>{without_unwanted(html)}</main>", is_fragment=True)
    elements = [Element("main")]
    if parser.root is None:
        return elements
    known = {parser.root.mem_id: (elements[0], 0)}
    for node in parser.root.traverse(include_text=True):
        parent, depth = known.get(node.parent.mem_id if node.parent else 0, (None, 0))
        if parent is None:  # the outermost element, or one within what is not allowed
            continue
        if node.is_text_node:
            parent.children.append(node.text_content or "")
        elif element := _element(node):
            if depth == DEEPEST:
                raise TooDeepError
            parent.children.append(element)
            elements.append(element)
            known[node.mem_id] = element, depth + 1
    return elements


def _element(node: LexborNode) -> Element | None:
    tag = node.tag or ""
    if tag not in policy.TAGS:
        is_more = node.is_comment_node and (node.comment_content or "").strip().lower() == "more"
        return Element(MORE) if is_more else None
    attributes = {}
    for name, value in node.attributes.items():
        if name == "class" and (classes := policy.classes(tag, value or "")):
            attributes["class"] = " ".join(classes)
        elif name == "align" and (alignment := policy.alignment_class(value or "")):
            attributes["class"] = alignment
        elif name not in ("class", "align") and policy.is_allowed(tag, name):
            attributes[name] = value or ""
    return Element(tag, attributes)
