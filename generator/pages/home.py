"""The front page: the newest stories; older ones at /page/N/."""

from collections.abc import Iterator

import msgspec

from generator.pages.lists import screens
from generator.pages.output import Kind, Page
from generator.pages.parts import Card, Head, Pager, cards, head
from generator.site import Site


class HomeView(msgspec.Struct, frozen=True):
    head: Head
    first: bool
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for screen in screens(site, "/", site.stories):
        view = HomeView(
            head=head(site, screen.path, description=site.config.description, indexed=screen.first),
            first=screen.first,
            stories=cards(site, screen.items),
            pager=screen.pager,
        )
        yield Page("home", screen.path, view, "the front page")


KIND = Kind(name="home", plan=plan, template="home.html", view=HomeView)
