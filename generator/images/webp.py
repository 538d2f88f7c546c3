"""The chunks of a WebP file (RFC 9649)."""

from collections.abc import Iterator

from generator.images.exif import UPRIGHT, orientation
from generator.images.model import damaged
from generator.images.stripped import MOST_BLOCKS, Stripped

_PICTURE = (b"ALPH", b"VP8 ", b"VP8L")
_PROFILE, _ALPHA, _ANIMATED = 0x20, 0x10, 0x02
_FRAME_HEADER = 16


def strip(data: bytes) -> Stripped:
    """The chunks that make up the picture; `bare` keeps its pixel data as they are stored. Raises RefusedError."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise damaged()
    chunks = list(_chunks(data, 12, end))
    if not chunks:
        raise damaged()
    exif = next((body for kind, body in chunks if kind == b"EXIF"), b"").removeprefix(b"Exif\0\0")
    profile = next((body for kind, body in chunks if kind == b"ICCP"), b"")
    bare = _file(chunks, b"")
    return Stripped(_file(chunks, profile), bare, orientation(exif) if exif else UPRIGHT)


def _chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    for _ in range(MOST_BLOCKS):
        if at >= end:
            return
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise damaged()
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    raise damaged()


def _file(chunks: list[tuple[bytes, bytes]], profile: bytes) -> bytes:
    """A file of the pictures among the chunks, with a colour profile if there is one."""
    parts = []
    for kind, body in chunks:
        if kind == b"VP8X":
            flags = (body[0] & (_ALPHA | _ANIMATED) if body else 0) | (_PROFILE if profile else 0)
            parts.append(_chunk(kind, bytes((flags, 0, 0, 0)) + body[4:10]))
            if profile:
                parts.append(_chunk(b"ICCP", profile))
        elif kind == b"ANIM":
            parts.append(_chunk(kind, body[:6]))
        elif kind == b"ANMF":
            inner = b"".join(
                _chunk(*chunk) for chunk in _chunks(body, _FRAME_HEADER, len(body)) if chunk[0] in _PICTURE
            )
            parts.append(_chunk(kind, body[:_FRAME_HEADER] + inner))
        elif kind in _PICTURE:
            parts.append(_chunk(kind, body))
    whole = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(whole).to_bytes(4, "little") + whole


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
