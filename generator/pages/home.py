"""The front page: an introduction, the newest story, the latest updates, unresolved cases, the companies with the most
stories, and more stories. Older ones are at /page/N/."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.page import FRONT, ContentPage
from generator.pages.changes import ChangeLine, change_line
from generator.pages.companies import CompanyLine, company_line
from generator.pages.lists import Screen, screens
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Card, Head, Pager, card, cards, head, html
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


class IntroView(msgspec.Struct, frozen=True):
    """What a site says of itself at the top of its front page: content/pages/index.md."""

    title: str
    text: Html


class HomeView(msgspec.Struct, frozen=True):
    """`intro` and `overview` are on the first screen alone. `intro` is none for a site that has no such file,
    `overview` for one without stories. The newest story is in `overview` and not among the `stories` again."""

    head: Head
    first: bool
    intro: IntroView | None
    overview: Overview | None
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    written = next((page for page in site.pages if page.path == FRONT), None)
    for screen in screens(site, "/", site.stories):
        intro = written if screen.first else None
        yield Page("home", screen.path, _view(site, screen, intro), intro.source if intro else "the front page")


def _view(site: Site, screen: Screen[LinkedStory], intro: ContentPage | None) -> HomeView:
    leads = screen.first and bool(screen.items)
    description = site.config.description or (intro.body.first_paragraph if intro else "")
    return HomeView(
        head=head(site, screen.path, description=description, indexed=screen.first),
        first=screen.first,
        intro=IntroView(intro.title, html(site, intro.body)) if intro else None,
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
