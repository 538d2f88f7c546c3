"""A company's page: what it is, its record, and the stories told about it."""

from collections.abc import Iterator

import msgspec

from generator.pages.lists import Screen, screens
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Card, Counts, Head, Pager, cards, counts, feed_link, head, html
from generator.site import Company, LinkedStory, Site


class CompanyView(msgspec.Struct, frozen=True):
    """`about` is the company file's text, empty without one; `mentions` are stories that only name the company."""

    head: Head
    title: str
    first: bool
    website: str
    industry: str
    note: str
    contacts: tuple[str, ...]
    about: Html
    record: Counts
    stories: tuple[Card, ...]
    mentions: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for company in site.companies:
        source = company.profile.source if company.profile else f"the page of the company {company.name!r}"
        for screen in screens(site, company.path, company.stories):
            yield Page("company", screen.path, _view(site, company, screen), source)


def _view(site: Site, company: Company, screen: Screen[LinkedStory]) -> CompanyView:
    profile = company.profile
    return CompanyView(
        head=head(site, screen.path, feeds=feed_link(site, company.name, company.path), indexed=screen.first),
        title=company.name,
        first=screen.first,
        website=profile.website if profile else "",
        industry=profile.industry if profile else "",
        note=profile.note if profile else "",
        contacts=profile.contacts if profile else (),
        about=html(site, profile.body) if profile and screen.first else Html(""),
        record=counts(company.record),
        stories=cards(site, screen.items),
        mentions=cards(site, company.mentioned_in) if screen.first else (),
        pager=screen.pager,
    )


KIND = Kind(name="company", plan=plan, template="company.html", view=CompanyView)
