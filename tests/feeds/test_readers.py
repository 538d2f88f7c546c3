"""A widespread reader (feedparser) finds in each feed what a subscriber should see."""

from typing import Any

import feedparser
import pytest

from generator.feeds import FeedAuthor, atom, rss
from tests.feeds.samples import JUNE, feed_of, stories, story


def read(feed: bytes) -> Any:
    # Sanitising would hide what the feed says; that is for the reader to do.
    parsed = feedparser.parse(feed, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


VIEW = feed_of(
    story(
        title="The president answered",
        summary="A letter, and an answer.",
        content="<p>Dear Sir, 1 &lt; 2.</p>",
        tags=("refunds", "shoes"),
        authors=(FeedAuthor("Dana"), FeedAuthor("Lee")),
        updated=JUNE.replace(day=5),
    ),
    *stories(2),
    hub="https://hub.example/",
)


@pytest.mark.parametrize("render", [rss, atom])
def test_a_reader_sees_the_feed(render: Any) -> None:
    feed = read(render(VIEW)).feed
    assert (feed.title, feed.subtitle, feed.link) == (VIEW.title, VIEW.description, VIEW.home)
    assert feed.language == "en"
    assert feed.generator == "Firsthand"
    assert {(link.rel, link.href) for link in feed.links} == {
        ("alternate", VIEW.home),
        ("self", VIEW.address),
        ("hub", VIEW.hub),
    }


@pytest.mark.parametrize("render", [rss, atom])
def test_a_reader_sees_a_story(render: Any) -> None:
    entry = read(render(VIEW)).entries[0]
    assert (entry.title, entry.link, entry.id) == ("The president answered", VIEW.entries[0].url, VIEW.entries[0].id)
    assert entry.summary == "A letter, and an answer."
    assert entry.content[0].value == "<p>Dear Sir, 1 &lt; 2.</p>"
    assert [tag.term for tag in entry.tags] == ["refunds", "shoes"]
    assert [author.name for author in entry.authors] == ["Dana", "Lee"]
    assert entry.published_parsed[:6] == (2019, 6, 3, 9, 0, 0)
    assert entry.updated_parsed[:6] == (2019, 6, 5, 9, 0, 0)


@pytest.mark.parametrize("render", [rss, atom])
def test_a_reader_sees_the_newest_story_first(render: Any) -> None:
    assert [entry.title for entry in read(render(VIEW)).entries[1:]] == ["Story 1", "Story 2"]
