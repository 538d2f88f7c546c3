"""Every story of the sample site as search engines and other sites read it, by parsers that know nothing of ours."""

import datetime as dt
from typing import Any, NamedTuple

import extruct
import mf2py
import pytest

from tests.sites import SiteUnderTest
from tests.slow.conftest import ADDRESS

pytestmark = pytest.mark.slow


class StoryRead(NamedTuple):
    """A story's page: the things of its JSON-LD by type, its Open Graph, its microformats."""

    url: str
    graph: dict[str, Any]
    shared: dict[str, str]
    entry: dict[str, Any]


@pytest.fixture(scope="module")
def read(sample: SiteUnderTest) -> tuple[StoryRead, ...]:
    """The stories that are shown; those that were withdrawn have no JSON-LD."""
    found = []
    for path in sample.tree():
        if path.startswith("stories/") and path.endswith("/index.html"):
            html, url = sample.read(path), ADDRESS + path.removesuffix("index.html")
            data = extruct.extract(html, base_url=url, syntaxes=["json-ld", "opengraph"])
            if data["json-ld"]:
                (document,) = data["json-ld"]
                graph = {thing["@type"]: thing for thing in document["@graph"]}
                assert len(graph) == len(document["@graph"]), "one of each"
                (shared,) = data["opengraph"]
                (entry,) = mf2py.parse(html, url=url)["items"]
                found.append(StoryRead(url, graph, dict(shared["properties"]), entry))
    assert len(found) >= 20
    return tuple(found)


def test_each_is_a_posting_with_author_dates_and_headline(read: tuple[StoryRead, ...]) -> None:
    for one in read:
        posting = one.graph["BlogPosting"]
        assert posting["url"] == one.url
        assert posting["headline"]
        assert 0 < len(posting["description"]) < 600
        assert posting["datePublished"] <= posting["dateModified"]
        assert all(author["@type"] == "Person" and author["name"] for author in posting["author"])
        assert posting["wordCount"] > 100


def test_each_tells_the_way_from_the_front_page(read: tuple[StoryRead, ...]) -> None:
    for one in read:
        steps = one.graph["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert (steps[0]["item"], steps[-1]["item"]) == (ADDRESS, one.url)


def test_both_ways_agree_on_what_is_a_review_and_it_is_only_of_the_sites_own(read: tuple[StoryRead, ...]) -> None:
    reviews = [one for one in read if "Review" in one.graph]
    assert 0 < len(reviews) < len(read)
    for one in read:
        assert ("Review" in one.graph) == ("h-review" in one.entry["type"])
        assert set(one.graph) <= {"BlogPosting", "Review", "BreadcrumbList"}
    for one in reviews:
        review = one.graph["Review"]
        assert review["itemReviewed"]["@type"] == "Organization"
        assert one.entry["properties"]["rating"] == [str(review["reviewRating"]["ratingValue"])]
        assert review["author"]
        assert not {"repost-of", "in-reply-to", "quotation-of"} & set(one.entry["properties"])
        assert len(one.entry["properties"]["item"]) == 1


def test_the_same_is_said_in_microformats(read: tuple[StoryRead, ...]) -> None:
    for one in read:
        posting, told = one.graph["BlogPosting"], one.entry["properties"]
        assert told["name"] == [posting["headline"]]
        assert told["url"] == [one.url]
        (published,) = told["published"]
        assert dt.datetime.fromisoformat(published) == dt.datetime.fromisoformat(posting["datePublished"])
        assert told.get("updated", [posting["dateModified"]]) == [posting["dateModified"]]
        assert [author["properties"]["name"][0] for author in told["author"]] == [a["name"] for a in posting["author"]]
        assert [c["properties"]["name"][0] for c in told.get("item", [])] == [
            c["name"] for c in posting.get("about", [])
        ]
        assert told.get("category", []) == posting.get("keywords", [])
        assert len(told["content"][0]["value"].split()) > 100


def test_comments_and_replies_are_cited_with_their_authors(read: tuple[StoryRead, ...]) -> None:
    cited = [one for one in read if one.entry["properties"].get("comment")]
    assert len(cited) >= 3
    for one in cited:
        comments = one.entry["properties"]["comment"]
        assert all(comment["type"] == ["h-cite"] and comment["properties"]["author"] for comment in comments)
        numbered = [comment for comment in comments if "#_comment-" in str(comment["properties"].get("url"))]
        assert len(numbered) == one.graph["BlogPosting"].get("commentCount", 0)


def test_what_was_published_elsewhere_names_the_original_in_every_way(read: tuple[StoryRead, ...]) -> None:
    reposts = [one for one in read if "repost-of" in one.entry["properties"]]
    assert len(reposts) >= 2, "one republished, one from a feed"
    for one in reposts:
        (original,) = one.entry["properties"]["repost-of"][0]["properties"]["url"]
        assert one.graph["BlogPosting"]["isBasedOn"] == [original]
        assert one.shared["og:url"] == original


def test_those_who_share_it_get_a_title_a_summary_and_a_whole_address(read: tuple[StoryRead, ...]) -> None:
    for one in read:
        assert one.shared["og:title"] == one.graph["BlogPosting"]["headline"]
        assert one.shared["og:type"] == "article"
        assert one.shared["og:description"]
        assert one.shared.get("og:image") == one.graph["BlogPosting"].get("image")
        assert all(value.startswith("https://") for key, value in one.shared.items() if key in ("og:url", "og:image"))
    assert any("og:image" in one.shared for one in read)
