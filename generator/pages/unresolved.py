"""/unresolved/: bad stories that still have no resolution, those that wait longest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.pages.case import When, when
from generator.pages.lists import Screen, screens_onward
from generator.pages.output import Kind, Page
from generator.pages.parts import Head, Link, Pager, head
from generator.site import Case, Name, Site
from generator.site.cases import began_by, unresolved_cases
from generator.story import OutcomeStatus


class WaitingLine(msgspec.Struct, frozen=True):
    """A case that waits for its resolution; `title` and `url` are those of its newest story.

    `days` have passed since it happened, until the newest day that the content knows of. Where `happened` names no
    day (or is none) it is at least so many: the last day that it can mean is taken, or the one on which it was told.
    """

    title: str
    url: str
    companies: tuple[Link, ...]
    status: OutcomeStatus
    happened: When | None
    days: int
    at_least: bool


class UnresolvedView(msgspec.Struct, frozen=True):
    """`count` is the number of all cases, on whatever screen. `unsaid` bad ones beside them do not say how they ended,
    and are not listed. `as_of` is none where there is nothing at all."""

    head: Head
    first: bool
    as_of: dt.date | None
    count: int
    unsaid: int
    cases: tuple[WaitingLine, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    cases, as_of = unresolved_cases(site.cases), site.as_of
    for screen in screens_onward(site, "/unresolved/", cases, size=site.config.paginate):
        yield Page("unresolved", screen.path, _view(site, screen, len(cases), as_of), "the list of unresolved stories")


def waiting_line(site: Site, case: Case, *, as_of: dt.date | None) -> WaitingLine:
    outcome, began = case.outcome, began_by(case)
    assert outcome  # it is by what it says that a case is unresolved
    companies = {link.path: Link(link.title, site.config.url.path(link.path)) for link in _companies(case)}
    return WaitingLine(
        title=case.newest.story.title,
        url=site.config.url.path(case.newest.path),
        companies=tuple(companies.values()),
        status=outcome.status,
        happened=when(case.happened),
        days=max(0, ((as_of or began) - began).days),
        at_least=case.happened is None or case.happened.precision != "day",
    )


def _companies(case: Case) -> Iterator[Name]:
    return (Name(company.title, company.path) for part in case.parts for company in part.companies)


def _view(site: Site, screen: Screen[Case], count: int, as_of: dt.date | None) -> UnresolvedView:
    return UnresolvedView(
        head=head(site, screen.path, indexed=screen.first),
        first=screen.first,
        as_of=as_of,
        count=count,
        unsaid=sum(case.verdict == "bad" and case.outcome is None for case in site.cases),
        cases=tuple(waiting_line(site, case, as_of=as_of) for case in screen.items),
        pager=screen.pager,
    )


KIND = Kind(name="unresolved", plan=plan, template="unresolved.html", view=UnresolvedView)
