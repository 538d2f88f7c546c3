"""The orders in which lists of companies stand, each with a page of its own."""

from collections.abc import Callable
from typing import Literal

import msgspec

from generator.record import best_served, worst_served
from generator.site.model import Company, Site

OrderName = Literal["name", "told", "latest", "good", "bad"]


class Order(msgspec.Struct, frozen=True):
    """Where an order stands, which companies have a place in it (given the fewest verdicts that say something), and
    its key, lowest first; among equals the most told comes first, then the alphabet."""

    name: OrderName
    path: str
    takes: Callable[[Company, int], bool]
    key: Callable[[Company], float]


def _is_told(company: Company, _: int) -> bool:
    return company.record.total > 0


# Without these two a company with one bad story among five hundred would stand in the list of bad service.
def _serves_well(company: Company, minimum: int) -> bool:
    return company.record.said >= minimum and company.record.good > company.record.bad


def _serves_badly(company: Company, minimum: int) -> bool:
    return company.record.said >= minimum and company.record.bad > company.record.good


def _newest(company: Company) -> float:
    return -company.cases[0].newest.published.timestamp()


BY_NAME = Order("name", "/companies/", lambda _, __: True, lambda _: 0)
BY_TOLD = Order("told", "/companies/by/told/", _is_told, lambda company: -company.record.total)
# Below /companies/by/ no company has its page: a name has no slash in its address.
ORDERS = (
    BY_NAME,
    BY_TOLD,
    Order("latest", "/companies/by/latest/", _is_told, _newest),
    Order("good", "/companies/by/good/", _serves_well, lambda company: -best_served(company.record)),
    Order("bad", "/companies/by/bad/", _serves_badly, lambda company: worst_served(company.record)),
)


def in_order(site: Site, order: Order) -> tuple[Company, ...]:
    """The companies that have a place in an order, in it."""
    taken = tuple(company for company in site.companies if order.takes(company, site.config.minimum_for_order))
    if order is BY_NAME:
        return taken  # as they stand in the site
    return tuple(sorted(taken, key=lambda company: (order.key(company), -company.record.total)))
