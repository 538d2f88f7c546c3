"""/companies/: a table of every company with its record, and the same in other orders at pages of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.pages.charts import Segment, bar
from generator.pages.lists import Screen, screens_onward
from generator.pages.output import Kind, Page
from generator.pages.parts import Counts, Head, Pager, counts, head
from generator.site import Company, Site
from generator.site.orders import BY_NAME, ORDERS, Order, OrderName, in_order

ROWS = 100
"""Companies on one screen: as many as keep it under 14 KB (gzip), style sheet included."""


class CompanyLine(msgspec.Struct, frozen=True):
    """A company in a list. `latest` is the day of its newest story that counts."""

    title: str
    url: str
    record: Counts
    bar: tuple[Segment, ...]
    mentions: int
    latest: dt.date | None


class OrderLink(msgspec.Struct, frozen=True):
    """An order of the table, with its page."""

    name: OrderName
    url: str


class CompaniesView(msgspec.Struct, frozen=True):
    """One screen of the table in one order.

    `left_out` is the number of companies that have no place in this order: those without a story that counts; by
    service, those with fewer than `minimum` that give a verdict, and those with no more good (or bad) ones than others.
    """

    head: Head
    order: OrderName
    first: bool
    orders: tuple[OrderLink, ...]
    minimum: int
    left_out: int
    companies: tuple[CompanyLine, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for order in ORDERS:
        companies = in_order(site, order)
        for screen in screens_onward(site, order.path, companies, size=ROWS):
            left_out = len(site.companies) - len(companies)
            yield Page("companies", screen.path, _view(site, order, screen, left_out), "the list of companies")


def company_line(site: Site, company: Company, *, of: int) -> CompanyLine:
    """`of` is the number of stories whose bar would be as wide as can be."""
    return CompanyLine(
        title=company.name,
        url=site.config.url.path(company.path),
        record=counts(company.record),
        bar=bar(company.record, of=of),
        mentions=len(company.mentioned_in),
        latest=company.cases[0].newest.day if company.cases else None,
    )


def _view(site: Site, order: Order, screen: Screen[Company], left_out: int) -> CompaniesView:
    most = max((company.record.total for company in site.companies), default=0)
    return CompaniesView(
        # The other orders hold nothing else.
        head=head(site, screen.path, indexed=screen.first and order is BY_NAME),
        order=order.name,
        first=screen.first,
        orders=tuple(OrderLink(one.name, site.config.url.path(one.path)) for one in ORDERS),
        minimum=site.config.minimum_for_order,
        left_out=left_out,
        companies=tuple(company_line(site, company, of=most) for company in screen.items),
        pager=screen.pager,
    )


KIND = Kind(name="companies", plan=plan, template="companies.html", view=CompaniesView)
