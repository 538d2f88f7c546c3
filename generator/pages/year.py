"""/archive/2024/: all stories of one year, a line each."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Head, Link, head
from generator.site import Site, Year
from generator.story import Verdict


class StoryLine(msgspec.Struct, frozen=True):
    """A story in one line, without its summary: a year may have hundreds."""

    title: str
    url: str
    day: dt.date
    verdict: Verdict | None
    held_back: Literal["", "draft", "scheduled"]


class YearView(msgspec.Struct, frozen=True):
    head: Head
    year: int
    stories: tuple[StoryLine, ...]
    newer: Link | None
    older: Link | None


def plan(site: Site) -> Iterator[Page]:
    for place, year in enumerate(site.years):
        newer = site.years[place - 1] if place else None
        older = site.years[place + 1] if place + 1 < len(site.years) else None
        lines = tuple(
            StoryLine(s.story.title, site.config.url.path(s.path), s.day, s.story.verdict, s.held_back)
            for s in year.stories
        )
        view = YearView(head(site, year.path), year.year, lines, _link(site, newer), _link(site, older))
        yield Page("year", year.path, view, f"the archive of {year.year}")


def _link(site: Site, year: Year | None) -> Link | None:
    return Link(str(year.year), site.config.url.path(year.path)) if year else None


KIND = Kind(name="year", plan=plan, template="year.html", view=YearView)
