"""One file a kind of page; what stands in these two tuples is what a site has."""

from generator.pages import (
    archive,
    author,
    authors,
    companies,
    company,
    feeds,
    home,
    hosting,
    not_found,
    opml,
    page,
    redirect,
    sitemap,
    story,
    subscribe,
    tag,
    tags,
    unresolved,
    updates,
    verdict,
    withdrawn,
    year,
)
from generator.pages.output import Copy, Html, Index, Kind, Page

KINDS = (
    home.KIND,
    story.KIND,
    withdrawn.KIND,
    updates.KIND,
    companies.KIND,
    company.KIND,
    tags.KIND,
    tag.KIND,
    verdict.KIND,
    unresolved.KIND,
    authors.KIND,
    author.KIND,
    archive.KIND,
    year.KIND,
    page.KIND,
    subscribe.KIND,
    not_found.KIND,
    redirect.KIND,
    hosting.KIND,
    feeds.RSS,
    feeds.ATOM,
    feeds.JSON,
    feeds.LISTS,
    feeds.COMMENTS,
)

INDEXES = (sitemap.INDEX, opml.INDEX)

__all__ = ["INDEXES", "KINDS", "Copy", "Html", "Index", "Kind", "Page"]
