"""Where a photo was taken, by whom and with what is nobody's business: no published file says it, in any format."""

import zlib
from typing import Any

import pytest
from PIL import Image

from tests.images.conftest import Prepare
from tests.images.making import (
    SECRET,
    XMP,
    gif_extension,
    gif_with,
    halves,
    jpeg_segment,
    jpeg_with,
    photo,
    photoshop_block,
    png_chunk,
    png_with,
    read,
    saved,
    tiff,
    webp_chunk,
    webp_with,
)
from tests.images.profiles import adobe_rgb, srgb
from tests.images.reading import foreign_parts, parts

EXIF = b"Exif\0\0" + tiff()
AFTER_THE_END = b"\0" * 9 + SECRET + b"ftypmp42"


def jpeg_full_of_secrets(orientation: int = 1) -> bytes:
    second = saved(Image.new("RGB", (64, 48)), "JPEG", comment=SECRET)
    return (
        jpeg_with(
            saved(photo(), "JPEG", quality=95, comment=SECRET),
            jpeg_segment(0xE1, b"Exif\0\0" + tiff(orientation)),
            jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
            jpeg_segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 40 + XMP),
            jpeg_segment(0xED, photoshop_block()),
            jpeg_segment(0xE2, b"MPF\0" + SECRET),
            jpeg_segment(0xE2, b"FPXR\0" + SECRET),
            jpeg_segment(0xE0, b"JFXX\0\x10" + second),
            jpeg_segment(0xEC, b"Ducky" + SECRET),
            jpeg_segment(0xEF, SECRET),
            jpeg_segment(0xEB, b"JP" + SECRET),
            jpeg_segment(0xFE, SECRET),
        )
        + second
        + AFTER_THE_END
    )


def png_full_of_secrets(picture: Image.Image, **options: Any) -> bytes:
    data = png_with(
        saved(picture, "PNG", **options),
        png_chunk(b"tEXt", b"Author\0" + SECRET),
        png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET)),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        png_chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n  12\n" + SECRET.hex().encode())),
        png_chunk(b"eXIf", tiff()),
        png_chunk(b"tIME", b"\x07\xe8\x04\x16\x0a\x1e\x00"),
        png_chunk(b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\1"),
        png_chunk(b"prVt", SECRET),
    )
    return png_with(data, png_chunk(b"tEXt", b"Late\0" + SECRET), before=b"IEND") + AFTER_THE_END


def webp_full_of_secrets(picture: Image.Image, **options: Any) -> bytes:
    data = saved(picture, "WEBP", exif=EXIF, xmp=XMP, **options)
    if b"ANMF" in data:  # a frame has chunks of its own
        at = data.index(b"ANMF") + 4
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        frame = webp_chunk(b"ANMF", data[at + 4 : end] + webp_chunk(b"XTRA", SECRET))
        data = webp_with(data[: at - 4] + frame + data[end:])
    return webp_with(data, webp_chunk(b"XTRA", SECRET)) + AFTER_THE_END


def gif_full_of_secrets(picture: Image.Image, **options: Any) -> bytes:
    xmp_trailer = bytes((1, *range(255, -1, -1)))
    return (
        gif_with(
            saved(picture, "GIF", comment=SECRET, **options),
            gif_extension(0xFE, SECRET, SECRET),
            b"!\xff\x0bXMP DataXMP" + XMP + xmp_trailer + b"\0",
            gif_extension(0xFF, b"ICCRGBG1012", SECRET),
            gif_extension(0x01, bytes(12), SECRET),
        )
        + AFTER_THE_END
    )


def frames() -> list[Image.Image]:
    return [Image.new("RGB", (60, 40), colour) for colour in ("red", "lime", "blue")]


ANIMATED = {"save_all": True, "append_images": frames()[1:], "duration": [100, 200, 300], "loop": 0}
FULL_OF_SECRETS = {
    "photo.jpg": jpeg_full_of_secrets(),
    "turned.jpg": jpeg_full_of_secrets(6),
    "print.jpg": jpeg_with(saved(halves().convert("CMYK"), "JPEG"), jpeg_segment(0xE1, EXIF)),
    "grey.jpg": jpeg_with(saved(photo().convert("L"), "JPEG"), jpeg_segment(0xE1, EXIF)),
    "drawing.png": png_full_of_secrets(photo()),
    "palette.png": png_full_of_secrets(halves().convert("P")),
    "clear.png": png_full_of_secrets(photo().convert("RGBA")),
    "vivid.png": png_full_of_secrets(photo(), icc_profile=adobe_rgb(SECRET)),
    "film.png": png_full_of_secrets(frames()[0], **ANIMATED),
    "photo.webp": webp_full_of_secrets(photo()),
    "clear.webp": webp_full_of_secrets(photo().convert("RGBA"), lossless=True),
    "vivid.webp": webp_full_of_secrets(photo(), icc_profile=adobe_rgb(SECRET)),
    "film.webp": webp_full_of_secrets(frames()[0], **ANIMATED),
    "still.gif": gif_full_of_secrets(photo().quantize()),
    "film.gif": gif_full_of_secrets(frames()[0], **ANIMATED),
    "photo.avif": saved(photo(), "AVIF", exif=EXIF, xmp=XMP) + (len(SECRET) + 8).to_bytes(4) + b"free" + SECRET,
    "clear.avif": saved(photo().convert("RGBA"), "AVIF", exif=EXIF),
    "vivid.avif": saved(photo(), "AVIF", xmp=XMP, icc_profile=adobe_rgb(SECRET)),
    "film.avif": saved(frames()[0], "AVIF", exif=EXIF, xmp=XMP, **ANIMATED),
    "plain.avif": saved(photo(), "AVIF") + AFTER_THE_END,
}

HARMLESS = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "transparency"}
HARMLESS |= {"loop", "background", "timestamp", "duration", "version", "extension", "blend", "bbox", "disposal"}


@pytest.mark.parametrize("path", FULL_OF_SECRETS)
def test_no_published_file_holds_anything_but_a_picture(path: str, prepare: Prepare) -> None:
    assert SECRET in FULL_OF_SECRETS[path]
    assert foreign_parts(FULL_OF_SECRETS[path])
    result = prepare({f"content/{path}": FULL_OF_SECRETS[path]})
    assert result.problems == []
    for data in result.files(f"content/{path}"):
        assert foreign_parts(data) == set()
        assert SECRET not in data
        assert set(read(data).info) <= HARMLESS, "Pillow finds more"
        assert not read(data).getexif()


def test_a_second_picture_behind_the_first_is_not_published(prepare: Prepare) -> None:
    """Gain maps, depth maps and the other eye of a stereo camera (MPO) lie there."""
    first, second = photo(), Image.new("RGB", (600, 400), "black")
    data = saved(first, "MPO", save_all=True, append_images=[second])
    assert getattr(read(data), "n_frames", 1) == 2
    result = prepare({"a.jpg": data})
    assert "rest" not in parts(result.main("a.jpg"))
    assert len(result.main("a.jpg")) < len(data)


def test_data_hidden_behind_the_pixels_of_a_png_are_not_published(prepare: Prepare) -> None:
    """Within the compressed stream and behind it: neither is a chunk of its own."""
    rows = b"\0" + bytes(range(60)) * 3
    header = png_chunk(b"IHDR", (60).to_bytes(4) + (1).to_bytes(4) + bytes((8, 2, 0, 0, 0)))
    for stream in (zlib.compress(rows + SECRET, 0), zlib.compress(rows + b"!"), zlib.compress(rows) + SECRET):
        data = b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", stream) + png_chunk(b"IEND", b"")
        result = prepare({"a.png": data})
        assert read(result.main("a.png")).tobytes() == rows[1:]
        assert SECRET not in result.main("a.png")
        assert len(zlib.decompress(idat(result.main("a.png")))) == len(rows)


def test_data_hidden_among_the_items_of_an_avif_are_not_published(prepare: Prepare) -> None:
    data = saved(photo(), "AVIF")
    at = data.index(b"mdat") - 4
    size = int.from_bytes(data[at : at + 4]) + len(SECRET)
    result = prepare({"a.avif": data[:at] + size.to_bytes(4) + data[at + 4 :] + SECRET})
    assert SECRET not in result.main("a.avif")
    assert read(result.main("a.avif")).size == (600, 400)


def test_a_profile_that_changes_no_colour_is_not_published_either(prepare: Prepare) -> None:
    """It names the program that wrote it, and some name the screen."""
    for path, format_ in (("a.avif", "AVIF"), ("a.webp", "WEBP"), ("a.png", "PNG"), ("a.jpg", "JPEG")):
        result = prepare({path: saved(photo(), format_, icc_profile=srgb())})
        assert foreign_parts(result.main(path)) == set()


def idat(data: bytes) -> bytes:
    at = data.index(b"IDAT")
    return data[at + 4 : at + 4 + int.from_bytes(data[at - 4 : at])]


def test_an_avif_without_secrets_stays_as_it_is(prepare: Prepare) -> None:
    """Encoding it once more would cost quality for nothing."""
    for picture in (photo(), photo().convert("RGBA")):
        data = saved(picture, "AVIF")
        assert prepare({"a.avif": data}).main("a.avif") == data


def test_a_gif_keeps_nothing_of_a_text_that_no_browser_draws(prepare: Prepare) -> None:
    control = gif_extension(0xF9, b"\x09\x64\0\0")
    data = gif_with(saved(halves(), "GIF"), control, gif_extension(0x01, bytes(12), SECRET))
    result = prepare({"a.gif": data})
    assert parts(result.main("a.gif")) == {"header", "image", "trailer"}
