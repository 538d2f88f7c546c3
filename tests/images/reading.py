"""What a picture's file consists of, read by these tests' own code: neither Pillow nor Firsthand judges itself."""

import struct
import zlib
from collections.abc import Iterator

PLAIN = {
    "jpeg": {"SOI", "JFIF", "DQT", "SOF", "DHT", "DRI", "SOS", "EOI"},
    "png": {"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "acTL", "fcTL", "fdAT"},
    "webp": {"VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"},
    "gif": {"header", "control", "image", "looping", "trailer"},
    "avif": {
        *("ftyp", "meta", "mdat", "hdlr", "pitm", "iloc", "iinf", "infe av01", "iprp", "ipco", "ipma", "iref", "auxl"),
        *("ispe", "pixi", "av1C", "colr nclx", "auxC", "prem"),
        # of animations
        *("moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "minf", "vmhd", "dinf", "dref", "stbl"),
        *("stco", "stsc", "stsz", "stts", "stss", "stsd", "tref"),
    },
}
"""The parts that pictures are made of; no other may be in a published file."""


def parts(data: bytes) -> set[str]:
    """The parts of a file, down to its last byte; `rest` for what does not belong to its format."""
    if data.startswith(b"\xff\xd8"):
        return set(_jpeg(data))
    if data.startswith(b"\x89PNG"):
        return set(_png(data))
    if data.startswith(b"RIFF"):
        return set(_webp(data))
    if data.startswith(b"GIF8"):
        return set(_gif(data))
    assert data[4:8] == b"ftyp"
    return set(_boxes(data))


def foreign_parts(data: bytes) -> set[str]:
    """The parts of a file that are not its picture's."""
    found = parts(data)
    kind = next(
        kind
        for kind, first in (("jpeg", "SOI"), ("png", "IHDR"), ("gif", "header"), ("avif", "ftyp"), ("webp", ""))
        if first in found or not first
    )
    return found - PLAIN[kind]


def _jpeg(data: bytes) -> Iterator[str]:
    names = {0xDB: "DQT", 0xC4: "DHT", 0xDD: "DRI", 0xC0: "SOF", 0xC1: "SOF", 0xC2: "SOF", 0xDA: "SOS"}
    yield "SOI"
    at = 2
    while data[at : at + 2] != b"\xff\xd9":
        assert data[at] == 0xFF, f"no marker at {at}"
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        body = data[at + 4 : at + 2 + length]
        if marker == 0xE0 and body[:5] == b"JFIF\0" and len(body) == 14 and body[12:] == b"\0\0":
            yield "JFIF"
        else:
            yield names.get(marker, f"{marker:02X} {body[:12]!r}")
        at += 2 + length
        if marker == 0xDA:
            while data[at] != 0xFF or data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
                at += 1
    yield "EOI"
    if at + 2 != len(data):
        yield "rest"


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        assert int.from_bytes(data[at + 8 + length : at + 12 + length]) == zlib.crc32(data[at + 4 : at + 8 + length])
        yield kind
        at += 12 + length
        if kind == "IEND" and at < len(data):
            yield "rest"
            return
    stream = zlib.decompressobj()
    stream.decompress(_idat(data))
    if stream.unused_data or not stream.eof:
        yield "rest in IDAT"


def _idat(data: bytes) -> bytes:
    at, found = 8, b""
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            found += data[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def _webp(data: bytes) -> Iterator[str]:
    size = struct.unpack("<I", data[4:8])[0]
    if size + 8 != len(data):
        yield "rest"
    yield from _riff(data, 12, size + 8)


def _riff(data: bytes, at: int, end: int) -> Iterator[str]:
    while at < end:
        kind, length = data[at : at + 4].decode("latin-1"), struct.unpack("<I", data[at + 4 : at + 8])[0]
        yield kind
        if kind == "VP8X" and data[at + 8] & ~0x12:
            yield f"flags {data[at + 8]:#x}"  # bits for a profile, EXIF and XMP
        if kind == "ANMF":
            yield from _riff(data, at + 8 + 16, at + 8 + length)
        at += 8 + length + (length & 1)


def _gif(data: bytes) -> Iterator[str]:
    yield "header"
    at = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            yield "image"
            at += 10 + (3 * 2 ** ((data[at + 9] & 7) + 1) if data[at + 9] & 0x80 else 0) + 1
        else:
            assert data[at] == 0x21
            label, first = data[at + 1], data[at + 3 : at + 3 + data[at + 2]]
            known = {0xF9: "control", 0xFE: "comment", 0x01: "text"}
            loops = first == b"NETSCAPE2.0" and data[at + 14 : at + 16] == b"\3\1" and data[at + 18] == 0
            yield "looping" if loops else known.get(label, repr(first))
            at += 2
        while data[at]:
            at += 1 + data[at]
        at += 1
    yield "trailer"
    if at + 1 != len(data):
        yield "rest"


_CONTAINERS = {"meta": 4, "iinf": 6, "iprp": 0, "ipco": 0, "iref": 4, "moov": 0, "trak": 0, "edts": 0, "mdia": 0}
_CONTAINERS |= {"minf": 0, "dinf": 0, "stbl": 0}


def _boxes(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        if size < 8 or at + size > len(data):
            yield "rest"
            return
        body = data[at + 8 : at + size]
        more = {"infe": body[8:12], "colr": body[:4]}.get(kind, b"").decode("latin-1")
        yield f"{kind} {more}".strip()
        if kind in _CONTAINERS:
            yield from _boxes(body[_CONTAINERS[kind] :])
        at += size
