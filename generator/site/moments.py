"""When each story was published and last changed, to the second, without two stories ever sharing one."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.errors import Problem
from generator.fields.dates import Date
from generator.story import Story

_HOUR = 3600
_WAIT = "Add it when that day has come, or correct the date."


class Moments(NamedTuple):
    """The moments of stories by their sources, aware, in the site's time zone; within each mapping all differ."""

    published: Mapping[str, dt.datetime]
    updated: Mapping[str, dt.datetime]


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


def moments(stories: Iterable[Story], zone: ZoneInfo) -> Moments:
    """When each story was published, and when it last changed, which feeds show to subscribers again.

    Stories of one bare date are spread over the day's first hour by a digest of their stem, not by their order, so
    that a story added to the same day does not move the others and show them to subscribers again.
    """
    ordered = sorted(stories, key=lambda story: (story.date.time is None, story.source))
    published = distinct({story.source: spread(story.date, story.stem, zone) for story in ordered}, zone)
    changed = {story.source: _changed(story, published[story.source], zone) for story in ordered}
    # Those that never changed first, so that each keeps its moment whatever becomes of the others.
    ordered.sort(key=lambda story: changed[story.source] != published[story.source])
    return Moments(published, distinct({story.source: changed[story.source] for story in ordered}, zone))


def spread(date: Date, name: str, zone: ZoneInfo) -> dt.datetime:
    """A date's moment; for a bare date one of its first hour, which depends on the name alone."""
    moment = moment_of(date, zone)
    return moment if date.time else moment + dt.timedelta(seconds=_spread(name))


def distinct(wanted: Mapping[str, dt.datetime], zone: ZoneInfo) -> dict[str, dt.datetime]:
    """The same moments, each of those that are taken already some seconds later, in the order given."""
    found: dict[str, dt.datetime] = {}
    used: set[dt.datetime] = set()
    for key, wish in wanted.items():
        moment = wish.astimezone(dt.UTC)
        while moment in used:
            moment += dt.timedelta(seconds=1)
        used.add(moment)
        found[key] = moment.astimezone(zone)
    return found


def future_problems(stories: Iterable[Story], zone: ZoneInfo, now: dt.datetime) -> Iterator[Problem]:
    """A change that is still to come: feeds would carry a date that nobody has seen yet.

    Of a story that is withdrawn nothing else is shown.
    """
    for story in stories:
        gone = story.withdrawn
        for date, trail in ((gone.date, "withdrawn.date"),) if gone else changes(story):
            if moment_of(date, zone) > now:
                message = f"{trail.partition('[')[0].partition('.')[0]}: {date.day} is in the future."
                yield Problem(story.places.at(trail), message, _WAIT)
        ended = story.outcome.date if story.outcome and not gone else None
        if ended and moment_of(ended, zone) > now:
            yield Problem(story.places.at("outcome.date"), f"outcome: {ended.day} is in the future.", _WAIT)


def _changed(story: Story, published: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The moment of the last change, later than `published` in any case; that of a bare date is in its second hour.

    Each further change makes it a minute later, whatever its date, so that none goes unseen.
    """
    dates = [date for date, _ in changes(story)]
    if not dates:
        return published
    late = dt.timedelta(seconds=_HOUR + _spread(story.stem) // 2)
    # In UTC, for where clocks are set back a second more can be an hour less.
    at = [moment_of(d, zone).astimezone(dt.UTC) + (dt.timedelta() if d.time else late) for d in dates]
    last = max(*at, published.astimezone(dt.UTC) + dt.timedelta(seconds=1))
    return last + dt.timedelta(minutes=len(dates) - 1)


def changes(story: Story) -> Iterator[tuple[Date, str]]:
    """The dates of all that came after publication, each with its trail among the story's places."""
    if story.updated:
        yield story.updated, "updated"
    yield from ((update.date, f"{update.trail}.date") for update in story.updates)
    yield from ((reply.date, f"{reply.trail}.date") for reply in story.replies if reply.date)


def _spread(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) % _HOUR
