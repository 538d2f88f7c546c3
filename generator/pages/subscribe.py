"""/subscribe/: every feed of the site, for people."""

from collections.abc import Iterator

import msgspec

from generator.feeds import RSS_TYPE
from generator.pages.feeds import COMMENTS_FEED
from generator.pages.output import Kind, Page
from generator.pages.parts import FeedLink, Head, Link, feed_link, head
from generator.site import Site


class SubscribeView(msgspec.Struct, frozen=True):
    """`comments` is the feed of all comments. `verdicts` have the verdict's word as title (good, mixed, bad), for the
    theme to name. `opml` lists them all."""

    head: Head
    comments: FeedLink
    verdicts: tuple[FeedLink, ...]
    companies: tuple[FeedLink, ...]
    tags: tuple[FeedLink, ...]
    authors: tuple[FeedLink, ...]
    opml: Link


def plan(site: Site) -> Iterator[Page]:
    view = SubscribeView(
        head=head(site, "/subscribe/"),
        comments=FeedLink("", site.config.url.path(COMMENTS_FEED), RSS_TYPE),
        verdicts=tuple(feed for v in site.verdicts for feed in feed_link(site, v.verdict, v.path)),
        companies=tuple(feed for c in site.companies for feed in feed_link(site, c.name, c.path)),
        tags=tuple(feed for t in site.tags for feed in feed_link(site, t.name, t.path)),
        authors=tuple(feed for a in site.authors for feed in feed_link(site, a.name, a.path)),
        opml=Link("OPML", site.config.url.path("/feeds.opml")),
    )
    yield Page("subscribe", "/subscribe/", view, "the list of feeds")


KIND = Kind(name="subscribe", plan=plan, template="subscribe.html", view=SubscribeView)
