"""A story and a feed to start from: tests change what they are about, and show it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from lxml import etree
from msgspec.structs import replace

from generator.feeds import FeedAuthor, FeedEntry, FeedView, atom, json_feed, rss

FORMATS = (rss, atom, json_feed)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
JUNE = datetime(2019, 6, 3, 9, 0, tzinfo=UTC)

DANA = FeedAuthor("Dana", "https://dana.example/")
STORY = FeedEntry(
    id="tag:stories.example,2019:the-president-answered",
    url="https://stories.example/stories/the-president-answered/",
    title="The president answered",
    summary="A letter about a pair of shoes.",
    content='<p>I wrote to <a href="https://shoes.example/">the makers</a>.</p>',
    published=JUNE,
    updated=JUNE,
    authors=(DANA,),
    tags=("refunds",),
)


def story(**changes: Any) -> FeedEntry:
    """STORY with some of its fields changed."""
    return replace(STORY, **changes)


def stories(count: int, **changes: Any) -> tuple[FeedEntry, ...]:
    """Stories that differ, newest first, each a day older than the one before."""
    return tuple(
        story(
            id=f"tag:stories.example,2019:{number}",
            url=f"https://stories.example/stories/{number}/",
            title=f"Story {number}",
            published=JUNE - timedelta(days=number),
            updated=JUNE - timedelta(days=number),
            **changes,
        )
        for number in range(1, count + 1)
    )


def feed_of(*entries: FeedEntry, **changes: Any) -> FeedView:
    """A feed of these entries, with some of its fields changed."""
    view = FeedView(
        id="tag:stories.example,2019:",
        title="Good and bad service",
        description="What happened to us",
        home="https://stories.example/",
        address="https://stories.example/feed.xml",
        language="en",
        entries=entries,
    )
    return replace(view, **changes)


def tree(feed: bytes) -> etree._Element:
    """The feed's root element, read without network and entities."""
    return etree.fromstring(feed, etree.XMLParser(resolve_entities=False, no_network=True))
