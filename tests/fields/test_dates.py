"""Dates as people write them: a bare date is a calendar date, and what is no date is none."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fields.dates import EARLIEST, LATEST, Date, PartialDate, is_plausible, parse_date, parse_partial_date

DAY = dt.date(2026, 3, 1)


def zone(hours: float) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=hours))


@settings(deadline=None)
@given(st.dates())
def test_a_bare_date_is_that_day_of_the_calendar_and_has_no_time_to_be_shifted(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == Date(day, None)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026-03-01 10:00", dt.time(10)),
        ("2026-03-01 9:05", dt.time(9, 5)),
        ("2026-03-01T10:00", dt.time(10)),
        ("2026-03-01 10:00:59", dt.time(10, 0, 59)),
        ("2026-03-01T10:00:59.999", dt.time(10, 0, 59)),
        ("2026-03-01T10:00:00Z", dt.time(10, tzinfo=dt.UTC)),
        ("2026-03-01 10:00 Z", dt.time(10, tzinfo=dt.UTC)),
        ("2026-03-01T10:00:00+02:00", dt.time(10, tzinfo=zone(2))),
        ("2026-03-01 10:00 -0330", dt.time(10, tzinfo=zone(-3.5))),
        ("2026-03-01 23:59 +14:00", dt.time(23, 59, tzinfo=zone(14))),
        ("2026-03-01 00:00 -23:59", dt.time(0, tzinfo=dt.timezone(-dt.timedelta(hours=23, minutes=59)))),
        ("  2026-03-01 10:00 ", dt.time(10)),
    ],
)
def test_a_time_is_kept_as_written_with_its_offset_or_without_one(written: str, time: dt.time) -> None:
    date = parse_date(written)
    assert date == Date(DAY, time)
    assert date.time is not None
    assert date.time.utcoffset() == time.utcoffset()


@pytest.mark.parametrize(
    "written",
    ["", "2026", "2026-03", "2026-3-1", "26-03-01", "01.03.2026", "03/01/2026", "1 March 2026", "2026-03-01T", "2026-03-01 10", "2026-03-01 10:0",
     "2026-02-29", "2026-13-01", "2026-00-01", "2026-03-00", "2026-03-32", "0000-01-01", "12026-03-01", "-2026-03-01", "2026-03-01-shoes",
     "2026-03-01 24:00", "2026-03-01 10:60", "2026-03-01 10:00:60", "2026-03-01 10:00 PM", "2026-03-01  10:00", "2026-03-01_10:00", "10:30",
     "2026-03-01 10:00 Europe/Berlin", "2026-03-01 10:00+2", "2026-03-01 10:00+24:00", "2026-03-01 10:00+02:60", "2026-03-01Z", "2026-03-01+02:00",
     "２０２６-03-01", "2026-03-01\x00", "2026-03-01\n2026-03-02", "٢٠٢٦-٠٣-٠١", "2026-03-01 １０:00", "2026-03-01 10:00+０２:00"],
)  # fmt: skip
def test_what_is_no_date_of_the_calendar_or_no_time_of_a_day_is_none(written: str) -> None:
    assert parse_date(written) is None


@settings(deadline=None)
@given(st.text(st.characters(), max_size=30) | st.text(st.sampled_from("0123456789-:+TZ ."), max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert parse_date(text) is None or parse_date(text) == parse_date(f" {text} ")


@settings(deadline=None)
@given(st.datetimes(), st.integers(-1439, 1439))
def test_a_moment_written_by_rfc_3339_comes_back_to_the_second(naive: dt.datetime, minutes: int) -> None:
    moment = naive.replace(tzinfo=zone(minutes / 60))
    assert parse_date(moment.isoformat()) == Date(moment.date(), moment.timetz().replace(microsecond=0))


@pytest.mark.parametrize(
    ("day", "plausible"),
    [(EARLIEST, True), (LATEST, True), (EARLIEST - dt.timedelta(1), False), (LATEST + dt.timedelta(1), False), (dt.date.min, False), (dt.date.max, False)],
)  # fmt: skip
def test_only_days_from_1900_to_2999_are_plausible(day: dt.date, plausible: bool) -> None:
    assert EARLIEST.isoformat() == "1900-01-01"
    assert LATEST.isoformat() == "2999-12-31"
    assert is_plausible(day) is plausible


@pytest.mark.parametrize("day", [EARLIEST, LATEST])
@pytest.mark.parametrize("hours", [-23.9, 23.9])
def test_a_plausible_day_can_be_converted_between_any_time_zones(day: dt.date, hours: float) -> None:
    moment = dt.datetime.combine(day, dt.time(12), tzinfo=zone(hours))
    assert moment.astimezone(dt.UTC).astimezone(zone(-hours)) == moment


@settings(deadline=None)
@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_in_reduced_precision_is_told_as_it_was_written(day: dt.date, length: int) -> None:
    written = day.isoformat()[:length]
    date = parse_partial_date(f" {written} ")
    assert date is not None
    assert str(date) == written
    assert date.day == dt.date.fromisoformat(f"{written}-01-01"[:10])


@pytest.mark.parametrize(
    "written",
    ["", "20", "20260", "202603", "2026-3", "2026-13", "2026-00", "2026-02-30", "2026-W10", "0000", "2026-", "2026-03-", "2026/03", "March", "２０２６", "+026", "-026", "2026-03-01T10:00"],
)  # fmt: skip
def test_what_is_no_day_month_or_year_is_none(written: str) -> None:
    assert parse_partial_date(written) is None


@settings(deadline=None)
@given(st.text(st.characters(), max_size=12) | st.text(st.sampled_from("0123456789-"), max_size=12))
def test_any_text_is_a_partial_date_or_none(text: str) -> None:
    date = parse_partial_date(text)
    assert date is None or str(date) == text.strip()


def partial(text: str) -> PartialDate:
    date = parse_partial_date(text)
    assert date is not None
    return date


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024-04-17", "2024-04-18", True),
        ("2024-04-18", "2024-04-18", False),
        ("2024-04-18", "2024-04-17", False),
        ("2024-03", "2024-04-01", True),
        ("2024-04", "2024-04-18", False),
        ("2024-04-01", "2024-04", False),
        ("2023", "2024-01-01", True),
        ("2024", "2024-12-31", False),
        ("2024-12-31", "2024", False),
        ("2024-12", "2025", True),
    ],
)
def test_a_date_lies_before_another_only_where_that_is_sure(one: str, other: str, before: bool) -> None:
    assert partial(one).is_before(partial(other)) is before
    assert not (before and partial(other).is_before(partial(one)))
