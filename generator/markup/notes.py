"""Footnotes: their mark-up as assistive technology knows it, and no way back to where nothing is.

Roles are those of DPUB-ARIA (https://www.w3.org/TR/dpub-aria-1.1/), which need no words in any language.
"""

import re
from collections.abc import Iterator, Sequence

from generator.errors import Location, Problem
from generator.markup.source import Source
from generator.markup.tree import Element

_ROLES = {"footnote-ref": "doc-noteref", "footnote-backref": "doc-backlink", "footnote": "doc-endnotes"}


_CALL = re.compile(r"\[\^([^\]\n]+)\]")


def missing_notes(elements: Sequence[Element], source: Source) -> Iterator[Problem]:
    """A warning for each footnote that the text refers to and that is not there; readers would see its mark as text."""
    if "[^" not in source.text:
        return
    texts = (child for element in elements if element.tag != "code" for child in element.children)
    labels = dict.fromkeys(label for text in texts if isinstance(text, str) for label in _CALL.findall(text))
    for label in labels:
        if f"\\[^{label}]" not in source.text:
            at = Location(source.path, source.line_of(f"[^{label}]"))
            hint = f"Write it on a line of its own, such as [^{label}]: She said so in a letter."
            yield Problem(at, f"there is no footnote [^{label}].", hint, "warning")


def dress_notes(elements: Sequence[Element], source: Source) -> Iterator[Problem]:
    """Give footnotes their roles; take the way back from a note that nothing calls, with a warning."""
    ids: set[str] = set()
    ways_back: list[Element] = []
    for element in elements:
        attributes = element.attributes
        if "id" in attributes:
            ids.add(attributes["id"])
        role = _ROLES.get(attributes.get("class", ""))
        if role:
            attributes["role"] = role
        if role == "doc-endnotes":
            attributes["class"] = "footnotes"
        elif role == "doc-backlink" and attributes.get("href", "").startswith("#"):
            ways_back.append(element)
    lost = {way_back for way_back in ways_back if way_back.attributes["href"][1:] not in ids}
    for element in elements if lost else ():
        for way_back in lost.intersection(element.children):
            element.children.remove(way_back)
            label = way_back.attributes["href"].removeprefix("#fnref:")
            at = Location(source.path, source.line_of(f"[^{label}]:"))
            hint = f"Write [^{label}] in the text where it belongs, or delete the footnote."
            yield Problem(at, f"nothing in the text refers to the footnote [^{label}].", hint, "warning")
