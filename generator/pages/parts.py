"""The parts that views share, and how they are made from the site."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from generator.feeds import RSS_TYPE
from generator.markup import Body, resolve
from generator.pages.output import Html
from generator.picture import Picture
from generator.record import Record
from generator.site import LinkedStory, Name, Site, SiteAddresses
from generator.site.cases import is_interested
from generator.story import Verdict

_PREVIEWED = frozenset(("image/jpeg", "image/png", "image/gif", "image/webp"))
"""What those who show previews of links take; none takes SVG, and few AVIF."""


class Link(msgspec.Struct, frozen=True):
    """A title that leads to `url`: a path with the base path in front, ready for `href`, or a full address."""

    title: str
    url: str


class FeedLink(msgspec.Struct, frozen=True):
    """A feed as a page names it in its head: what it holds, its path, its media type."""

    title: str
    url: str
    type: str


class Head(msgspec.Struct, frozen=True):
    """What the head of a page says about it.

    `url` is the page's own path as links write it, `canonical` the full address under which it is to be known: its
    own, or that of the original. `description` is plain text, empty where the theme has words of its own. `image` is
    the full address of a picture in a format that whoever shows a preview of links knows, with its size in pixels.
    `indexed` is false for pages that search engines should leave out.
    """

    url: str
    canonical: str
    description: str = ""
    feeds: tuple[FeedLink, ...] = ()
    image: str = ""
    image_alt: str = ""
    image_width: int | None = None
    image_height: int | None = None
    indexed: bool = True


class CompanyVerdict(msgspec.Struct, frozen=True):
    """A company as a story names it, with its verdict in that story."""

    title: str
    url: str
    verdict: Verdict | None


class Card(msgspec.Struct, frozen=True):
    """A story in a list: the least that makes one want to read it. `comments` counts those that are published.

    `interested` marks a story whose author has an interest in the company: no record counts it.
    """

    title: str
    url: str
    day: dt.date
    updated: dt.date | None
    summary: str
    verdict: Verdict | None
    companies: tuple[CompanyVerdict, ...]
    language: str
    comments: int
    interested: bool
    held_back: Literal["", "draft", "scheduled"]


class StoryLine(msgspec.Struct, frozen=True):
    """A story in one line, without its summary: a year may have hundreds."""

    title: str
    url: str
    day: dt.date
    verdict: Verdict | None
    held_back: Literal["", "draft", "scheduled"]


class Pager(msgspec.Struct, frozen=True):
    """Where a list goes on: addresses of the screens before and after this one, empty at the ends. Of stories, newest
    first, the newer ones come before. `page` is the number in this screen's own address; the first screen has none."""

    before: str = ""
    after: str = ""
    page: int | None = None


class Frame(msgspec.Struct, frozen=True):
    """What every page of the site shows around its view.

    `nav` is what site.toml names; where it is empty, the theme shows its own entries and `pages` (the content pages
    that have a `nav` number). `root` is the front page's path with the base path. `policy` is that of the content page
    at /policy/, which says how the site works; empty where there is none.
    """

    title: str
    tagline: str
    description: str
    language: str
    direction: Literal["ltr", "rtl"]
    root: str
    logo: str
    logo_width: int | None
    logo_height: int | None
    copyright: str
    nav: tuple[Link, ...]
    pages: tuple[Link, ...]
    policy: str
    feeds: tuple[FeedLink, ...]


def html(site: Site, body: Body, *, prefix: str = "", home: str = "", below_picture: bool = False) -> Html:
    """A body as it stands on its own page, `below_picture` if one stands above it there; beside another body, its ids
    have a prefix. On another page than its own, `home` is that one's address."""
    return Html(resolve(body, SiteAddresses(site), prefix=prefix, home=home, below_picture=below_picture))


def head(
    site: Site,
    path: str,
    *,
    description: str = "",
    feeds: tuple[FeedLink, ...] = (),
    image: Picture | None = None,
    indexed: bool = True,
    original: str = "",
) -> Head:
    """The head of the page at `path`; the site's own feeds are in the frame. What was published elsewhere first has
    the address of its `original` for its canonical one."""
    url = site.config.url
    canonical = original or url.absolute(path)
    shown = SiteAddresses(site, absolute=True).picture(image.path) if image else None
    if image is None or shown is None or shown.media_type not in _PREVIEWED:
        return Head(url.path(path), canonical, description, feeds, indexed=indexed)
    return Head(
        url=url.path(path),
        canonical=canonical,
        description=description,
        feeds=feeds,
        image=shown.src,
        image_alt=image.alt,
        image_width=shown.width,
        image_height=shown.height,
        indexed=indexed,
    )


def link(site: Site, name: Name) -> Link:
    return Link(name.title, site.config.url.path(name.path))


def links(site: Site, names: tuple[Name, ...]) -> tuple[Link, ...]:
    return tuple(link(site, name) for name in names)


def companies(site: Site, story: LinkedStory) -> tuple[CompanyVerdict, ...]:
    """The companies that a story is about."""
    return tuple(CompanyVerdict(c.title, site.config.url.path(c.path), c.verdict) for c in story.companies)


def card(site: Site, story: LinkedStory) -> Card:
    return Card(
        title=story.story.title,
        url=site.config.url.path(story.path),
        day=story.day,
        updated=story.updated_day,
        summary=story.story.summary,
        verdict=story.story.verdict,
        companies=companies(site, story),
        language=story.story.language,
        comments=len(site.discussions[story.path].comments) if story.path in site.discussions else 0,
        interested=is_interested(story),
        held_back=story.held_back,
    )


def story_lines(site: Site, stories: tuple[LinkedStory, ...]) -> tuple[StoryLine, ...]:
    url = site.config.url
    return tuple(StoryLine(s.story.title, url.path(s.path), s.day, s.story.verdict, s.held_back) for s in stories)


def cards(site: Site, stories: tuple[LinkedStory, ...]) -> tuple[Card, ...]:
    return tuple(card(site, story) for story in stories)


def feed_link(site: Site, title: str, path: str) -> tuple[FeedLink, ...]:
    """The RSS feed of the list at `path`, which stands beside its first screen."""
    return (FeedLink(title, site.config.url.path(f"{path}feed.xml"), RSS_TYPE),)


class Counts(msgspec.Struct, frozen=True):
    """A record as templates read it."""

    good: int
    mixed: int
    bad: int
    unsaid: int
    total: int


def counts(record: Record) -> Counts:
    return Counts(record.good, record.mixed, record.bad, record.unsaid, record.total)
