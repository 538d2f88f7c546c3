"""A tag's page: its stories."""

from collections.abc import Iterator

import msgspec

from generator.pages.lists import screens
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Card, Head, Pager, cards, feed_link, head, html
from generator.site import Site


class TagView(msgspec.Struct, frozen=True):
    """`about` is the tag file's text, empty without one; `count` is the number of all stories with the tag."""

    head: Head
    title: str
    first: bool
    about: Html
    count: int
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for tag in site.tags:
        source = tag.profile.source if tag.profile else f"the page of the tag {tag.name!r}"
        for screen in screens(site, tag.path, tag.stories):
            view = TagView(
                head=head(site, screen.path, feeds=feed_link(site, tag.name, tag.path), indexed=screen.first),
                title=tag.name,
                first=screen.first,
                about=html(site, tag.profile.body) if tag.profile and screen.first else Html(""),
                count=len(tag.stories),
                stories=cards(site, screen.items),
                pager=screen.pager,
            )
            yield Page("tag", screen.path, view, source)


KIND = Kind(name="tag", plan=plan, template="tag.html", view=TagView)
