"""/archive/2024/: all stories of one year, a line each."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Head, Link, StoryLine, head, story_lines
from generator.site import Site, Year


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
        view = YearView(
            head(site, year.path), year.year, story_lines(site, year.stories), _link(site, newer), _link(site, older)
        )
        yield Page("year", year.path, view, f"the archive of {year.year}")


def _link(site: Site, year: Year | None) -> Link | None:
    return Link(str(year.year), site.config.url.path(year.path)) if year else None


KIND = Kind(name="year", plan=plan, template="year.html", view=YearView)
