"""How long something took or has been waiting, as people say it: in days, later in months and years."""

from __future__ import annotations

import datetime as dt

import msgspec

MOST_DAYS = 90
"""The longest span that is given in days."""
_QUARTER = 3
_NEW_YEAR = dt.date(2001, 1, 1)  # the year after a leap year: the next 29 February is as far away as it can be


class Span(msgspec.Struct, frozen=True):
    """A length of time, rounded down: either `days`, or `years` and whole `months`. The other fields are 0."""

    years: int
    months: int
    days: int


def span_between(start: dt.date, end: dt.date) -> Span:
    """The time from one day to a later one.

    Up to 90 days it is in days. So is a span of 91 days that is one day short of three months: "2 months" would be
    less than the "90 days" of the day before. An `end` before `start` makes no days.
    """
    days, months = max(0, (end - start).days), _whole_months(start, end)
    if days <= MOST_DAYS or months < _QUARTER:
        return Span(years=0, months=0, days=days)
    return Span(years=months // 12, months=months % 12, days=0)


def span_of_days(days: int) -> Span:
    """A number of days that belongs to no dates, such as a median, as if it began on 1 January.

    With only one leap day in the first four years, 365 days are a year and 1,461 are four.
    """
    return span_between(_NEW_YEAR, _NEW_YEAR + dt.timedelta(days=days))


def _whole_months(start: dt.date, end: dt.date) -> int:
    """Months by the calendar. From the 31st, a month is over on the first day of the month after a shorter one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
