"""Old addresses of stories: a page at each alias that leads on to the story."""

from collections.abc import Iterator

import msgspec

from generator.errors import Places
from generator.pages.output import Kind, Page
from generator.site import Site


class RedirectView(msgspec.Struct, frozen=True):
    """`url` is the new path, `canonical` the new full address."""

    title: str
    url: str
    canonical: str
    language: str


def plan(site: Site) -> Iterator[Page]:
    for story in site.stories:
        yield from _redirects(site, story.story.title, story.path, story.story.aliases, story.story.places)
    for gone in site.withdrawn:
        # The title is withdrawn with the rest.
        yield from _redirects(site, site.config.url.absolute(gone.path), gone.path, gone.aliases, gone.places)


def _redirects(site: Site, title: str, path: str, aliases: tuple[str, ...], places: Places) -> Iterator[Page]:
    url = site.config.url
    view = RedirectView(title, url.path(path), url.absolute(path), site.config.language)
    for number, alias in enumerate(aliases):
        has_page = alias.endswith("/") or "." in alias.rsplit("/", 1)[-1]
        yield Page("redirect", alias if has_page else f"{alias}/", view, places.path, places.at(f"aliases[{number}]"))


KIND = Kind(name="redirect", plan=plan, template="redirect.html", view=RedirectView)
