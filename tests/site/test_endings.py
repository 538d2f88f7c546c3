"""How bad cases ended: what is counted of it, how long it took, and which of them still wait."""

import datetime as dt

import pytest
from msgspec.structs import replace

from generator.fields.dates import PartialDate
from generator.site import Case, Endings
from generator.site.cases import began_by, days_to_resolution, endings, unresolved_cases
from tests.conftest import MakeSite
from tests.site.linking import Linked, link
from tests.sites import story

BOILER = {
    "content/stories/2024-01-01-one.md": story(
        "One", verdict="bad", series="The boiler", part="1", happened="2023-12-24", outcome="unresolved"
    ),
    "content/stories/2024-03-01-two.md": story(
        "Two", series="The boiler", part="2", outcome="{status: resolved, date: 2024-02-20}"
    ),
}


def titles(cases: tuple[Case, ...]) -> list[str]:
    """What is told in each case, part by part."""
    return [" + ".join(part.story.title for part in case.parts) for case in cases]


def only_case(linked: Linked) -> Case:
    (case,) = linked.site.cases
    return case


def ended(make_site: MakeSite, *outcomes: str, verdict: str = "bad", happened: str = "2024-01-01") -> Endings:
    """The endings of as many stories, each with an outcome as it is written ("" for none)."""
    files = {
        f"content/stories/2024-06-{day:02}-s.md": story(
            slug=f"s{day}", verdict=verdict, happened=happened, **({"outcome": outcome} if outcome else {})
        )
        for day, outcome in enumerate(outcomes, start=1)
    }
    return endings(link(make_site(files)).site.cases)


def resolved(day: str) -> str:
    return f"{{status: resolved, date: {day}}}"


def test_endings_count_how_bad_cases_ended(make_site: MakeSite) -> None:
    found = ended(make_site, "resolved", "unresolved", "unresolved", "pending", "pending", "pending", "")
    assert found == Endings(resolved=1, unresolved=2, pending=3, unsaid=1, days=None, timed=0)


@pytest.mark.parametrize("verdict", ["good", "mixed", ""])
def test_endings_are_those_of_bad_cases_alone(verdict: str, make_site: MakeSite) -> None:
    found = ended(make_site, "unresolved", resolved("2024-01-10"), verdict=verdict)
    assert found == Endings(resolved=0, unresolved=0, pending=0, unsaid=0, days=None, timed=0)


@pytest.mark.parametrize(
    ("days", "median"),
    [
        ("2024-01-03", 2),
        ("2024-01-01", 0),
        ("2024-01-03 2024-01-04 2024-05-01", 3),
        ("2024-01-03 2024-01-05", 3),
        ("2024-01-03 2024-01-04", 3),
        ("2024-01-04 2024-01-05", 4),
        ("2024-01-02 2024-01-03 2024-01-06 2024-05-01", 4),
    ],
)
def test_the_time_to_resolution_is_the_median_and_half_a_day_is_rounded_up(
    days: str, median: int, make_site: MakeSite
) -> None:
    found = ended(make_site, *map(resolved, days.split()), "resolved", "unresolved", "")
    assert (found.days, found.timed) == (median, len(days.split()))


@pytest.mark.parametrize(
    ("happened", "outcome"),
    [
        ("2024-01", resolved("2024-02-01")),
        ("2024", resolved("2024-02-01")),
        ('""', resolved("2024-02-01")),
        ("2024-01-01", "resolved"),
        ("2024-01-01", "{status: pending, date: 2024-02-01}"),
        ("2024-01-01", "{status: unresolved, date: 2024-02-01}"),
    ],
    ids=["a month", "a year", "no beginning", "no end", "pending", "unresolved"],
)
def test_a_case_of_which_a_day_is_not_known_has_no_time_to_resolution(
    happened: str, outcome: str, make_site: MakeSite
) -> None:
    text = story("A", verdict="bad", happened=happened, outcome=outcome)
    assert days_to_resolution(only_case(link(make_site({"content/stories/2024-06-01-a.md": text})))) is None


def test_a_resolution_before_it_happened_is_a_slip_and_has_no_time(make_site: MakeSite) -> None:
    """It has a warning of its own; a median must not go by it."""
    site = make_site({"content/stories/2024-06-01-a.md": story("A", verdict="bad", outcome=resolved("2024-02-01"))})
    case = only_case(link(site))
    slip = replace(case.newest, story=replace(case.newest.story, happened=PartialDate(dt.date(2024, 2, 2), "day")))
    assert days_to_resolution(replace(case, parts=(slip,))) is None
    assert endings((replace(case, parts=(slip,)),)).timed == 0


def test_the_time_to_resolution_is_that_of_the_whole_case(make_site: MakeSite) -> None:
    """From what happened in the first part to what the last one tells."""
    assert days_to_resolution(only_case(link(make_site(BOILER)))) == 58


@pytest.mark.parametrize(
    ("happened", "began"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-02", "2024-02-29"),
        ("2023", "2023-12-31"),
        ("2024-03", "2024-03-20"),
        ("2024", "2024-03-20"),
        ('""', "2024-03-20"),
    ],
)
def test_a_case_had_begun_by_the_last_day_that_it_may_mean_and_never_after_it_was_told(
    happened: str, began: str, make_site: MakeSite
) -> None:
    site = make_site({"content/stories/2024-03-20-a.md": story("A", happened=happened)})
    assert began_by(only_case(link(site))) == dt.date.fromisoformat(began)


def test_a_series_had_begun_by_the_day_of_its_earliest_part(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-09-a.md": story("A", series="The boiler", part="2"),
            "content/stories/2024-02-01-b.md": story("B", series="The boiler", part="1"),
        }
    )
    assert began_by(only_case(link(site))) == dt.date(2024, 1, 9)


def test_of_no_cases_none_has_an_ending() -> None:
    assert endings(()) == Endings(resolved=0, unresolved=0, pending=0, unsaid=0, days=None, timed=0)
    assert unresolved_cases(()) == ()


def test_unresolved_are_bad_cases_that_say_so_those_that_wait_longest_first(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("By its date", verdict="bad", outcome="pending"),
            "content/stories/2024-01-02-b.md": story("Long ago", verdict="bad", outcome="unresolved", happened="2019"),
            "content/stories/2024-01-03-c.md": story("Resolved", verdict="bad", outcome="resolved"),
            "content/stories/2024-01-04-d.md": story("Unsaid", verdict="bad"),
            "content/stories/2024-01-05-e.md": story("Good", verdict="good", outcome="unresolved"),
            "content/stories/2024-01-06-f.md": story("Mixed", verdict="mixed", outcome="pending"),
            "content/stories/2024-01-07-g.md": story("No verdict", outcome="pending"),
            "content/stories/2024-01-08-h.md": story(
                "Rival", verdict="bad", outcome="pending", disclosure="competitor"
            ),
            "content/stories/2024-01-09-i.md": story(
                "Soon", verdict="bad", outcome="unresolved", happened="2023-12-31"
            ),
        }
    )
    assert titles(unresolved_cases(link(site).site.cases)) == ["Long ago", "Soon", "By its date"]


def test_a_case_whose_last_part_tells_of_its_resolution_waits_no_longer(make_site: MakeSite) -> None:
    site = make_site(BOILER)
    assert unresolved_cases(link(site).site.cases) == ()
    site.replace("content/stories/2024-03-01-two.md", "status: resolved", "status: pending")
    assert titles(unresolved_cases(link(site).site.cases)) == ["One + Two"]


def test_of_two_that_wait_equally_long_the_one_told_first_comes_first(make_site: MakeSite) -> None:
    since = {"verdict": "bad", "outcome": "pending", "happened": "2023"}
    site = make_site(
        {
            "content/stories/2024-01-02-a.md": story("Later", **since),
            "content/stories/2024-01-01-b.md": story("Earlier", **since),
        }
    )
    assert titles(unresolved_cases(link(site).site.cases)) == ["Earlier", "Later"]
