"""What a page needs to show a prepared picture: addresses and widths for <picture>."""

from generator.images.formats import AVIF, GIF, JPEG, PNG, SVG, WEBP, named_format
from generator.images.model import PreparedImage, Variant
from generator.shown import ShownImage, Source

_NEWEST_FIRST = tuple(format_.media_type for format_ in (AVIF, WEBP, SVG, GIF, PNG, JPEG))
"""A browser takes the first of the sources that it knows; the last is the one that all know."""


def shown(image: PreparedImage, address: str, sizes: str) -> ShownImage:
    """How to show a picture whose `main` has this address; the addresses of its other files begin with it.

    A picture wider than what pages show is never loaded whole where there is a narrower file of its kind.
    """
    groups: dict[str, list[Variant]] = {}
    for file in image.others:
        groups.setdefault(file.media_type, []).append(file)
    own = groups.setdefault(image.main.media_type, [])
    if not own or _width(image.main) <= max(map(_width, image.others)):
        own.append(image.main)
    kinds = [kind for kind in _NEWEST_FIRST if kind in groups]
    sources = tuple(_source(kind, groups[kind], address) for kind in kinds)
    src, last = max(groups[kinds[-1]], key=_width), sources[-1]
    several = len(last.files) > 1
    return ShownImage(
        src=address + src.suffix,
        media_type=src.media_type,
        width=src.width,
        height=src.height,
        image=last if several else None,
        sources=sources[:-1],
        sizes=sizes if several or sources[:-1] else "",
    )


def untouched(address: str) -> ShownImage:
    """How to show a file that is published as it is: nothing is known of it but what its name says."""
    named = named_format(address)
    return ShownImage(address, media_type=named.media_type if named else "")


def _source(kind: str, files: list[Variant], address: str) -> Source:
    return Source(kind, tuple((address + file.suffix, _width(file)) for file in sorted(files, key=_width)))


def _width(file: Variant) -> int:
    return file.width or 0
