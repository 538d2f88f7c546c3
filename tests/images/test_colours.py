"""Colours look as their author saw them on every screen: they are converted to sRGB, and no profile is needed."""

import struct
import zlib

import pytest
from PIL import Image

from tests.images.conftest import Prepare
from tests.images.making import halves, png_chunk, read, saved
from tests.images.profiles import adobe_rgb, green_ink, grey, shown_in_srgb, srgb

VIVID = [(200, 100, 50), (30, 180, 90), (120, 120, 120), (60, 40, 220), (255, 255, 255), (0, 0, 0)]


def flat(colour: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (32, 32), colour)


def shown(data: bytes, mode: str = "RGB") -> tuple[int, ...]:
    found = read(data).convert(mode).getpixel((16, 16))
    return found if isinstance(found, tuple) else (int(found or 0),)


def near(one: tuple[int, ...], other: tuple[int, ...], tolerance: int) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("colour", VIVID)
@pytest.mark.parametrize(
    ("path", "options", "tolerance"),
    [
        ("a.png", {}, 3),
        ("a.webp", {"lossless": True}, 3),
        ("a.jpg", {"quality": 95, "subsampling": 0}, 5),
        ("a.avif", {"quality": 95, "subsampling": "4:4:4"}, 7),
    ],
)
def test_colours_of_a_wide_space_become_what_they_are_in_srgb(
    path: str, options: dict[str, object], tolerance: int, colour: tuple[int, int, int], prepare: Prepare
) -> None:
    format_ = {"jpg": "JPEG"}.get(path[2:], path[2:].upper())
    data = saved(flat(colour), format_, icc_profile=adobe_rgb(), **options)
    assert near(shown(prepare({path: data}).main(path)), shown_in_srgb(colour), tolerance)


def test_the_difference_is_one_that_can_be_seen() -> None:
    """So that the test above would fail if nothing were converted."""
    assert max(abs(a - b) for a, b in zip((30, 180, 90), shown_in_srgb((30, 180, 90)), strict=True)) > 25


def test_transparency_survives_the_conversion(prepare: Prepare) -> None:
    data = saved(flat((200, 100, 50, 77), "RGBA"), "PNG", icc_profile=adobe_rgb())
    assert near(shown(prepare({"a.png": data}).main("a.png"), "RGBA"), (*shown_in_srgb((200, 100, 50)), 77), 3)


def test_colours_of_a_palette_are_converted(prepare: Prepare) -> None:
    data = saved(flat((200, 100, 50)).quantize(4), "PNG", icc_profile=adobe_rgb())
    assert near(shown(prepare({"a.png": data}).main("a.png")), shown_in_srgb((200, 100, 50)), 3)


def test_greys_are_converted_by_their_curve_and_stay_grey(prepare: Prepare) -> None:
    for mode, level in (("L", (100,)), ("LA", (100, 60))):
        data = saved(Image.new(mode, (32, 32), level if len(level) > 1 else level[0]), "PNG", icc_profile=grey(1.0))
        main = prepare({"a.png": data}).main("a.png")
        assert read(main).mode == mode
        assert near(shown(main, mode), (168, *level[1:]), 2)  # 100/255 of the light is level 168 in sRGB


def test_a_grey_photo_with_a_profile_of_colours_is_converted_too(prepare: Prepare) -> None:
    data = saved(Image.new("L", (32, 32), 60), "JPEG", quality=95, icc_profile=adobe_rgb())
    main = prepare({"a.jpg": data}).main("a.jpg")
    assert read(main).mode == "L"
    assert near(shown(main, "L"), (shown_in_srgb((60, 60, 60))[0],), 3)


def test_a_profile_that_is_srgb_already_changes_not_one_pixel(prepare: Prepare) -> None:
    data = saved(halves(), "PNG", icc_profile=srgb())
    main = prepare({"a.png": data}).main("a.png")
    assert read(main).tobytes() == halves().tobytes()
    assert b"iCCP" not in main
    assert idat(main) == idat(data), "the pixels were encoded anew for nothing"


def idat(data: bytes) -> bytes:
    at = data.index(b"IDAT")
    return data[at + 4 : at + 4 + int.from_bytes(data[at - 4 : at])]


@pytest.mark.parametrize("profile", [b"", b"no profile", adobe_rgb()[:200], green_ink(), grey(2.2)])
def test_a_profile_that_makes_no_sense_is_left_aside(profile: bytes, prepare: Prepare) -> None:
    data = saved(flat((200, 100, 50)), "PNG", icc_profile=profile)
    assert shown(prepare({"a.png": data}).main("a.png")) == (200, 100, 50)


def test_a_jpeg_of_red_green_and_blue_is_not_taken_for_one_of_brightness_and_chroma(prepare: Prepare) -> None:
    """What its numbers mean, a segment of Adobe's says, which has to be read before it is dropped."""
    data = saved(flat((200, 100, 50)), "JPEG", quality=95, keep_rgb=True)
    assert b"Adobe" in data
    assert near(shown(prepare({"a.jpg": data}).main("a.jpg")), (200, 100, 50), 6)


def test_a_photo_for_print_becomes_one_for_screens(prepare: Prepare) -> None:
    data = saved(flat((255, 0, 0, 0), "CMYK"), "JPEG", quality=95)
    main = prepare({"a.jpg": data}).main("a.jpg")
    assert read(main).mode == "RGB"
    assert near(shown(main), (0, 255, 255), 6)


def test_the_inks_of_a_printing_profile_decide_about_its_colours(prepare: Prepare) -> None:
    data = saved(flat((255, 0, 0, 0), "CMYK"), "JPEG", quality=95, icc_profile=green_ink())
    red, green, blue = shown(prepare({"a.jpg": data}).main("a.jpg"))
    assert green > 100
    assert green > red + 60
    assert green > blue + 60


def sixteen_bits(colours: int, values: tuple[int, ...], *more: bytes) -> bytes:
    """A PNG of 600 × 600 pixels of one colour, sixteen bits a channel."""
    row = b"\0" + struct.pack(f">{len(values)}H", *values) * 600
    header = struct.pack(">IIBBBBB", 600, 600, 16, colours, 0, 0, 0)
    noise = zlib.compress(row * 600, 0)  # large enough to get other widths
    chunks = (png_chunk(b"IHDR", header), *more, png_chunk(b"IDAT", noise), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("colours", "values", "expected"),
    [
        (0, (0x4321,), (0x43, 0x43, 0x43, 255)),
        (2, (0x1111, 0x8080, 0xF000), (0x11, 0x80, 0xF0, 255)),
        (4, (0x4321, 0x8000), (0x43, 0x43, 0x43, 0x80)),
        (6, (0x1111, 0x8080, 0xF000, 0x4000), (0x11, 0x80, 0xF0, 0x40)),
    ],
)
def test_sixteen_bits_a_channel_keep_their_brightness(
    colours: int, values: tuple[int, ...], expected: tuple[int, ...], prepare: Prepare
) -> None:
    result = prepare({"a.png": sixteen_bits(colours, values)})
    assert result.others("a.png")
    for data in result.others("a.png").values():
        assert near(shown(data, "RGBA"), expected, 4)
    converted = prepare({"a.png": sixteen_bits(colours, values, profile_chunk())}).main("a.png")
    assert read(converted).mode in ("L", "LA", "RGB", "RGBA")
    if colours == 2:
        assert near(shown(converted), shown_in_srgb((0x11, 0x80, 0xF0)), 4)


def profile_chunk() -> bytes:
    return png_chunk(b"iCCP", b"wide\0\0" + zlib.compress(adobe_rgb()))


def test_the_transparent_level_of_a_sixteen_bit_grey_stays_transparent(prepare: Prepare) -> None:
    result = prepare({"a.png": sixteen_bits(0, (0x4321,), png_chunk(b"tRNS", b"\x43\x21"))})
    assert all(shown(data, "RGBA")[3] == 0 for data in result.others("a.png").values())
    result = prepare({"a.png": sixteen_bits(0, (0x4322,), png_chunk(b"tRNS", b"\x43\x21"))})
    assert all(shown(data, "RGBA")[3] == 255 for data in result.others("a.png").values())
