"""JSON Feed 1.1 (jsonfeed.org/version/1.1): the format's objects as types, written one item a line."""

from datetime import datetime

import msgspec

from generator.feeds.view import FeedAuthor, FeedEntry, FeedView

# Texts in JSON have no bare line ends, so that only an item can begin so.
ENTRY_MARK = b'\n{"id":'


class _Author(msgspec.Struct, frozen=True, omit_defaults=True):
    name: str
    url: str = ""


class _Hub(msgspec.Struct, frozen=True):
    type: str
    url: str


class _Item(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    id: str
    url: str
    title: str
    content_html: str = ""
    content_text: str = ""
    summary: str = ""
    external_url: str = ""
    image: str = ""
    date_published: datetime
    date_modified: datetime
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""


class _Feed(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """All but the items, which are written after it."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str = ""
    icon: str = ""
    authors: tuple[_Author, ...] = ()
    language: str = ""
    hubs: tuple[_Hub, ...] = ()


def json_document(view: FeedView) -> bytes:
    """The carried view as JSON Feed 1.1."""
    feed = msgspec.json.encode(
        _Feed(
            version="https://jsonfeed.org/version/1.1",
            title=view.title,
            home_page_url=view.home,
            feed_url=view.address,
            description=view.description,
            icon=view.logo,
            authors=_authors((view.author,) if view.author else ()),
            language=view.language,
            hubs=(_Hub("WebSub", view.hub),) if view.hub else (),
        )
    )
    items = b",".join(b"\n" + msgspec.json.encode(_item(entry)) for entry in view.entries)
    return feed.removesuffix(b"}") + b',"items":[' + items + b"\n]}\n"


def _item(entry: FeedEntry) -> _Item:
    return _Item(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        content_html=entry.content,
        # One of the two contents must be there; the summary stands in, once.
        content_text="" if entry.content else entry.summary,
        summary=entry.summary if entry.content else "",
        external_url=entry.source.url if entry.source else "",
        image=entry.image,
        date_published=entry.published,
        date_modified=entry.updated,
        authors=_authors(entry.authors),
        tags=entry.tags,
        language=entry.language,
    )


def _authors(authors: tuple[FeedAuthor, ...]) -> tuple[_Author, ...]:
    # JSON Feed has no place for an e-mail address but `url`, which is for the author's site.
    return tuple(_Author(author.name, author.url) for author in authors)
