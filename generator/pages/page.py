"""Content pages: about, policy, contact."""

from collections.abc import Iterator

import msgspec

from generator.page import FRONT
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Head, head, html
from generator.site import Site


class PageView(msgspec.Struct, frozen=True):
    head: Head
    title: str
    body: Html


def plan(site: Site) -> Iterator[Page]:
    for page in (page for page in site.pages if page.path != FRONT):
        view = PageView(
            head=head(site, page.path, description=page.body.first_paragraph),
            title=page.title,
            body=html(site, page.body),
        )
        yield Page("page", page.path, view, page.source)


KIND = Kind(name="page", plan=plan, template="page.html", view=PageView)
