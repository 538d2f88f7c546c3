"""The rules that feeds are judged by, written apart from the code that makes them.

They are those of the W3C feed validator (its errors and warnings), RFC 4287, the RSS Advisory Board's profile and
JSON Feed 1.1, as far as a site like this can break them. `broken_rules` reads finished bytes, so that it judges any
feed of any built site:

    for path in site.glob("**/feed.xml"):
        assert broken_rules(path.read_bytes()) == []
"""

import json
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from tests.feeds.rules_atom import ATOM, atom_rules
from tests.feeds.rules_json import json_rules
from tests.feeds.rules_rss import rss_rules

LARGEST = 250_000


def broken_rules(feed: bytes, *, location: str = "", now: datetime | None = None) -> list[str]:
    """Each broken rule as "where: what"; an empty list for a feed that any reader can trust.

    `location` is the address that the feed is published at, where known; `now` tells which dates lie ahead.
    """
    return list(_broken(feed, location, now))


def _broken(feed: bytes, location: str, now: datetime | None) -> Iterator[str]:
    if len(feed) > LARGEST:
        yield f"feed: {len(feed)} bytes, over {LARGEST}"
    if feed.lstrip().startswith(b"{"):
        yield from _json(feed, location, now)
    else:
        yield from _xml(feed, location, now)


def _json(feed: bytes, location: str, now: datetime | None) -> Iterator[str]:
    try:
        read = json.loads(feed.decode("utf-8"))
    except ValueError as error:
        yield f"feed: not JSON in UTF-8 ({error})"
        return
    yield from json_rules(read, location=location, now=now)


def _xml(feed: bytes, location: str, now: datetime | None) -> Iterator[str]:
    if not feed.startswith(b"<?xml "):
        yield "feed: does not begin with an XML declaration"
    if b"<!DOCTYPE" in feed or b"<!ENTITY" in feed:
        yield "feed: declares a document type or entities"
    try:
        root = etree.fromstring(feed, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        yield f"feed: not well-formed ({error})"
        return
    if root.getroottree().docinfo.encoding not in {"UTF-8", "utf-8"}:
        yield "feed: not declared as UTF-8"
    if root.tag == "rss":
        yield from rss_rules(root, feed, location=location, now=now)
    elif root.tag == f"{ATOM}feed":
        yield from atom_rules(root, location=location, now=now)
    else:
        yield f"feed: neither RSS nor Atom but <{root.tag}>"
