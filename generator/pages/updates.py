"""/updates/: what came after publication, of all stories: updates and replies, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.pages.lists import screens
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Head, Link, Pager, head, html, link
from generator.site import LinkedStory, LinkedUpdate, Site


class UpdateLine(msgspec.Struct, frozen=True):
    """An update, or a company's reply, with the story that it belongs to; `url` leads to its place there."""

    title: str
    url: str
    day: dt.date
    text: Html
    company: Link | None
    signed: str
    correction: bool


class UpdatesView(msgspec.Struct, frozen=True):
    head: Head
    first: bool
    updates: tuple[UpdateLine, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for screen in screens(site, "/updates/", newest_updates(site)):
        view = UpdatesView(
            head=head(site, screen.path, indexed=screen.first),
            first=screen.first,
            updates=tuple(_line(site, *item, place=place) for place, item in enumerate(screen.items, start=1)),
            pager=screen.pager,
        )
        yield Page("updates", screen.path, view, "the list of updates")


def newest_updates(site: Site) -> tuple[tuple[LinkedStory, LinkedUpdate], ...]:
    """Every update and reply that has a date, with its story; newest first."""
    found = [(story, one) for story in site.stories for one in (*story.updates, *story.replies) if one.day]
    return tuple(sorted(found, key=lambda pair: (pair[1].moment, pair[0].published, pair[1].anchor), reverse=True))


def _line(site: Site, story: LinkedStory, update: LinkedUpdate, *, place: int) -> UpdateLine:
    """`place` is that on the screen: it keeps the ids of different stories' updates apart."""
    assert update.day
    return UpdateLine(
        title=story.story.title,
        url=f"{site.config.url.path(story.path)}#{update.anchor}",
        day=update.day,
        text=html(site, update.body, prefix=f"_{place}-", home=site.config.url.path(story.path)),
        company=link(site, update.company) if update.company else None,
        signed=update.signed,
        correction=update.correction,
    )


KIND = Kind(name="updates", plan=plan, template="updates.html", view=UpdatesView)
