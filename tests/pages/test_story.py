"""A story's own page."""

import datetime as dt

import pytest

from generator.pages.parts import CompanyVerdict, FeedLink, Link
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.sites import story

TOLD = story(
    "The kettle",
    "It went like this.\n\n![box](box.png) and [before](2024-01-01-first.md#top) and [all](/tags/).",
    company="Acme",
    verdict="bad",
    mentions="[Zeta]",
    tags="[Phone calls, refunds]",
    author="[dana, Lee]",
    image="\n  src: box.png\n  alt: A box\n  credit: Dana\n  credit_url: https://dana.example/",
)
SITE = {
    **at("https://name.github.io/repo/"),
    "content/stories/2024-01-01-first.md": story("First"),
    "content/stories/2024-02-02-kettle.md": TOLD,
    "content/stories/2024-03-03-last.md": story("Last"),
    "content/stories/box.png": b"\x89PNG",
    "content/authors/dana.md": "---\nname: Dana\n---\n",
}


@pytest.fixture
def view(make_site: MakeSite) -> StoryView:
    return plan(make_site(SITE)).view("/stories/kettle/", StoryView)


def test_it_says_what_happened_when_to_whom_and_who_says_so(view: StoryView) -> None:
    assert (view.title, view.day, view.verdict) == ("The kettle", dt.date(2024, 2, 2), "bad")
    assert view.companies == (CompanyVerdict("Acme", "/repo/companies/acme/", "bad"),)
    assert view.mentions == (Link("Zeta", "/repo/companies/zeta/"),)
    assert view.tags == (Link("Phone calls", "/repo/tags/phone-calls/"), Link("refunds", "/repo/tags/refunds/"))
    assert view.authors == (Link("Dana", "/repo/authors/dana/"), Link("Lee", "/repo/authors/lee/"))
    assert view.held_back == ""


def test_its_links_and_pictures_lead_through_the_base_path(view: StoryView) -> None:
    assert 'src="/repo/stories/box.png"' in view.body.text
    assert 'href="/repo/stories/first/#top"' in view.body.text
    assert 'href="/repo/tags/"' in view.body.text
    assert view.picture
    assert (view.picture.url, view.picture.alt) == ("/repo/stories/box.png", "A box")
    assert (view.picture.credit, view.picture.credit_url) == ("Dana", "https://dana.example/")


def test_its_head_has_summary_picture_and_address_for_those_who_share_it(view: StoryView) -> None:
    assert (view.summary, view.head.description) == ("It went like this.", "It went like this.")
    assert view.head.url == "/repo/stories/kettle/"
    assert view.head.canonical == "https://name.github.io/repo/stories/kettle/"
    assert view.head.image == "https://name.github.io/repo/stories/box.png"
    assert view.head.indexed


def test_it_names_the_feed_of_its_company_but_none_in_a_round_up(view: StoryView, make_site: MakeSite) -> None:
    assert view.head.feeds == (FeedLink("Acme", "/repo/companies/acme/feed.xml", "application/rss+xml"),)
    site = make_site({"content/stories/2024-01-01-a.md": story("A", company="[Acme, Zeta]")}, folder="other")
    assert plan(site).view("/stories/a/", StoryView).head.feeds == ()


def test_it_leads_to_its_neighbours_in_time(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    first, kettle, last = (planned.view(f"/stories/{slug}/", StoryView) for slug in ("first", "kettle", "last"))
    assert (first.older, first.newer) == (None, Link("The kettle", "/repo/stories/kettle/"))
    assert (kettle.older, kettle.newer) == (
        Link("First", "/repo/stories/first/"),
        Link("Last", "/repo/stories/last/"),
    )
    assert (last.older, last.newer) == (Link("The kettle", "/repo/stories/kettle/"), None)


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (114, 1), (400, 2), (2300, 10)])
def test_it_says_how_long_it_takes_to_read(words: int, minutes: int, make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", "word " * words)})
    assert plan(site).view("/stories/a/", StoryView).minutes == minutes


@pytest.mark.parametrize(
    ("date", "written"),
    [("2024-02-02", "2024-02-02"), ("2024-07-02 10:30", "2024-07-02T10:30:00+02:00")],
)
def test_its_moment_is_written_for_machines_with_a_time_only_if_there_is_one(
    date: str, written: str, make_site: MakeSite
) -> None:
    site = make_site(
        {
            **at("https://told.example/", 'timezone = "Europe/Berlin"'),
            "content/stories/a.md": story("A", date=date),
        }
    )
    assert plan(site).view("/stories/a/", StoryView).published == written


@pytest.mark.parametrize(("key", "mark"), [("draft: true", "draft"), ("date: 2030-01-01", "scheduled")])
def test_a_preview_marks_what_is_held_back_and_keeps_it_from_search_engines(
    key: str, mark: str, make_site: MakeSite
) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": f"---\ntitle: A\n{key}\n---\n"})
    view = plan(site, include_held_back=True).view("/stories/a/", StoryView)
    assert (view.held_back, view.head.indexed) == (mark, False)
    assert "/stories/a/" not in plan(site).pages


def test_a_link_to_a_draft_is_left_out_of_the_text(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", "See [the next](2024-01-02-b.md)."),
            "content/stories/2024-01-02-b.md": story("B", draft="true"),
        }
    )
    body = plan(site).view("/stories/a/", StoryView).body.text
    assert "the next" in body
    assert "/stories/b/" not in body


def test_the_pattern_of_addresses_is_the_sites_choice(make_site: MakeSite) -> None:
    pattern = '[build]\npermalink = "/{year}/{month}/{day}/{slug}/"'
    site = make_site({**at("https://told.example/", pattern), "content/stories/0987.md": story("A", date="2024-02-03")})
    assert "/2024/02/03/0987/" in plan(site).pages
