"""feeds.opml: every feed of the site for a feed reader to import (https://opml.org/spec2.opml)."""

from collections.abc import Iterator
from html import escape

import msgspec

from generator.feeds import FeedView
from generator.pages.output import Index, Page
from generator.site import Site


class OpmlFeed(msgspec.Struct, frozen=True):
    """A feed's title, its full address and the page that it belongs to."""

    title: str
    url: str
    home: str


class OpmlView(msgspec.Struct, frozen=True):
    title: str
    feeds: tuple[OpmlFeed, ...]


def plan(site: Site, pages: tuple[Page, ...]) -> Iterator[Page]:
    """The RSS feeds alone: the site's Atom and JSON feeds would show every story again."""
    feeds = tuple(
        OpmlFeed(page.view.title, page.view.address, page.view.home)
        for page in pages
        if isinstance(page.view, FeedView) and page.kind in ("rss", "list_feed", "comments_feed")
    )
    yield Page("opml", "/feeds.opml", OpmlView(site.config.title, feeds), "the list of feeds")


def render(view: OpmlView) -> bytes:
    title = escape(view.title)
    lines = [
        f'<outline type="rss" text="{escape(feed.title)}" title="{escape(feed.title)}"'
        f' xmlUrl="{escape(feed.url)}" htmlUrl="{escape(feed.home)}"/>\n'
        for feed in view.feeds
    ]
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
    return f"{start}<head><title>{title}</title></head>\n<body>\n{''.join(lines)}</body>\n</opml>\n".encode()


INDEX = Index(name="opml", plan=plan, render=render, view=OpmlView)
