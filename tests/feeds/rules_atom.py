"""Rules of Atom (RFC 4287)."""

from collections.abc import Iterator
from datetime import datetime

from lxml.etree import _Element

from tests.feeds import rules_values as rules

ATOM = "{http://www.w3.org/2005/Atom}"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# A feed without entries has no date of its own to give.
_NEVER = "1970-01-01T00:00:00+00:00"


def atom_rules(feed: _Element, *, location: str, now: datetime | None) -> Iterator[str]:
    entries = feed.findall(f"{ATOM}entry")
    if entries or feed.findtext(f"{ATOM}updated") != _NEVER:
        yield from _date("feed", feed, "updated", now)
    yield from _common("feed", feed)
    yield from rules.language("feed: xml:lang", feed.get(_XML_LANGUAGE, ""))
    for name in ("subtitle", "rights"):
        yield from _text("feed", feed, name)
    for name in ("logo", "icon"):
        for element in feed.findall(f"{ATOM}{name}"):
            yield from rules.address(f"feed: {name}", element.text or "")
    tags = [child.tag for child in feed]
    if entries and set(tags[tags.index(f"{ATOM}entry") :]) != {f"{ATOM}entry"}:
        yield "feed: entries stand before what describes the feed"
    yield from _self(feed, location)
    for number, entry in enumerate(entries, 1):
        yield from _entry(f"entry {number}", entry, feed, now)
    yield from rules.unique("id", (entry.findtext(f"{ATOM}id", "") for entry in entries))
    yield from rules.unique("updated", (entry.findtext(f"{ATOM}updated", "") for entry in entries))


def _self(feed: _Element, location: str) -> Iterator[str]:
    selves = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if len(selves) != 1:
        yield f"feed: {len(selves)} links with rel=self"
    for link in selves:
        if link.get("type") != "application/atom+xml":
            yield "feed: rel=self is not of type application/atom+xml"
        if location and link.get("href") != location:
            yield f"feed: rel=self is {link.get('href')!r}, not where the feed is, {location!r}"


def _entry(where: str, entry: _Element, feed: _Element, now: datetime | None) -> Iterator[str]:
    yield from _common(where, entry)
    yield from _date(where, entry, "updated", now)
    if entry.find(f"{ATOM}published") is not None:
        yield from _date(where, entry, "published", now)
    if entry.find(f"{ATOM}author") is None and feed.find(f"{ATOM}author") is None:
        yield f"{where}: no author, nor has the feed one"
    content = entry.find(f"{ATOM}content")
    if content is None:
        if entry.find(f"{ATOM}summary") is None:
            yield f"{where}: neither content nor summary"
        if not any(link.get("rel") == "alternate" for link in entry.findall(f"{ATOM}link")):
            yield f"{where}: neither content nor rel=alternate"
    elif content.get("type") == "html":
        yield from rules.html(f"{where}: content", content.text or "")
    else:
        yield f"{where}: content is of type {content.get('type')!r}"
    yield from _text(where, entry, "summary")
    for link in entry.findall(f"{ATOM}link"):
        if not link.get("rel") or not link.get("type"):
            yield f"{where}: link without rel or type"
    if entry.get(_XML_LANGUAGE):
        yield from rules.language(f"{where}: xml:lang", entry.get(_XML_LANGUAGE, ""))
    sources = entry.findall(f"{ATOM}source")
    if len(sources) > 1:
        yield f"{where}: more than one source"
    for source in sources:
        yield from _source(f"{where}: source", source)
    for category in entry.findall(f"{ATOM}category"):
        yield from rules.plain_text(f"{where}: category", category.get("term", ""))


def _source(where: str, source: _Element) -> Iterator[str]:
    """Metadata of the feed that an entry comes from: of what is kept, each once (RFC 4287, section 4.2.11)."""
    for name in ("id", "title"):
        if len(source.findall(f"{ATOM}{name}")) != 1:
            yield f"{where}: not exactly one {name}"
    yield from rules.identifier(f"{where}: id", source.findtext(f"{ATOM}id", ""))
    yield from _text(where, source, "title")
    for link in source.findall(f"{ATOM}link"):
        yield from rules.address(f"{where}: link", link.get("href", ""))


def _common(where: str, parent: _Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        if len(parent.findall(f"{ATOM}{name}")) != 1:
            yield f"{where}: not exactly one {name}"
    for name in ("subtitle", "rights", "logo", "generator", "content", "summary", "published"):
        if len(parent.findall(f"{ATOM}{name}")) > 1:
            yield f"{where}: more than one {name}"
    yield from rules.identifier(f"{where}: id", parent.findtext(f"{ATOM}id", ""))
    yield from _text(where, parent, "title")
    links = parent.findall(f"{ATOM}link")
    for link in links:
        yield from rules.address(f"{where}: link", link.get("href", ""))
    alternates = (f"{link.get('type')} {link.get('hreflang')}" for link in links if link.get("rel") == "alternate")
    yield from rules.unique(f"{where}: link rel=alternate of type", alternates)
    for author in parent.findall(f"{ATOM}author"):
        yield from rules.plain_text(f"{where}: author", author.findtext(f"{ATOM}name", ""))
        for uri in author.findall(f"{ATOM}uri"):
            yield from rules.address(f"{where}: author's uri", uri.text or "")
        for mail in author.findall(f"{ATOM}email"):
            if "@" not in (mail.text or ""):
                yield f"{where}: author's email is {mail.text!r}"


def _text(where: str, parent: _Element, name: str) -> Iterator[str]:
    for element in parent.findall(f"{ATOM}{name}"):
        if element.get("type", "text") == "text":
            yield from rules.plain_text(f"{where}: {name}", element.text or "")
        else:
            yield from rules.html(f"{where}: {name}", element.text or "")


def _date(where: str, parent: _Element, name: str, now: datetime | None) -> Iterator[str]:
    yield from rules.rfc_3339_date(f"{where}: {name}", parent.findtext(f"{ATOM}{name}", ""), now)
