"""Cases: what is counted. A story is one; the parts of a series are one together, as their last part tells it."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from statistics import median
from typing import TypeVar

from generator.record import Record, record_of
from generator.site.model import Case, Company, Endings, LinkedStory, Name, Series
from generator.story import Channel, Verdict

Key = TypeVar("Key", bound=Hashable)
Told = tuple[LinkedStory, Verdict | None]


def group_cases(told: Iterable[Told], series: Mapping[str, Series], *, company: Name | None) -> tuple[Case, ...]:
    """The cases of one company, or of none, that stories (newest first, each with its verdict) tell of, in the order
    of their newest part.

    Stories by somebody with an interest in the company are in none: neither an owner's praise nor a competitor's
    complaint is to make a record.
    """
    groups: dict[Hashable, list[Told]] = {}
    for story, verdict in told:
        if not is_interested(story):
            whole = series.get(story.path)
            groups.setdefault(("series", whole.title) if whole else story.path, []).append((story, verdict))
    return tuple(_case(group, series, company) for group in groups.values())


def all_cases(
    companies: Iterable[Company], stories: Iterable[LinkedStory], series: Mapping[str, Series]
) -> tuple[Case, ...]:
    """The cases of all companies, and of stories that are about none; in the order of their newest part."""
    about_none = ((story, story.story.verdict) for story in stories if not story.companies)
    cases = [case for company in companies for case in company.cases]
    cases += group_cases(about_none, series, company=None)
    return tuple(sorted(cases, key=lambda case: case.newest.published, reverse=True))


def is_interested(story: LinkedStory) -> bool:
    """Whether the author has an interest in the company."""
    return story.story.disclosure is not None and story.story.disclosure.is_interest


def record_of_cases(cases: Iterable[Case]) -> Record:
    """Each case counts once."""
    return record_of(case.verdict for case in cases)


def endings(cases: Iterable[Case]) -> Endings:
    """How bad cases ended; `days` is the median, in whole days, of those that give the day on which they began
    and that of their resolution."""
    bad = [case for case in cases if case.verdict == "bad"]
    ends = [case.status for case in bad]
    days = [days for case in bad if (days := days_to_resolution(case)) is not None]
    return Endings(
        resolved=ends.count("resolved"),
        unresolved=ends.count("unresolved"),
        pending=ends.count("pending"),
        unsaid=ends.count(None),
        days=int(median(days) + 0.5) if days else None,
        timed=len(days),
    )


def days_to_resolution(case: Case) -> int | None:
    """The days between what happened and its resolution; None where one of the two is not known to the day."""
    outcome, began = case.outcome, case.happened
    if outcome is None or outcome.status != "resolved" or outcome.date is None:
        return None
    if began is None or began.precision != "day" or outcome.date.day < began.day:
        return None
    return (outcome.date.day - began.day).days


def unresolved_cases(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The bad cases of which it is told that they have no resolution yet, those that wait longest first."""
    waiting = [case for case in cases if case.verdict == "bad" and case.status in ("unresolved", "pending")]
    return tuple(sorted(waiting, key=lambda case: (began_by(case), case.newest.published)))


def began_by(case: Case) -> dt.date:
    """The day by which a case had surely begun: of a month its last one, and never later than it was told."""
    told = min(part.day for part in case.parts)
    return min(case.happened.last_day, told) if case.happened else told


def by_channel(cases: Iterable[Case]) -> tuple[tuple[Channel, Record], ...]:
    """The channels of cases, most frequent first, each with its record."""
    found = _counted(cases, lambda story: (story.story.channel,) if story.story.channel else ())
    return tuple(sorted(found.items(), key=lambda item: (-item[1].total, item[0])))


def by_tag(cases: Iterable[Case]) -> tuple[tuple[Name, Record], ...]:
    """The tags of cases, most frequent first, each with its record."""
    found = _counted(cases, lambda story: story.tags)
    return tuple(sorted(found.items(), key=lambda item: (-item[1].total, item[0].path)))


def by_year(cases: Iterable[Case]) -> tuple[tuple[int, Record], ...]:
    """The years in which cases were last told of, oldest first, each with its record; years without any left out."""
    groups: dict[int, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.newest.day.year, []).append(case)
    return tuple((year, record_of_cases(groups[year])) for year in sorted(groups))


def _counted(cases: Iterable[Case], keys_of: Callable[[LinkedStory], Iterable[Key]]) -> dict[Key, Record]:
    """The record of each key; a case counts once for each key of a part that speaks for its verdict."""
    groups: dict[Key, list[Case]] = {}
    for case in cases:
        for key in dict.fromkeys(key for part in case.speaking for key in keys_of(part)):
            groups.setdefault(key, []).append(case)
    return {key: record_of_cases(group) for key, group in groups.items()}


def _case(group: list[Told], series: Mapping[str, Series], company: Name | None) -> Case:
    newest = group[0][0]
    own = {story.path: (story, verdict) for story, verdict in group}
    whole = series.get(newest.path)
    parts = [own[story.path] for story in whole.stories if story.path in own] if whole else group
    verdict = next((verdict for _, verdict in reversed(parts) if verdict), None)
    return Case(
        company=company,
        parts=tuple(story for story, _ in parts),
        newest=newest,
        verdict=verdict,
        speaking=tuple(story for story, given in parts if given in (verdict, None)),
    )
