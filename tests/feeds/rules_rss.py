"""Rules of RSS 2.0 and the RSS Advisory Board's profile."""

import re
from collections.abc import Iterator
from datetime import datetime

from lxml.etree import _Element

from tests.feeds import rules_values as rules

_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
_ATOM_UPDATED = "{http://www.w3.org/2005/Atom}updated"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_PLAIN = ("title", "category", "copyright", "generator", _CREATOR)
_ONCE_IN_CHANNEL = (
    *("title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate"),
    *("lastBuildDate", "docs", "generator", "image", "ttl"),
)
_ONCE_IN_ITEM = ("title", "link", "description", "guid", "pubDate", "author", "comments", "source", _CONTENT)
_AMBIGUOUS = re.compile(rb"<(?:title|category|copyright|dc:creator)>[^<]*&(?:amp|lt);")


def rss_rules(rss: _Element, raw: bytes, *, location: str, now: datetime | None) -> Iterator[str]:
    if rss.get("version") != "2.0":
        yield "rss: version is not 2.0"
    channels = rss.findall("channel")
    if len(channels) != 1:
        yield f"rss: {len(channels)} channels"
        return
    if _AMBIGUOUS.search(raw):
        yield "rss: & and < in plain text are not written as hexadecimal character references"
    yield from _channel(channels[0], location, now)
    items = channels[0].findall("item")
    for number, item in enumerate(items, 1):
        yield from _item(f"item {number}", item, now)
    yield from rules.unique("guid", (item.findtext("guid", "") for item in items))


def _channel(channel: _Element, location: str, now: datetime | None) -> Iterator[str]:
    for name in ("title", "link", "description", "language"):
        if channel.find(name) is None:
            yield f"channel: no {name}"
    yield from _once("channel", channel, _ONCE_IN_CHANNEL)
    yield from rules.plain_text("channel: description", channel.findtext("description", "-"))
    yield from rules.language("channel: language", channel.findtext("language", "en"))
    tags = [child.tag for child in channel]
    if "item" in tags and set(tags[tags.index("item") :]) != {"item"}:
        yield "channel: items stand before what describes the channel"
    for image in channel.findall("image"):
        yield from _image(channel, image)
    links = channel.findall(_ATOM_LINK)
    selves = [link for link in links if link.get("rel") == "self"]
    if len(selves) != 1:
        yield f"channel: {len(selves)} atom:link with rel=self"
    for link in selves:
        if link.get("type") != "application/rss+xml":
            yield "channel: atom:link rel=self is not of type application/rss+xml"
        if location and link.get("href") != location:
            yield f"channel: rel=self is {link.get('href')!r}, not where the feed is, {location!r}"
    for link in links:
        yield from rules.address("channel: atom:link", link.get("href", ""))
    for name in ("managingEditor", "webMaster"):
        for person in channel.findall(name):
            yield from rules.e_mail(f"channel: {name}", person.text or "")
    if channel.find("managingEditor") is not None and channel.find(_CREATOR) is not None:
        yield "channel: managingEditor and dc:creator say the same"
    yield from _common("channel", channel, now)


def _image(channel: _Element, image: _Element) -> Iterator[str]:
    yield from rules.address("image: url", image.findtext("url", ""))
    if not re.search(r"\.(png|jpe?g|gif)$", image.findtext("url", ""), re.IGNORECASE):
        yield "image: neither PNG, JPEG nor GIF"
    for name in ("title", "link"):
        if image.findtext(name) != channel.findtext(name):
            yield f"image: {name} is not the channel's"


def _item(where: str, item: _Element, now: datetime | None) -> Iterator[str]:
    yield from _once(where, item, _ONCE_IN_ITEM)
    if item.find("title") is None and item.find("description") is None:
        yield f"{where}: neither title nor description"
    tags = [child.tag for child in item]
    if _CONTENT in tags and "description" not in tags[: tags.index(_CONTENT)]:
        yield f"{where}: content:encoded without a description before it"
    for name in ("description", _CONTENT):
        yield from rules.html(f"{where}: {name.rpartition('}')[2]}", item.findtext(name, ""))
    for person in item.findall("author"):
        yield from rules.e_mail(f"{where}: author", person.text or "")
    if item.find("author") is not None and item.find(_CREATOR) is not None:
        yield f"{where}: author and dc:creator say the same"
    for spoken in item.findall(_LANGUAGE):
        yield from rules.language(f"{where}: dc:language", spoken.text or "")
    for source in item.findall("source"):
        yield from rules.plain_text(f"{where}: source", source.text or "")
        yield from rules.address(f"{where}: source", source.get("url", ""))
    for link in item.findall(_ATOM_LINK):
        yield from rules.address(f"{where}: atom:link", link.get("href", ""))
    for changed in item.findall(_ATOM_UPDATED):
        yield from rules.rfc_3339_date(f"{where}: atom:updated", changed.text or "", now)
    for enclosure in item.findall("enclosure"):
        if not (enclosure.get("length", "").isdigit() and "/" in enclosure.get("type", "")):
            yield f"{where}: enclosure without length or type"
    yield from _guid(where, item)
    yield from _common(where, item, now)


def _guid(where: str, item: _Element) -> Iterator[str]:
    guid = item.find("guid")
    if guid is None:
        yield f"{where}: no guid"
    elif guid.get("isPermaLink", "true") == "true":
        yield from rules.address(f"{where}: guid that is a permalink", guid.text or "")
    else:
        yield from rules.identifier(f"{where}: guid", guid.text or "")


def _common(where: str, parent: _Element, now: datetime | None) -> Iterator[str]:
    for link in parent.findall("link"):
        yield from rules.address(f"{where}: link", link.text or "")
    for name in _PLAIN:
        for element in parent.findall(name):
            yield from rules.plain_text(f"{where}: {name.rpartition('}')[2]}", element.text or "")
    for name in ("pubDate", "lastBuildDate"):
        for element in parent.findall(name):
            yield from rules.rfc_822_date(f"{where}: {name}", element.text or "", now)


def _once(where: str, parent: _Element, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if len(parent.findall(name)) > 1:
            yield f"{where}: {name.rpartition('}')[2]} occurs more than once"
