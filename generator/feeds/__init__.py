"""Feeds: a `FeedView` becomes RSS 2.0, Atom or JSON Feed 1.1. Pure: the same view is the same bytes, ever.

Every format carries the same: full text, permanent ids, absolute addresses, names without invented e-mails, and
dates from the content alone. None is larger than MAXIMUM_BYTES as long as one entry's summary is not.
This room alone knows feedgen and its ways.
"""

from generator.feeds.addresses import relative_addresses
from generator.feeds.size import LONGEST_STORY, MAXIMUM_BYTES, fitted
from generator.feeds.view import FeedAuthor, FeedEntry, FeedSource, FeedView

__all__ = [
    "ATOM_TYPE",
    "JSON_TYPE",
    "LONGEST_STORY",
    "MAXIMUM_BYTES",
    "RSS_TYPE",
    "FeedAuthor",
    "FeedEntry",
    "FeedSource",
    "FeedView",
    "atom",
    "json_feed",
    "relative_addresses",
    "rss",
]

RSS_TYPE = "application/rss+xml"
ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"

# The formats are imported when the first feed is rendered: feedgen and lxml cost start-up time, and a build with
# nothing to do must not load them.


def rss(view: FeedView) -> bytes:
    """The view as RSS 2.0, UTF-8. Raises ValueError for a date without time zone."""
    from generator.feeds.rss_document import ENTRY_MARK, rss_document

    return fitted(view, rss_document, ENTRY_MARK)


def atom(view: FeedView) -> bytes:
    """The view as Atom (RFC 4287), UTF-8. Raises ValueError for a date without time zone."""
    from generator.feeds.atom_document import ENTRY_MARK, atom_document

    return fitted(view, atom_document, ENTRY_MARK)


def json_feed(view: FeedView) -> bytes:
    """The view as JSON Feed 1.1, UTF-8. Raises ValueError for a date without time zone."""
    from generator.feeds.json_document import ENTRY_MARK, json_document

    return fitted(view, json_document, ENTRY_MARK)
