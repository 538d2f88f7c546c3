"""Dates as people write them in front matter."""

import datetime as dt
import re

import msgspec

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
"""The span of plausible dates; it also keeps every conversion between time zones inside what datetime can hold."""

_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?[0-5]\d)?)?", re.ASCII
)


class Date(msgspec.Struct, frozen=True):
    """A calendar date as written, with the time of day where one was given.

    Without `time` it is a date of the site's calendar and never shifted between time zones. A `time` without a UTC
    offset is meant in the site's time zone.
    """

    day: dt.date
    time: dt.time | None = None


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
