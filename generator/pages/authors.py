"""/authors/: everybody who tells stories here."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Head, head
from generator.site import Site


class AuthorLine(msgspec.Struct, frozen=True):
    title: str
    url: str
    count: int


class AuthorsView(msgspec.Struct, frozen=True):
    head: Head
    authors: tuple[AuthorLine, ...]


def plan(site: Site) -> Iterator[Page]:
    lines = tuple(AuthorLine(a.name, site.config.url.path(a.path), len(a.stories)) for a in site.authors)
    yield Page("authors", "/authors/", AuthorsView(head(site, "/authors/"), lines), "the list of authors")


KIND = Kind(name="authors", plan=plan, template="authors.html", view=AuthorsView)
