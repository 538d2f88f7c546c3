"""The responsive widths of a picture: AVIF, and a fallback that older browsers know."""

from collections.abc import Iterator

from PIL import Image

from generator.digests import content_digest
from generator.images.encode import WIDEST_SHOWN, variant_file
from generator.images.formats import AVIF, GIF, JPEG, PNG, WEBP, Format
from generator.images.model import Encoded, Variant

WIDTHS = (480, 960, WIDEST_SHOWN)
"""Pixels across: a phone's column, the same on a sharp screen or a column on a plain one, a column on a sharp one."""
_LIGHT = 20_000
"""Bytes from which a picture is worth more files than one."""
_SMALLER = 0.9
"""A variant has at most this part of the bytes of what it stands in for."""
_APART = 0.8
"""A width is left out where it is nearer than this to the next."""
_HIGHEST = 16_383
"""Pixels from top to bottom, the most that WebP can hold."""


def variants(image: Image.Image, main: Encoded, format_: Format) -> tuple[Encoded, ...]:
    """Lighter files that can stand in for the cleaned picture: narrower, in AVIF, or both; none if that saves nothing.

    The fallback of a photo (JPEG) is JPEG. A PNG, a GIF or a WebP gets lossy WebP: it keeps transparency, draws text
    without the rings of JPEG, takes a third of the bytes of a scaled screenshot in PNG, and a browser without it still
    has the picture itself. For an AVIF the fallback is what older browsers see at all, and so need not be smaller:
    JPEG, or WebP where the picture is transparent.
    """
    image = _without_idle_alpha(image)
    if len(main.data) <= _LIGHT and format_ is not AVIF:
        return ()
    scaled = [one for one in _scaled(image) if one.height <= _HIGHEST]
    family = _family(image, format_)
    sharp = format_ in (PNG, GIF, WEBP)
    fallbacks: list[Encoded] = []
    for one in scaled:
        if one.width < image.width or format_ is not family:
            made = encoded(variant_file(one, family, sharp=sharp), family, one, f".{one.width}{family.suffixes[0]}")
            if _lighter(made, fallbacks) and (format_ is AVIF or _lighter(made, [main])):
                fallbacks.append(made)
    stood_for = [main, *(() if format_ is AVIF else fallbacks)]
    light: list[Encoded] = []
    for one in scaled:
        if one.width < image.width or format_ is not AVIF:
            made = encoded(variant_file(one, AVIF, sharp=sharp), AVIF, one, f".{one.width}.avif")
            if not _lighter(made, [other for other in stood_for if (other.variant.width or 0) >= one.width]):
                light = []
                break  # a browser that knows AVIF takes no other, so that it is right at every width or not at all
            if _lighter(made, light):
                light.append(made)
    return (*light, *fallbacks)


def encoded(data: bytes, format_: Format, image: Image.Image, suffix: str = "") -> Encoded:
    """Bytes with all that is to be known about them."""
    variant = Variant(image.width, image.height, format_.media_type, suffix, content_digest(data), len(data))
    return Encoded(variant, data)


def _scaled(image: Image.Image) -> Iterator[Image.Image]:
    """The picture at its widths, the widest first, each made from the one before."""
    whole = image.size
    widest = min(image.width, WIDEST_SHOWN)
    for width in (widest, *(width for width in reversed(WIDTHS) if width <= _APART * widest)):
        if width < image.width:
            size = (width, max(1, round(whole[1] * width / whole[0])))
            image = image.resize(size, Image.Resampling.LANCZOS)
        yield image


def _family(image: Image.Image, format_: Format) -> Format:
    transparent = image.mode in ("LA", "RGBA")
    return JPEG if format_ is JPEG or (format_ is AVIF and not transparent) else WEBP


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    """The picture without a transparency that no pixel makes use of."""
    if image.mode in ("LA", "RGBA") and image.getchannel("A").getextrema() == (255, 255):
        return image.convert(image.mode[:-1])
    return image


def _lighter(made: Encoded, others: list[Encoded]) -> bool:
    return all(len(made.data) <= _SMALLER * len(other.data) for other in others)
