"""/archive/: the years, each with its number of stories."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Head, head
from generator.site import Site


class YearLine(msgspec.Struct, frozen=True):
    year: int
    url: str
    count: int


class ArchiveView(msgspec.Struct, frozen=True):
    head: Head
    years: tuple[YearLine, ...]


def plan(site: Site) -> Iterator[Page]:
    lines = tuple(YearLine(y.year, site.config.url.path(y.path), len(y.stories)) for y in site.years)
    yield Page("archive", "/archive/", ArchiveView(head(site, "/archive/"), lines), "the archive")


KIND = Kind(name="archive", plan=plan, template="archive.html", view=ArchiveView)
