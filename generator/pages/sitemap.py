"""sitemap.xml: every page that a search engine may show (https://www.sitemaps.org/protocol.html)."""

import datetime as dt
from collections.abc import Iterator
from html import escape

import msgspec

from generator.pages.output import Index, Page
from generator.pages.parts import Head
from generator.site import Site

MOST = 50_000
"""Addresses in one sitemap; beyond that an index names several."""

_START = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SitemapEntry(msgspec.Struct, frozen=True):
    """A full address, and the day of its last change where the content knows one."""

    url: str
    day: dt.date | None


class SitemapView(msgspec.Struct, frozen=True):
    """`of` is `url` for a sitemap of pages and `sitemap` for an index of sitemaps."""

    of: str
    entries: tuple[SitemapEntry, ...]


def plan(site: Site, pages: tuple[Page, ...], most: int = MOST) -> Iterator[Page]:
    days = {story.path: story.updated.date() for story in site.stories}
    entries = tuple(
        SitemapEntry(page.view.head.canonical, days.get(page.path))
        for page in sorted(pages, key=lambda page: page.path)
        if isinstance(getattr(page.view, "head", None), Head) and _is_ours(page.view.head, site, page.path)
    )
    if len(entries) <= most:
        yield Page("sitemap", "/sitemap.xml", SitemapView("url", entries), "the sitemap")
        return
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    named = []
    for number, part in enumerate(parts, 1):
        path = f"/sitemap-{number}.xml"
        named.append(SitemapEntry(site.config.url.absolute(path), None))
        yield Page("sitemap", path, SitemapView("url", part), "the sitemap")
    yield Page("sitemap", "/sitemap.xml", SitemapView("sitemap", tuple(named)), "the sitemap")


def _is_ours(head: Head, site: Site, path: str) -> bool:
    """Whether search engines are to know the page by its own address."""
    return head.indexed and head.canonical == site.config.url.absolute(path)


def render(view: SitemapView) -> bytes:
    lines = []
    for entry in view.entries:
        day = f"<lastmod>{entry.day.isoformat()}</lastmod>" if entry.day else ""
        lines.append(f"<{view.of}><loc>{escape(entry.url)}</loc>{day}</{view.of}>\n")
    root = "urlset" if view.of == "url" else "sitemapindex"
    return f'{_START}<{root} xmlns="{_NAMESPACE}">\n{"".join(lines)}</{root}>\n'.encode()


INDEX = Index(name="sitemap", plan=plan, render=render, view=SitemapView)
