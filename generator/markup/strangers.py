"""What is done to a text that a stranger wrote, beside the sanitising that every text gets: see policy.py.

Its links vouch for nothing (https://html.spec.whatwg.org/multipage/links.html#link-type-nofollow, and `ugc` as search
engines read it), and it has no headings: it stands under somebody else's story, whose outline it must not disturb.
"""

from collections.abc import Iterable

from generator.markup.headings import LEVELS
from generator.markup.tree import Element

UNVOUCHED = "nofollow ugc"


def humble(elements: Iterable[Element]) -> None:
    """Mark the links of a tree as unvouched for, and make its headings paragraphs in strong words."""
    for element in elements:
        if element.tag == "a" and "href" in element.attributes:
            if "role" not in element.attributes or not element.attributes["href"].startswith("#"):
                element.attributes["rel"] = UNVOUCHED  # but not those between a footnote and its mark
        elif element.tag in LEVELS:
            element.tag = "p"
            element.children[:] = [Element("strong", {}, list(element.children))]
