"""Flip any bits of a picture, or cut it anywhere: what comes out is a picture without secrets, or a problem."""

import warnings
from contextlib import nullcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.digests import content_digest
from generator.images import is_image
from generator.images.make import make_picture
from generator.images.model import RefusedError
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


def check(data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, as prepare_images does it for all threads
        try:
            files = make_picture(data, "a.jpg", lambda _: nullcontext()).files
        except RefusedError:
            return
    for file, content in files:
        assert content_digest(content) == file.digest
        if file.media_type != "image/svg+xml":
            assert foreign_parts(content) == set()
            assert read(content).size == (file.width, file.height)


@pytest.mark.parametrize("path", VALID)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_flipped_bits(path: str, data: st.DataObject) -> None:
    changed = bytearray(VALID[path])
    for at, mask in data.draw(st.lists(st.tuples(st.integers(0, len(changed) - 1), st.integers(1, 255)), max_size=8)):
        changed[at] ^= mask
    check(bytes(changed))


@pytest.mark.parametrize("path", VALID)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_any_cut_and_any_appendix(path: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(VALID[path])))
    check(VALID[path][:end] + data.draw(st.binary(max_size=40)))


@pytest.mark.parametrize(
    "start", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"<svg ", b""]
)
@settings(max_examples=30, deadline=None)
@given(rest=st.binary(max_size=200))
def test_any_bytes_at_all(start: bytes, rest: bytes) -> None:
    check(start + rest)


@given(st.text(), st.binary(max_size=40))
def test_any_name_is_a_picture_s_or_not(path: str, head: bytes) -> None:
    assert is_image(path, head) in (True, False)
