"""Dates as people write them in front matter."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import Literal

import msgspec

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
"""The span of plausible dates; it also keeps every conversion between time zones inside what datetime can hold."""

_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?[0-5]\d)?)?", re.ASCII
)

_PARTIAL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_PRECISIONS: dict[int, Literal["day", "month", "year"]] = {10: "day", 7: "month", 4: "year"}


class Date(msgspec.Struct, frozen=True):
    """A calendar date as written, with the time of day where one was given.

    Without `time` it is a date of the site's calendar and never shifted between time zones. A `time` without a UTC
    offset is meant in the site's time zone.
    """

    day: dt.date
    time: dt.time | None = None


class PartialDate(msgspec.Struct, frozen=True):
    """A date known to the day, the month or the year: what is not known of `day` is its first day."""

    day: dt.date
    precision: Literal["day", "month", "year"]

    def __str__(self) -> str:
        """ISO 8601 in reduced precision: `2024-04-18`, `2024-04`, `2024`."""
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    @property
    def last_day(self) -> dt.date:
        """The last day that it can mean."""
        if self.precision == "day":
            return self.day
        month = 12 if self.precision == "year" else self.day.month
        return self.day.replace(month=month, day=monthrange(self.day.year, month)[1])

    def is_before(self, other: PartialDate) -> bool:
        """Whether it surely lies before the other: `2024-04` is not before `2024-04-18`, nor before `2024`."""
        shared = min(len(str(self)), len(str(other)))
        return str(self)[:shared] < str(other)[:shared]


def parse_partial_date(text: str) -> PartialDate | None:
    """`2025-03-31`, `2025-03` or `2025`; else None."""
    text = text.strip()
    precision: Literal["day", "month", "year"] | None = _PRECISIONS.get(len(text))
    if precision is None or not _PARTIAL.fullmatch(text):
        return None
    try:
        return PartialDate(dt.date.fromisoformat(f"{text}-01-01"[:10]), precision)
    except ValueError:
        return None


def parse_date(text: str) -> Date | None:
    """`2025-03-31`, or with a time: `2025-03-31 10:30`, `2025-03-31T10:30:00+02:00` (RFC 3339); else None."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        return None
    day, hour, minute, second, offset = match.groups()
    try:
        date = dt.date.fromisoformat(day)
        if hour is None:
            return Date(date)
        time = dt.time(int(hour), int(minute), int(second or 0), tzinfo=_zone(offset))
    except ValueError:
        return None
    return Date(date, time)


def is_plausible(day: dt.date) -> bool:
    """Whether a date can be that of something published here."""
    return EARLIEST <= day <= LATEST


def _zone(offset: str | None) -> dt.timezone | None:
    """Raises ValueError for an offset of a day or more."""
    if offset is None:
        return None
    if offset == "Z":
        return dt.UTC
    sign = -1 if offset[0] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))
