"""Pictures for tests, with all that cameras and programs hide in them.

Whatever tells of people and places contains `SECRET`, so that a test can look for it in any file.
"""

import random
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SECRET = b"Musterweg 12, 48.137154 N"
XMP = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>' + SECRET + b"</dc:creator></x:xmpmeta>"
LEFT_RED = (250, 10, 10)


def photo(width: int = 600, height: int = 400) -> Image.Image:
    """Something with the smooth areas, edges and noise of a photo; the same every time."""
    sky = Image.linear_gradient("L").resize((width, height))
    hills = Image.radial_gradient("L").resize((width, height), Image.Resampling.BICUBIC)
    picture = Image.merge("RGB", (sky, hills, sky.transpose(Image.Transpose.ROTATE_180)))
    draw = ImageDraw.Draw(picture)
    for number in range(0, width, 23):
        draw.line((number, height // 2, (number * 7) % width, height), fill=(number % 256, 90, 40), width=3)
    return picture


def grain(width: int, height: int, strength: float) -> Image.Image:
    """Noise around a middle grey, as every sensor adds some: of as many levels as the strength."""
    noise = Image.frombytes("L", (width, height), random.Random(7).randbytes(width * height))
    return noise.point([round(128 + (level - 128) * strength / 128) for level in range(256)])


def halves(width: int = 90, height: int = 40) -> Image.Image:
    """Red on the left, and on the right green above blue: no turn leaves it looking the same."""
    picture = Image.new("RGB", (width, height), LEFT_RED)
    picture.paste((10, 250, 10), (width // 2, 0, width, height // 2))
    picture.paste((10, 10, 250), (width // 2, height // 2, width, height))
    return picture


def saved(picture: Image.Image, format_: str, **options: Any) -> bytes:
    file = BytesIO()
    if format_ == "AVIF":
        options = {"speed": 9, "max_threads": 1, **options}  # the default takes ten times as long
    picture.save(file, format=format_, **options)
    return file.getvalue()


def read(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def tiff(orientation: int = 1, *, order: str = ">") -> bytes:
    """EXIF data from their TIFF header on: orientation, description, a position, and a thumbnail with its own secret."""
    thumbnail = saved(Image.new("RGB", (16, 12), "teal"), "JPEG", comment=SECRET)
    text = SECRET + b"\0"
    gps_at, ifd1_at = 8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 2 * 12 + 4
    data_at = ifd1_at + 2 + 2 * 12 + 4

    def directory(entries: list[tuple[int, int, int, bytes]], following: int) -> bytes:
        rows = b"".join(struct.pack(order + "HHI", tag, kind, count) + value for tag, kind, count, value in entries)
        return struct.pack(order + "H", len(entries)) + rows + struct.pack(order + "I", following)

    def long(number: int) -> bytes:
        return struct.pack(order + "I", number)

    short = struct.pack(order + "HH", orientation, 0)
    ifd0 = directory(
        [(0x010E, 2, len(text), long(data_at)), (0x0112, 3, 1, short), (0x8825, 4, 1, long(gps_at))], ifd1_at
    )
    gps = directory([(1, 2, 2, b"N\0\0\0"), (2, 5, 3, long(data_at + len(text)))], 0)
    degrees = struct.pack(order + "6I", 48, 1, 8, 1, 137154, 10000)
    ifd1 = directory([(0x0201, 4, 1, long(data_at + len(text) + 24)), (0x0202, 4, 1, long(len(thumbnail)))], 0)
    start = (b"MM\0*" if order == ">" else b"II*\0") + long(8)
    return start + ifd0 + gps + ifd1 + text + degrees + thumbnail


def jpeg_segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes((marker,)) + (len(body) + 2).to_bytes(2) + body


def jpeg_with(data: bytes, *segments: bytes) -> bytes:
    """A JPEG with more segments, right behind its start."""
    return data[:2] + b"".join(segments) + data[2:]


def photoshop_block() -> bytes:
    """An image resource with IPTC data in it: a caption (IPTC-IIM 2:120)."""
    caption = b"\x1c\x02\x78" + len(SECRET).to_bytes(2) + SECRET
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(caption).to_bytes(4) + caption


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def png_with(data: bytes, *chunks: bytes, before: bytes = b"IDAT") -> bytes:
    """A PNG with more chunks before the first of a kind."""
    at = data.index(before) - 4
    return data[:at] + b"".join(chunks) + data[at:]


def webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)


def webp_with(data: bytes, *chunks: bytes) -> bytes:
    """A WebP with more chunks at its end."""
    whole = data[8:] + b"".join(chunks)
    return b"RIFF" + len(whole).to_bytes(4, "little") + whole


def gif_extension(label: int, *blocks: bytes) -> bytes:
    return b"!" + bytes((label,)) + b"".join(bytes((len(block),)) + block for block in blocks) + b"\0"


def gif_with(data: bytes, *extensions: bytes) -> bytes:
    """A GIF with more extensions before its first block."""
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    return data[:at] + b"".join(extensions) + data[at:]
