"""What feedgen 1.0.0 does by itself, and the feeds of this room do not. Each was seen in a trial."""

import json
import locale
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.feeds import FeedAuthor, FeedView, atom, json_feed, rss
from tests.feeds.samples import ATOM, CREATOR, FORMATS, feed_of, stories, story, tree

Render = Callable[[FeedView], bytes]
MONDAY = datetime(2019, 6, 3, 9, 0, tzinfo=UTC)


def test_atom_s_entry_links_keep_rel_and_type() -> None:
    feed = tree(atom(feed_of(story(url="https://stories.example/1/"))))
    assert [dict(link.items()) for link in feed.findall(f"{ATOM}entry/{ATOM}link")] == [
        {"href": "https://stories.example/1/", "rel": "alternate", "type": "text/html"}
    ]


def test_the_channel_link_is_the_home_page_whatever_else_is_linked() -> None:
    feed = tree(rss(feed_of(home="https://stories.example/", hub="https://hub.example/")))
    assert feed.findtext("channel/link") == "https://stories.example/"


def test_the_hub_is_written_to_every_format() -> None:
    view = feed_of(story(), hub="https://hub.example/")
    links = [*tree(rss(view)).findall(f"channel/{ATOM}link"), *tree(atom(view)).findall(f"{ATOM}link")]
    assert [link.get("href") for link in links if link.get("rel") == "hub"] == ["https://hub.example/"] * 2
    assert json.loads(json_feed(view))["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]


def test_authors_without_e_mail_are_named_in_every_format() -> None:
    view = feed_of(story(authors=(FeedAuthor("Dana"), FeedAuthor("Lee"))))
    assert [name.text for name in tree(rss(view)).findall(f"channel/item/{CREATOR}")] == ["Dana", "Lee"]
    assert [name.text for name in tree(atom(view)).findall(f"{ATOM}entry/{ATOM}author/{ATOM}name")] == ["Dana", "Lee"]
    assert json.loads(json_feed(view))["items"][0]["authors"] == [{"name": "Dana"}, {"name": "Lee"}]


@pytest.mark.parametrize("render", FORMATS)
def test_no_e_mail_is_made_up(render: Render) -> None:
    view = feed_of(story(authors=(FeedAuthor("Dana"),)), author=FeedAuthor("The editors"))
    assert b"@" not in render(view)


def test_a_feed_changed_when_its_latest_update_was_made_not_when_it_was_built() -> None:
    old, corrected = stories(2)
    view = feed_of(old, story(id=corrected.id, published=corrected.published, updated=datetime(2019, 8, 1, tzinfo=UTC)))
    assert tree(rss(view)).findtext("channel/lastBuildDate") == "Thu, 01 Aug 2019 00:00:00 +0000"
    assert tree(atom(view)).findtext(f"{ATOM}updated") == "2019-08-01T00:00:00+00:00"


@pytest.mark.parametrize("render", FORMATS)
@pytest.mark.parametrize("view", [feed_of(), feed_of(*stories(2))], ids=["empty", "two stories"])
def test_the_time_of_the_build_is_nowhere(render: Render, view: FeedView) -> None:
    assert str(datetime.now(UTC).year).encode() not in render(view)


def test_a_feed_without_stories_has_no_date_but_the_one_that_atom_requires() -> None:
    channel = tree(rss(feed_of())).find("channel")
    assert channel is not None
    assert {"lastBuildDate", "pubDate"}.isdisjoint(child.tag for child in channel)
    assert tree(atom(feed_of())).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize("render", FORMATS)
def test_two_renderings_are_the_same_bytes(render: Render) -> None:
    view = feed_of(*stories(3, tags=("a", "b", "c")), author=FeedAuthor("Dana"))
    assert render(view) == render(view)


def test_entries_keep_their_order() -> None:
    view = feed_of(*stories(3))
    in_order = ["Story 1", "Story 2", "Story 3"]
    assert [title.text for title in tree(rss(view)).findall("channel/item/title")] == in_order
    assert [title.text for title in tree(atom(view)).findall(f"{ATOM}entry/{ATOM}title")] == in_order
    assert [item["title"] for item in json.loads(json_feed(view))["items"]] == in_order


@pytest.mark.parametrize("render", FORMATS)
def test_rendering_leaves_the_locale_of_the_process_alone(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("setlocale was called: another thread would read or write dates in the wrong language")

    monkeypatch.setattr(locale, "setlocale", refuse)
    render(feed_of(story(), author=FeedAuthor("Dana")))


def test_dates_have_english_names_in_a_german_process(german: None) -> None:
    assert f"{MONDAY:%a}" == "Mo"
    feed = tree(rss(feed_of(story(published=MONDAY, updated=MONDAY))))
    assert feed.findtext("channel/lastBuildDate") == "Mon, 03 Jun 2019 09:00:00 +0000"
    assert feed.findtext("channel/item/pubDate") == "Mon, 03 Jun 2019 09:00:00 +0000"


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A process whose dates are German, on systems that can make such a locale."""
    localedef = shutil.which("localedef")
    made = localedef and subprocess.run(
        [localedef, "--no-archive", "-i", "de_DE", "-f", "UTF-8", str(tmp_path / "de_DE.UTF-8")],
        check=False,
        capture_output=True,
    )
    monkeypatch.setenv("LOCPATH", str(tmp_path))
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "de_DE.UTF-8")
    except locale.Error:
        pytest.skip(f"no German locale can be made here ({made})")
    yield
    locale.setlocale(locale.LC_TIME, before)
