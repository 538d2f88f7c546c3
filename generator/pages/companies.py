"""/companies/: every company with its record."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Counts, Head, counts, head
from generator.site import Site


class CompanyLine(msgspec.Struct, frozen=True):
    title: str
    url: str
    record: Counts
    mentions: int


class CompaniesView(msgspec.Struct, frozen=True):
    head: Head
    companies: tuple[CompanyLine, ...]


def plan(site: Site) -> Iterator[Page]:
    lines = tuple(
        CompanyLine(c.name, site.config.url.path(c.path), counts(c.record), len(c.mentioned_in)) for c in site.companies
    )
    yield Page("companies", "/companies/", CompaniesView(head(site, "/companies/"), lines), "the list of companies")


KIND = Kind(name="companies", plan=plan, template="companies.html", view=CompaniesView)
