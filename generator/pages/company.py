"""A company's page: what it is, its record, what it answered, and the stories told about it."""

from collections.abc import Iterator

import msgspec

from generator.pages.changes import ChangeLine, change_line
from generator.pages.lists import Screen, screens
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Card, Head, Pager, StoryLine, cards, feed_link, head, html, story_lines
from generator.pages.record import RecordView, record_view
from generator.site import Company, LinkedStory, LinkedUpdate, Site

MOST_REPLIES = 6
"""Replies on a company's page: the newest ones. All stand beside their stories."""


class CompanyView(msgspec.Struct, frozen=True):
    """`about` is the company file's text, empty without one; `mentions` are stories that only name the company.

    `replies` are the newest of the `reply_count` that the company gave. What is not about single stories stands on the
    first screen alone; on the others it is empty or none.
    """

    head: Head
    title: str
    first: bool
    website: str
    industry: str
    note: str
    contacts: tuple[str, ...]
    about: Html
    record: RecordView | None
    reply_count: int
    replies: tuple[ChangeLine, ...]
    stories: tuple[Card, ...]
    mentions: tuple[StoryLine, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for company in site.companies:
        source = company.profile.source if company.profile else f"the page of the company {company.name!r}"
        for screen in screens(site, company.path, company.stories):
            yield Page("company", screen.path, _view(site, company, screen), source)


def _view(site: Site, company: Company, screen: Screen[LinkedStory]) -> CompanyView:
    profile = company.profile if screen.first else None
    replies = newest_replies(company) if screen.first else ()
    return CompanyView(
        head=head(site, screen.path, feeds=feed_link(site, company.name, company.path), indexed=screen.first),
        title=company.name,
        first=screen.first,
        website=profile.website if profile else "",
        industry=profile.industry if profile else "",
        note=profile.note if profile else "",
        contacts=profile.contacts if profile else (),
        about=html(site, profile.body) if profile else Html(""),
        record=record_view(site, company.cases, told=company.stories) if screen.first else None,
        reply_count=len(replies),
        replies=tuple(change_line(site, *reply) for reply in replies[:MOST_REPLIES]),
        stories=cards(site, screen.items),
        mentions=story_lines(site, company.mentioned_in) if screen.first else (),
        pager=screen.pager,
    )


def newest_replies(company: Company) -> tuple[tuple[LinkedStory, LinkedUpdate], ...]:
    """What a company answered to stories about it, newest first, each with its story."""
    found = [
        (story, reply)
        for story in company.stories
        for reply in story.replies
        if reply.company and reply.company.path == company.path
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].moment, pair[0].published, pair[1].anchor), reverse=True))


KIND = Kind(name="company", plan=plan, template="company.html", view=CompanyView)
