"""Stories in feeds: news comes first and makes a story new again; where it comes from and what ties are said."""

import json
from datetime import datetime
from typing import Any

import feedparser
import pytest
from lxml import etree

from generator.feeds import FeedEntry, FeedSource, FeedView
from tests.conftest import MakeSite
from tests.feeds.rules import broken_rules
from tests.pages.planning import at, plan
from tests.reading import parse_page, read_page
from tests.sites import SiteUnderTest, story

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
A = "content/stories/2024-06-01-a.md"
UPDATES = """
  - date: 2024-07-07
    note: |
      They *rang*. See [the other](2024-06-05-b.md).
  - date: 2024-08-08
    note: They paid."""
REPUBLISHED = """
  type: republished
  title: The lamp & the quay
  url: https://quay.example/lamp?a=1&b=2
  author: Noor
  feed_title: Notes from a <Quay>
  feed_url: https://quay.example/feed.xml
  permission: by e-mail, 3 May 2024"""
FORMATS = ("feed.xml", "atom.xml", "feed.json")


def site_of(make_site: MakeSite, *toml: str, folder: str = "site", **keys: str) -> SiteUnderTest:
    files = {
        **at("https://told.example/", *toml),
        A: story("A", "It went like this.", company="Acme", **keys),
        "content/stories/2024-06-05-b.md": story("B"),
    }
    return make_site(files, folder=folder)


def entry(make_site: MakeSite, *toml: str, **keys: str) -> FeedEntry:
    folder = f"site-{abs(hash((toml, tuple(keys.items()))))}"
    view = plan(site_of(make_site, *toml, folder=folder, **keys)).view("/feed.xml", FeedView)
    (found,) = (entry for entry in view.entries if entry.title == "A")
    return found


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_an_update_makes_a_story_new_again_under_the_same_id(make_site: MakeSite) -> None:
    site = site_of(make_site)
    site.build()
    before = {item["title"]: item for item in json.loads(site.read("feed.json"))["items"]}
    assert list(before) == ["B", "A"]
    site.write(A, story("A", "It went like this.", company="Acme", updates=UPDATES))
    site.build()
    after = {item["title"]: item for item in json.loads(site.read("feed.json"))["items"]}
    assert list(after) == ["A", "B"]
    assert after["B"] == before["B"]
    assert (after["A"]["id"], after["A"]["date_published"]) == (before["A"]["id"], before["A"]["date_published"])
    assert after["A"]["date_modified"].startswith("2024-08-08T")
    for path in ("feed.xml", "atom.xml"):
        first = feedparser.parse(site.tree()[path]).entries[0]
        assert (first.title, first.id) == ("A", after["A"]["id"])
        assert first.updated_parsed[:3] == (2024, 8, 8)
        assert first.published_parsed[:3] == (2024, 6, 1)


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"reply": "{from: Ivo, date: 2024-09-09, text: Sorry.}"}, "2024-09-09"),
        ({"updated": "2024-10-10"}, "2024-10-10"),
        ({"updates": UPDATES, "reply": "{from: Ivo, date: 2024-09-09, text: Sorry.}"}, "2024-09-09"),
    ],
)
def test_so_do_a_reply_and_the_writers_own_word(keys: dict[str, str], day: str, make_site: MakeSite) -> None:
    plain, changed = entry(make_site), entry(make_site, **keys)
    assert changed.updated.date().isoformat() == day
    assert (changed.id, changed.published) == (plain.id, plain.published)
    assert plain.updated == plain.published


def test_a_second_update_of_the_same_day_changes_the_moment_too(make_site: MakeSite) -> None:
    moments: list[datetime] = []
    for count in (1, 2, 3):
        updates = "\n  - {date: 2024-07-07, note: News.}" * count
        moments.append(entry(make_site, updates=updates).updated)
    assert moments == sorted(set(moments))


def test_an_entry_brings_its_news_first_newest_on_top_each_under_its_day(make_site: MakeSite) -> None:
    reply = "{from: 'Ivo <ivo>', date: 2024-07-30, text: We are *sorry*.}"
    content = entry(make_site, updates=UPDATES, reply=reply).content
    assert in_order(
        content,
        "<h2>Update, August 8, 2024</h2>\n<p>They paid.</p>",
        "<h2>Acme replied, July 30, 2024</h2>\n<p>We are <em>sorry</em>.</p>",
        "<p>— Ivo &lt;ivo&gt;</p>",
        "<h2>Update, July 7, 2024</h2>\n<p>They <em>rang</em>.",
        'href="https://told.example/stories/b/"',
        "<hr>",
        "<p>It went like this.</p>",
    )


def test_a_correction_is_headed_as_one_in_the_text_and_in_the_summary(make_site: MakeSite) -> None:
    updates = "[{date: 2024-07-07, note: News.}, {date: 2024-08-08, note: It was six., correction: true}]"
    content = entry(make_site, updates=updates).content
    assert in_order(content, "<h2>Correction, August 8, 2024</h2>\n<p>It was six.</p>", "<h2>Update, July 7, 2024</h2>")
    found = entry(make_site, "[feeds]", 'content = "summary"', updates=updates)
    assert found.summary == "Correction, August 8, 2024: It was six. — It went like this."


def test_a_reply_that_came_with_the_story_stands_after_it(make_site: MakeSite) -> None:
    found = entry(make_site, reply="{from: Ivo, text: Sorry.}")
    assert in_order(found.content, "<p>It went like this.</p>", "<h2>Acme replied</h2>\n<p>Sorry.</p>", "<p>— Ivo</p>")
    assert "<hr>" not in found.content
    assert found.updated == found.published


def test_the_ids_in_one_entry_differ_and_its_notes_lead_to_those_of_the_page(make_site: MakeSite) -> None:
    noted = "|\n      Noted.[^1]\n\n      [^1]: As a note."
    files = {
        A: "---\ntitle: A\ncompany: [Acme, Zeta]\n"
        f"updates:\n  - date: 2024-07-07\n    note: {noted}\n"
        f"reply:\n  - from: Ivo\n    company: Acme\n    text: {noted}\n  - from: Zoe\n    company: Zeta\n    text: {noted}\n"
        "---\nNoted.[^1]\n\n[^1]: As a note.\n"
    }
    site = make_site(files)
    site.build()
    (found,) = plan(site).view("/feed.xml", FeedView).entries
    read = parse_page(found.content)
    ids = read.attributes("id")
    assert len(ids) == len(set(ids)) == 8
    notes = {address.partition("#")[2] for address in read.attributes("href") if "#" in address}
    assert notes == set(ids) <= set(read_page(site, "stories/a/index.html").attributes("id"))


def test_by_its_summary_an_entry_still_tells_its_newest_news(make_site: MakeSite) -> None:
    found = entry(make_site, "[feeds]", 'content = "summary"', updates=UPDATES)
    assert (found.content, found.summary) == ("", "Update, August 8, 2024: They paid. — It went like this.")
    quiet = entry(make_site, "[feeds]", 'content = "summary"')
    assert quiet.summary == "It went like this."


def test_long_news_is_cut_between_words(make_site: MakeSite) -> None:
    updates = f"{{date: 2024-07-07, note: '{'word ' * 200}'}}"
    summary = entry(make_site, "[feeds]", 'content = "summary"', updates=updates).summary
    assert summary.startswith("Update, July 7, 2024: word word")
    assert summary.endswith("word word… — It went like this.")
    assert len(summary) < 360


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        ("gift", "Disclosure: The author was given something by the company."),
        ("My <b>sister</b> works there.", "Disclosure: My &lt;b&gt;sister&lt;/b&gt; works there."),
    ],
)
def test_a_tie_is_disclosed_in_the_entry_too(tie: str, said: str, make_site: MakeSite) -> None:
    assert f"<p><em>{said}</em></p>" in entry(make_site, disclosure=tie).content


def test_no_tie_is_nothing_to_disclose(make_site: MakeSite) -> None:
    assert "Disclosure" not in entry(make_site, disclosure="none").content


def test_what_was_published_elsewhere_says_so_on_top_of_the_entry(make_site: MakeSite) -> None:
    content = entry(make_site, source=REPUBLISHED, updates=UPDATES).content
    assert content.startswith(
        '<p><em>First published elsewhere: <a href="https://quay.example/lamp?a=1&amp;b=2">The lamp &amp; the quay</a>, '
        "Noor, Notes from a &lt;Quay&gt;. Shown here with permission: by e-mail, 3 May 2024.</em></p>\n<h2>Update"
    )
    fed = entry(make_site, source=REPUBLISHED.replace("type: republished", "type: feed")).content
    assert fed.startswith("<p><em>From another site’s feed: <a ")


@pytest.mark.parametrize("type_", ["republished", "feed"])
def test_the_formats_name_the_source_in_their_own_ways(type_: str, make_site: MakeSite) -> None:
    site = site_of(make_site, source=REPUBLISHED.replace("type: republished", f"type: {type_}"))
    (planned,) = (e for e in plan(site).view("/feed.xml", FeedView).entries if e.title == "A")
    url = "https://quay.example/lamp?a=1&b=2"
    feed = ("Notes from a <Quay>", "https://quay.example/feed.xml")
    assert planned.source == FeedSource("The lamp & the quay", url, *feed)
    site.build()
    rss, atom = (etree.fromstring(site.tree()[path]) for path in ("feed.xml", "atom.xml"))
    item = next(one for one in rss.iter("item") if one.findtext("title") == "A")
    assert [(one.text, one.get("url")) for one in item.findall("source")] == [feed]
    assert [(one.get("rel"), one.get("href")) for one in item.findall(f"{ATOM}link")] == [("via", url)]
    found = next(one for one in atom.iter(f"{ATOM}entry") if one.findtext(f"{ATOM}title") == "A")
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {"alternate": "https://told.example/stories/a/", "via": url}
    (source,) = found.findall(f"{ATOM}source")
    assert source.findtext(f"{ATOM}title") == feed[0]
    assert [link.get("href") for link in source.findall(f"{ATOM}link")] == [feed[1]]
    items = {item["title"]: item for item in json.loads(site.read("feed.json"))["items"]}
    assert items["A"]["external_url"] == url
    assert "external_url" not in items["B"]
    for path in FORMATS:
        assert broken_rules(site.tree()[path]) == []
    assert feedparser.parse(site.tree()["feed.xml"]).entries[1].source.title == feed[0]


def test_without_the_originals_feed_there_is_no_source_element_and_its_page_is_named(make_site: MakeSite) -> None:
    source = "{type: republished, url: https://quay.example/lamp, permission: CC BY.}"
    site = site_of(make_site, source=source)
    site.build()
    for path in ("feed.xml", "atom.xml"):
        root = etree.fromstring(site.tree()[path])
        assert not [*root.iter("source"), *root.iter(f"{ATOM}source")]
        assert [link.get("href") for link in root.iter(f"{ATOM}link") if link.get("rel") == "via"] == [
            "https://quay.example/lamp"
        ]
    assert "Shown here with permission: CC BY.</em>" in site.read("feed.json")


@pytest.mark.parametrize("source", ["own", "reader", "{type: news, url: https://paper.example/1}"])
def test_what_was_published_here_first_has_no_source_in_feeds(source: str, make_site: MakeSite) -> None:
    found = entry(make_site, source=source)
    assert found.source is None
    assert "paper.example" not in found.content


def languages(site: SiteUnderTest) -> dict[str, list[Any]]:
    """The language that each format gives its entries, A before B."""
    rss, atom = (etree.fromstring(site.tree()[path]) for path in ("feed.xml", "atom.xml"))
    spoken = "{http://www.w3.org/XML/1998/namespace}lang"
    items = {item["title"]: item.get("language") for item in json.loads(site.read("feed.json"))["items"]}
    return {
        "rss": [
            one.findtext(f"{DC}language") for one in sorted(rss.iter("item"), key=lambda i: str(i.findtext("title")))
        ],
        "atom": [
            e.get(spoken) for e in sorted(atom.iter(f"{ATOM}entry"), key=lambda e: str(e.findtext(f"{ATOM}title")))
        ],
        "json": [items["A"], items["B"]],
    }


def test_a_story_in_another_language_says_so_in_every_format(make_site: MakeSite) -> None:
    site = site_of(make_site, lang="pt-BR")
    site.build()
    assert languages(site) == {"rss": ["pt-BR", None], "atom": ["pt-BR", None], "json": ["pt-BR", None]}
    same = site_of(make_site, folder="same", lang="en")
    same.build()
    assert languages(same) == {"rss": [None, None], "atom": [None, None], "json": [None, None]}


def test_what_feeds_say_around_a_story_is_in_the_sites_language(make_site: MakeSite) -> None:
    files = {
        "themes/mine/theme.toml": 'api = 1\nextends = "counter"\n',
        "themes/mine/strings/de.toml": '[feed]\nupdate = "Nachtrag vom {day}"\n',
    }
    site = site_of(make_site, 'language = "de"', "[theme]", 'name = "mine"', updates=UPDATES)
    for path, text in files.items():
        site.write(path, text)
    site.build()
    items = json.loads(site.read("feed.json"))["items"]
    assert "<h2>Nachtrag vom 8. August 2024</h2>" in items[0]["content_html"]


def test_a_theme_without_the_words_of_feeds_is_told_which_one_it_lacks(make_site: MakeSite) -> None:
    files = {
        "themes/bare/theme.toml": "api = 1\n",
        "themes/bare/templates/story.html": "x",
        "themes/bare/strings/en.toml": 'x = "x"\n',
    }
    site = site_of(make_site, "[theme]", 'name = "bare"', updates=UPDATES)
    for path, text in files.items():
        site.write(path, text)
    (problem,) = site.problems()
    assert problem.startswith("themes/bare/strings: the theme has no string 'feed.update'.")


@pytest.mark.parametrize("content", ["full", "summary"])
def test_every_feed_of_a_site_that_says_everything_keeps_the_rules(content: str, make_site: MakeSite) -> None:
    site = site_of(
        make_site,
        "[feeds]",
        f'content = "{content}"',
        updates=UPDATES,
        reply="[{from: Ivo, text: At once.}, {from: Ivo & Co, date: 2024-09-01, text: 'Later, <b>again</b>.'}]",
        source=REPUBLISHED,
        disclosure="My & <her> sister",
        lang="pt",
        verdict="bad",
        author="Dana",
        tags="[a & b]",
    )
    comments = {
        "plain": "---\nauthor: Dana & <Co>\nwebsite: https://dana.example/ü?a=b\n---\nI have been *there*, <b>too</b>.\n",
        "noted": "---\nauthor: Lee\nreply_to: plain\ndate: 2024-06-03\n---\nI have noted it all.[^1]\n\n[^1]: As a note.\n",
    }
    site.write(
        "content/comments/2024-06-01-a/plain.md", comments["plain"].replace("author", "date: 2024-06-02\nauthor")
    )
    site.write("content/comments/2024-06-01-a/noted.md", comments["noted"])
    site.build()
    feeds = [path for path in site.tree() if path.rpartition("/")[2] in (*FORMATS, "comments.xml")]
    assert len(feeds) == 10
    broken = {
        path: broken_rules(site.tree()[path], location=f"https://told.example/{path}", now=site.now) for path in feeds
    }
    assert {path: rules for path, rules in broken.items() if rules} == {}
    assert len(feedparser.parse(site.tree()["comments.xml"]).entries) == 2
