"""Old addresses of stories: a page at each alias that leads on to the story."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.site import Site


class RedirectView(msgspec.Struct, frozen=True):
    """`url` is the new path, `canonical` the new full address."""

    title: str
    url: str
    canonical: str
    language: str


def plan(site: Site) -> Iterator[Page]:
    url = site.config.url
    for story in site.stories:
        view = RedirectView(story.story.title, url.path(story.path), url.absolute(story.path), site.config.language)
        for alias in story.story.aliases:
            has_page = alias.endswith("/") or "." in alias.rsplit("/", 1)[-1]
            path = alias if has_page else f"{alias}/"
            yield Page("redirect", path, view, story.story.source)


KIND = Kind(name="redirect", plan=plan, template="redirect.html", view=RedirectView)
