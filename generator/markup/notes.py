"""Footnotes: their mark-up as assistive technology knows it, and no way back to where nothing is.

Roles are those of DPUB-ARIA (https://www.w3.org/TR/dpub-aria-1.1/), which need no words in any language.
"""

from collections.abc import Collection, Iterator, Sequence

from generator.errors import Location, Problem
from generator.markup.source import Source
from generator.markup.tree import Element

_ROLES = {"footnote-ref": "doc-noteref", "footnote-backref": "doc-backlink", "footnote": "doc-endnotes"}


def dress_notes(elements: Sequence[Element], source: Source) -> Iterator[Problem]:
    """Give footnotes their roles; take the way back from a note that nothing calls, with a warning."""
    for element in elements:
        role = _ROLES.get(element.attributes.get("class", ""))
        if role:
            element.attributes["role"] = role
        if role == "doc-endnotes":
            element.attributes["class"] = "footnotes"
    ids = {element.attributes.get("id") for element in elements}
    for element in elements:
        for way_back in [child for child in element.elements() if _leads_nowhere(child, ids)]:
            element.children.remove(way_back)
            label = way_back.attributes["href"].removeprefix("#fnref:")
            at = Location(source.path, source.line_of(f"[^{label}]:"))
            yield Problem(at, f"nothing calls the footnote [^{label}].", f"Write [^{label}] in the text.", "warning")


def _leads_nowhere(element: Element, ids: Collection[str | None]) -> bool:
    is_way_back = element.attributes.get("role") == "doc-backlink"
    return is_way_back and element.attributes.get("href", "")[1:] not in ids
