"""/archive/: the years, each with its number of stories and their verdicts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.pages.charts import YearChart, year_chart
from generator.pages.output import Kind, Page
from generator.pages.parts import Counts, Head, counts, head
from generator.record import Record, record_of
from generator.site import Site, Year


class YearLine(msgspec.Struct, frozen=True):
    """A year with its stories, each of them counted."""

    year: int
    url: str
    record: Counts


class ArchiveView(msgspec.Struct, frozen=True):
    """`chart` is none with fewer than two years."""

    head: Head
    total: int
    chart: YearChart | None
    years: tuple[YearLine, ...]


def plan(site: Site) -> Iterator[Page]:
    years = tuple((year, _record(year)) for year in site.years)
    view = ArchiveView(
        head=head(site, "/archive/"),
        total=len(site.stories),
        chart=year_chart(tuple((year.year, record) for year, record in reversed(years))),
        years=tuple(YearLine(year.year, site.config.url.path(year.path), counts(record)) for year, record in years),
    )
    yield Page("archive", "/archive/", view, "the archive")


def _record(year: Year) -> Record:
    return record_of(story.story.verdict for story in year.stories)


KIND = Kind(name="archive", plan=plan, template="archive.html", view=ArchiveView)
