"""The note that stays at the address of a story that was withdrawn: no title, no name, no word of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from generator.pages.output import Kind, Page
from generator.pages.parts import Head, head
from generator.site import Site


class WithdrawnView(msgspec.Struct, frozen=True):
    """`day` is when it was withdrawn; `reason` may be empty."""

    head: Head
    day: dt.date
    reason: str


def plan(site: Site) -> Iterator[Page]:
    for story in site.withdrawn:
        view = WithdrawnView(head(site, story.path, indexed=False), story.day, story.reason)
        yield Page("withdrawn", story.path, view, story.source, story.places.at("slug"))


KIND = Kind(name="withdrawn", plan=plan, template="withdrawn.html", view=WithdrawnView)
