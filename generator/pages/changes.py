"""What came after publication, as views: updates, and replies of companies."""

from __future__ import annotations

import datetime as dt

import msgspec

from generator.markup import text_of
from generator.pages.output import Html
from generator.pages.parts import Link, html, link
from generator.site import LinkedStory, LinkedUpdate, Site


class UpdateView(msgspec.Struct, frozen=True):
    """An update, or a company's reply; `anchor` is its id on the story's page. An update may be a `correction`.

    `company` and `signed` (who speaks for it) are a reply's alone. A reply without `day` came with the story.
    """

    anchor: str
    day: dt.date | None
    text: Html
    company: Link | None
    signed: str
    correction: bool


class ChangeLine(msgspec.Struct, frozen=True):
    """An update or a company's reply in a few words: `title` is the story's, `url` leads to its place there.

    `text` is its plain text, for the theme to cut short. `company` and `signed` are a reply's alone.
    """

    title: str
    url: str
    day: dt.date | None
    correction: bool
    text: str
    company: Link | None
    signed: str


def change_line(site: Site, story: LinkedStory, update: LinkedUpdate) -> ChangeLine:
    return ChangeLine(
        title=story.story.title,
        url=f"{site.config.url.path(story.path)}#{update.anchor}",
        day=update.day,
        correction=update.correction,
        text=" ".join(text_of(update.body).split()),
        company=link(site, update.company) if update.company else None,
        signed=update.signed,
    )


def updates(site: Site, story: LinkedStory) -> tuple[UpdateView, ...]:
    """The updates of a story, newest first: readers who come back look for them."""
    return tuple(_update(site, update) for update in reversed(story.updates))


def replies(site: Site, story: LinkedStory) -> tuple[UpdateView, ...]:
    """The replies to a story, oldest first."""
    return tuple(_update(site, reply) for reply in story.replies)


def _update(site: Site, update: LinkedUpdate) -> UpdateView:
    return UpdateView(
        anchor=update.anchor,
        day=update.day,
        text=html(site, update.body, prefix=f"{update.anchor}-", below_picture=True),
        company=link(site, update.company) if update.company else None,
        signed=update.signed,
        correction=update.correction,
    )
