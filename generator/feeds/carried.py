"""What a feed carries of its view: clean and complete, so that the formats only write it down."""

import re
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.feeds.addresses import ascii_address
from generator.feeds.view import FeedAuthor, FeedEntry, FeedSource, FeedView

# Whatever XML 1.0 (§2.2) forbids, and the control characters that it discourages and validators flag.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF_AN_HOUR = timedelta(minutes=30)


def carried(view: FeedView) -> FeedView:
    """The view without what no feed can carry, and with nothing blank that a format requires.

    Forbidden characters are gone from every text. Addresses are URIs. A blank title becomes the address.
    Authors without a name and blank tags are left out. Raises ValueError for a date without time zone.
    """
    clean: FeedView = _cleaned(view)
    home = ascii_address(clean.home)
    return replace(
        clean,
        title=clean.title or home,
        home=home,
        address=ascii_address(clean.address),
        hub=ascii_address(clean.hub),
        logo=ascii_address(clean.logo),
        author=_carried_author(clean.author) if clean.author and clean.author.name else None,
        entries=tuple(_carried_entry(entry, clean.language) for entry in clean.entries),
    )


def newest(view: FeedView) -> datetime | None:
    """When the feed last changed: the latest `updated` in it, never the time of the build."""
    return max((entry.updated for entry in view.entries), default=None)


def _carried_entry(entry: FeedEntry, feed_language: str) -> FeedEntry:
    url = ascii_address(entry.url)
    title = entry.title or url
    return replace(
        entry,
        # A guid that is the story's address stays equal to it.
        id=url if entry.id == entry.url else entry.id,
        url=url,
        title=title,
        # An entry without content must say something (RFC 4287 §4.1.1.1).
        summary=entry.summary if entry.content else entry.summary or title,
        published=_in_plain_offset(entry.published),
        updated=_in_plain_offset(entry.updated),
        authors=tuple(_carried_author(author) for author in entry.authors if author.name),
        tags=tuple(tag for tag in entry.tags if tag),
        image=ascii_address(entry.image),
        language="" if entry.language == feed_language else entry.language,
        source=_carried_source(entry.source) if entry.source else None,
    )


def _carried_source(source: FeedSource) -> FeedSource:
    return replace(source, url=ascii_address(source.url), feed_url=ascii_address(source.feed_url))


def _carried_author(author: FeedAuthor) -> FeedAuthor:
    return replace(author, url=ascii_address(author.url))


def _cleaned(value: Any) -> Any:
    """The same value with forbidden characters gone from every text in it, however deep; blank text is empty."""
    match value:
        case str():
            allowed = _FORBIDDEN.sub("", value)
            return allowed if allowed.strip() else ""
        case tuple():
            return tuple(_cleaned(item) for item in value)
        case msgspec.Struct():
            return type(value)(*(_cleaned(getattr(value, field)) for field in value.__struct_fields__))
        case _:
            return value


def _in_plain_offset(date: datetime) -> datetime:
    """The same moment at an offset of whole half-hours: the next one to the east, so that midnight keeps its day.

    Offsets with seconds (local mean times before the 20th century) do not exist in RFC 3339 or RFC 822, and the
    W3C validator doubts an RSS date with an offset such as +05:45.
    """
    offset = date.utcoffset()
    if offset is None:
        raise ValueError(f"{date} has no time zone")
    over = offset % _HALF_AN_HOUR
    return date.astimezone(timezone(offset - over + _HALF_AN_HOUR)) if over else date
