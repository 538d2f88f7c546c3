"""What a page needs to show a prepared picture: addresses and widths for <picture>."""

import msgspec

from generator.images.formats import AVIF, GIF, JPEG, PNG, SVG, WEBP
from generator.images.model import PreparedImage

_NEWEST_FIRST = tuple(format_.media_type for format_ in (AVIF, WEBP, SVG, GIF, PNG, JPEG))
"""A browser takes the first of the sources that it knows; the last is the one that all know."""


class Source(msgspec.Struct, frozen=True):
    """Files of one format, narrowest first: each with its address and its width in pixels."""

    media_type: str
    files: tuple[tuple[str, int], ...]

    @property
    def srcset(self) -> str:
        """The value of the HTML attribute of that name; not escaped."""
        return ", ".join(f"{address} {width}w" for address, width in self.files)


class ShownImage(msgspec.Struct, frozen=True):
    """A picture as HTML shows it.

    `sources` are for <source>, best first, and may be none. `image` is for the `srcset` of <img> and None where there
    is but one file to choose from. `src` is the file for programs that know none of these: feed readers, previews of
    links. Width and height are those of the cleaned picture in pixels: the attributes that keep its place.
    """

    src: str
    width: int | None
    height: int | None
    image: Source | None = None
    sources: tuple[Source, ...] = ()


def shown(image: PreparedImage, address: str) -> ShownImage:
    """How to show a picture whose `main` has this address; the addresses of its other files begin with it.

    A picture wider than what pages show is never loaded whole where there is a narrower file of its kind.
    """
    main = image.main
    groups: dict[str, list[tuple[str, int]]] = {}
    for file in image.others:
        groups.setdefault(file.media_type, []).append((address + file.suffix, file.width or 0))
    own = groups.setdefault(main.media_type, [])
    widest = max((width for files in groups.values() for _, width in files), default=0)
    if not own or (main.width or 0) <= widest:
        own.append((address, main.width or 0))
    sources = tuple(
        Source(kind, tuple(sorted(groups[kind], key=lambda file: file[1]))) for kind in _NEWEST_FIRST if kind in groups
    )
    last = sources[-1]
    return ShownImage(
        src=last.files[-1][0],
        width=main.width,
        height=main.height,
        image=last if len(last.files) > 1 else None,
        sources=sources[:-1],
    )
