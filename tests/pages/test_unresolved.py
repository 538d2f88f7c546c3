"""/unresolved/: bad stories without a resolution, how long each has waited, and as of when."""

import datetime as dt

import pytest

from generator.pages.case import When
from generator.pages.parts import Link
from generator.pages.spans import Span
from generator.pages.unresolved import UnresolvedView, WaitingLine
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.sites import SiteUnderTest, comment, story


def view(site: SiteUnderTest, **options: bool) -> UnresolvedView:
    return plan(site, **options).view("/unresolved/", UnresolvedView)


def waiting(site: SiteUnderTest) -> list[tuple[str, int, bool]]:
    """Of each line its title, the days, and whether it may be more."""
    return [(case.title, case.wait.days, case.at_least) for case in view(site).cases]


def test_a_line_says_who_lets_whom_wait_since_when(make_site: MakeSite) -> None:
    text = story("A", company="Acme", verdict="bad", outcome="pending", happened="2024-01-20")
    site = make_site({**at("https://name.github.io/repo/"), "content/stories/2024-02-01-a.md": text})
    assert view(site).cases == (
        WaitingLine(
            title="A",
            url="/repo/stories/a/",
            company=Link("Acme", "/repo/companies/acme/"),
            status="pending",
            replied=False,
            happened=When(dt.date(2024, 1, 20), "day", "2024-01-20"),
            wait=Span(years=0, months=0, days=12),
            at_least=False,
            held_back="",
        ),
    )


def test_a_line_says_whether_that_company_has_replied(make_site: MakeSite) -> None:
    keys = {"verdict": "bad", "outcome": "unresolved"}
    site = make_site(
        {
            "content/stories/2024-02-01-a.md": story("A", company="Acme", reply="{from: Ivo, text: Sorry.}", **keys),
            "content/stories/2024-02-02-b.md": story("B", company="Zeta", slug="b", **keys),
            "content/stories/2024-02-03-c.md": story("C", slug="c", **keys),
        }
    )
    assert [(line.title, line.replied) for line in view(site).cases] == [("A", True), ("B", False), ("C", False)]


@pytest.mark.parametrize(
    ("happened", "days", "at_least"),
    [
        ("2024-01-20", 41, False),
        ("2024-01", 30, True),
        ("2023", 61, True),
        ("2024", 29, True),
        ("2024-02", 29, True),
        ('""', 29, True),
    ],
)
def test_days_are_counted_from_the_last_day_that_it_may_mean_and_say_that_they_may_be_more(
    happened: str, days: int, at_least: bool, make_site: MakeSite
) -> None:
    site = make_site(
        {
            "content/stories/2024-02-01-a.md": story("A", verdict="bad", outcome="unresolved", happened=happened),
            "content/stories/2024-03-01-b.md": story("B"),
        }
    )
    assert waiting(site) == [("A", days, at_least)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/stories/2024-03-01-b.md", story("B")),
        ("content/stories/2024-02-02-b.md", story("B", updates="{date: 2024-03-01, note: News.}")),
        (
            "content/stories/2024-02-02-b.md",
            story("B", company="Acme", reply="{from: Ivo, date: 2024-03-01, text: Sorry.}"),
        ),
        ("content/stories/2024-02-02-b.md", story("B", updated="2024-03-01")),
        ("content/comments/2024-02-01-a/kim.md", comment(date="2024-03-01")),
        ("content/stories/2024-02-02-b.md", story("B", outcome="{status: resolved, date: 2024-03-01}")),
    ],
    ids=["a story", "an update", "a reply", "a change", "a comment", "an outcome"],
)
def test_now_is_the_newest_day_that_the_content_knows_of(path: str, text: str, make_site: MakeSite) -> None:
    """Not that of the build: the same content makes the same page on whatever day."""
    waits = story("A", verdict="bad", outcome="unresolved", happened="2024-02-01")
    site = make_site({"content/stories/2024-02-01-a.md": waits, path: text})
    assert view(site).as_of == dt.date(2024, 3, 1)
    assert waiting(site) == [("A", 29, False)]
    site.now += dt.timedelta(days=300)
    assert view(site).as_of == dt.date(2024, 3, 1)


@pytest.mark.parametrize("held", ["draft: true", "date: 2027-01-01"])
def test_a_preview_counts_no_day_by_what_is_held_back(held: str, make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-02-01-a.md": story("A", verdict="bad", outcome="unresolved")})
    text = story("Held", verdict="bad", outcome="pending", date="2024-05-01")
    site.write(
        "content/stories/held.md",
        text.replace("date: 2024-05-01", held if "date" in held else f"date: 2024-05-01\n{held}"),
    )
    assert [case.title for case in view(site).cases] == ["A"]
    preview = view(site, include_held_back=True)
    assert preview.as_of == dt.date(2024, 2, 1)
    shown = "draft" if "draft" in held else "scheduled"
    assert [(case.title, case.wait.days, case.held_back) for case in preview.cases] == [
        ("A", 0, ""),
        ("Held", 0, shown),
    ]
    site.write("content/comments/held/kim.md", comment(date="2024-05-05"))
    assert view(site, include_held_back=True).as_of == dt.date(2024, 2, 1)


def test_a_case_in_parts_is_one_line_with_the_title_of_its_newest(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story(
                "One", company="Acme", verdict="bad", series="S", part="1", happened="2023-12-31"
            ),
            "content/stories/2024-01-31-b.md": story(
                "Two", company="Acme", verdict="bad", series="S", part="2", outcome="unresolved"
            ),
        }
    )
    (line,) = view(site).cases
    assert (line.title, line.url, line.wait.days, line.at_least) == ("Two", "/stories/b/", 31, False)
    assert line.company == Link("Acme", "/companies/acme/")


def test_bad_stories_that_do_not_say_how_they_ended_are_counted_and_not_listed(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", verdict="bad"),
            "content/stories/2024-01-02-b.md": story("B", verdict="bad"),
            "content/stories/2024-01-03-c.md": story("C", verdict="bad", outcome="resolved"),
            "content/stories/2024-01-04-d.md": story("D", verdict="mixed"),
            "content/stories/2024-01-05-e.md": story("E", verdict="bad", outcome="pending"),
            "content/stories/2024-01-06-f.md": story("F", verdict="bad", disclosure="competitor"),
        }
    )
    assert ([case.title for case in view(site).cases], view(site).count, view(site).unsaid) == (["E"], 1, 2)


def test_a_round_up_that_cannot_say_how_it_ended_is_one_story_however_many_companies_it_names(
    make_site: MakeSite,
) -> None:
    several = ", ".join(f"{{name: C{number}, verdict: bad}}" for number in range(12))
    site = make_site({"content/stories/2024-01-01-a.md": story("A", company=f"[{several}]", verdict="mixed")})
    assert view(site).unsaid == 1


def test_the_list_goes_on_at_numbered_screens_and_each_counts_them_all(make_site: MakeSite) -> None:
    files = {
        f"content/stories/2024-01-0{day}-s.md": story(f"S{day}", slug=f"s{day}", verdict="bad", outcome="pending")
        for day in range(1, 6)
    }
    planned = plan(make_site({**at("https://told.example/", "[build]", "paginate = 2"), **files}))
    paths = ["/unresolved/", "/unresolved/page/2/", "/unresolved/page/3/"]
    views = [planned.view(path, UnresolvedView) for path in paths]
    assert [case.title for one in views for case in one.cases] == ["S1", "S2", "S3", "S4", "S5"]
    assert [(one.first, one.count, one.head.indexed) for one in views] == [
        (True, 5, True),
        (False, 5, False),
        (False, 5, False),
    ]
    assert [(one.pager.before, one.pager.after) for one in views] == [
        ("", paths[1]),
        (paths[0], paths[2]),
        (paths[1], ""),
    ]
    assert "/unresolved/page/4/" not in planned.pages


def test_a_site_where_nothing_waits_says_so_as_of_its_newest_day(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-02-01-a.md": story("A", verdict="bad", outcome="resolved")})
    assert (view(site).cases, view(site).count, view(site).as_of) == ((), 0, dt.date(2024, 2, 1))


def test_a_site_without_stories_knows_no_day(make_site: MakeSite) -> None:
    assert (view(make_site()).cases, view(make_site()).as_of) == ((), None)
