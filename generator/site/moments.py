"""When each story was published, to the second, without two stories ever sharing one."""

import datetime as dt
from collections.abc import Iterable
from hashlib import blake2b
from zoneinfo import ZoneInfo

from generator.fields.dates import Date
from generator.story import Story

_FIRST_HOUR = 3600


def moment_of(date: Date, zone: ZoneInfo) -> dt.datetime:
    """A date's moment in the site's time zone; a bare date starts at midnight there."""
    if date.time is None:
        return dt.datetime.combine(date.day, dt.time(), zone)
    if date.time.tzinfo is None:
        return dt.datetime.combine(date.day, date.time, zone)
    return dt.datetime.combine(date.day, date.time).astimezone(zone)


def due(story: Story, zone: ZoneInfo) -> dt.datetime:
    """The moment from which a story may be shown."""
    return moment_of(story.date, zone)


def moments(stories: Iterable[Story], zone: ZoneInfo) -> dict[str, dt.datetime]:
    """The published moment of each story, by its source; all differ.

    Stories of one bare date are spread over the day's first hour by a digest of their stem, not by their order, so
    that a story added to the same day does not move the others and show them to subscribers again.
    """
    found: dict[str, dt.datetime] = {}
    used: set[dt.datetime] = set()
    for story in sorted(stories, key=lambda story: (story.date.time is None, story.source)):
        moment = due(story, zone)
        if story.date.time is None:
            moment += dt.timedelta(seconds=_spread(story.stem))
        moment = moment.astimezone(dt.UTC)
        while moment in used:
            moment += dt.timedelta(seconds=1)
        used.add(moment)
        found[story.source] = moment.astimezone(zone)
    return found


def _spread(stem: str) -> int:
    return int.from_bytes(blake2b(stem.encode(), digest_size=4).digest()) % _FIRST_HOUR
