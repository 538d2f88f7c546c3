"""One picture's bytes become all the files that the site publishes for it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from PIL import Image

from generator.digests import content_digest
from generator.images import avif, gif, jpeg, png, webp
from generator.images.encode import animation, jpeg_traits, main_file
from generator.images.exif import UPRIGHT
from generator.images.formats import AVIF, GIF, HEAD, JPEG, PNG, SVG, WEBP, Format, foreign_format, format_of
from generator.images.model import Encoded, Made, RefusedError, Variant
from generator.images.pixels import decoding, frame_count, in_srgb, moves_colours, opened, orientation_of, turned
from generator.images.stripped import Stripped
from generator.images.svg import read_svg
from generator.images.widths import encoded, variants

Admit = Callable[[int], AbstractContextManager[None]]
"""Waits until there is memory for so many pixels."""

_STRIP: dict[Format, Callable[[bytes], Stripped]] = {
    JPEG: jpeg.strip,
    PNG: png.strip,
    GIF: gif.strip,
    WEBP: webp.strip,
    AVIF: avif.strip,
}


def make_picture(data: bytes, path: str, admit: Admit) -> Made:
    """The cleaned picture and its lighter variants. Raises RefusedError. The path is only looked at for what to say."""
    format_ = format_of(data[:HEAD])
    if format_ is None:
        raise _not_for_the_web(data[:HEAD], path)
    if format_ is SVG:
        return _drawing(data)
    stripped = _STRIP[format_](data)
    with opened(stripped, format_) as image:
        way = orientation_of(image, stripped)
        anew = stripped.bare is None or way != UPRIGHT or moves_colours(image)
        frames = frame_count(image)
        with admit(image.width * image.height * (frames if anew else 1)):
            if frames == 1:
                return _still(image, format_, stripped, way, anew=anew)
            return _animated(image, format_, stripped, way, anew=anew)


def _still(image: Image.Image, format_: Format, stripped: Stripped, way: int, *, anew: bool) -> Made:
    with decoding():
        image.load()
    traits = jpeg_traits(image)
    pixels = in_srgb(turned(image, way))
    data = main_file(pixels, format_, stripped.data, traits) if anew else stripped.bare or b""
    main = encoded(data, format_, pixels)
    return Made(format_.name, (main, *variants(pixels, main, format_)))


def _animated(image: Image.Image, format_: Format, stripped: Stripped, way: int, *, anew: bool) -> Made:
    """An animation keeps its frames as they are stored, unless they lie on their side or in other colours."""
    frames, durations = [], []
    first = 1 if getattr(image, "default_image", False) else 0  # a PNG's picture for programs that know no animation
    for number in range(frame_count(image)):
        with decoding():
            image.seek(number)
            image.load()
        if anew and number >= first:
            frames.append(in_srgb(turned(image.copy(), way)))
            durations.append(float(image.info.get("duration", 0)))
    data = animation(frames, format_, durations, image.info.get("loop", 0)) if anew else stripped.bare or b""
    return Made(format_.name, (encoded(data, format_, frames[0] if anew else image),))


def _drawing(data: bytes) -> Made:
    """An SVG as it is: pages show it through <img>, where nothing in it runs."""
    drawing = read_svg(data)
    variant = Variant(drawing.width, drawing.height, SVG.media_type, "", content_digest(data), len(data))
    return Made(SVG.name, (Encoded(variant, data),), drawing.findings)


def _not_for_the_web(head: bytes, path: str) -> RefusedError:
    if not head:
        return RefusedError("this file is empty.", "Copy the picture again, or export it again.")
    foreign = foreign_format(head, path)
    if foreign == "compressed SVG":
        return RefusedError(
            "browsers cannot show a compressed SVG.", "Save it as an SVG that is not compressed (.svg)."
        )
    if foreign:
        hint = "Export it as JPEG, or as PNG if it is a drawing or a screenshot."
        return RefusedError(f"this is a {foreign} file, and many browsers cannot show it.", hint)
    text = head.lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return RefusedError("this file is a web page, not a picture.", "Download the picture itself.")
    return RefusedError("this file is not a picture.", "Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.")
