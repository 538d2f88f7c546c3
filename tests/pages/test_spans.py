"""How long something took or has been waiting: days up to 90, then years and whole months by the calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.company import CompanyView
from generator.pages.record import RecordView
from generator.pages.spans import Span, span_between, span_of_days
from tests.conftest import MakeSite
from tests.pages.planning import plan
from tests.reading import read_page
from tests.sites import SiteUnderTest, story


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2024-03-01", "2024-03-01", Span(0, 0, 0)),
        ("2024-03-01", "2024-03-02", Span(0, 0, 1)),
        ("2023-01-01", "2023-04-01", Span(0, 0, 90)),
        ("2024-06-01", "2024-08-30", Span(0, 0, 90)),
        ("2024-01-01", "2024-04-01", Span(0, 3, 0)),  # 91 days: 2024 has a 29 February
        ("2024-06-01", "2024-08-31", Span(0, 0, 91)),  # 91 days, and one short of three months
        ("2024-06-01", "2024-09-01", Span(0, 3, 0)),
        ("2024-03-15", "2025-03-14", Span(0, 11, 0)),
        ("2024-03-15", "2025-03-15", Span(1, 0, 0)),
        ("2024-03-15", "2026-03-14", Span(1, 11, 0)),
        ("2024-03-15", "2026-03-15", Span(2, 0, 0)),
        ("2022-08-05", "2026-11-19", Span(4, 3, 0)),
        ("2024-02-29", "2025-02-28", Span(0, 11, 0)),
        ("2024-02-29", "2025-03-01", Span(1, 0, 0)),
        ("2024-02-29", "2028-02-29", Span(4, 0, 0)),
        ("2023-02-28", "2024-02-29", Span(1, 0, 0)),
        ("2024-01-31", "2024-05-30", Span(0, 3, 0)),
        ("2024-01-31", "2024-05-31", Span(0, 4, 0)),
        ("2024-03-02", "2024-03-01", Span(0, 0, 0)),
    ],
)
def test_a_span_is_rounded_down_to_days_or_whole_months(start: str, end: str, span: Span) -> None:
    assert span_between(day(start), day(end)) == span


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (0, Span(0, 0, 0)),
        (37, Span(0, 0, 37)),
        (90, Span(0, 0, 90)),
        (91, Span(0, 3, 0)),
        (364, Span(0, 11, 0)),
        (365, Span(1, 0, 0)),
        (730, Span(2, 0, 0)),
        (1460, Span(3, 11, 0)),
        (1461, Span(4, 0, 0)),
    ],
)
def test_a_median_that_belongs_to_no_dates_is_a_span_too(days: int, span: Span) -> None:
    assert span_of_days(days) == span


@given(st.dates(dt.date(1900, 1, 1), dt.date(2900, 1, 1)), st.integers(0, 20_000))
def test_a_longer_wait_never_reads_as_a_shorter_one(start: dt.date, days: int) -> None:
    """Days come before months, and months before years."""
    spans = [span_between(start, start + dt.timedelta(days=days + more)) for more in (0, 1)]
    lengths = [(span.years * 12 + span.months, span.days) for span in spans]
    assert lengths == sorted(lengths)
    for span in spans:
        assert (span.days == 0) or (span.years, span.months) == (0, 0)
        assert span.days <= 91
        assert span.months < 12


def waits(make_site: MakeSite, happened: str, **files: str) -> SiteUnderTest:
    """A site that knows of 19 November 2026, and of one case that is unresolved."""
    text = story("A", verdict="bad", outcome="unresolved", happened=happened, company="Acme")
    site = make_site(
        {
            "content/stories/2026-11-19-b.md": story("B"),
            "content/stories/2026-11-18-a.md": text,
            **files,
        }
    )
    site.now = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
    return site


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        ("2026-11-18", "Waiting 1 day"),
        ("2026-08-21", "Waiting 90 days"),
        ("2026-08-18", "Waiting 3 months"),
        ("2025-11-19", "Waiting 1 year"),
        ("2025-10-19", "Waiting 1 year 1 month"),
        ("2022-08-05", "Waiting 4 years 3 months"),
        ("2025", "Waiting at least 10 months"),
    ],
)
def test_a_wait_reads_as_people_say_it(happened: str, said: str, make_site: MakeSite) -> None:
    site = waits(make_site, happened)
    site.build()
    for path in ("unresolved/index.html", "index.html"):
        (shown,) = (e.text for e in read_page(site, path).elements if e.tag == "strong" and "Waiting" in (e.text or ""))
        assert shown == said


def test_another_language_has_plural_forms_and_an_order_of_its_own(make_site: MakeSite) -> None:
    words = (
        '[span]\nyears = { one = "{count} rok", few = "{count} lata", other = "{count} lat" }\n'
        'months = { one = "{count} miesiąc", few = "{count} miesiące", other = "{count} miesięcy" }\n'
        'years_and_months = "{years} i {months}"\n[unresolved]\nwaiting = "Czeka od \'{time}\'"\n'
    )
    site = waits(
        make_site,
        "2022-08-05",
        **{
            "site.toml": '[site]\ntitle = "T"\nurl = "https://t.example/"\nlanguage = "pl"\n[theme]\nname = "mine"\n',
            "themes/mine/theme.toml": 'api = 1\nextends = "counter"\n',
            "themes/mine/strings/pl.toml": words,
        },
    )
    site.build()
    assert "Czeka od '4 lata i 3 miesiące'" in read_page(site, "unresolved/index.html").text


def resolved(make_site: MakeSite, *happened: str) -> SiteUnderTest:
    """Cases of one company that were resolved on 31 December 2025."""
    return make_site(
        {
            f"content/stories/2026-01-0{n}-s.md": story(
                company="Acme",
                slug=f"s{n}",
                verdict="bad",
                happened=began,
                outcome="{status: resolved, date: 2025-12-31}",
            )
            for n, began in enumerate(happened, start=1)
        }
    )


def record(site: SiteUnderTest) -> RecordView:
    found = plan(site).view("/companies/acme/", CompanyView).record
    assert found
    return found


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        (
            ["2025-12-01"],
            "Time to resolution: 30 days. One case gives both dates: when it happened and when it was resolved.",
        ),
        (
            ["2025-12-01", "2023-10-31", "2020-01-01"],
            "Typical time to resolution: 2 years 2 months. This is the median of the 3 cases that give both dates: when it happened and when it was resolved.",
        ),
    ],
)
def test_the_time_to_resolution_reads_the_same_way(happened: list[str], said: str, make_site: MakeSite) -> None:
    site = resolved(make_site, *happened)
    site.build()
    assert said in read_page(site, "companies/acme/index.html").text


def test_a_case_that_was_put_right_on_the_same_day_took_no_days(make_site: MakeSite) -> None:
    site = resolved(make_site, "2025-12-31")
    assert record(site).resolution == Span(0, 0, 0)
    site.build()
    assert "Time to resolution: 0 days." in read_page(site, "companies/acme/index.html").text


def test_without_both_dates_there_is_no_time_to_resolution(make_site: MakeSite) -> None:
    assert record(resolved(make_site, "2025")).resolution is None
