"""A record as pages show it: counts and their bar, how bad stories ended, when and where service was good or bad."""

from __future__ import annotations

import msgspec

from generator.pages.charts import Segment, YearChart, bar, year_chart
from generator.pages.parts import Counts, Link, counts, link
from generator.pages.spans import Span, span_of_days
from generator.record import Record
from generator.site import Case, Endings, LinkedStory, Site
from generator.site.cases import by_channel, by_tag, by_year, endings, is_interested, record_of_cases
from generator.story import Channel

MOST_TAGS = 8
"""Tags in one record: the most frequent ones."""


class ChannelRecord(msgspec.Struct, frozen=True):
    """The stories that took place in one channel."""

    channel: Channel
    record: Counts
    bar: tuple[Segment, ...]


class TagRecord(msgspec.Struct, frozen=True):
    """The stories with one tag."""

    tag: Link
    record: Counts
    bar: tuple[Segment, ...]


class RecordView(msgspec.Struct, frozen=True):
    """What stories tell of one company, or of one verdict. Stories of one case count once.

    `merged` is the number of stories that were counted with another part of theirs, `interested` that of stories not
    counted at all, for their authors have an interest in the company. `endings` is none without a bad story, `years`
    with fewer than two years; `channels` and `tags`, most frequent first, are empty with fewer than two stories.
    `resolution` is the median time to resolution, none where no story gives both dates.
    """

    counts: Counts
    bar: tuple[Segment, ...]
    merged: int
    interested: int
    endings: Endings | None
    resolution: Span | None
    years: YearChart | None
    channels: tuple[ChannelRecord, ...]
    tags: tuple[TagRecord, ...]


def record_view(site: Site, cases: tuple[Case, ...], *, told: tuple[LinkedStory, ...] = ()) -> RecordView:
    """`told` are the stories that the cases are made of; without them nothing is said of those that are not counted."""
    record = record_of_cases(cases)
    interested = sum(map(is_interested, told))
    several = cases if len(cases) > 1 else ()
    channels, tags = by_channel(several), by_tag(several)[:MOST_TAGS]
    ends = endings(cases) if record.bad else None
    return RecordView(
        counts=counts(record),
        bar=bar(record, of=record.total),
        merged=max(0, len(told) - interested - len(cases)),
        interested=interested,
        endings=ends,
        resolution=span_of_days(ends.days) if ends and ends.days is not None else None,
        years=year_chart(by_year(cases)),
        channels=tuple(ChannelRecord(one, counts(own), bar(own, of=_most(channels))) for one, own in channels),
        tags=tuple(TagRecord(link(site, name), counts(own), bar(own, of=_most(tags))) for name, own in tags),
    )


def _most(lines: tuple[tuple[object, Record], ...]) -> int:
    """The total of the first, which is the most frequent."""
    return lines[0][1].total
