"""Dates taken from a mapping: a day with or without a time, a month, a year, and what is no date."""

import datetime as dt

import pytest

from generator.fields.dates import Date, PartialDate
from tests.fields.nodes import of_yaml, shown


@pytest.mark.parametrize(
    ("written", "date"),
    [("2026-03-01", Date(dt.date(2026, 3, 1))), ("2026-03-01 10:30", Date(dt.date(2026, 3, 1), dt.time(10, 30)))],
)
def test_a_date_is_taken_with_its_time_or_without_one(written: str, date: Date) -> None:
    fields = of_yaml(f"date: {written}\n")
    assert fields.date("date") == date
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("yesterday", "'yesterday' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("2026-02-30", "'2026-02-30' is not a date: 2026-02 has 28 days. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("2024", "'2024' is not a date: it has no day. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("31.12.2025", "'31.12.2025' is not a date. Write 2025-12-31, with the year first."),
        ("12/31/2025", "'12/31/2025' is not a date. Write 2025-12-31, with the year first."),
        ("03/04/2025", "'03/04/2025' is not a date. Write 2025-04-03 or 2025-03-04, with the year first."),
        ("31.2.2025", "'31.2.2025' is not a date: there is no such day. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("31.12.25", "'31.12.25' is not a date: its year has two digits. Write it as 2025-03-31, or 2025-03-31 10:30."),
        ("2025-3-5", "'2025-3-5' is not a date. Write 2025-03-05."),
        ("2025/03/05", "'2025/03/05' is not a date. Write 2025-03-05."),
        ("20250305", "'20250305' is not a date. Write 2025-03-05."),
        (
            "2025-13-05",
            "'2025-13-05' is not a date: there is no month 13. Write it as 2025-03-31, or 2025-03-31 10:30.",
        ),
        ("March 5", "'March 5' is not a date: it has no year. Write it with its year, such as 2025-03-05."),
        ("5th of March, 2025", "'5th of March, 2025' is not a date. Write 2025-03-05."),
        ("2025-03-05 10.30", "'2025-03-05 10.30' is not a date. Write 2025-03-05 10:30."),
        ("2025-03-05 at 1:30 pm", "'2025-03-05 at 1:30 pm' is not a date. Write 2025-03-05 13:30."),
        ("2025-03-05 12:05 a.m.", "'2025-03-05 12:05 a.m.' is not a date. Write 2025-03-05 00:05."),
        ("“2025-03-05”", "'“2025-03-05”' is not a date, because of its curly quotation marks. Write 2025-03-05."),
        ("2025–03–05", "'2025–03–05' is not a date, because it has U+2013, an en dash. Write 2025-03-05."),
        ("0205-03-31", "0205-03-31 is not between 1900-01-01 and 2999-12-31. Check the year."),
        ("9999-12-31", "9999-12-31 is not between 1900-01-01 and 2999-12-31. Check the year."),
        ("[2026-03-01]", "this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
    ],
)
def test_what_is_no_plausible_date_is_named(written: str, problem: str) -> None:
    fields = of_yaml(f"date: {written}\n")
    assert fields.date("date") is None
    assert shown(fields.finish()) == [f"x.md:1:7: date: {problem}"]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-03-01", PartialDate(dt.date(2026, 3, 1), "day")),
        ("2026-03", PartialDate(dt.date(2026, 3, 1), "month")),
        ("'2026'", PartialDate(dt.date(2026, 1, 1), "year")),
    ],
)
def test_a_partial_date_is_a_day_a_month_or_a_year(written: str, date: PartialDate) -> None:
    fields = of_yaml(f"happened: {written}\n")
    assert fields.partial_date("happened") == date
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("May 2026", "'May 2026' is not a date. Write 2026-05."),
        ("2026-5", "'2026-5' is not a date. Write 2026-05."),
        ("May", "'May' is not a date: it has no year. Write it with its year, such as 2025-05-01."),
        ("2026-03-01 10:30", "'2026-03-01 10:30' is not a date. Write 2026-03-01."),
        ("1899-12", "1899-12 is not between 1900-01-01 and 2999-12-31. Check the year."),
        ("'3000'", "3000 is not between 1900-01-01 and 2999-12-31. Check the year."),
        ("[2026]", "this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
    ],
)
def test_what_is_no_plausible_partial_date_is_named(written: str, problem: str) -> None:
    fields = of_yaml(f"happened: {written}\n")
    assert fields.partial_date("happened") is None
    assert shown(fields.finish()) == [f"x.md:1:11: happened: {problem}"]
