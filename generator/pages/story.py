"""A story's own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.pages.output import Html, Kind, Page
from generator.pages.parts import (
    CompanyVerdict,
    Head,
    Link,
    ViewPicture,
    companies,
    feed_link,
    head,
    html,
    links,
    picture,
)
from generator.site import LinkedStory, Site
from generator.story import Verdict

READING_SPEED = 230
"""Words a minute: adults' silent reading of English non-fiction is near 238 (Brysbaert 2019), rounded down."""


class StoryView(msgspec.Struct, frozen=True):
    """`day` is the date that readers see; `published` is the same in ISO 8601 form, with the time where one was given.

    `minutes` is the time to read it.
    """

    head: Head
    title: str
    day: dt.date
    published: str
    verdict: Verdict | None
    companies: tuple[CompanyVerdict, ...]
    mentions: tuple[Link, ...]
    tags: tuple[Link, ...]
    authors: tuple[Link, ...]
    summary: str
    picture: ViewPicture | None
    body: Html
    minutes: int
    newer: Link | None
    older: Link | None
    held_back: Literal["", "draft", "scheduled"]


def plan(site: Site) -> Iterator[Page]:
    for place, story in enumerate(site.stories):
        newer = site.stories[place - 1] if place else None
        older = site.stories[place + 1] if place + 1 < len(site.stories) else None
        yield Page("story", story.path, _view(site, story, newer, older), story.story.source)


def _view(site: Site, story: LinkedStory, newer: LinkedStory | None, older: LinkedStory | None) -> StoryView:
    shown = picture(site, story.story.image)
    feeds = tuple(feed for company in story.companies for feed in feed_link(site, company.title, company.path))
    return StoryView(
        head=head(
            site,
            story.path,
            description=story.story.summary,
            feeds=feeds if len(story.companies) == 1 else (),
            image=story.story.image,
            indexed=not story.held_back,
        ),
        title=story.story.title,
        day=story.day,
        # A bare date has no time of day, and feeds alone need one.
        published=(story.published if story.story.date.time else story.day).isoformat(),
        verdict=story.story.verdict,
        companies=companies(site, story),
        mentions=links(site, story.mentions),
        tags=links(site, story.tags),
        authors=links(site, story.authors),
        summary=story.story.summary,
        picture=shown,
        body=html(site, story.story.body, below_picture=shown is not None),
        minutes=max(1, round(story.story.body.words / READING_SPEED)),
        newer=_neighbour(site, newer),
        older=_neighbour(site, older),
        held_back=story.held_back,
    )


def _neighbour(site: Site, story: LinkedStory | None) -> Link | None:
    return Link(story.story.title, site.config.url.path(story.path)) if story else None


KIND = Kind(name="story", plan=plan, template="story.html", view=StoryView)
