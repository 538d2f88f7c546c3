"""How large a feed may grow: the oldest entries give way, and a very long story is carried by its summary."""

import re
from collections.abc import Callable
from itertools import accumulate

from msgspec.structs import replace

from generator.feeds.carried import carried
from generator.feeds.view import FeedEntry, FeedView

# Bytes. JSON Feed 1.1, "Suggestions for Publishers": under 100 KB is ideal, 250 KB is fine, 1 MB a burden.
MAXIMUM_BYTES = 250_000
LONGEST_STORY = 200_000


def fitted(view: FeedView, render: Callable[[FeedView], bytes], entry_mark: bytes) -> bytes:
    """Render what the view carries as a feed of at most MAXIMUM_BYTES.

    The oldest entries give way; the newest stays, by its summary if need be. `entry_mark` is what each entry of
    the rendered feed begins with, and what nothing else there can contain: it tells how many entries to leave, so
    that the feed is rendered a second time at most (a third, where no more than its closing tags are too much).
    """
    shown = _within_reach(carried(view))
    feed = render(shown)
    while len(feed) > MAXIMUM_BYTES and len(shown.entries) > 1:
        shown = replace(shown, entries=shown.entries[: _fitting(feed, entry_mark)])
        feed = render(shown)
    if len(feed) > MAXIMUM_BYTES and shown.entries:
        # Content is under LONGEST_STORY: only mark-up that swells when it is escaped comes here.
        feed = render(replace(shown, entries=(_by_summary(shown.entries[0]),)))
    return feed


def _within_reach(view: FeedView) -> FeedView:
    """The view with its very long stories by their summaries, and without entries whose bare text cannot fit.

    Adding up texts is cheap, so that a long archive is not rendered in vain.
    """
    entries = tuple(_by_summary(entry) if _bytes(entry.content) > LONGEST_STORY else entry for entry in view.entries)
    sizes = accumulate(_bytes(entry.content or entry.summary) for entry in entries)
    return replace(view, entries=entries[: max(1, sum(size <= MAXIMUM_BYTES for size in sizes))])


def _by_summary(entry: FeedEntry) -> FeedEntry:
    return replace(entry, content="", summary=entry.summary or entry.title)


def _fitting(feed: bytes, entry_mark: bytes) -> int:
    """How many entries of a feed that is too large may stay: one at least, and never all.

    Where an entry starts is how large the feed of those before it is, all but the closing tags.
    """
    starts = [found.start() for found in re.finditer(re.escape(entry_mark), feed)]
    return max(1, sum(start < MAXIMUM_BYTES for start in starts[1:]))


def _bytes(text: str) -> int:
    return len(text.encode())
