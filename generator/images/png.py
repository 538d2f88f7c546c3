"""The chunks of a PNG file (W3C PNG, third edition), animated ones too."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from generator.images.exif import UPRIGHT, orientation
from generator.images.model import damaged
from generator.images.stripped import MOST_BLOCKS, MOST_PIXELS, Stripped

MAGIC = b"\x89PNG\r\n\x1a\n"
_LENGTHS = {b"IHDR": 13, b"acTL": 8, b"fcTL": 26}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3
# The seven passes of Adam7: first column and row, then the steps between columns and rows.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


class _Chunk(NamedTuple):
    kind: bytes
    body: bytes


class _Header(NamedTuple):
    width: int
    height: int
    depth: int
    colours: int
    interlaced: bool


def strip(data: bytes) -> Stripped:
    """The chunks that make up the picture; `bare` keeps its pixel data as they are stored. Raises RefusedError."""
    chunks = list(_chunks(data))
    if not chunks or chunks[0].kind != b"IHDR" or chunks[-1].kind != b"IEND":
        raise damaged()
    header = _header(chunks[0].body)
    kinds = [chunk.kind for chunk in chunks]
    animated = b"acTL" in kinds and b"IDAT" in kinds and kinds.index(b"acTL") < kinds.index(b"IDAT")
    wanted = {b"IHDR", b"tRNS", b"IDAT", b"IEND"}
    wanted |= {b"PLTE"} if header.colours == _PALETTE else set()
    wanted |= {b"acTL", b"fcTL", b"fdAT"} if animated else set()
    bare = [chunk for chunk in chunks if chunk.kind in wanted]
    exif = next((chunk.body for chunk in chunks if chunk.kind == b"eXIf"), b"")
    return Stripped(
        _joined(chunk for chunk in chunks if chunk.kind in wanted | {b"iCCP"}),
        _joined(bare) if all(_is_full(header, *frame) for frame in _frames(header, bare)) else None,
        orientation(exif) if exif else UPRIGHT,
    )


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """All chunks up to the end of the picture; what is appended to the file is not looked at."""
    at = len(MAGIC)
    for _ in range(MOST_BLOCKS):
        length = int.from_bytes(data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12
        if at > len(data) or length != _LENGTHS.get(kind, length):
            raise damaged()
        # A capital marks what a decoder must understand (section 5.4); the check sums of the others may be wrong.
        if kind[:1].isupper() and int.from_bytes(data[at - 4 : at]) != zlib.crc32(kind + body):
            raise damaged()
        yield _Chunk(kind, b"" if kind == b"IEND" else body)
        if kind == b"IEND":
            return
    raise damaged()


def _joined(chunks: Iterator[_Chunk] | list[_Chunk]) -> bytes:
    parts = [MAGIC]
    for kind, body in chunks:
        parts += [len(body).to_bytes(4), kind, body, zlib.crc32(kind + body).to_bytes(4)]
    return b"".join(parts)


def _header(body: bytes) -> _Header:
    width, height = int.from_bytes(body[:4]), int.from_bytes(body[4:8])
    return _Header(width, height, body[8], body[9], body[12] == 1)


def _frames(header: _Header, chunks: list[_Chunk]) -> Iterator[tuple[int, int, bytes]]:
    """Each frame's width, height and compressed data: one for a still picture."""
    size = (header.width, header.height)
    parts: list[bytes] = []
    for kind, body in chunks:
        if kind == b"fcTL":
            if parts:
                yield (*size, b"".join(parts))
            size, parts = (int.from_bytes(body[4:8]), int.from_bytes(body[8:12])), []
        elif kind in (b"IDAT", b"fdAT"):
            parts.append(body[4:] if kind == b"fdAT" else body)
    yield (*size, b"".join(parts))


def _is_full(header: _Header, width: int, height: int, compressed: bytes) -> bool:
    """Whether compressed data are the rows of the picture and nothing else, neither within the stream nor behind it."""
    left = _raw_bytes(header, width, height)
    if not left or width * height > MOST_PIXELS:
        return False
    stream = zlib.decompressobj()
    try:
        while left > 0 and not stream.eof:
            left -= len(stream.decompress(compressed, min(left, 1 << 20)))
            compressed = stream.unconsumed_tail
            if not compressed and not stream.eof:
                break
        extra = stream.decompress(compressed, 1)
    except zlib.error:
        return False
    return left == 0 and stream.eof and not extra and not stream.unused_data


def _raw_bytes(header: _Header, width: int, height: int) -> int:
    """The bytes of a frame's rows before compression, each with one for its filter."""
    bits = _CHANNELS.get(header.colours, 0) * header.depth
    if not header.interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for x, y, across, down in _PASSES:
        columns, rows = -(-(width - x) // across), -(-(height - y) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total
