"""Figures: a picture with its caption, a quotation with its source.

Each function answers for one element: the figure that takes its place, or None if it stays what it is.
"""

import re
from collections.abc import Sequence

from generator.markup.tree import Element

_ATTRIBUTION = re.compile(r"\s*(?:—|–|-{2,3})\s*(?=\S|$)")


def image_figure(paragraph: Element) -> Element | None:
    """The figure for a paragraph that holds one image with a title and nothing else, but perhaps a link around it.

    The title is the caption; what follows a `|` in it is the credit.
    """
    shown = image = _only_child(paragraph)
    if image is not None and image.tag == "a":
        image = _only_child(image)
    if shown is None or image is None or image.tag != "img" or not image.attributes.get("title", "").strip():
        return None
    caption, _, credit = image.attributes.pop("title").partition("|")
    children: list[Element | str] = [caption.strip()] if caption.strip() else []
    if credit.strip():
        children += [" "] if children else []
        children.append(Element("span", {"class": "credit"}, [credit.strip()]))
    return Element("figure", paragraph.attributes, [shown, Element("figcaption", {}, children)])


def quotation_figure(quotation: Element) -> Element | None:
    """The figure for a quotation whose last line names the source after a dash: `— Dana, by letter`."""
    last = next((child for child in reversed(quotation.children) if not _is_blank(child)), None)
    if not isinstance(last, Element) or last.tag != "p":
        return None
    before, line = _last_line(last)
    start = line[0] if line and isinstance(line[0], str) else ""
    dash = _ATTRIBUTION.match(start)
    if dash is None or all(map(_is_blank, [start[dash.end() :], *line[1:]])):
        return None
    quoted = quotation.children[: quotation.children.index(last)]
    if before:
        quoted.append(Element("p", last.attributes, before))
    if all(map(_is_blank, quoted)):
        return None
    source = ["— " + start[dash.end() :], *line[1:]]
    words = Element("blockquote", quotation.attributes, quoted)
    return Element("figure", {"class": "quote"}, [words, Element("figcaption", {}, source)])


def _last_line(paragraph: Element) -> tuple[list[Element | str], list[Element | str]]:
    """The children before the last line of a paragraph, without the break, and those of that line."""
    children = paragraph.children
    for index in reversed(range(len(children))):
        child = children[index]
        if isinstance(child, str) and "\n" in child:
            head, tail = child.rsplit("\n", 1)
            before = [*children[:index], head]
            while before and (_is_blank(before[-1]) or _is_break(before[-1])):
                before.pop()
            return before, [tail, *children[index + 1 :]]
    return [], children


def _only_child(element: Element) -> Element | None:
    children = [child for child in element.children if not _is_blank(child)]
    return children[0] if len(children) == 1 and isinstance(children[0], Element) else None


def _is_blank(child: Element | str) -> bool:
    return isinstance(child, str) and not child.strip()


def _is_break(child: Element | str) -> bool:
    return isinstance(child, Element) and child.tag == "br"


FIGURES = {"p": image_figure, "blockquote": quotation_figure}
"""Which elements may become a figure."""


def make_figures(elements: Sequence[Element]) -> None:
    """Put figures in the places of the elements that they stand for; `elements` are in the order of the text."""
    for parent in reversed(elements):  # from within outwards, so that a quotation keeps the figures in it
        for index, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag in FIGURES and (figure := FIGURES[child.tag](child)):
                parent.children[index] = figure
