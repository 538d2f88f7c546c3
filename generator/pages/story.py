"""A story's own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.pages.case import OutcomeView, StepView, When, outcome, timeline, when
from generator.pages.changes import UpdateView, replies, updates
from generator.pages.discussion import DiscussionView, discussion
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import (
    CompanyVerdict,
    Head,
    Link,
    StoryLine,
    companies,
    feed_link,
    head,
    html,
    links,
    story_lines,
)
from generator.pages.pictures import ViewPicture, picture
from generator.pages.reply_links import ReplyLinksView, reply_links
from generator.pages.series import SeriesView, series
from generator.pages.sources import DisclosureView, SourceView, disclosure, sources
from generator.pages.structured import DataBlock, is_review, structured
from generator.site import LinkedStory, Site
from generator.story import Channel, Verdict

READING_SPEED = 230
"""Words a minute: adults' silent reading of English non-fiction is near 238 (Brysbaert 2019), rounded down."""


class StoryView(msgspec.Struct, frozen=True):
    """`day` is the date that readers see; `published` is the same in ISO 8601 form, with the time where one was given.

    `language` is empty where it is the site's. `minutes` is the time to read it. `structured` is JSON-LD.
    """

    head: Head
    title: str
    language: str
    day: dt.date
    published: str
    updated: dt.date | None
    verdict: Verdict | None
    rating: int | None
    review: bool
    companies: tuple[CompanyVerdict, ...]
    mentions: tuple[Link, ...]
    tags: tuple[Link, ...]
    authors: tuple[Link, ...]
    summary: str
    picture: ViewPicture | None
    happened: When | None
    channel: Channel | None
    disclosure: DisclosureView | None
    sources: tuple[SourceView, ...]
    updates: tuple[UpdateView, ...]
    body: Html
    outcome: OutcomeView | None
    timeline: tuple[StepView, ...]
    replies: tuple[UpdateView, ...]
    reply_links: ReplyLinksView | None
    series: SeriesView | None
    minutes: int
    discussion: DiscussionView
    related: tuple[StoryLine, ...]
    newer: Link | None
    older: Link | None
    structured: DataBlock
    held_back: Literal["", "draft", "scheduled"]


def plan(site: Site) -> Iterator[Page]:
    as_of = site.as_of
    for place, story in enumerate(site.stories):
        newer = site.stories[place - 1] if place else None
        older = site.stories[place + 1] if place + 1 < len(site.stories) else None
        view = _view(site, story, newer, older, as_of)
        yield Page("story", story.path, view, story.story.source, story.story.places.at("slug"))


def _view(
    site: Site, story: LinkedStory, newer: LinkedStory | None, older: LinkedStory | None, as_of: dt.date | None
) -> StoryView:
    told = story.story
    shown = picture(site, told.image)
    feeds = tuple(feed for company in story.companies for feed in feed_link(site, company.title, company.path))
    about = head(
        site,
        story.path,
        description=told.summary,
        feeds=feeds if len(story.companies) == 1 else (),
        image=told.image,
        indexed=not story.held_back and not (told.original and site.config.republished == "noindex"),
        original=told.original.url if told.original else "",
    )
    return StoryView(
        head=about,
        title=told.title,
        language=told.language,
        day=story.day,
        # A bare date has no time of day, and feeds alone need one.
        published=(story.published if told.date.time else story.day).isoformat(),
        updated=story.updated_day,
        verdict=told.verdict,
        rating=told.rating,
        review=is_review(story),
        companies=companies(site, story),
        mentions=links(site, story.mentions),
        tags=links(site, story.tags),
        authors=links(site, story.authors),
        summary=told.summary,
        picture=shown,
        happened=when(told.happened),
        channel=told.channel,
        disclosure=disclosure(told),
        sources=sources(told),
        updates=updates(site, story),
        body=html(site, told.body, below_picture=shown is not None),
        outcome=outcome(told),
        timeline=timeline(told),
        replies=replies(site, story),
        reply_links=reply_links(site, story),
        series=series(site, story),
        minutes=max(1, round(told.body.words / READING_SPEED)),
        discussion=discussion(site, story, as_of=as_of),
        related=story_lines(site, site.related.get(story.path, ())),
        newer=_neighbour(site, newer),
        older=_neighbour(site, older),
        structured=structured(site, story, image=about.image),
        held_back=story.held_back,
    )


def _neighbour(site: Site, story: LinkedStory | None) -> Link | None:
    return Link(story.story.title, site.config.url.path(story.path)) if story else None


KIND = Kind(name="story", plan=plan, template="story.html", view=StoryView)
