"""Whatever a file holds, it becomes a right picture or a clear problem: never a traceback, a hang, or full memory."""

import resource
import struct
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.cache import open_cache
from generator.images import prepare_images
from tests.images.conftest import File, Prepare
from tests.images.making import gif_extension, gif_with, halves, photo, png_chunk, png_with, read, saved

JPG, PNG, GIF = saved(photo(), "JPEG"), saved(photo(), "PNG"), saved(photo().quantize(16), "GIF")
WEBP, AVIF = saved(photo(), "WEBP"), saved(photo(), "AVIF")


def png_of(width: int, height: int, rows: bytes, depth: int = 1) -> bytes:
    """A grey PNG; the rows are given compressed."""
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    """That many bytes of 0, compressed; a gigabyte takes a megabyte."""
    packer = zlib.compressobj(1)
    block = bytes(1 << 20)
    return b"".join(
        [
            *(packer.compress(block) for _ in range(count >> 20)),
            packer.compress(bytes(count % (1 << 20))),
            packer.flush(),
        ]
    )


DAMAGED = "this picture is damaged or incomplete. Copy it again, or export it again."


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("empty.jpg", b"", "this file is empty. Copy the picture again, or export it again."),
        ("byte.jpg", b"\xff", "this file is not a picture. Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG."),
        ("zeros.png", bytes(5000), "this file is not a picture. Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG."),
        ("page.jpg", b"\n<!doctype html><title>404</title>", "this file is a web page, not a picture. Download the picture itself."),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "this is a HEIC file, and many browsers cannot show it. Export it"),
        ("lies.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "this is a HEIC file, and many browsers cannot show it. Export it"),
        ("a.tif", saved(halves(), "TIFF"), "this is a TIFF file, and many browsers cannot show it. Export it"),
        ("lies.png", saved(halves(), "BMP"), "this is a BMP file, and many browsers cannot show it. Export it"),
        ("a.dng", saved(halves(), "TIFF"), "this is a camera raw file, and many browsers cannot show it. Export it"),
        ("lies.webp", b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "this is a camera raw file, and many browsers cannot show it. Export it"),
        ("a.psd", b"8BPS\0\1", "this is a Photoshop file, and many browsers cannot show it. Export it"),
        ("a.jp2", saved(halves(), "JPEG2000"), "this is a JPEG 2000 file, and many browsers cannot show it. Export it"),
        ("a.svgz", b"\x1f\x8b\x08", "browsers cannot show a compressed SVG. Save it as an SVG that is not compressed (.svg)."),
        ("half.jpg", JPG[: len(JPG) // 2], DAMAGED),
        ("nearly.jpg", JPG[:-9], DAMAGED),
        ("half.png", PNG[: len(PNG) // 2], DAMAGED),
        ("nearly.png", PNG[:-9], DAMAGED),
        ("half.gif", GIF[: len(GIF) // 2], DAMAGED),
        ("half.webp", WEBP[: len(WEBP) // 2], DAMAGED),
        ("nearly.webp", WEBP[:-9], DAMAGED),
        ("half.avif", AVIF[: len(AVIF) // 2], DAMAGED),
        ("nearly.avif", AVIF[:-9], DAMAGED),
        ("start.gif", GIF[:13], DAMAGED),
        ("none.gif", GIF[:13] + b";", DAMAGED),
        ("flat.png", png_of(0, 10, zlib.compress(b"")), DAMAGED),
        ("wrong.png", PNG.replace(b"IDAT", b"IDAT"[:3] + b"S", 1), DAMAGED),
        ("sum.png", PNG[:-16] + b"\0\0\0\0" + PNG[-12:], DAMAGED),
        ("bomb.png", png_of(65_000, 65_000, zeros(1 << 20)), "this picture has more than 100 million pixels. Make it smaller"),
        ("large.png", png_of(10_001, 10_000, zeros(10_000 * 1252)), "this picture has more than 100 million pixels."),
        ("bomb.gif", b"GIF89a\xff\xff\xff\xff\0\0\0" + GIF[GIF.index(b",\0\0\0\0") :], "this picture has more than 100 million"),
        # Pillow before 13 finds out first that nothing comes after the size.
        ("bomb.webp", b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", ("this picture has more than 100", DAMAGED)),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_a_problem_that_says_what_to_do(
    path: str, data: bytes, message: str | tuple[str, ...], prepare: Prepare, capfd: pytest.CaptureFixture[str]
) -> None:
    result = prepare({f"content/{path}": data, "content/good.jpg": JPG})
    (problem,) = result.prepared.problems
    assert problem.at.path == f"content/{path}"
    assert str(problem).removeprefix(f"content/{path}: ").startswith(message)
    assert problem.severity == "error"
    assert problem.hint
    assert set(result.prepared.images) == {"content/good.jpg"}
    assert capfd.readouterr() == ("", "")


def test_a_photo_of_60_megapixels_gives_a_right_result_in_bounded_time_and_memory(prepare: Prepare) -> None:
    data = saved(Image.linear_gradient("L").resize((10_000, 6_000)), "JPEG", quality=92)
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    result = prepare({"a.jpg": data})
    assert time.process_time() - started < 8
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000  # KB on Linux, bytes on a Mac
    main = result.image("a.jpg").main
    assert (main.width, main.height) == (10_000, 6_000)
    assert {file.width for file in result.image("a.jpg").others} == {1440, 960, 480}


def test_a_picture_just_below_the_limit_is_no_reason_to_warn(prepare: Prepare) -> None:
    """Pillow warns from 89 megapixels on, and every warning is an error in these tests."""
    result = prepare({"a.png": png_of(9_990, 9_990, zeros(9_990 * 1250))})
    assert result.problems == []
    assert result.image("a.png").main.width == 9_990


def test_a_photo_stored_in_a_thousand_layers_is_refused_at_once(prepare: Prepare) -> None:
    """Each layer of a progressive JPEG goes over all of its pixels: 100 KB can keep a decoder busy for hours."""
    data = saved(Image.new("L", (2000, 2000)), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    started = time.process_time()
    result = prepare({"a.jpg": data[:last] + data[last:-2] * 1000 + b"\xff\xd9"})
    assert result.problems == ["a.jpg: this photo is stored in more than 500 layers. Export it again as a plain JPEG."]
    assert time.process_time() - started < 1


def test_a_text_that_unpacks_to_a_quarter_of_a_gigabyte_is_never_unpacked(prepare: Prepare) -> None:
    bomb = png_chunk(b"zTXt", b"Comment\0\0" + zeros(1 << 28))
    started = time.process_time()
    result = prepare({"a.png": png_with(PNG, bomb, bomb)})
    assert result.problems == []
    assert read(result.main("a.png")).tobytes() == photo().tobytes()
    assert time.process_time() - started < 2


def test_pixels_that_unpack_to_more_than_the_picture_are_not_unpacked(prepare: Prepare) -> None:
    started = time.process_time()
    result = prepare({"a.png": png_of(8, 8, zeros(1 << 28))})
    assert read(result.main("a.png")).size == (8, 8)
    assert len(result.main("a.png")) < 200
    assert time.process_time() - started < 1


def test_an_animation_too_long_for_a_page_is_a_problem(prepare: Prepare) -> None:
    still = saved(Image.new("L", (2000, 2000)), "GIF")
    frame = still[still.index(b",\0\0\0\0") : -1]
    data = still[:-1] + frame * 69 + b";"
    assert getattr(Image.open(BytesIO(data)), "n_frames", 0) == 70
    assert prepare({"a.gif": data}).problems == [
        (
            "a.gif: this animation has 70 frames with 280 million pixels in all, and the limit is 250."
            " Make it smaller or shorter, or publish it as a video."
        )
    ]


def test_a_gif_of_a_million_blocks_is_refused_at_once(prepare: Prepare) -> None:
    data = gif_with(GIF, gif_extension(0xFE) * 1_000_000)
    started = time.process_time()
    assert prepare({"a.gif": data}).problems == [
        "a.gif: this animation is too long. Make it shorter, or publish it as a video."
    ]
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("path", "data", "true"),
    [
        ("a.png", JPG, "JPEG"),
        ("a.jpg", PNG, "PNG"),
        ("a.gif", WEBP, "WebP"),
        ("a.jpeg", AVIF, "AVIF"),
        ("a.webp", GIF, "GIF"),
    ],
)
def test_a_name_that_lies_is_named_and_the_picture_is_right_all_the_same(
    path: str, data: bytes, true: str, prepare: Prepare
) -> None:
    result = prepare({path: data})
    named = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "jpeg": "JPEG", "webp": "WebP"}[path.split(".")[1]]
    suffix = {"JPEG": "jpg"}.get(true, true.lower())
    said = f"the name says {named}, but the file is {true}. Rename it to a.{suffix}, and change its name where you show it."
    assert result.problems == [f"{path}: warning: {said}"]
    assert read(result.main(path)).size == (600, 400)
    assert result.image(path).main.media_type == f"image/{true.lower()}"


@pytest.mark.parametrize(("path", "data", "name"), [("a.svg", PNG, "a.png"), ("a.png", b"<svg></svg>", "a.svg")])
def test_a_name_that_lies_about_svg_is_an_error_because_no_browser_would_show_it(
    path: str, data: bytes, name: str, prepare: Prepare
) -> None:
    (problem,) = prepare({path: data}).prepared.problems
    assert problem.severity == "error"
    assert problem.hint == f"Rename it to {name}, and change its name where you show it."


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "huge.png").touch()
    with (tmp_path / "huge.png").open("r+b") as file:
        file.truncate(100_000_001)  # takes no room on the disk
    (tmp_path / "changed.png").write_bytes(PNG)
    files = [File(name, tmp_path / name, name.encode()) for name in ("gone.png", "huge.png", "changed.png")]
    with open_cache(tmp_path / "cache") as cache:
        prepared = prepare_images(files, store=tmp_path / "store", cache=cache)
    assert [str(problem) for problem in prepared.problems] == [
        "gone.png: cannot be read: it is not there. Check whether another program moved or deleted it.",
        "huge.png: this file has more than 100 MB. Make the picture smaller, or export it as JPEG.",
        "changed.png: this file changed while Firsthand was reading it. Build again.",
    ]
