"""A picture of front matter, as a view."""

from __future__ import annotations

import msgspec

from generator.picture import Picture
from generator.site import Site, SiteAddresses


class PictureSource(msgspec.Struct, frozen=True):
    """A `<source>` of a picture: files of one format, with their widths."""

    type: str
    srcset: str


class ViewPicture(msgspec.Struct, frozen=True):
    """A picture ready for `<picture>` and `<img>`.

    `url` is the file that every program knows, and width and height are its own in pixels (None for a drawing without
    a size and for a file that site.toml leaves untouched). `srcset` is empty where it comes in one width; `sizes`
    where there is no `srcset` at all.
    """

    url: str
    alt: str
    credit: str
    credit_url: str
    width: int | None = None
    height: int | None = None
    sources: tuple[PictureSource, ...] = ()
    srcset: str = ""
    sizes: str = ""


def picture(site: Site, found: Picture | None) -> ViewPicture | None:
    """A picture of front matter; None where there is none, or its file is missing (that is a problem of its own)."""
    shown = SiteAddresses(site).picture(found.path) if found else None
    if found is None or shown is None:
        return None
    return ViewPicture(
        url=shown.src,
        alt=found.alt,
        credit=found.credit,
        credit_url=found.credit_url,
        width=shown.width,
        height=shown.height,
        sources=tuple(PictureSource(source.media_type, source.srcset) for source in shown.sources),
        srcset=shown.srcset,
        sizes=shown.sizes,
    )
