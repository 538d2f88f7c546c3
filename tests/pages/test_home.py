"""The front page's first screen: the newest story, what came after others, what waits, and whom most is told of."""

import datetime as dt

import pytest

from generator.pages.home import HomeView, Overview
from tests.conftest import MakeSite
from tests.images.making import photo, saved
from tests.pages.planning import at, plan
from tests.reading import read_page
from tests.running import run
from tests.sites import SiteUnderTest, story


def overview(site: SiteUnderTest) -> Overview:
    found = plan(site).view("/", HomeView).overview
    assert found
    return found


INTRO = {
    "content/pages/index.md": "---\ntitle: Told at the counter\n---\n\nAll of it happened. See [about](about.md).\n"
}
ABOUT = {"content/pages/about.md": "---\ntitle: About\nnav: 1\n---\n\nWho we are: [home](index.md).\n"}
TOML = ('tagline = "The tagline"', 'description = "The description."')


def test_a_site_introduces_itself_in_its_own_words(make_site: MakeSite) -> None:
    site = make_site({**at("https://name.github.io/repo/", *TOML), **INTRO, **ABOUT})
    intro = plan(site).view("/", HomeView).intro
    assert intro
    assert (intro.title, intro.text.text.strip()) == (
        "Told at the counter",
        '<p>All of it happened. See <a href="/repo/about/">about</a>.</p>',
    )
    site.build()
    page = read_page(site, "index.html")
    assert page.headings == ("Told at the counter",)
    assert "All of it happened." in page.text
    assert "The tagline" not in page.text
    assert "The description." not in page.text
    assert "The description." in page.attributes("content"), "search engines are told as before"


def test_without_words_of_its_own_a_site_shows_tagline_and_description(make_site: MakeSite) -> None:
    site = make_site(at("https://told.example/", *TOML))
    assert plan(site).view("/", HomeView).intro is None
    site.build()
    page = read_page(site, "index.html")
    assert page.headings == ("The tagline",)
    assert "The description." in page.text


def test_the_introduction_is_no_page_of_its_own_and_links_to_it_lead_home(make_site: MakeSite) -> None:
    site = make_site({**at("https://name.github.io/repo/"), **INTRO, **ABOUT})
    planned = plan(site)
    assert not {"/index/", "/page/"} & set(planned.pages)
    assert planned.pages["/"].kind == "home"
    assert planned.text("/sitemap.xml").count("<loc>https://name.github.io/repo/</loc>") == 1
    site.build()
    assert "home" in [e.text for e in read_page(site, "about/index.html").elements if e.get("href") == "/repo/"]


def test_the_introduction_describes_the_site_where_site_toml_does_not(make_site: MakeSite) -> None:
    site = make_site({**INTRO, **ABOUT})
    assert plan(site).view("/", HomeView).head.description == "All of it happened. See about."


def test_a_broken_link_of_the_introduction_is_named_in_its_file(make_site: MakeSite) -> None:
    site = make_site({"content/pages/index.md": "---\ntitle: A\n---\n\n[gone](/gone/)\n"})
    ran = run("check", at=site.root)
    assert "content/pages/index.md:5: '/gone/' leads to no page or file of this site." in ran.output


def test_the_introduction_is_on_the_first_screen_alone(make_site: MakeSite) -> None:
    files = {f"content/stories/2024-01-0{day}-s.md": story(f"S{day}", slug=f"s{day}") for day in range(1, 5)}
    site = make_site({**at("https://told.example/", "[build]", "paginate = 2"), **INTRO, **ABOUT, **files})
    planned = plan(site)
    assert [planned.view(path, HomeView).intro is not None for path in ("/", "/page/1/")] == [True, False]


def test_the_newest_story_leads_and_is_not_told_twice(make_site: MakeSite) -> None:
    site = make_site({f"content/stories/2024-01-0{day}-s.md": story(f"S{day}", slug=f"s{day}") for day in (1, 2, 3)})
    view = plan(site).view("/", HomeView)
    assert view.overview
    assert view.overview.newest.title == "S3"
    assert [card.title for card in view.stories] == ["S2", "S1"]


def test_the_newest_story_shows_its_picture(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a/index.md": story("A", image="{src: box.jpg, alt: A box}"),
            "content/stories/2024-01-01-a/box.jpg": saved(photo(500, 300), "JPEG"),
        }
    )
    site.build()
    (shown,) = (element for element in read_page(site, "index.html").elements if element.tag == "img")
    assert (shown.get("alt"), shown.get("width"), shown.get("height")) == ("A box", "500", "300")
    site.write("content/stories/2024-01-02-b.md", story("B"))
    site.build()
    assert "img" not in {element.tag for element in read_page(site, "index.html").elements}


def test_updates_are_the_three_latest_of_all_stories(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story(
                "A", updates="[{date: 2024-02-01, note: One.}, {date: 2024-02-04, note: '*Four.*', correction: true}]"
            ),
            "content/stories/2024-01-02-b.md": story(
                "B",
                company="Acme",
                reply="{from: Ivo, date: 2024-02-03, text: Sorry.}",
                updates="{date: 2024-02-02, note: Two.}",
            ),
        }
    )
    assert [
        (line.title, line.url, line.day, line.correction, line.text, line.signed) for line in overview(site).updates
    ] == [
        ("A", "/stories/a/#_update-2", dt.date(2024, 2, 4), True, "Four.", ""),
        ("B", "/stories/b/#_reply-1", dt.date(2024, 2, 3), False, "Sorry.", "Ivo"),
        ("B", "/stories/b/#_update-1", dt.date(2024, 2, 2), False, "Two.", ""),
    ]


def test_unresolved_are_the_three_that_have_waited_longest_and_how_many_there_are(make_site: MakeSite) -> None:
    files = {
        f"content/stories/2024-01-0{day}-s.md": story(f"S{day}", slug=f"s{day}", verdict="bad", outcome="pending")
        for day in range(1, 6)
    }
    found = overview(make_site(files))
    assert [(line.title, line.wait.days) for line in found.unresolved] == [("S1", 4), ("S2", 3), ("S3", 2)]
    assert (found.unresolved_count, found.as_of) == (5, dt.date(2024, 1, 5))


def test_companies_are_the_five_most_told_of_with_bars_against_the_first(make_site: MakeSite) -> None:
    files = {
        f"content/stories/20{20 + year}-01-0{number + 1}-s.md": story(
            company=f"Company {number}", verdict="good", slug=f"s{number}-{year}"
        )
        for number in range(6)
        for year in range(number + 1)
    }
    site = make_site({**files, "content/companies/quiet.md": "---\nname: Quiet\n---\n"})
    found = overview(site)
    assert [(line.title, line.record.total) for line in found.companies] == [
        ("Company 5", 6),
        ("Company 4", 5),
        ("Company 3", 4),
        ("Company 2", 3),
        ("Company 1", 2),
    ]
    assert [line.bar[0].width for line in found.companies] == [100, 83.33, 66.67, 50, 33.33]
    assert found.company_count == 7


def test_later_screens_have_the_list_alone(make_site: MakeSite) -> None:
    files = {f"content/stories/2024-01-0{day}-s.md": story(f"S{day}", slug=f"s{day}") for day in range(1, 7)}
    planned = plan(make_site({**at("https://told.example/", "[build]", "paginate = 2"), **files}))
    screens = [planned.view(path, HomeView) for path in ("/", "/page/2/", "/page/1/")]
    assert [one.overview is not None for one in screens] == [True, False, False]
    assert [[card.title for card in one.stories] for one in screens] == [["S5"], ["S4", "S3"], ["S2", "S1"]]


def test_a_site_without_stories_has_no_overview(make_site: MakeSite) -> None:
    view = plan(make_site()).view("/", HomeView)
    assert (view.overview, view.stories) == (None, ())


@pytest.mark.parametrize("paginate", [1, 20])
def test_a_site_of_one_quiet_story_has_no_empty_parts(paginate: int, make_site: MakeSite) -> None:
    site = make_site(
        {
            **at("https://told.example/", "[build]", f"paginate = {paginate}"),
            "content/stories/2024-01-01-a.md": story("A"),
        }
    )
    found = overview(site)
    assert (found.updates, found.unresolved, found.companies) == ((), (), ())
    site.build()
    page = read_page(site, "index.html")
    assert "A" in page.said("p-name")
    assert [
        element
        for element in page.elements
        if element.tag in ("table", "h2") and not "".join(element.itertext()).strip()
    ] == []
    assert "Still unresolved" not in page.text
    assert "No stories yet" not in page.text
