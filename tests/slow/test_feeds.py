"""The sample site's feeds, as two readers see them and as the rules of the formats judge them."""

import datetime as dt
import json
import os
import subprocess
import warnings
from calendar import timegm
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import feedparser
import pytest
from lxml import html

from tests.feeds.rules import broken_rules
from tests.sites import SiteUnderTest
from tests.slow.browser import served

pytestmark = pytest.mark.slow

ADDRESS = "https://firsthand.example/"
OF_THE_SITE = ("feed.xml", "atom.xml", "feed.json", "comments.xml")
STORIES = ("feed.xml", "atom.xml", "feed.json")


@pytest.fixture(scope="module")
def feeds(sample: SiteUnderTest) -> dict[str, bytes]:
    """Every feed of the sample site by its path; there is one for each list that a reader would follow."""
    found = {path: data for path, data in sample.tree().items() if path.rpartition("/")[2] in OF_THE_SITE}
    folders = {path.split("/")[0] for path in found}
    assert folders == {*OF_THE_SITE, "companies", "tags", "authors", "good", "mixed", "bad"}
    return found


def test_no_feed_breaks_a_rule_of_its_format(sample: SiteUnderTest, feeds: dict[str, bytes]) -> None:
    broken = {path: broken_rules(data, location=ADDRESS + path, now=sample.now) for path, data in feeds.items()}
    assert {path: rules for path, rules in broken.items() if rules} == {}


def read(data: bytes) -> Any:
    with warnings.catch_warnings():
        # It warns of its own way from `updated` to `published`, which nothing here goes.
        warnings.filterwarnings("ignore", message="To avoid breaking existing software", category=DeprecationWarning)
        return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)


def published(sample: SiteUnderTest) -> list[str]:
    """The addresses of all stories that are published, by what stands in the output; of one there is a note alone."""
    stories = [path for path in sample.tree() if path.startswith("stories/") and path.endswith("/index.html")]
    told = [path for path in stories if "h-entry" in sample.read(path)]
    assert len(told) == len(stories) - 1
    return sorted(ADDRESS + path.removesuffix("index.html") for path in told)


def test_feedparser_reads_every_story_of_the_site_s_feeds_with_its_whole_text(
    sample: SiteUnderTest, feeds: dict[str, bytes]
) -> None:
    assert len(published(sample)) >= 14
    for path in ("feed.xml", "atom.xml"):
        feed = read(feeds[path])
        assert not feed.bozo
        assert sorted(entry.link for entry in feed.entries) == published(sample)
        for entry in feed.entries:
            assert whole_text(entry.content[0].value) > 1_000
            assert entry.title
            assert entry.authors
            assert entry.published_parsed
            assert 0 < len(entry.summary) < len(entry.content[0].value)


def test_json_feed_carries_the_same_stories_as_the_others(sample: SiteUnderTest, feeds: dict[str, bytes]) -> None:
    items = json.loads(feeds["feed.json"])["items"]
    rss, atom = (read(feeds[path]).entries for path in ("feed.xml", "atom.xml"))
    for item, one, other in zip(items, rss, atom, strict=True):
        assert item["url"] == one.link == other.link
        assert item["id"] == one.id == other.id
        assert item["title"] == one.title == other.title
        assert item["content_html"] == one.content[0].value == other.content[0].value


def test_feedparser_reads_every_entry_of_every_other_feed(sample: SiteUnderTest, feeds: dict[str, bytes]) -> None:
    for path in feeds.keys() - set(OF_THE_SITE):
        feed = read(feeds[path])
        assert not feed.bozo, path
        assert feed.entries, f"{path} has a page, and so it has stories"
        assert {entry.link for entry in feed.entries} <= set(published(sample))
        screens = screens_of(sample, path.removesuffix("feed.xml"))
        assert all(entry.link.removeprefix(ADDRESS) in screens for entry in feed.entries), path


def screens_of(sample: SiteUnderTest, folder: str) -> str:
    """A list as it is read on: its first screen, and those of older stories."""
    return "".join(
        sample.read(path)
        for path in sample.tree()
        if path == f"{folder}index.html" or path.startswith(f"{folder}page/")
    )


def whole_text(markup: str) -> int:
    return len(html.fragment_fromstring(markup, create_parent="div").text_content())


def test_feedparser_reads_every_comment_and_each_leads_to_its_place(
    sample: SiteUnderTest, feeds: dict[str, bytes]
) -> None:
    feed = read(feeds["comments.xml"])
    assert not feed.bozo
    assert len(feed.entries) >= 8
    for entry in feed.entries:
        page, _, anchor = entry.link.removeprefix(ADDRESS).partition("#")
        assert f'id="{anchor}"' in sample.read(f"{page}index.html")
        assert entry.authors[0].name in entry.title
        assert entry.content[0].value.startswith("<p>")


def test_what_happened_after_publication_comes_first_and_says_so(feeds: dict[str, bytes]) -> None:
    changed = [item for item in json.loads(feeds["feed.json"])["items"] if "<h2>Update, " in item["content_html"]]
    assert len(changed) >= 2
    for item in changed:
        assert item["date_modified"][:10] > item["date_published"][:10]
    moments = [item["date_modified"] for item in json.loads(feeds["feed.json"])["items"]]
    assert [timegm(entry.updated_parsed) for entry in read(feeds["atom.xml"]).entries] == sorted(
        (int(dt.datetime.fromisoformat(moment).timestamp()) for moment in moments), reverse=True
    )


def test_what_was_published_elsewhere_names_its_source_in_every_format(feeds: dict[str, bytes]) -> None:
    items = {item["id"]: item for item in json.loads(feeds["feed.json"])["items"] if "external_url" in item}
    assert len(items) >= 2, "one republished, one from a feed"
    for path in ("feed.xml", "atom.xml"):
        entries = {entry.id: entry for entry in read(feeds[path]).entries}
        for id_, item in items.items():
            assert item["external_url"] in [link.href for link in entries[id_].links if link.rel == "via"]
    named = [one for one in read(feeds["feed.xml"]).entries if "source" in one]
    assert named
    assert all(one.id in items and one.source.title and one.source.href.startswith("https://") for one in named)


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "comments.xml"])
def test_newsboat_reads_every_entry(
    path: str, sample: SiteUnderTest, feeds: dict[str, bytes], tool: Callable[[str, str], str], tmp_path: Path
) -> None:
    newsboat = tool("newsboat", "newsboat")
    urls, cache, config = (str(tmp_path / name) for name in ("urls", "cache.db", "config"))
    Path(config).touch()
    with served(sample.root / "_site") as address:
        Path(urls).write_text(f"{address}/{path}\n", encoding="utf-8")
        command = [newsboat, "-u", urls, "-c", cache, "-C", config, "-x", "reload"]
        environment = {"HOME": str(tmp_path), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
        subprocess.run(command, check=True, env=environment, timeout=60, capture_output=True)
    with closing(connect(cache)) as database:
        rows = database.execute("SELECT url, title, author, content, pubDate FROM rss_item").fetchall()
    entries = {entry.link: entry for entry in read(feeds[path]).entries}
    assert sorted(url for url, *_ in rows) == sorted(entries)
    if path in STORIES:
        assert sorted(entries) == published(sample)
    for url, title, author, content, moment in rows:
        assert title == entries[url].title
        assert author == ", ".join(one.name for one in entries[url].authors)
        assert whole_text(content) > (1_000 if path in STORIES else 30)
        assert moment == timegm(entries[url].published_parsed)
