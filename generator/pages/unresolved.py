"""/unresolved/: bad stories that still have no resolution, those that wait longest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.pages.case import When, when
from generator.pages.lists import Screen, screens_onward
from generator.pages.output import Kind, Page
from generator.pages.parts import Head, Link, Pager, head, link
from generator.pages.spans import Span, span_between
from generator.site import Case, Site
from generator.site.cases import began_by, unresolved_cases
from generator.story import OutcomeStatus


class WaitingLine(msgspec.Struct, frozen=True):
    """A case that waits for its resolution; `title` and `url` are those of its newest story, `company` is none where
    it is about nobody. `replied` says whether the company has answered.

    `wait` is the time since it happened, until the newest day that the content knows of. Where `happened` names no
    day (or is none) it is at least so long: the last day that it can mean is taken, or the one on which it was told.
    """

    title: str
    url: str
    company: Link | None
    status: OutcomeStatus
    replied: bool
    happened: When | None
    wait: Span
    at_least: bool
    held_back: Literal["", "draft", "scheduled"]


class UnresolvedView(msgspec.Struct, frozen=True):
    """`count` is the number of all cases, on whatever screen. `unsaid` stories of bad ones beside them do not say how
    they ended, and are not listed. `as_of` is none where there is nothing at all."""

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
    began = began_by(case)
    assert case.status  # it is by what it says that a case is unresolved
    return WaitingLine(
        title=case.newest.story.title,
        url=site.config.url.path(case.newest.path),
        company=link(site, case.company) if case.company else None,
        status=case.status,
        replied=any(reply.company == case.company for part in case.parts for reply in part.replies),
        happened=when(case.happened),
        wait=span_between(began, as_of or began),
        at_least=case.happened is None or case.happened.precision != "day",
        held_back=case.newest.held_back,
    )


def _view(site: Site, screen: Screen[Case], count: int, as_of: dt.date | None) -> UnresolvedView:
    return UnresolvedView(
        head=head(site, screen.path, indexed=screen.first),
        first=screen.first,
        as_of=as_of,
        count=count,
        unsaid=len({case.newest.path for case in site.cases if case.verdict == "bad" and case.status is None}),
        cases=tuple(waiting_line(site, case, as_of=as_of) for case in screen.items),
        pager=screen.pager,
    )


KIND = Kind(name="unresolved", plan=plan, template="unresolved.html", view=UnresolvedView)
