"""What machines read of a story in JSON-LD: always a posting, a review only where it is a fair one."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest

from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.reading import read_page
from tests.sites import DOT, SiteUnderTest, story

A = "content/stories/2024-06-01-a.md"
URL = "https://name.github.io/repo"
PERMITTED = "{type: republished, url: https://quay.example/1, permission: by e-mail}"
FED = "{type: feed, url: https://quay.example/1, permission: by e-mail, feed_title: Quay}"


def site_of(make_site: MakeSite, **keys: str) -> SiteUnderTest:
    files = {
        **at(f"{URL}/"),
        A: story(keys.pop("title", "The kettle"), "It *went* like this.", **{"company": "Acme", **keys}),
        "content/stories/box.png": DOT,
        "content/authors/dana.md": "---\nname: Dana\n---\n",
        "content/comments/2024-06-01-a/2024-06-02-c.md": "---\nauthor: C\n---\nI have been there as well.\n",
    }
    return make_site(files)


def graph(make_site: MakeSite, **keys: str) -> dict[str, dict[str, Any]]:
    """The things that a story's page tells of, by their types."""
    document = json.loads(plan(site_of(make_site, **keys)).pages["/stories/a/"].view.structured.text.text)
    assert document["@context"] == "https://schema.org"
    found = {thing["@type"]: thing for thing in document["@graph"]}
    assert len(found) == len(document["@graph"])
    return found


def test_a_posting_says_who_wrote_what_about_whom_and_when(make_site: MakeSite) -> None:
    posting = graph(
        make_site,
        author="[dana, Lee]",
        mentions="[Zeta]",
        tags="[phone, refunds]",
        image="{src: box.png, alt: A box}",
        updates="{date: 2024-07-07, note: News.}",
        source="{type: news, url: https://paper.example/1}",
        lang="de",
    )["BlogPosting"]
    assert posting == {
        "@type": "BlogPosting",
        "@id": f"{URL}/stories/a/#_story",
        "url": f"{URL}/stories/a/",
        "mainEntityOfPage": f"{URL}/stories/a/",
        "headline": "The kettle",
        "description": "It went like this.",
        "datePublished": "2024-06-01",
        "dateModified": "2024-07-07",
        "inLanguage": "de",
        "author": [
            {"@type": "Person", "name": "Dana", "url": f"{URL}/authors/dana/"},
            {"@type": "Person", "name": "Lee", "url": f"{URL}/authors/lee/"},
        ],
        "publisher": {"@type": "Organization", "name": "Told", "url": f"{URL}/"},
        "about": [{"@type": "Organization", "name": "Acme", "url": f"{URL}/companies/acme/"}],
        "mentions": [{"@type": "Organization", "name": "Zeta", "url": f"{URL}/companies/zeta/"}],
        "keywords": ["phone", "refunds"],
        "isBasedOn": ["https://paper.example/1"],
        "image": f"{URL}/stories/box.png",
        "wordCount": 4,
        "commentCount": 1,
    }


def test_the_way_to_the_story_leads_through_its_company_if_it_has_one(make_site: MakeSite) -> None:
    def way(**keys: str) -> list[tuple[int, str, str]]:
        items = graph(make_site, **keys)["BreadcrumbList"]["itemListElement"]
        return [(item["position"], item["name"], item["item"].removeprefix(URL)) for item in items]

    assert way() == [(1, "Told", "/"), (2, "Acme", "/companies/acme/"), (3, "The kettle", "/stories/a/")]
    for company in ("[Acme, Zeta]", ""):
        assert way(company=company) == [(1, "Told", "/"), (2, "The kettle", "/stories/a/")]


def test_a_rated_story_of_the_sites_own_about_one_company_is_a_review_of_it(make_site: MakeSite) -> None:
    assert graph(make_site, rating="4", author="dana")["Review"] == {
        "@type": "Review",
        "url": f"{URL}/stories/a/",
        "name": "The kettle",
        "itemReviewed": {"@type": "Organization", "name": "Acme", "url": f"{URL}/companies/acme/"},
        "reviewRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 5, "worstRating": 1},
        "author": [{"@type": "Person", "name": "Dana", "url": f"{URL}/authors/dana/"}],
        "publisher": {"@type": "Organization", "name": "Told", "url": f"{URL}/"},
        "datePublished": "2024-06-01",
        "inLanguage": "en",
    }


REVIEWS: list[dict[str, str]] = [
    {"rating": "1"},
    {"rating": "1", "source": "own"},
    {"rating": "1", "disclosure": "none"},
    {"rating": "5", "disclosure": "gift"},
    {"rating": "5", "disclosure": "My sister shops there."},
    {"rating": "5", "mentions": "[Zeta]"},
    {"rating": "5", "company": "[Acme, ACME]"},
]
NO_REVIEWS: list[dict[str, str]] = [
    {},
    {"verdict": "bad"},
    {"rating": "5", "author": ""},
    {"rating": "5", "company": ""},
    {"rating": "5", "source": "reader"},
    {"rating": "5", "source": PERMITTED},
    {"rating": "5", "source": FED},
    {"rating": "5", "source": "{type: quoted, title: Letters}"},
    {"rating": "5", "source": "[own, {type: news, title: Paper}]"},
    {"rating": "5", "disclosure": "employee"},
    {"rating": "5", "disclosure": "owner"},
    {"rating": "5", "disclosure": "competitor"},
    {"company": "[{name: Acme, verdict: good}, {name: Zeta, verdict: bad}]"},
]


@pytest.mark.parametrize(
    ("keys", "is_review"), [*((keys, True) for keys in REVIEWS), *((keys, False) for keys in NO_REVIEWS)]
)
def test_only_a_fair_one_is_called_a_review_in_json_and_in_classes(
    keys: dict[str, str], is_review: bool, make_site: MakeSite
) -> None:
    keys = {"author": "dana", **keys}
    assert ("Review" in graph(make_site, **keys)) == is_review
    site = site_of(make_site, **keys)
    site.build()
    assert bool(read_page(site, "stories/a/index.html").marked("h-review")) == is_review


def test_no_page_ever_counts_an_average(make_site: MakeSite) -> None:
    more = {
        f"content/stories/2024-01-0{n}-s.md": story("S", slug=f"s{n}", company="Acme", rating="5") for n in range(1, 7)
    }
    site = site_of(make_site, rating="1")
    for path, text in more.items():
        site.write(path, text)
    site.build()
    for path, data in site.tree().items():
        assert b"aggregaterating" not in data.lower(), path


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\u2028b\u2029c", "\\u003c", 'a"b\\', "&lt;"],
)
def test_no_word_ends_the_script_or_changes_what_it_says(title: str, make_site: MakeSite) -> None:
    quoted = json.dumps(title)
    site = site_of(make_site, title=quoted, tags=f"[{quoted}]", company=quoted)
    site.build()
    (script,) = (e for e in read_page(site, "stories/a/index.html").elements if e.tag == "script")
    posting = json.loads(script.text or "")["@graph"][0]
    shown = " ".join(title.split())
    assert (posting["headline"], posting["keywords"], posting["about"][0]["name"]) == (shown, [shown], shown)
    assert not {"<", ">", "&"} & set(script.text or "")


def test_a_time_of_day_is_given_where_there_is_one(make_site: MakeSite) -> None:
    posting = graph(make_site, date="2024-06-01 10:30")["BlogPosting"]
    assert (posting["datePublished"], posting["dateModified"]) == (
        "2024-06-01T10:30:00+00:00",
        "2024-06-01T10:30:00+00:00",
    )


def test_of_a_republished_story_the_original_is_named_and_the_page_is_its_own(make_site: MakeSite) -> None:
    posting = graph(make_site, source=PERMITTED)["BlogPosting"]
    assert posting["isBasedOn"] == ["https://quay.example/1"]
    assert posting["url"] == f"{URL}/stories/a/"


def test_the_policy_of_the_page_knows_the_data_by_its_hash_and_lets_no_other_script_in(make_site: MakeSite) -> None:
    site = site_of(make_site)
    site.build()
    page = read_page(site, "stories/a/index.html")
    (script,) = (element for element in page.elements if element.tag == "script")
    (policy,) = (e.get("content", "") for e in page.elements if e.get("http-equiv") == "Content-Security-Policy")
    digest = b64encode(sha256((script.text or "").encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
