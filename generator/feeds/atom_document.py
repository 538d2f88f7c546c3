"""Atom (RFC 4287), by feedgen."""

from datetime import UTC, datetime
from functools import partial

from feedgen.entry import FeedEntry as Entry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement, _Element

from generator.feeds.carried import newest
from generator.feeds.view import FeedAuthor, FeedEntry, FeedSource, FeedView

# Text and attributes are written with `&lt;`, so that nothing but an entry can begin so.
ENTRY_MARK = b"<entry"

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Atom requires a date of a feed without entries too; any but a constant would change with each build.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom_document(view: FeedView) -> bytes:
    """The carried view as an Atom feed."""
    feed = FeedGenerator()
    feed.register_extension("firsthand", _FeedParts)
    feed.id(view.id)
    feed.title(view.title)
    feed.language(view.language)
    feed.generator("Firsthand")
    # feedgen defaults to the current time.
    feed.updated(newest(view) or _NEVER)
    feed.link(href=view.address, rel="self", type="application/atom+xml")
    feed.link(href=view.home, rel="alternate", type="text/html")
    if view.hub:
        feed.link(href=view.hub, rel="hub")
    if view.description:
        feed.subtitle(view.description)
    if view.copyright:
        feed.rights(view.copyright)
    if view.logo:
        feed.logo(view.logo)
    feed.author([_person(author) for author in _feed_authors(view)])
    for entry in view.entries:
        # feedgen puts each entry before the others unless told otherwise.
        feed.add_entry(_entry(entry), order="append")
    document: bytes = feed.atom_str()
    return document + b"\n"


def _feed_authors(view: FeedView) -> tuple[FeedAuthor, ...]:
    """The feed's author; its title where an entry would have none at all, which RFC 4287 §4.1.1 forbids."""
    if view.author:
        return (view.author,)
    return () if all(entry.authors for entry in view.entries) else (FeedAuthor(view.title),)


def _entry(entry: FeedEntry) -> Entry:
    link = {"href": entry.url, "rel": "alternate", "type": "text/html"}
    written = Entry()
    written.register_extension("firsthand", partial(_EntryParts, link=link, entry=entry))
    written.id(entry.id)
    written.title(entry.title)
    written.link(dict(link))
    written.published(entry.published)
    written.updated(entry.updated)
    if entry.summary:
        written.summary(entry.summary)
    if entry.content:
        written.content(entry.content, type="html")
    written.author([_person(author) for author in entry.authors])
    written.category([{"term": tag} for tag in entry.tags])
    return written


def _person(author: FeedAuthor) -> dict[str, str]:
    return {"name": author.name, "uri": author.url, "email": author.email}


class _FeedParts(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Begins the entries on a line of their own."""

    def extend_atom(self, feed: _Element) -> _Element:
        feed[-1].tail = "\n"
        return feed


class _EntryParts(BaseEntryExtension):  # type: ignore[misc]
    """What feedgen does not write of an entry: its link's attributes other than href, its source, its language."""

    def __init__(self, *, link: dict[str, str], entry: FeedEntry) -> None:
        self._link = link
        self._entry = entry

    def extend_atom(self, entry: _Element) -> _Element:
        (element,) = entry.findall("link")
        for name, value in self._link.items():
            element.set(name, value)
        if self._entry.source:
            _source(entry, self._entry.source)
        if self._entry.language:
            entry.set(_LANGUAGE, self._entry.language)
        entry.tail = "\n"
        return entry


def _source(entry: _Element, source: FeedSource) -> None:
    """Where the entry was published first: `via` its page there, and the metadata of its feed (RFC 4287 §4.2.11)."""
    if source.url:
        SubElement(entry, "link", rel="via", href=source.url, type="text/html")
    if source.feed_url:
        parent = SubElement(entry, "source")
        SubElement(parent, "id").text = source.feed_url
        SubElement(parent, "title").text = source.feed_title or source.title or source.feed_url
        SubElement(parent, "link", rel="self", href=source.feed_url)
