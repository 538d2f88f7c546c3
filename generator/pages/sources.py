"""Where a story comes from, as a view, and what ties its author to the company."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.pages.case import When, when
from generator.story import SourceType, Story


class SourceView(msgspec.Struct, frozen=True):
    """A source. What is not known is empty; addresses are on other sites."""

    type: SourceType
    title: str
    url: str
    author: str
    when: When | None
    feed_title: str
    feed_url: str
    feed_description: str
    permission: str


class DisclosureView(msgspec.Struct, frozen=True):
    """What ties the author to the company: a known tie, or `words` of the author's own. With an `interest` in it the
    story is in no record."""

    tie: Literal["none", "gift", "discount", "employee", "owner", "competitor"] | None
    words: str
    interest: bool


def sources(story: Story) -> tuple[SourceView, ...]:
    return tuple(
        SourceView(
            type=source.type,
            title=source.title,
            url=source.url,
            author=source.author,
            when=when(source.date),
            feed_title=source.feed_title,
            feed_url=source.feed_url,
            feed_description=source.feed_description,
            permission=source.permission,
        )
        for source in story.sources
    )


def disclosure(story: Story) -> DisclosureView | None:
    tied = story.disclosure
    return DisclosureView(tied.tie, tied.words, tied.is_interest) if tied else None
