"""The cleaned picture has the format and size of the original, and looks as it did."""

import random
import zlib
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from generator.images import is_image
from tests.images.conftest import Prepare
from tests.images.making import grain, halves, photo, png_chunk, read, saved
from tests.images.reading import parts


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, in levels of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def clear(width: int = 600, height: int = 400) -> Image.Image:
    picture = photo(width, height).convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize((width, height)))
    return picture


PICTURES: dict[str, bytes] = {
    "a.jpg": saved(photo(), "JPEG", quality=95),
    "progressive.jpeg": saved(photo(), "JPEG", quality=70, progressive=True),
    "grey.jpg": saved(photo().convert("L"), "JPEG"),
    "full-chroma.jpg": saved(photo(), "JPEG", quality=80, subsampling=0),
    "a.png": saved(photo(), "PNG"),
    "grey.png": saved(photo().convert("L"), "PNG"),
    "line-art.png": saved(photo().convert("1"), "PNG"),
    "palette.png": saved(photo().quantize(16), "PNG"),
    "clear.png": saved(clear(), "PNG"),
    "grey-and-clear.png": saved(clear().convert("LA"), "PNG"),
    "one-colour-clear.png": saved(halves(), "PNG", transparency=(250, 10, 10)),
    "a.webp": saved(photo(), "WEBP"),
    "lossless.webp": saved(photo(), "WEBP", lossless=True),
    "clear.webp": saved(clear(), "WEBP"),
    "a.avif": saved(photo(), "AVIF"),
    "clear.avif": saved(clear(), "AVIF"),
    "a.gif": saved(photo().quantize(64), "GIF"),
    "clear.gif": saved(halves().quantize(8), "GIF", transparency=0),
}


@pytest.mark.parametrize("path", PICTURES)
def test_format_size_and_looks_stay(path: str, prepare: Prepare) -> None:
    """To the last bit where nothing but pixels was in it: no lossy picture loses twice, no small screenshot grows."""
    result = prepare({path: PICTURES[path]})
    before, after = read(PICTURES[path]), read(result.main(path))
    assert result.problems == []
    assert (after.format, after.size) == (before.format, before.size)
    main = result.image(path).main
    assert (main.width, main.height, main.media_type, main.suffix) == (*before.size, Image.MIME[str(before.format)], "")
    assert after.convert("RGBA").getchannel("A").tobytes() == before.convert("RGBA").getchannel("A").tobytes()
    if path.endswith(("jpg", "jpeg")):
        assert difference(before, after) < 4
    else:
        assert len(result.main(path)) == len(PICTURES[path])
        assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def interlaced(rows: list[bytes]) -> bytes:
    """A grey PNG whose pixels are stored in the seven passes of Adam7 (PNG, section 8.1)."""
    order = "1646264677777777565656567777777736463646777777775656565677777777"
    passes = b""
    for number in "1234567":
        for y, row in enumerate(rows):
            found = bytes(level for x, level in enumerate(row) if order[y % 8 * 8 + x % 8] == number)
            passes += b"\0" + found if found else b""
    header = len(rows[0]).to_bytes(4) + len(rows).to_bytes(4) + bytes((8, 0, 0, 0, 1))
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(passes)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(*chunk) for chunk in chunks)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (5, 9), (8, 8), (21, 13)])
def test_an_interlaced_png_stays_as_it_is(size: tuple[int, int], prepare: Prepare) -> None:
    picture = photo(40, 40).convert("L").crop((0, 0, *size))
    data = interlaced([picture.crop((0, y, size[0], y + 1)).tobytes() for y in range(size[1])])
    assert read(data).tobytes() == picture.tobytes()
    assert prepare({"a.png": data}).main("a.png") == data


def test_a_photo_saved_with_little_quality_does_not_grow(prepare: Prepare) -> None:
    for quality in (30, 60, 80):
        data = saved(photo(), "JPEG", quality=quality, optimize=True)
        assert len(prepare({"a.jpg": data}).main("a.jpg")) < 1.03 * len(data)


def test_a_camera_s_photo_takes_half_its_bytes(prepare: Prepare) -> None:
    data = saved(grain(900, 600, 30).convert("RGB"), "JPEG", quality=97)
    assert len(prepare({"a.jpg": data}).main("a.jpg")) < 0.6 * len(data)


def test_full_chroma_stays_full(prepare: Prepare) -> None:
    """Coloured text in a screenshot saved as JPEG would blur."""
    for chroma in (0, 1, 2):
        data = saved(halves(), "JPEG", quality=95, subsampling=chroma)
        main = prepare({"a.jpg": data}).main("a.jpg")
        start = main.index(b"\xff\xc2")  # the frame's header: two bytes of length, ten of size and components
        assert main[start + 11] == {0: 0x11, 1: 0x21, 2: 0x22}[chroma]


def test_noise_of_full_chroma_is_no_trouble_to_optimise(prepare: Prepare, capfd: pytest.CaptureFixture[str]) -> None:
    """Pillow reserves too little memory for it when it is asked for a quality, and libjpeg says so on standard error."""
    noise = Image.frombytes("RGB", (400, 400), random.Random(7).randbytes(480_000))
    data = saved(noise, "JPEG", quality=98, subsampling=0)
    assert prepare({"a.jpg": data}).problems == []
    assert capfd.readouterr() == ("", "")


def film(mode: str = "RGB") -> list[Image.Image]:
    frames = [halves().convert(mode), halves().rotate(180).convert(mode), halves().convert(mode)]
    frames[2].paste((0, 0, 0, 0)[: len(mode)], (0, 0, 20, 20))
    return frames


FILM: dict[str, Any] = {"save_all": True, "duration": [70, 180, 290], "loop": 4}


@pytest.mark.parametrize(
    ("path", "format_", "more"),
    [
        ("a.gif", "GIF", {"disposal": [1, 2, 3]}),
        ("a.webp", "WEBP", {"lossless": True}),
        ("a.png", "PNG", {"disposal": [0, 1, 2], "blend": 1}),
    ],
)
def test_an_animation_keeps_every_frame_its_time_and_its_repetitions(
    path: str, format_: str, more: dict[str, Any], prepare: Prepare
) -> None:
    frames = film()
    data = saved(frames[0], format_, append_images=frames[1:], **FILM, **more)
    result = prepare({path: data})
    before, after = read(data), read(result.main(path))
    assert result.image(path).others == ()
    assert (getattr(after, "n_frames", 0), after.info["loop"]) == (3, 4)
    for number, duration in enumerate(FILM["duration"]):
        before.seek(number)
        after.seek(number)
        assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()
        assert after.info["duration"] == duration
        assert getattr(after, "disposal_method", 0) == getattr(before, "disposal_method", 0)
        assert after.info.get("disposal") == before.info.get("disposal")
        assert after.info.get("blend") == before.info.get("blend")


def test_an_avif_animation_keeps_its_frames_and_times(prepare: Prepare) -> None:
    frames = film()
    data = saved(frames[0], "AVIF", append_images=frames[1:], save_all=True, duration=FILM["duration"])
    result = prepare({"a.avif": data})
    after = read(result.main("a.avif"))
    assert (result.image("a.avif").others, getattr(after, "n_frames", 0)) == ((), 3)
    for number, frame in enumerate(frames):
        after.seek(number)
        after.load()
        assert after.info["duration"] == FILM["duration"][number]
        assert difference(after, frame) < 12


def test_an_animation_with_a_picture_for_old_programs_keeps_both(prepare: Prepare) -> None:
    still, *frames = film()
    data = saved(still, "PNG", append_images=frames, save_all=True, default_image=True, duration=[100, 200])
    main = prepare({"a.png": data}).main("a.png")
    assert parts(main) == {"IHDR", "acTL", "fcTL", "IDAT", "fdAT", "IEND"}
    assert read(main).info.get("default_image")
    assert read(main).tobytes() == still.tobytes()


def test_a_gif_that_repeats_once_only_does_not_begin_to_repeat(prepare: Prepare) -> None:
    frames = film()
    data = saved(frames[0], "GIF", append_images=frames[1:], save_all=True)
    assert "looping" not in parts(prepare({"a.gif": data}).main("a.gif"))


@pytest.mark.parametrize(
    "path", ["a.jpg", "B.JPEG", "x/y.Png", "a.webp", "a.avif", "a.gif", "a.svg", "a.apng", "a.jfif"]
)
def test_pictures_are_known_by_their_names(path: str) -> None:
    assert is_image(path)


@pytest.mark.parametrize("path", ["a.heic", "a.HEIF", "a.tif", "a.dng", "a.psd", "a.bmp", "a.jxl", "a.svgz"])
def test_files_that_would_tell_where_a_photo_was_taken_are_pictures_too(path: str) -> None:
    assert is_image(path)


@pytest.mark.parametrize("path", ["a.md", "a.pdf", "jpg", "a.jpg.txt", "a.css", "favicon.ico", ""])
def test_other_files_are_none(path: str) -> None:
    assert not is_image(path)


def test_a_picture_without_its_ending_is_known_by_its_first_bytes() -> None:
    assert is_image("IMG_1234", PICTURES["a.jpg"][:32])
    assert is_image("photo.bak", PICTURES["a.avif"][:32])
    assert not is_image("notes", b"Dear sirs")
    assert not is_image("page.html", b"<svg")


def test_a_gif_whose_screen_is_too_small_is_as_large_as_its_first_frame(prepare: Prepare) -> None:
    data = saved(halves(), "GIF")
    result = prepare({"a.gif": data[:6] + b"\x05\0\x05\0" + data[10:]})
    assert (result.image("a.gif").main.width, result.image("a.gif").main.height) == halves().size
    assert result.main("a.gif") == prepare({"a.gif": data}).main("a.gif")
