"""Where a story comes from, shown as what it is; what was published elsewhere first is known by its own address."""

import datetime as dt

import pytest

from generator.pages.case import When
from generator.pages.sources import DisclosureView, SourceView
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.pages.test_indexes import located
from tests.reading import PageRead, read_page
from tests.sites import SiteUnderTest, story

A = "content/stories/2024-06-01-a.md"
UNCOUNTED = "This story is not counted in the company’s record."
ORIGINAL = "https://quay.example/2024/the-lamp?a=1&b=2"
WHOLE = f"""
  type: {{type}}
  title: The lamp & the quay
  url: {ORIGINAL}
  author: Noor
  date: 2024-05
  feed_title: Notes from a Quay
  feed_url: https://quay.example/feed.xml
  feed_description: One harbour, many complaints.
  permission: by e-mail, 3 May 2024"""


def site_of(make_site: MakeSite, *toml: str, **keys: str) -> SiteUnderTest:
    return make_site({**at("https://told.example/", *toml), A: story("A", company="Acme", **keys)})


def page(make_site: MakeSite, *toml: str, **keys: str) -> PageRead:
    site = site_of(make_site, *toml, **keys)
    site.build()
    return read_page(site, "stories/a/index.html")


def canonical(shown: PageRead) -> list[str | None]:
    return [e.get("href") for e in shown.elements if e.get("rel") == "canonical"]


@pytest.mark.parametrize("type_", ["republished", "feed", "quoted", "news", "commentary", "reader"])
def test_a_source_is_shown_whole(type_: str, make_site: MakeSite) -> None:
    source = WHOLE.format(type=type_)
    view = plan(site_of(make_site, source=source)).view("/stories/a/", StoryView)
    (found,) = view.sources
    assert found == SourceView(
        type=found.type,
        title="The lamp & the quay",
        url=ORIGINAL,
        author="Noor",
        when=When(dt.date(2024, 5, 1), "month", "2024-05"),
        feed_title="Notes from a Quay",
        feed_url="https://quay.example/feed.xml",
        feed_description="One harbour, many complaints.",
        permission="by e-mail, 3 May 2024",
    )
    shown = page(make_site, source=source)
    (block,) = [e for e in shown.elements if "h-cite" in e.get("class", "").split()]
    (said,) = shown.said("h-cite")
    assert "The lamp & the quay, Noor, May 2024" in said
    assert "From the feed Notes from a Quay – One harbour, many complaints." in said
    assert "Permission: by e-mail, 3 May 2024" in said
    assert [a.get("href") for a in block.iter("a")] == [ORIGINAL, "https://quay.example/feed.xml"]


@pytest.mark.parametrize(
    ("type_", "words", "before"),
    [
        ("republished", "First published elsewhere; republished here with permission", True),
        ("feed", "First published on another site; republished here with permission", True),
        ("reader", "Sent in by a reader", True),
        ("quoted", "Quoted from", False),
        ("news", "In the news", False),
        ("commentary", "In response to", False),
    ],
)
def test_it_says_what_kind_of_source_it_is_before_the_text_if_the_text_is_not_ours(
    type_: str, words: str, before: bool, make_site: MakeSite
) -> None:
    shown = page(make_site, source=WHOLE.format(type=type_))
    (block,) = shown.marked("h-cite")
    assert shown.said("h-cite")[0].startswith(words)
    text = shown.elements.index(shown.marked("e-content")[0])
    assert (shown.elements.index(block) < text) == before


@pytest.mark.parametrize("own", ["own", "{type: own, title: Mine}"])
def test_of_a_story_of_the_sites_own_there_is_nothing_to_say(own: str, make_site: MakeSite) -> None:
    shown = page(make_site, source=own)
    assert not shown.marked("h-cite")
    assert "Sources" not in shown.text


def test_a_source_without_a_title_is_its_address_and_one_without_an_address_no_link(make_site: MakeSite) -> None:
    sources = "\n  - {type: news, url: https://paper.example/1}\n  - {type: quoted, title: A leaflet}"
    shown = page(make_site, source=sources)
    assert shown.said("sources") == ["In the news https://paper.example/1 Quoted from A leaflet"]
    assert [a.get("href") for a in shown.marked("sources")[0].iter("a")] == ["https://paper.example/1"]


@pytest.mark.parametrize("type_", ["republished", "feed"])
def test_what_was_published_elsewhere_first_is_known_by_its_original_address(type_: str, make_site: MakeSite) -> None:
    site = site_of(make_site, source=WHOLE.format(type=type_))
    head = plan(site).view("/stories/a/", StoryView).head
    assert (head.canonical, head.url, head.indexed) == (ORIGINAL, "/stories/a/", True)
    shown = page(make_site, source=WHOLE.format(type=type_))
    assert canonical(shown) == [ORIGINAL]
    assert "noindex" not in shown.attributes("content")


@pytest.mark.parametrize("type_", ["own", "reader", "quoted", "news", "commentary"])
def test_what_only_talks_about_something_else_is_known_by_its_own_address(type_: str, make_site: MakeSite) -> None:
    shown = page(make_site, "[stories]", 'republished = "noindex"', source=WHOLE.format(type=type_))
    assert canonical(shown) == ["https://told.example/stories/a/"]
    assert "noindex" not in shown.attributes("content")


@pytest.mark.parametrize("type_", ["republished", "feed"])
def test_site_toml_may_ask_search_engines_to_leave_it_out(type_: str, make_site: MakeSite) -> None:
    shown = page(make_site, "[stories]", 'republished = "noindex"', source=WHOLE.format(type=type_))
    assert "noindex" in shown.attributes("content")
    assert canonical(shown) == [ORIGINAL]


@pytest.mark.parametrize("toml", [(), ("[stories]", 'republished = "noindex"')])
def test_the_sitemap_has_only_what_is_known_by_an_address_of_ours(toml: tuple[str, ...], make_site: MakeSite) -> None:
    files = {
        **at("https://told.example/", *toml),
        "content/stories/2024-01-01-ours.md": story("Ours", source=WHOLE.format(type="news")),
        "content/stories/2024-01-02-theirs.md": story("Theirs", source=WHOLE.format(type="republished")),
        "content/stories/2024-01-03-fed.md": story("Fed", source=WHOLE.format(type="feed")),
    }
    found = located(plan(make_site(files)).text("/sitemap.xml"))
    assert [url for url in found if "/stories/" in url] == ["https://told.example/stories/ours/"]
    assert all(url.startswith("https://told.example/") for url in found)


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        ("gift", "Disclosure The author received a gift from the company."),
        ("discount", "Disclosure The author received a discount from the company."),
        ("employee", f"Disclosure The author works, or has worked, for the company. {UNCOUNTED}"),
        ("owner", f"Disclosure The author owns the company, or part of it. {UNCOUNTED}"),
        ("competitor", f"Disclosure The author works for a competitor of the company. {UNCOUNTED}"),
        ("My sister works there.", "Disclosure My sister works there."),
    ],
)
def test_a_tie_is_said_before_the_text(tie: str, said: str, make_site: MakeSite) -> None:
    shown = page(make_site, disclosure=tie)
    assert shown.said("notice") == [said]
    assert shown.elements.index(shown.marked("notice")[0]) < shown.elements.index(shown.marked("e-content")[0])


def test_that_there_is_no_tie_is_said_on_the_stub_and_nothing_where_nothing_is_disclosed(make_site: MakeSite) -> None:
    view = plan(site_of(make_site, disclosure="none")).view("/stories/a/", StoryView)
    assert view.disclosure == DisclosureView("none", "", interest=False)
    shown = page(make_site, disclosure="none")
    assert "Disclosure No ties to the company" in shown.said("stub")[0]
    assert not shown.marked("notice")
    assert "Disclosure" not in page(make_site).text
