"""The blocks of a GIF file (GIF89a specification, 1990)."""

from generator.images.model import RefusedError, damaged
from generator.images.stripped import MOST_BLOCKS, Stripped

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION, _TEXT = 0xF9, 0xFF, 0x01
_LOOPING = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_MOST = 0xFFFF


def strip(data: bytes) -> Stripped:
    """The frames with their times, disposal and looping; comments, applications' data and all else are gone.

    The frames' data stay as they are stored, since encoding them anew would change colours and merge frames. As in
    browsers, what cannot be understood ends the picture. Raises RefusedError.
    """
    at = 13 + _table(data[10:11])
    start, kept = data[:at], []
    frames: list[tuple[int, int]] = []
    control = b""
    for _ in range(MOST_BLOCKS):
        kind = data[at] if at < len(data) else _TRAILER
        if kind == _IMAGE:
            frames.append(_reach(data[at + 1 : at + 9]))
            image, at = at, _after_blocks(data, at + 11 + _table(data[at + 9 : at + 10]))
            kept += [control, data[image:at]]
            control = b""
        elif kind == _EXTENSION:
            label, body = data[at + 1 : at + 2], at + 2
            at = _after_blocks(data, body)
            if label == bytes((_CONTROL,)) and data[body] == 4:
                control = b"\x21\xf9\x04" + data[body + 1 : body + 5] + b"\0"
            elif label == bytes((_TEXT,)):
                control = b""  # it was the text's
            elif label == bytes((_APPLICATION,)) and data[body + 1 : body + 12] in _LOOPING:
                kept.append(_looping(data[body + 12 : at]))
        else:
            break
    else:
        raise RefusedError("this animation is too long.", "Make it shorter, or publish it as a video.")
    whole = b"".join([_begun(start, frames), *kept, b";"])
    return Stripped(whole, whole)


def _begun(start: bytes, frames: list[tuple[int, int]]) -> bytes:
    """The beginning of the file, its screen as large as browsers make it: it grows to hold the first frame."""
    if not frames:
        raise damaged()
    width = max(int.from_bytes(start[6:8], "little"), frames[0][0])
    height = max(int.from_bytes(start[8:10], "little"), frames[0][1])
    if max(width, height) > _MOST or any(right > width or lower > height for right, lower in frames):
        raise damaged()
    return start[:6] + width.to_bytes(2, "little") + height.to_bytes(2, "little") + start[10:]


def _reach(place: bytes) -> tuple[int, int]:
    """Right and lower edge of a frame on the screen, given its left, top, width and height."""
    left, top, width, height = (int.from_bytes(place[at : at + 2], "little") for at in (0, 2, 4, 6))
    return left + width, top + height


def _table(flags: bytes) -> int:
    """The bytes of the colour table that flags announce."""
    packed = int.from_bytes(flags)
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """Where a chain of blocks ends, each beginning with its length; an empty one is the last."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    if at >= len(data):
        raise damaged()
    return at + 1


def _looping(blocks: bytes) -> bytes:
    """The extension that says how often to repeat; nothing where it says something else."""
    if blocks[:2] != b"\x03\x01":
        return b""
    return b"\x21\xff\x0bNETSCAPE2.0" + blocks[:4] + b"\0"
