"""/tags/: every tag with its number of stories."""

from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Head, head
from generator.site import Site


class TagLine(msgspec.Struct, frozen=True):
    title: str
    url: str
    count: int


class TagsView(msgspec.Struct, frozen=True):
    head: Head
    tags: tuple[TagLine, ...]


def plan(site: Site) -> Iterator[Page]:
    lines = tuple(TagLine(tag.name, site.config.url.path(tag.path), len(tag.stories)) for tag in site.tags)
    yield Page("tags", "/tags/", TagsView(head(site, "/tags/"), lines), "the list of tags")


KIND = Kind(name="tags", plan=plan, template="tags.html", view=TagsView)
