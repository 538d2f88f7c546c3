"""How HTML shows a picture: the one shape that who prepares pictures and who writes HTML agree on."""

import msgspec


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

    `src` is the file for programs that know no <picture>: feed readers, previews of links. `media_type`, `width` and
    `height` (pixels, for the attributes that keep its place) are that file's; none is known of a file that was not
    prepared. `sources` are for <source>, best first, and may be none. `image` is for the `srcset` of <img> and None
    where there is but one file to choose from. `sizes` says how wide pages show it, wherever there is a `srcset`.
    """

    src: str
    media_type: str = ""
    width: int | None = None
    height: int | None = None
    image: Source | None = None
    sources: tuple[Source, ...] = ()
    sizes: str = ""

    @property
    def srcset(self) -> str:
        """The `srcset` of <img>, empty where it needs none."""
        return self.image.srcset if self.image else ""
