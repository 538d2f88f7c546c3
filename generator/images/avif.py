"""The boxes of an AVIF file (AV1 Image File Format 1.1; ISO 14496-12 for boxes, ISO 23008-12 for items)."""

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from generator.images.stripped import MOST_BLOCKS, Stripped

_PARTS = frozenset((b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref"))
_PROPERTIES = frozenset((b"ispe", b"pixi", b"av1C", b"colr", b"auxC", b"pasp"))
_ITEM_NAMES = frozenset((b"", b"Color", b"Alpha"))
_LONGEST_HANDLER = 32


class _Box(NamedTuple):
    kind: bytes
    start: int
    """Where the content begins, from the start of what was searched."""
    body: bytes


class _OddError(Exception):
    """The file is not of the one plain form that is known to hold pixels only."""


def strip(data: bytes) -> Stripped:
    """The file as it is: Pillow takes nothing from it but pixels, profile and orientation.

    `bare` is the file itself where a picture, and perhaps its transparency, are all that is in it, and None otherwise:
    in an AVIF one part refers to the others by offsets, so that taking something out means writing it anew.
    """
    with suppress(_OddError):
        _check(data)
        return Stripped(data, data)
    return Stripped(data)


def _check(data: bytes) -> None:
    """Raises _OddError where any byte of the file could be anything but a picture."""
    boxes = {box.kind: box for box in _boxes(data, {b"ftyp", b"meta", b"mdat"})}
    if len(boxes) != 3:
        raise _OddError
    parts = {box.kind: box.body for box in _boxes(boxes[b"meta"].body[4:], _PARTS)}
    if len(parts.get(b"hdlr", b"")) > _LONGEST_HANDLER:
        raise _OddError
    for entry in _boxes(parts.get(b"iinf", b"")[6:], {b"infe"}):
        if entry.body[:1] != b"\2" or entry.body[8:12] != b"av01" or entry.body[12:].rstrip(b"\0") not in _ITEM_NAMES:
            raise _OddError
    for box in _boxes(parts.get(b"iprp", b""), {b"ipco", b"ipma"}):
        if box.kind == b"ipco" and any(
            one.kind == b"colr" and one.body[:4] != b"nclx" for one in _boxes(box.body, _PROPERTIES)
        ):
            raise _OddError
    at = boxes[b"mdat"].start
    end = at + len(boxes[b"mdat"].body)
    for start, length in sorted(_extents(parts.get(b"iloc", b""))):
        if start != at:
            raise _OddError
        at += length
    if at != end:
        raise _OddError


def _boxes(data: bytes, known: frozenset[bytes] | set[bytes]) -> Iterator[_Box]:
    """The boxes that some data consist of. Raises _OddError where there is one of another kind, or anything else."""
    at = 0
    for _ in range(MOST_BLOCKS):
        if at == len(data):
            return
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind not in known or size < 8 or at + size > len(data):
            raise _OddError
        yield _Box(kind, at + 8, data[at + 8 : at + size])
        at += size
    raise _OddError


def _extents(iloc: bytes) -> Iterator[tuple[int, int]]:
    """Where in the file the items lie: start and length of each (ISO 14496-12, section 8.11.3; versions 0 and 1)."""
    version, sizes = iloc[:1], iloc[4:6]
    if version not in (b"\0", b"\1") or len(sizes) < 2:
        raise _OddError
    offset_size, length_size = sizes[0] >> 4, sizes[0] & 15
    base_size, index_size = sizes[1] >> 4, sizes[1] & 15 if version == b"\1" else 0
    at = 6

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > len(iloc):
            raise _OddError
        return int.from_bytes(iloc[at - size : at])

    for _ in range(number(2)):
        number(2)
        if version == b"\1" and number(2):
            raise _OddError  # not in mdat
        number(2)
        base = number(base_size)
        for _ in range(number(2)):
            number(index_size)
            yield base + number(offset_size), number(length_size)
    if at != len(iloc):
        raise _OddError
