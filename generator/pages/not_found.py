"""/404.html: what a reader sees where there is no page."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Card, Head, cards, head
from generator.site import Site

SHOWN = 5


class NotFoundView(msgspec.Struct, frozen=True):
    """`stories` are the newest few."""

    head: Head
    stories: tuple[Card, ...]


def plan(site: Site) -> Iterator[Page]:
    view = NotFoundView(head(site, "/404.html", indexed=False), cards(site, site.stories[:SHOWN]))
    yield Page("not_found", "/404.html", view, "the page for missing addresses")


KIND = Kind(name="not_found", plan=plan, template="404.html", view=NotFoundView)
