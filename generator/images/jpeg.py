"""The segments of a JPEG file (ITU T.81, annex B)."""

import re

from generator.images.exif import UPRIGHT, orientation
from generator.images.model import RefusedError, damaged
from generator.images.stripped import MOST_BLOCKS, Stripped

MOST_SCAN_PIXELS = 2_000_000_000
"""Scans times pixels. Each scan of a progressive file goes over the whole picture, and a small file can hold
thousands; cameras and programs write one to twelve."""

_SOI, _EOI, _SOS, _EXIF = 0xD8, 0xD9, 0xDA, 0xE1
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset((0xC4, 0xCC, 0xDB, 0xDC, 0xDD))  # Huffman, arithmetic, quantisation, lines, restart interval
_COLOUR = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


def strip(data: bytes) -> Stripped:
    """The segments that make up the first picture of a file, and those that say what its colours mean.

    What comes after the end of that picture (a gain map, a second view, a film of the moment) is gone. `bare` is None:
    a JPEG is always encoded anew, which also brings a camera's file to half its bytes. Raises RefusedError.
    """
    kept = [data[:2]]
    turned, pixels, scans = UPRIGHT, 0, 0
    at = 2
    for _ in range(MOST_BLOCKS):
        at, marker = _marker(data, at)
        if marker == _EOI:
            kept.append(data[at - 2 : at])  # nothing where the file ends without it: Pillow is to see that
            return Stripped(b"".join(kept), None, turned)
        end = at + int.from_bytes(data[at : at + 2])
        segment = data[at + 2 : end]
        if end < at + 2 or end > len(data):
            raise damaged()
        if marker in _FRAMES:
            pixels = int.from_bytes(segment[1:3]) * int.from_bytes(segment[3:5])
        if marker == _EXIF and segment.startswith(b"Exif\0\0"):
            turned = orientation(segment[6:])
        if marker == _SOS:
            scans += 1
            if scans * pixels > MOST_SCAN_PIXELS:
                message = f"this photo is stored in more than {scans - 1} layers."
                raise RefusedError(message, "Export it again as a plain JPEG.")
            found = _AFTER_SCAN.search(data, end)
            end = found.start() if found else len(data)
        if marker in _FRAMES | _TABLES | {_SOS} or any(
            marker == one and segment.startswith(begin) for one, begin in _COLOUR
        ):
            kept.append(b"\xff" + bytes((marker,)) + data[at:end])
        at = end
    raise damaged()


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The next marker, and where its segment begins; any number of 0xFF may stand before it."""
    while data[at : at + 1] == b"\xff":
        at += 1
        if data[at : at + 1] not in (b"\xff", b"\0", b""):
            return at + 1, data[at]
    if at >= len(data):
        return at, _EOI
    raise damaged()
