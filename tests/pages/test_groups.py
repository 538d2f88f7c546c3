"""The pages by which readers browse: companies, tags, authors, verdicts, the archive, and the front page."""

import datetime as dt

from generator.pages.archive import ArchiveView, YearLine
from generator.pages.author import AuthorView
from generator.pages.authors import AuthorLine, AuthorsView
from generator.pages.charts import bar
from generator.pages.companies import CompaniesView, CompanyLine
from generator.pages.company import CompanyView
from generator.pages.home import HomeView
from generator.pages.not_found import NotFoundView
from generator.pages.page import PageView
from generator.pages.parts import Card, CompanyVerdict, Counts, FeedLink, Link, StoryLine
from generator.pages.pictures import ViewPicture
from generator.pages.subscribe import SubscribeView
from generator.pages.tag import TagView
from generator.pages.tags import TagLine, TagsView
from generator.pages.verdict import VerdictView
from generator.pages.year import YearView
from generator.record import Record
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.sites import story

SITE = {
    **at("https://name.github.io/repo/", 'description = "Stories."', "[build]", "paginate = 2"),
    "content/stories/2023-01-01-a.md": story("A", company="Acme", verdict="good", tags="[phone]", author="dana"),
    "content/stories/2024-01-02-b.md": story("B", company="Acme", verdict="bad", tags="[phone]", author="dana"),
    "content/stories/2024-01-03-c.md": story("C", company="[Acme, Zeta]", mentions="[Orbit]", author="dana"),
    "content/stories/2024-01-04-d.md": story("D", mentions="[Acme]", summary="In short."),
    "content/companies/acme.md": (
        "---\nname: Acme\nwebsite: https://acme.example/\nindustry: Kettles\nnote: Sold in 2020.\n"
        "contacts: [help@acme.example, 555-0100]\n---\n\nMakes [kettles](../stories/2023-01-01-a.md).\n"
    ),
    "content/authors/dana.md": (
        "---\nname: Dana\nwebsite: https://dana.example/\nemail: dana@told.example\nphoto: dana.jpg\n---\n\nWrites.\n"
    ),
    "content/authors/dana.jpg": b"jpg",
    "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\n\nWhy we tell.\n",
}


NONE = Counts(good=0, mixed=0, bad=0, unsaid=0, total=0)
ONE_UNSAID = Counts(good=0, mixed=0, bad=0, unsaid=1, total=1)


def feed(title: str, path: str) -> tuple[FeedLink, ...]:
    return (FeedLink(title, f"/repo{path}feed.xml", "application/rss+xml"),)


def test_the_list_of_companies_has_each_with_its_record_and_mentions(make_site: MakeSite) -> None:
    view = plan(make_site(SITE)).view("/companies/", CompaniesView)
    assert view.companies == (
        CompanyLine(
            title="Acme",
            url="/repo/companies/acme/",
            record=Counts(good=1, mixed=0, bad=1, unsaid=1, total=3),
            bar=bar(Record(good=1, bad=1, unsaid=1), of=3),
            mentions=1,
            latest=dt.date(2024, 1, 3),
        ),
        CompanyLine("Orbit", "/repo/companies/orbit/", NONE, (), 1, None),
        CompanyLine("Zeta", "/repo/companies/zeta/", ONE_UNSAID, bar(Record(unsaid=1), of=3), 0, dt.date(2024, 1, 3)),
    )


def test_a_companys_page_says_what_it_is_and_what_is_told(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    view = planned.view("/companies/acme/", CompanyView)
    assert (view.title, view.website, view.industry) == ("Acme", "https://acme.example/", "Kettles")
    assert (view.note, view.contacts) == ("Sold in 2020.", ("help@acme.example", "555-0100"))
    assert 'href="/repo/stories/a/"' in view.about.text
    assert view.record
    assert view.record.counts == Counts(good=1, mixed=0, bad=1, unsaid=1, total=3)
    assert [card.title for card in view.stories] == ["C", "B", "A"][: len(view.stories)]
    assert [line.title for line in view.mentions] == ["D"]
    assert view.head.feeds == feed("Acme", "/companies/acme/")
    assert planned.pages["/companies/acme/"].source == "content/companies/acme.md"
    assert planned.pages["/companies/zeta/"].source == "the page of the company 'Zeta'"


def test_a_companys_later_screens_are_nothing_but_stories(make_site: MakeSite) -> None:
    files = {f"content/stories/2022-01-0{n}-s.md": story(f"S{n}", company="Acme", slug=f"s{n}") for n in range(1, 5)}
    view = plan(make_site(SITE | files)).view("/companies/acme/page/1/", CompanyView)
    assert (view.first, view.about.text, view.mentions, view.replies, view.record) == (False, "", (), (), None)
    assert (view.website, view.industry, view.note, view.contacts) == ("", "", "", ())


def test_a_card_shows_the_least_that_makes_one_want_to_read(make_site: MakeSite) -> None:
    view = plan(make_site(SITE)).view("/companies/zeta/", CompanyView)
    assert view.stories == (
        Card(
            title="C",
            url="/repo/stories/c/",
            day=dt.date(2024, 1, 3),
            updated=None,
            summary="It went like this.",
            verdict=None,
            companies=(
                CompanyVerdict("Acme", "/repo/companies/acme/", None),
                CompanyVerdict("Zeta", "/repo/companies/zeta/", None),
            ),
            language="",
            comments=0,
            interested=False,
            held_back="",
        ),
    )
    overview = plan(make_site(SITE)).view("/", HomeView).overview
    assert overview
    assert overview.newest.summary == "In short."


def test_tags_and_a_tags_page_count_all_its_stories(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    assert planned.view("/tags/", TagsView).tags == (TagLine("phone", "/repo/tags/phone/", 2),)
    view = planned.view("/tags/phone/", TagView)
    assert (view.title, view.count, [card.title for card in view.stories]) == ("phone", 2, ["B", "A"])
    assert view.head.feeds == feed("phone", "/tags/phone/")


def test_authors_and_an_authors_page_with_bio_and_photo(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    assert planned.view("/authors/", AuthorsView).authors == (AuthorLine("Dana", "/repo/authors/dana/", 3),)
    view = planned.view("/authors/dana/", AuthorView)
    assert (view.title, view.website, view.email) == ("Dana", "https://dana.example/", "dana@told.example")
    assert view.count == 3
    assert view.photo == ViewPicture("/repo/authors/dana.jpg", "", "", "")
    assert "Writes." in view.bio.text
    assert view.head.feeds == feed("Dana", "/authors/dana/")


def test_the_pages_of_all_verdicts_are_there_also_when_empty(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    shown = {path: planned.view(path, VerdictView) for path in ("/good/", "/mixed/", "/bad/")}
    assert {path: (view.verdict, view.count) for path, view in shown.items()} == {
        "/good/": ("good", 1),
        "/mixed/": ("mixed", 0),
        "/bad/": ("bad", 1),
    }
    assert shown["/bad/"].head.feeds == feed("bad", "/bad/")


def test_the_archive_counts_years_and_a_year_lists_its_stories(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    assert planned.view("/archive/", ArchiveView).years == (
        YearLine(2024, "/repo/archive/2024/", Counts(good=0, mixed=0, bad=1, unsaid=2, total=3)),
        YearLine(2023, "/repo/archive/2023/", Counts(good=1, mixed=0, bad=0, unsaid=0, total=1)),
    )
    newer, older = (planned.view(f"/archive/{year}/", YearView) for year in (2024, 2023))
    assert [line.title for line in newer.stories] == ["D", "C", "B"]
    assert older.stories == (StoryLine("A", "/repo/stories/a/", dt.date(2023, 1, 1), "good", ""),)
    assert (newer.newer, newer.older) == (None, Link("2023", "/repo/archive/2023/"))
    assert (older.newer, older.older) == (Link("2024", "/repo/archive/2024/"), None)


def test_the_front_page_has_the_newest_and_the_sites_description(make_site: MakeSite) -> None:
    view = plan(make_site(SITE)).view("/", HomeView)
    assert view.overview
    assert [card.title for card in (view.overview.newest, *view.stories)][:2] == ["D", "C"]
    assert (view.head.description, view.head.canonical) == ("Stories.", "https://name.github.io/repo/")


def test_the_page_for_missing_addresses_has_the_newest_five_and_no_search_engine_lists_it(make_site: MakeSite) -> None:
    files = {f"content/stories/2025-01-0{n}-s.md": story(f"S{n}", slug=f"s{n}") for n in range(1, 8)}
    view = plan(make_site(SITE | files)).view("/404.html", NotFoundView)
    assert [card.title for card in view.stories] == ["S7", "S6", "S5", "S4", "S3"]
    assert not view.head.indexed


def test_a_page_of_the_site_is_its_text(make_site: MakeSite) -> None:
    planned = plan(make_site(SITE))
    view = planned.view("/about/", PageView)
    assert (view.title, view.head.description) == ("About", "Why we tell.")
    assert "<p>Why we tell.</p>" in view.body.text
    assert planned.pages["/about/"].source == "content/pages/about.md"


def test_the_list_of_feeds_names_each_for_people(make_site: MakeSite) -> None:
    view = plan(make_site(SITE)).view("/subscribe/", SubscribeView)
    assert {link.url for link in view.verdicts} == {f"/repo/{verdict}/feed.xml" for verdict in ("good", "mixed", "bad")}
    assert [link.title for link in view.companies] == ["Acme", "Orbit", "Zeta"]
    assert (view.tags, view.authors) == (feed("phone", "/tags/phone/"), feed("Dana", "/authors/dana/"))
    assert view.opml == Link("OPML", "/repo/feeds.opml")


def test_a_site_without_stories_has_all_its_lists(make_site: MakeSite) -> None:
    pages = plan(make_site()).pages
    lists = {"/", "/companies/", "/tags/", "/authors/", "/archive/", "/good/", "/bad/", "/mixed/", "/subscribe/"}
    assert lists | {"/404.html", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml", "/feeds.opml"} <= pages.keys()
