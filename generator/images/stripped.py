"""What is left of a picture's file once everything is gone but its pixels and colours."""

from typing import NamedTuple

from generator.images.exif import UPRIGHT

MOST_PIXELS = 100_000_000
"""Pixels of a picture. The largest cameras of phones have 50 to 200 megapixels, but deliver 12 to 50."""
MOST_BLOCKS = 100_000
"""Segments, chunks or blocks of one file. Real pictures have some thousands; walking millions would take minutes."""


class Stripped(NamedTuple):
    """A file's parts, by an allow-list: what no list names is not carried on.

    `data` is what Pillow may see: pixels and the colour profile. `bare` is a whole file of pixels alone, with every
    byte accounted for; None where only encoding them anew makes sure that there is nothing else.
    """

    data: bytes
    bare: bytes | None = None
    orientation: int = UPRIGHT
