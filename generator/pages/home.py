"""The front page: the newest story, what came after older ones, what is unresolved, whom most is told of, and more
stories; older ones at /page/N/."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.pages.changes import ChangeLine, change_line
from generator.pages.companies import CompanyLine, company_line
from generator.pages.lists import Screen, screens
from generator.pages.output import Kind, Page
from generator.pages.parts import Card, Head, Pager, card, cards, head
from generator.pages.pictures import ViewPicture, picture
from generator.pages.unresolved import WaitingLine, waiting_line
from generator.pages.updates import newest_updates
from generator.site import LinkedStory, Site
from generator.site.cases import unresolved_cases
from generator.site.orders import BY_TOLD, in_order

MOST_UPDATES, MOST_UNRESOLVED, MOST_COMPANIES = 3, 3, 5
"""Lines in each part of the front page; each part leads on to its whole."""


class Overview(msgspec.Struct, frozen=True):
    """What the first screen of the front page shows beside the list of stories.

    `picture` is that of the `newest` story. `updates` are the latest, `unresolved` the cases that have waited longest
    by the day `as_of`, `companies` those most told of.
    """

    newest: Card
    picture: ViewPicture | None
    updates: tuple[ChangeLine, ...]
    unresolved: tuple[WaitingLine, ...]
    unresolved_count: int
    as_of: dt.date | None
    companies: tuple[CompanyLine, ...]
    company_count: int


class HomeView(msgspec.Struct, frozen=True):
    """`overview` stands on the first screen alone, and its newest story is not among the `stories` there; it is none
    where there is no story at all."""

    head: Head
    first: bool
    overview: Overview | None
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for screen in screens(site, "/", site.stories):
        yield Page("home", screen.path, _view(site, screen), "the front page")


def _view(site: Site, screen: Screen[LinkedStory]) -> HomeView:
    leads = screen.first and bool(screen.items)
    return HomeView(
        head=head(site, screen.path, description=site.config.description, indexed=screen.first),
        first=screen.first,
        overview=_overview(site, screen.items[0]) if leads else None,
        stories=cards(site, screen.items[1:] if leads else screen.items),
        pager=screen.pager,
    )


def _overview(site: Site, newest: LinkedStory) -> Overview:
    unresolved, told, as_of = unresolved_cases(site.cases), in_order(site, BY_TOLD), site.as_of
    shown = told[:MOST_COMPANIES]
    most = max((company.record.total for company in shown), default=0)
    return Overview(
        newest=card(site, newest),
        picture=picture(site, newest.story.image),
        updates=tuple(change_line(site, *change) for change in newest_updates(site)[:MOST_UPDATES]),
        unresolved=tuple(waiting_line(site, case, as_of=as_of) for case in unresolved[:MOST_UNRESOLVED]),
        unresolved_count=len(unresolved),
        as_of=as_of,
        companies=tuple(company_line(site, company, of=most) for company in shown),
        company_count=len(site.companies),
    )


KIND = Kind(name="home", plan=plan, template="home.html", view=HomeView)
