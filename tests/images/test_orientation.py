"""A photo is shown the way up that its camera meant, once its metadata no longer say so."""

from collections.abc import Callable

import pytest
from PIL import Image

from tests.images.conftest import Prepare
from tests.images.making import (
    grain,
    halves,
    jpeg_segment,
    jpeg_with,
    png_chunk,
    png_with,
    read,
    saved,
    tiff,
    webp_chunk,
)

UPRIGHT = halves()
STORED = {
    1: UPRIGHT,
    2: UPRIGHT.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: UPRIGHT.rotate(180),
    4: UPRIGHT.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: UPRIGHT.transpose(Image.Transpose.TRANSPOSE),
    6: UPRIGHT.rotate(90, expand=True),
    7: UPRIGHT.transpose(Image.Transpose.TRANSVERSE),
    8: UPRIGHT.rotate(-90, expand=True),
}
"""How the sensor saw the upright picture, for each orientation (CIPA DC-008, table 6)."""


def jpeg(orientation: int) -> bytes:
    plain = saved(STORED[orientation], "JPEG", quality=95, subsampling=0)
    return jpeg_with(plain, jpeg_segment(0xE1, b"Exif\0\0" + tiff(orientation)))


def png(orientation: int) -> bytes:
    return png_with(saved(STORED[orientation], "PNG"), png_chunk(b"eXIf", tiff(orientation)))


def webp(orientation: int) -> bytes:
    return saved(STORED[orientation], "WEBP", lossless=True, exif=b"Exif\0\0" + tiff(orientation))


def avif(orientation: int) -> bytes:
    """Pillow writes the orientation where AVIF wants it: in irot and imir, not in EXIF."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(STORED[orientation], "AVIF", quality=95, subsampling="4:4:4", exif=exif)


def looks_upright(picture: Image.Image, tolerance: int = 30) -> bool:
    shown = picture.convert("RGB")
    places = [(5, 5), (5, 35), (80, 5), (80, 35)]
    return shown.size == UPRIGHT.size and all(
        abs(one - other) <= tolerance
        for place in places
        for one, other in zip(_at(shown, place), _at(UPRIGHT, place), strict=True)
    )


def _at(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("path", "make"), [("a.jpg", jpeg), ("a.png", png), ("a.webp", webp), ("a.avif", avif)])
def test_each_orientation_is_turned_upright(
    path: str, make: Callable[[int], bytes], orientation: int, prepare: Prepare
) -> None:
    result = prepare({path: make(orientation)})
    assert looks_upright(read(result.main(path)))
    main = result.image(path).main
    assert (main.width, main.height) == UPRIGHT.size


def test_the_widths_of_a_turned_photo_are_turned_too(prepare: Prepare) -> None:
    tall = grain(1000, 600, 60).convert("RGB")
    data = jpeg_with(saved(tall, "JPEG"), jpeg_segment(0xE1, b"Exif\0\0" + tiff(6)))
    result = prepare({"a.jpg": data})
    assert {(file.width, file.height) for file in result.image("a.jpg").others} == {(600, 1000), (480, 800)}
    assert {read(data).size for data in result.others("a.jpg").values()} == {(600, 1000), (480, 800)}


@pytest.mark.parametrize("order", "<>")
def test_both_orders_of_bytes_are_read(order: str, prepare: Prepare) -> None:
    exif = jpeg_segment(0xE1, b"Exif\0\0" + tiff(8, order=order))
    assert looks_upright(read(prepare({"a.jpg": jpeg_with(saved(STORED[8], "JPEG"), exif)}).main("a.jpg")))


@pytest.mark.parametrize(
    "exif",
    [
        b"",
        b"MM",
        b"MM\0*",
        b"MM\0*\0\0\0\x08",
        b"MM\0*\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\xff\xff",
        b"??\0*" + bytes(40),
        tiff(0),
        tiff(9),
        tiff(6)[:19],
    ],
)
def test_exif_that_make_no_sense_turn_nothing(exif: bytes, prepare: Prepare) -> None:
    data = jpeg_with(saved(UPRIGHT, "JPEG"), jpeg_segment(0xE1, b"Exif\0\0" + exif))
    assert looks_upright(read(prepare({"a.jpg": data}).main("a.jpg")))


def test_an_animation_on_its_side_is_turned_frame_by_frame(prepare: Prepare) -> None:
    frames = [STORED[6], STORED[6].point(lambda level: level // 2)]
    data = saved(
        frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=[120, 340], loop=3, lossless=True,
        exif=b"Exif\0\0" + tiff(6),
    )  # fmt: skip
    film = read(prepare({"a.webp": data}).main("a.webp"))
    assert (film.size, film.info["loop"]) == (UPRIGHT.size, 3)
    assert looks_upright(film)
    assert film.info["duration"] == 120
    film.seek(1)
    film.load()
    assert film.info["duration"] == 340
    assert looks_upright(film.point(lambda level: min(255, level * 2)))
    assert webp_chunk(b"EXIF", b"")[:4] not in prepare({"a.webp": data}).main("a.webp")
