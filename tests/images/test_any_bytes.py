"""Flip any bits of a picture, or cut it anywhere: what comes out is a picture without secrets, or a problem."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cache import open_cache
from generator.digests import content_digest
from generator.images import file_of, is_image, prepare_images
from tests.images.conftest import File
from tests.images.making import halves, jpeg_segment, jpeg_with, read, saved, tiff
from tests.images.profiles import adobe_rgb
from tests.images.reading import foreign_parts

FRAMES = {"save_all": True, "append_images": [halves().rotate(180)], "duration": 100}
VALID = {
    "a.jpg": jpeg_with(saved(halves(), "JPEG", icc_profile=adobe_rgb()), jpeg_segment(0xE1, b"Exif\0\0" + tiff(6))),
    "progressive.jpg": saved(halves(), "JPEG", progressive=True),
    "print.jpg": saved(halves().convert("CMYK"), "JPEG"),
    "a.png": saved(halves(), "PNG", icc_profile=adobe_rgb()),
    "palette.png": saved(halves().quantize(8), "PNG", transparency=b"\0\x80\xff"),
    "film.png": saved(halves(), "PNG", **FRAMES),
    "a.gif": saved(halves(), "GIF", **FRAMES),
    "a.webp": saved(halves(), "WEBP", exif=tiff(6), icc_profile=adobe_rgb()),
    "film.webp": saved(halves(), "WEBP", **FRAMES),
    "a.avif": saved(halves().convert("RGBA"), "AVIF"),
    "film.avif": saved(halves(), "AVIF", **FRAMES),
    "a.svg": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg width="9in" viewBox="0 0 1 1"><g a="&a;"/></svg>',
}


def check(path: str, data: bytes) -> None:
    with TemporaryDirectory() as folder, open_cache(Path(folder) / "cache") as cache:
        real, store = Path(folder) / "picture", Path(folder) / "store"
        real.write_bytes(data)
        prepared = prepare_images([File(path, real, content_digest(data))], store=store, cache=cache)
        image = prepared.images.get(path)
        if image is None:
            (problem,) = prepared.problems
            assert (problem.at.path, problem.severity) == (path, "error")
            return
        for file in image.files:
            made = file_of(store, file).read_bytes()
            assert content_digest(made) == file.digest
            if file.media_type != "image/svg+xml":
                assert foreign_parts(made) == set()
                assert read(made).size == (file.width, file.height)


@pytest.mark.parametrize("path", VALID)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_flipped_bits(path: str, data: st.DataObject) -> None:
    changed = bytearray(VALID[path])
    for at, mask in data.draw(st.lists(st.tuples(st.integers(0, len(changed) - 1), st.integers(1, 255)), max_size=8)):
        changed[at] ^= mask
    check(path, bytes(changed))


@pytest.mark.parametrize("path", VALID)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_any_cut_and_any_appendix(path: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(VALID[path])))
    check(path, VALID[path][:end] + data.draw(st.binary(max_size=40)))


@pytest.mark.parametrize(
    "start", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"<svg ", b""]
)
@settings(max_examples=30, deadline=None)
@given(rest=st.binary(max_size=200))
def test_any_bytes_at_all(start: bytes, rest: bytes) -> None:
    check("a.jpg", start + rest)


@given(st.text(), st.binary(max_size=40))
def test_any_name_is_a_picture_s_or_not(path: str, head: bytes) -> None:
    assert is_image(path, head) in (True, False)
