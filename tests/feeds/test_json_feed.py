"""JSON Feed 1.1."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from generator.feeds import FeedAuthor, FeedView, json_feed
from tests.feeds.rules import broken_rules
from tests.feeds.samples import DANA, JUNE, feed_of, stories, story

HERE = "https://stories.example/feed.json"


def read(view: FeedView) -> dict[str, Any]:
    feed: dict[str, Any] = json.loads(json_feed(view))
    return feed


def test_a_full_feed_breaks_no_rule() -> None:
    view = feed_of(
        story(language="de", image="https://stories.example/shoes.jpg", tags=("Schuhe & Socken", "refunds")),
        *stories(3),
        address=HERE,
        author=FeedAuthor("The editors"),
        hub="https://hub.example/",
        logo="https://stories.example/logo.svg",
    )
    assert broken_rules(json_feed(view), location=HERE, now=JUNE) == []


def test_a_feed_says_what_the_format_asks_for() -> None:
    view = feed_of(address=HERE, author=DANA, hub="https://hub.example/", logo="https://stories.example/logo.svg")
    assert read(view) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Good and bad service",
        "home_page_url": "https://stories.example/",
        "feed_url": HERE,
        "description": "What happened to us",
        "icon": "https://stories.example/logo.svg",
        "authors": [{"name": "Dana", "url": "https://dana.example/"}],
        "language": "en",
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "items": [],
    }


def test_an_item_says_what_the_format_asks_for() -> None:
    view = feed_of(story(language="de", image="https://stories.example/shoes.jpg"))
    assert read(view)["items"] == [
        {
            "id": "tag:stories.example,2019:the-president-answered",
            "url": "https://stories.example/stories/the-president-answered/",
            "title": "The president answered",
            "content_html": '<p>I wrote to <a href="https://shoes.example/">the makers</a>.</p>',
            "summary": "A letter about a pair of shoes.",
            "image": "https://stories.example/shoes.jpg",
            "date_published": "2019-06-03T09:00:00Z",
            "date_modified": "2019-06-03T09:00:00Z",
            "authors": [{"name": "Dana", "url": "https://dana.example/"}],
            "tags": ["refunds"],
            "language": "de",
        }
    ]


def test_what_is_not_known_is_left_out() -> None:
    item = read(feed_of(story(authors=(), tags=(), summary="")))["items"][0]
    assert item.keys().isdisjoint({"authors", "tags", "summary", "image", "language", "content_text"})


def test_a_story_without_content_is_carried_by_its_summary_once() -> None:
    item = read(feed_of(story(summary="In short.", content="")))["items"][0]
    assert item["content_text"] == "In short."
    assert item.keys().isdisjoint({"content_html", "summary"})


def test_an_author_s_e_mail_is_not_passed_off_as_a_site() -> None:
    view = feed_of(story(authors=(FeedAuthor("Dana", email="dana@stories.example"),)))
    assert read(view)["items"][0]["authors"] == [{"name": "Dana"}]


def test_a_date_keeps_its_offset() -> None:
    evening = datetime(2019, 6, 3, 23, 30, tzinfo=timezone(timedelta(hours=-7)))
    assert read(feed_of(story(published=evening)))["items"][0]["date_published"] == "2019-06-03T23:30:00-07:00"
    assert evening.astimezone(UTC).day == 4


def test_items_stand_on_lines_of_their_own() -> None:
    lines = json_feed(feed_of(*stories(3))).splitlines()
    assert [line[:6] for line in lines[1:4]] == [b'{"id":'] * 3
