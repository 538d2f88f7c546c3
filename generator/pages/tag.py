"""A tag's page: its stories."""

from collections.abc import Iterator

import msgspec

from generator.pages.lists import screens
from generator.pages.output import Kind, Page
from generator.pages.parts import Card, Head, Pager, cards, feed_link, head
from generator.site import Site


class TagView(msgspec.Struct, frozen=True):
    """`count` is the number of all stories with the tag, on whatever screen."""

    head: Head
    title: str
    first: bool
    count: int
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for tag in site.tags:
        for screen in screens(site, tag.path, tag.stories):
            view = TagView(
                head=head(site, screen.path, feeds=feed_link(site, tag.name, tag.path), indexed=screen.first),
                title=tag.name,
                first=screen.first,
                count=len(tag.stories),
                stories=cards(site, screen.stories),
                pager=screen.pager,
            )
            yield Page("tag", screen.path, view, f"the page of the tag {tag.name!r}")


KIND = Kind(name="tag", plan=plan, template="tag.html", view=TagView)
