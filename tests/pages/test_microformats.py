"""What machines read in the HTML itself (microformats2, Open Graph), by parsers that share no code with Firsthand."""

from typing import Any

import mf2py
import pytest

from tests.conftest import MakeSite
from tests.pages.planning import at
from tests.reading import read_page
from tests.sites import DOT, SiteUnderTest, story

BASE = "https://told.example/repo/"
A = "content/stories/2024-06-01-a.md"
SITE: dict[str, str | bytes] = {
    **at(BASE, 'description = "Stories."'),
    A: story(
        "The kettle",
        "It *went* like this.\n\nAnd then?",
        company="Acme",
        verdict="bad",
        rating="2",
        author="[dana, Lee]",
        tags="[phone, refunds]",
        image="{src: box.png, alt: A box}",
        updates="{date: 2024-07-07, note: News.}",
        reply="{from: Ivo, date: 2024-07-08, text: Sorry.}",
    ),
    "content/stories/2024-05-01-b.md": story("B", company="Acme"),
    "content/stories/box.png": DOT,
    "content/authors/dana.md": "---\nname: Dana\nwebsite: https://dana.example/\nemail: dana@told.example\n---\nWrites.\n",
    "content/comments/2024-06-01-a/2024-06-02-c.md": (
        "---\nauthor: Cleo\nwebsite: https://cleo.example/\n---\nI have *been* there as well.\n"
    ),
    "content/comments/2024-06-01-a/2024-06-03-d.md": (
        "---\nauthor: Dov\nreply_to: 2024-06-02-c\n---\nSo have I, and it was no better.\n"
    ),
}


def items(site: SiteUnderTest, path: str) -> list[dict[str, Any]]:
    """The things at the top of a built page."""
    found: list[dict[str, Any]] = mf2py.parse(site.read(f"{path}index.html"), url=BASE + path)["items"]
    return found


def entry(make_site: MakeSite, **keys: str) -> dict[str, Any]:
    files = {**SITE, A: story("A", company="Acme", **keys)} if keys else SITE
    site = make_site(files)
    site.build()
    (found,) = items(site, "stories/a/")
    return found


def test_a_story_is_one_entry_with_everything_that_a_reader_of_feeds_would_show(make_site: MakeSite) -> None:
    found = entry(make_site)
    assert found["type"] == ["h-entry", "h-review"]
    told = found["properties"]
    assert told["name"] == ["The kettle"]
    assert told["url"] == [f"{BASE}stories/a/"]
    assert (told["published"], told["updated"]) == (["2024-06-01"], ["2024-07-08"])
    assert told["content"][0]["html"] == "<p>It <em>went</em> like this.</p>\n<p>And then?</p>"
    assert told["category"] == ["phone", "refunds"]
    assert [(author["type"], author["properties"]) for author in told["author"]] == [
        (["h-card"], {"name": ["Dana"], "url": [f"{BASE}authors/dana/"]}),
        (["h-card"], {"name": ["Lee"], "url": [f"{BASE}authors/lee/"]}),
    ]
    assert told["photo"][0]["value"].startswith(f"{BASE}stories/")
    assert told["photo"][0]["alt"] == "A box"


def test_a_review_says_of_whom_and_how_many_of_five(make_site: MakeSite) -> None:
    told = entry(make_site)["properties"]
    assert told["rating"] == ["2"]
    (company,) = told["item"]
    assert (company["type"], company["properties"]["name"]) == (["h-card"], ["Acme"])
    assert company["properties"]["url"] == [f"{BASE}companies/acme/"]


def test_comments_and_the_companys_reply_are_the_entrys_own_each_a_citation(make_site: MakeSite) -> None:
    told = entry(make_site)["properties"]["comment"]
    assert [one["type"] for one in told] == [["h-cite"]] * 3
    reply, first, second = (one["properties"] for one in told)
    assert (reply["author"], reply["content"], reply["published"]) == (["Ivo"], ["Sorry."], ["2024-07-08"])
    assert first["author"][0]["properties"] == {"name": ["Cleo"], "url": ["https://cleo.example/"]}
    assert first["url"] == [f"{BASE}stories/a/#_comment-2024-06-02-c"]
    assert (first["content"], first["published"]) == (["I have been there as well."], ["2024-06-02"])
    assert second["author"][0]["properties"] == {"name": ["Dov"]}


@pytest.mark.parametrize(
    ("type_", "property_"),
    [
        ("republished", "repost-of"),
        ("feed", "repost-of"),
        ("commentary", "in-reply-to"),
        ("news", "quotation-of"),
        ("quoted", "quotation-of"),
    ],
)
def test_a_source_is_cited_as_what_it_is(type_: str, property_: str, make_site: MakeSite) -> None:
    source = (
        f"{{type: {type_}, title: The lamp, url: https://quay.example/1, author: Noor, date: 2024-05-05, "
        "feed_title: Quay, permission: by e-mail}"
    )
    found = entry(make_site, source=source, rating="3")
    assert found["type"] == ["h-entry"], "and no review"
    (cited,) = found["properties"][property_]
    assert cited["type"] == ["h-cite"]
    assert cited["properties"]["name"] == ["The lamp"]
    assert cited["properties"]["url"] == ["https://quay.example/1"]
    assert cited["properties"]["published"] == ["2024-05-05"]
    assert cited["properties"]["author"][0]["properties"]["name"] == ["Noor"]


def test_lists_are_feeds_of_entries_and_authors_and_companies_are_cards(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    for path in ("", "companies/acme/", "tags/phone/", "bad/", "authors/dana/"):
        (feed,) = items(site, path)
        assert feed["type"] == ["h-feed"]
        told = [child for child in feed["children"] if child["type"] == ["h-entry"]]
        assert f"{BASE}stories/a/" in [one["properties"]["url"][0] for one in told]
        assert all(one["properties"]["published"] for one in told)
    (feed,) = items(site, "authors/dana/")
    (card,) = (child for child in feed["children"] if child["type"] == ["h-card"])
    assert card["properties"]["name"] == ["Dana"]
    assert card["properties"]["url"] == ["https://dana.example/"]
    assert card["properties"]["email"] == ["mailto:dana@told.example"]


def test_those_who_share_a_page_get_its_title_summary_picture_and_address(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()

    def shared(path: str) -> dict[str, str]:
        page = read_page(site, f"{path}index.html")
        return {e.get("property", ""): e.get("content", "") for e in page.elements if e.get("property")}

    assert shared("stories/a/") == {
        "og:title": "The kettle",
        "og:type": "article",
        "og:url": f"{BASE}stories/a/",
        "og:site_name": "Told",
        "og:description": "It went like this.",
        "og:image": f"{BASE}stories/box.png",
        "og:image:width": "1",
        "og:image:height": "1",
        "og:image:alt": "A box",
    }
    assert shared("") == {
        "og:title": "Told",
        "og:type": "website",
        "og:url": BASE,
        "og:site_name": "Told",
        "og:description": "Stories.",
    }
