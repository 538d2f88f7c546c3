"""A feed stays small: the oldest entries give way, a very long story is carried by its summary, one always stays."""

import json
import re
from collections.abc import Callable

import pytest

from generator.feeds import LONGEST_STORY, MAXIMUM_BYTES, FeedView, atom, json_feed, rss
from generator.feeds.size import fitted
from tests.feeds.rules import broken_rules
from tests.feeds.samples import ATOM, CONTENT, FORMATS, feed_of, stories, story, tree

Render = Callable[[FeedView], bytes]


def titles(feed: bytes) -> list[str]:
    """The titles of a feed's entries, in any format."""
    if feed.startswith(b"{"):
        return [item["title"] for item in json.loads(feed)["items"]]
    root = tree(feed)
    return [title.text or "" for title in root.findall("channel/item/title") + root.findall(f"{ATOM}entry/{ATOM}title")]


def paragraph(size: int) -> str:
    return "<p>" + "word " * ((size - 7) // 5) + "</p>"


@pytest.mark.parametrize("render", FORMATS)
def test_the_oldest_stories_give_way_and_no_more_than_must(render: Render) -> None:
    many = stories(20, content=paragraph(30_000))
    feed = render(feed_of(*many))
    carried = titles(feed)
    assert len(feed) <= MAXIMUM_BYTES
    assert carried == [entry.title for entry in many[: len(carried)]]
    of_one_more = len(feed) + len(render(feed_of(many[len(carried)]))) - len(render(feed_of()))
    assert of_one_more > MAXIMUM_BYTES
    assert broken_rules(feed) == []


@pytest.mark.parametrize("render", FORMATS)
def test_a_feed_that_is_small_enough_keeps_every_story(render: Render) -> None:
    assert len(titles(render(feed_of(*stories(20, content=paragraph(10_000)))))) == 20


@pytest.mark.parametrize("render", FORMATS)
def test_a_very_long_story_is_carried_by_its_summary_and_the_others_whole(render: Render) -> None:
    first, second, third = stories(3)
    long = story(id=second.id, title=second.title, summary="In short.", content=paragraph(LONGEST_STORY + 10))
    feed = render(feed_of(first, long, third))
    assert titles(feed) == ["Story 1", "Story 2", "Story 3"]
    assert b"In short." in feed
    assert b"word word" not in feed
    assert feed.count(b"the makers") == 2


@pytest.mark.parametrize("render", FORMATS)
def test_length_is_counted_in_bytes(render: Render) -> None:
    cyrillic = story(content="<p>" + "Ж" * (LONGEST_STORY // 2) + "</p>")
    latin = story(content="<p>" + "Z" * (LONGEST_STORY // 2) + "</p>")
    assert "ЖЖ".encode() not in render(feed_of(cyrillic))
    assert b"ZZ" in render(feed_of(latin))


@pytest.mark.parametrize("render", FORMATS)
def test_the_newest_story_stays_whatever_its_length(render: Render) -> None:
    newest, *others = stories(3, content=paragraph(LONGEST_STORY - 10))
    assert titles(render(feed_of(newest, *others))) == ["Story 1"]


@pytest.mark.parametrize("render", [rss, atom])
def test_a_story_that_escaping_swells_beyond_the_limit_is_carried_by_its_summary(render: Render) -> None:
    swelling = story(title="Story 1", content="<b>x</b>" * (LONGEST_STORY // 8), summary="In short.")
    feed = render(feed_of(swelling, *stories(2)))
    assert len(feed) <= MAXIMUM_BYTES
    assert titles(feed) == ["Story 1"]
    assert b"In short." in feed


@pytest.mark.parametrize("render", FORMATS)
def test_a_summary_too_long_for_any_feed_still_leaves_one_story(render: Render) -> None:
    assert titles(render(feed_of(*stories(2, content="", summary="word " * 60_000)))) == ["Story 1"]


def test_a_feed_that_lost_stories_has_the_date_of_those_it_carries() -> None:
    many = stories(20, content=paragraph(30_000))
    corrected_late = story(id="tag:stories.example,2019:old", content=paragraph(30_000))
    assert corrected_late.updated > many[0].updated
    feed = tree(rss(feed_of(*many, corrected_late)))
    assert feed.findtext("channel/lastBuildDate") == feed.findtext("channel/item/pubDate")


@pytest.mark.parametrize(("render", "mark"), [(rss, b"<item>"), (atom, b"<entry"), (json_feed, b'\n{"id":')])
def test_an_entry_that_spells_out_another_s_beginning_does_not_mislead(render: Render, mark: bytes) -> None:
    devious = paragraph(1_000) + mark.decode() * 50
    many = stories(200, content=devious)
    feed = render(feed_of(*many))
    assert MAXIMUM_BYTES * 0.97 < len(feed) <= MAXIMUM_BYTES
    assert len(re.findall(re.escape(mark), feed)) == len(titles(feed))


def test_an_archive_of_a_thousand_stories_is_rendered_twice_at_most_and_never_whole() -> None:
    rendered: list[int] = []

    def lines(view: FeedView) -> bytes:
        rendered.append(len(view.entries))
        return b"head" + b"".join(b"\n!" + entry.content.encode() * 2 for entry in view.entries)

    feed = fitted(feed_of(*stories(1_000, content=paragraph(10_000))), lines, b"\n!")
    assert len(feed) <= MAXIMUM_BYTES
    assert rendered == [25, 12]


def test_a_story_in_a_feed_of_summaries_keeps_no_content() -> None:
    item = tree(rss(feed_of(story(content="", summary="In short.")))).find("channel/item")
    assert item is not None
    assert item.find(CONTENT) is None
