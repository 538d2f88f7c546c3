"""What a feed shows: plain, frozen data, whatever the format."""

from datetime import datetime

import msgspec


class FeedAuthor(msgspec.Struct, frozen=True):
    """Who wrote. An address left empty is unknown: nothing is made up in its place."""

    name: str
    url: str = ""
    email: str = ""


class FeedSource(msgspec.Struct, frozen=True):
    """Where an entry was published first: its page there, and the feed that it came with. Unknown parts are empty."""

    title: str
    url: str
    feed_title: str = ""
    feed_url: str = ""


class FeedEntry(msgspec.Struct, frozen=True):
    """One story, update or comment in a feed.

    `id` is permanent: a tag: or http URI that outlives the story's address. `summary` is plain text; `content`
    is HTML with absolute addresses only, or empty for an entry that is carried by its summary. Both dates are
    aware; no two entries of a feed share an `updated`. `language` may stay empty where it is the feed's. `source` is
    set for what was published elsewhere first.
    """

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: tuple[FeedAuthor, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""
    language: str = ""
    source: FeedSource | None = None


class FeedView(msgspec.Struct, frozen=True):
    """A feed: `home` is the page it belongs to, `address` the feed's own, both absolute. Entries: newest first."""

    id: str
    title: str
    description: str
    home: str
    address: str
    language: str
    entries: tuple[FeedEntry, ...]
    author: FeedAuthor | None = None
    hub: str = ""
    copyright: str = ""
    logo: str = ""
