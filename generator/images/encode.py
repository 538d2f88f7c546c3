"""Pixels become files. The qualities stand here, with what they were chosen by.

Eight photos of phones and cameras (2 to 12 megapixels), scaled to 960 pixels across; means of bytes, of SSIM of the
luminance against the scaled picture, and of time on one core of a shared server:

    JPEG 70    77 KB  0.964  16 ms      AVIF 50  41 KB  0.951  37 ms      WebP 75  55 KB  0.960  60 ms
    JPEG 75    85 KB  0.968  16 ms      AVIF 55  49 KB  0.959  38 ms      WebP 80  68 KB  0.968  57 ms
    JPEG 80    97 KB  0.973  25 ms      AVIF 60  59 KB  0.966  42 ms

At 1440 pixels AVIF 55 takes 91 KB (0.965), at 480 it takes 16 KB: three photos fit in a story's 300 KB on any screen.
Speed 8 of AVIF would save 7 % of the bytes for three and a half times the time, speed 6 13 % for twelve times.
Screenshots keep coloured text sharp only with full chroma, which costs AVIF a tenth more bytes.

The bytes do not depend on the machine: AVIF gets one thread, since its tiles follow their number, and all were found
the same with the encoders' vector instructions turned off (AOM_SIMD_CAPS=0, JSIMD_FORCENONE=1).
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from generator.images.formats import AVIF, JPEG, PNG, WEBP, Format

AVIF_QUALITY, JPEG_QUALITY, WEBP_QUALITY = 55, 75, 80
"""Of the responsive widths."""
MAIN_JPEG_QUALITY = 85
"""Of the cleaned photo itself, unless the original was saved with less: then with just as much."""
MAIN_AVIF_QUALITIES, MAIN_WEBP_QUALITY = (80, 65, 50), 90
"""Of an AVIF and a WebP that have to be encoded anew. Pillow does not tell how an AVIF was saved: it gets the first of
the qualities that does not make it larger."""
WIDEST_SHOWN = 1440
"""Pixels across. A text column is 720 wide at most, and few eyes see a difference beyond two pixels for each of CSS."""
_PNG_LEVEL = 4
"""Of 9. A photo of 8 megapixels takes 1.4 s; at Pillow's own 6 it takes 7.4 s and is 1 % smaller."""


class JpegTraits(NamedTuple):
    """How a JPEG was stored: its quantisation tables, and its chroma (0 is 4:4:4, 1 is 4:2:2, 2 is 4:2:0)."""

    tables: list[list[int]]
    chroma: int


def jpeg_traits(image: Image.Image) -> JpegTraits | None:
    """How the opened picture was stored, if it is a JPEG whose tables fit an RGB or grey one."""
    if not isinstance(image, JpegImageFile) or image.mode not in ("L", "RGB"):
        return None
    return JpegTraits([table for _, table in sorted(image.quantization.items())], get_sampling(image))


def main_file(image: Image.Image, format_: Format, original: bytes, traits: JpegTraits | None) -> bytes:
    """The cleaned picture itself in its own format and size, about as good and as large as the original file."""
    if format_ is JPEG:
        return _main_jpeg(image, traits)
    if format_ is PNG:
        return _saved(image, PNG, compress_level=_PNG_LEVEL)
    if format_ is AVIF:
        return _main_avif(image, len(original))
    return _saved(image, WEBP, lossless=b"VP8L" in original[:64], quality=MAIN_WEBP_QUALITY)


def variant_file(image: Image.Image, format_: Format, *, sharp: bool) -> bytes:
    """One of the responsive widths. `sharp` is for what is likely to be a screenshot or a drawing."""
    if format_ is AVIF:
        return _avif(image, AVIF_QUALITY, full_chroma=sharp)
    if format_ is WEBP:
        return _saved(image, WEBP, quality=WEBP_QUALITY)
    # At this chroma one byte a pixel is always enough: see _tables.
    return _saved(image, JPEG, quality=JPEG_QUALITY, subsampling="4:2:0", progressive=True, optimize=True)


def animation(frames: Sequence[Image.Image], format_: Format, durations: Sequence[float], loop: int) -> bytes:
    """Frames of the full size with their times in milliseconds; `loop` counts repetitions, 0 is for ever."""
    options: dict[str, object] = {"save_all": True, "append_images": frames[1:], "duration": list(durations)}
    if format_ is AVIF:
        options |= {"duration": [round(one) for one in durations]}
        options |= {"quality": MAIN_AVIF_QUALITIES[0], "speed": 9, "max_threads": 1, "codec": "aom"}
    else:
        options |= {"loop": loop} | ({"quality": MAIN_WEBP_QUALITY} if format_ is WEBP else {})
    return _saved(frames[0], format_, **options)


def _main_jpeg(image: Image.Image, traits: JpegTraits | None) -> bytes:
    """Quantised as the original was, if that was coarser than quality 85: then next to nothing is lost or gained."""
    tables = _tables(MAIN_JPEG_QUALITY)
    if traits and sum(traits.tables[0]) >= sum(tables[0]):
        tables = traits.tables
    chroma = traits.chroma if traits and traits.chroma >= 0 else 2
    # Wider ones are for downloading, and writing them progressively takes six times as long.
    progressive = image.width <= WIDEST_SHOWN
    return _saved(image, JPEG, qtables=tables, subsampling=chroma, progressive=progressive, optimize=True)


def _main_avif(image: Image.Image, original_size: int) -> bytes:
    data = b""
    for quality in MAIN_AVIF_QUALITIES:
        data = _avif(image, quality)
        if len(data) <= original_size:
            break
    return data


@cache
def _tables(quality: int) -> list[list[int]]:
    """libjpeg's quantisation tables for a quality.

    Given tables, Pillow keeps two bytes a pixel ready for what it optimises, which is enough for any picture; given a
    quality it keeps one, which is too little for noise with full chroma.
    """
    file = BytesIO(_saved(Image.new("RGB", (1, 1)), JPEG, quality=quality))
    return list(JpegImageFile(file).quantization.values())


def _avif(image: Image.Image, quality: int, *, full_chroma: bool = False) -> bytes:
    if image.mode == "LA":
        image = image.convert("RGBA")
    chroma = "4:0:0" if image.mode == "L" else "4:4:4" if full_chroma else "4:2:0"
    return _saved(image, AVIF, quality=quality, subsampling=chroma, speed=9, max_threads=1, codec="aom")


def _saved(image: Image.Image, format_: Format, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, format=format_.pillow, **options)
    return file.getvalue()
