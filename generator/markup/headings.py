"""Headings: the title of the page is the one h1, and every heading can be linked to."""

from collections.abc import Iterator, Sequence

from generator.markup.body import Heading
from generator.markup.facts import plain_text
from generator.markup.references import own_id
from generator.markup.tree import Element
from generator.urls import slugify

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""The elements that are headings."""
_WITHOUT_LETTERS = "section"


def number_headings(elements: Sequence[Element]) -> tuple[Heading, ...]:
    """Give every heading its level and id, and list them. To be called when the texts are set.

    Where a text has an h1, all its headings go one level down; h6 stays, as there is no h7. An id that the author
    gave is kept; no two ids of a text are the same.
    """
    found = [element for element in elements if element.tag in LEVELS]
    down = any(heading.tag == "h1" for heading in found)
    ids = _Ids(own_id(element.attributes["id"]) for element in elements if "id" in element.attributes)
    headings = []
    for heading in found:
        level = min(6, LEVELS[heading.tag] + down)
        text = plain_text(heading)
        heading.tag = f"h{level}"
        if not own_id(heading.attributes.get("id", "")):
            heading.attributes["id"] = ids.new(slugify(text) or _WITHOUT_LETTERS)
        headings.append(Heading(level, own_id(heading.attributes["id"]), text))
    return tuple(headings)


class _Ids:
    """The ids of a text, able to make a new one."""

    def __init__(self, taken: Iterator[str]) -> None:
        self._taken = set(taken)
        self._last_number: dict[str, int] = {}

    def new(self, wish: str) -> str:
        """The wished id, with the first free number after it if it is taken."""
        new = wish
        while new in self._taken:
            self._last_number[wish] = self._last_number.get(wish, 1) + 1
            new = f"{wish}-{self._last_number[wish]}"
        self._taken.add(new)
        return new
