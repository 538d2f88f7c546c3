"""RSS 2.0 as the RSS Advisory Board's profile recommends it, by feedgen."""

import html
import re
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial

from feedgen.entry import FeedEntry as Item
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

from generator.feeds.carried import newest
from generator.feeds.view import FeedAuthor, FeedEntry, FeedView

# Text and attributes are written with `&lt;`, so that nothing but an item can begin so.
ENTRY_MARK = b"<item>"

_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
_PLAIN = re.compile(rb"<(?:title|description|category|copyright|managingEditor|dc:creator)>[^<]+")


class _NoDate(datetime):
    """A date that is false: feedgen holds it and does not write it."""

    def __bool__(self) -> bool:
        return False


def rss_document(view: FeedView) -> bytes:
    """The carried view as RSS 2.0."""
    feed = FeedGenerator()
    feed.register_extension("firsthand", partial(_ChannelParts, view))
    feed.title(view.title)
    feed.description(view.description or view.title)
    feed.language(view.language)
    feed.copyright(view.copyright)
    feed.generator("Firsthand")
    # feedgen defaults to the current time, and writes a date by changing the locale of the whole process, other
    # threads included: dates are written by the parts below instead.
    feed.updated(_NoDate(1970, 1, 1, tzinfo=UTC))
    feed.link(href=view.address, rel="self", type="application/rss+xml")
    # feedgen takes the last link added for the channel's own.
    feed.link(href=view.home, rel="alternate")
    if view.author and view.author.email:
        feed.managingEditor(f"{view.author.email} ({view.author.name})")
    if view.logo.lower().endswith((".png", ".jpg", ".jpeg", ".gif")):  # RSS 2.0 knows no other pictures.
        feed.image(url=view.logo)
    for entry in view.entries:
        # feedgen puts each entry before the others unless told otherwise.
        feed.add_entry(_item(entry), order="append")
    document: bytes = feed.rss_str()
    return _PLAIN.sub(_with_numbers, document) + b"\n"


def _item(entry: FeedEntry) -> Item:
    item = Item()
    item.register_extension("firsthand", partial(_ItemParts, entry))
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate")
    item.guid(entry.id, permalink=entry.id == entry.url)
    # An item's description is HTML (RSS 2.0, "Elements of <item>"): as plain text, `<` would begin a tag.
    item.description(html.escape(entry.summary, quote=False))
    if entry.content:
        item.content(entry.content)
    item.category([{"term": tag} for tag in entry.tags])
    return item


class _ChannelParts(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """What feedgen does not write of a channel: the hub, an author without e-mail, and dates."""

    def __init__(self, view: FeedView) -> None:
        self._view = view

    def extend_ns(self) -> dict[str, str]:
        return {"dc": _DC}

    def extend_rss(self, feed: _Element) -> _Element:
        channel = feed[0]
        changed = newest(self._view)
        if changed:
            SubElement(channel, "lastBuildDate").text = format_datetime(changed)
        if self._view.hub:
            SubElement(channel, f"{{{_ATOM}}}link", rel="hub", href=self._view.hub)
        if self._view.author and not self._view.author.email:
            _name(channel, self._view.author)
        channel[-1].tail = "\n"
        return feed


class _ItemParts(BaseEntryExtension):  # type: ignore[misc]
    """What feedgen does not write of an item: authors without e-mail, the source, the language, and the dates."""

    def __init__(self, entry: FeedEntry) -> None:
        self._entry = entry

    def extend_rss(self, item: _Element) -> _Element:
        SubElement(item, "pubDate").text = format_datetime(self._entry.published)
        if self._entry.updated != self._entry.published:
            # RSS has no element of its own for it; readers that look further than RSS know Atom's.
            SubElement(item, f"{{{_ATOM}}}updated").text = self._entry.updated.isoformat()
        # Never `author`, which must hold an e-mail address and says the same a second time.
        for author in self._entry.authors:
            _name(item, author)
        source = self._entry.source
        if source and source.feed_url:
            SubElement(item, "source", url=source.feed_url).text = source.feed_title or source.title or source.feed_url
        if source and source.url:
            SubElement(item, f"{{{_ATOM}}}link", rel="via", href=source.url)
        if self._entry.language:
            SubElement(item, f"{{{_DC}}}language").text = self._entry.language
        item.tail = "\n"
        return item


def _name(parent: _Element, author: FeedAuthor) -> None:
    SubElement(parent, f"{{{_DC}}}creator").text = author.name


def _with_numbers(element: re.Match[bytes]) -> bytes:
    """A plain text element with `&`, `<` and `>` as numbers.

    The same to XML; among readers, which disagree whether a title is HTML, the form that most show rightly (RSS
    Advisory Board profile, "Character Data"). An item's description is matched too, and loses nothing by it.
    """
    return element[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;").replace(b"&gt;", b"&#x3E;")
