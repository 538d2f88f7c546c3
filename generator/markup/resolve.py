"""Joining the pieces of a Body: once with paths of the site, once with absolute addresses for feeds."""

import re
from html import escape, unescape
from typing import Protocol, assert_never
from urllib.parse import quote

from generator.markup import policy
from generator.markup.body import (
    Body,
    FileReference,
    FragmentReference,
    IdReference,
    ImageReference,
    Reference,
    SiteReference,
)
from generator.shown import ShownImage

# The pieces are of our own writing (writer.py): every `<` begins a tag, and no attribute holds a bare `>`. A reference
# cuts a tag in two, and what follows it is no text either.
_TAG = re.compile(r"</?([a-z0-9]*)[^>]*>")
# What may stand unencoded in a fragment (RFC 3986, section 3.5).
_FRAGMENT_SAFE = "!$&'()*+,;=:@/?-._~"


class Addresses(Protocol):
    """Where things are found, seen from the place the HTML is for."""

    @property
    def page(self) -> str:
        """Empty for HTML on the page itself; the page's full address for a feed, where `#note` leads nowhere."""

    def file(self, path: str) -> str | None:
        """The address of a file of content/ (`stories/x/photo.png`), or None if it is not published."""

    def picture(self, path: str) -> ShownImage | None:
        """How to show a picture of content/, or None if it is not published."""

    def site(self, path: str) -> str:
        """The address of a path of the site (`/companies/acme/?q#f`): with base path, or absolute."""


def resolve(body: Body, addresses: Addresses, *, prefix: str = "", home: str = "", below_picture: bool = False) -> str:
    """The HTML of a body. `prefix` goes before every id, so that several bodies can stand on one page; a feed leads
    to that page, and needs the same prefix. What refers to an id that is not the body's own leads to the text beside
    it, on the page `home` where that is another.

    A link to a file that is not published stands without href; an image that is not is its text alternative. The
    first image is loaded at once, the others lazily; so is the first, `below_picture` that stands on the page before.
    """
    own = {piece.id for piece in body.pieces if isinstance(piece, IdReference | ImageReference)}

    def html(piece: str | Reference) -> str:
        if isinstance(piece, FragmentReference) and piece.id and piece.id not in own:
            return _attribute("href", f"{home or addresses.page}#{quote(piece.id, safe=_FRAGMENT_SAFE)}")
        return piece if isinstance(piece, str) else _html(piece, addresses, prefix, below_picture=below_picture)

    return "".join(map(html, body.pieces))


def text_of(body: Body) -> str:
    """The words of a body, without its markup: blocks are apart, and marks within a word do not part it."""
    html = "".join(piece if isinstance(piece, str) else "" for piece in body.pieces)
    return unescape(_TAG.sub(lambda tag: " " if tag[1] in policy.BLOCKS or tag[1] == "br" else "", html))


def _html(piece: Reference, addresses: Addresses, prefix: str, *, below_picture: bool) -> str:
    match piece:
        case FileReference():
            address = addresses.file(piece.path)
            return "" if address is None else _attribute("href", address + piece.query + piece.fragment)
        case SiteReference():
            return _attribute("href", addresses.site(piece.path))
        case FragmentReference():
            target = prefix + piece.id if piece.id else ""
            return _attribute("href", f"{addresses.page}#{quote(target, safe=_FRAGMENT_SAFE)}")
        case IdReference():
            return _attribute("id", prefix + piece.id)
        case ImageReference():
            shown = addresses.picture(piece.path)
            if shown is None:
                return escape(piece.alt, quote=False)
            if addresses.page:
                return _img(piece, shown, prefix)
            return _picture(piece, shown, prefix, lazy=below_picture or not piece.first)
        case _:
            assert_never(piece)


def _picture(image: ImageReference, shown: ShownImage, prefix: str, *, lazy: bool) -> str:
    """An image of a page: the browser chooses among formats and widths."""
    chosen = _attribute("srcset", shown.srcset) + _attribute("sizes", shown.sizes) if shown.srcset else ""
    when = (' loading="lazy"' if lazy else "") + ' decoding="async"'
    sources = "".join(
        f"<source{_attribute('type', source.media_type)}{_attribute('srcset', source.srcset)}"
        f"{_attribute('sizes', shown.sizes)}>"
        for source in shown.sources
    )
    img = _img(image, shown, prefix, chosen + when)
    return f"<picture>{sources}{img}</picture>" if sources else img


def _img(image: ImageReference, shown: ShownImage, prefix: str, more: str = "") -> str:
    """The bare element: the one that feed readers know."""
    parts = ["<img", _attribute("src", shown.src), _attribute("alt", image.alt)]
    if image.title:
        parts.append(_attribute("title", image.title))
    if image.id:
        parts.append(_attribute("id", prefix + image.id))
    if shown.width and shown.height:
        parts += [_attribute("width", str(shown.width)), _attribute("height", str(shown.height))]
    return "".join((*parts, more, ">"))


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'
