"""Colour profiles written by hand (ICC.1:2001-04), and the arithmetic to know what they mean."""

import struct

ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""XYZ of Adobe RGB's red, green and blue, adapted to D50 (Adobe RGB 1998, 4.3.6)."""
ADOBE_GAMMA = 563 / 256
_TO_SRGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
"""XYZ at D50 to linear sRGB (Bruce Lindbloom's tables, Bradford)."""


def adobe_rgb(description: bytes = b"wide") -> bytes:
    """A display profile whose colours are those of Adobe RGB."""
    curve = b"curv\0\0\0\0\0\0\0\1" + struct.pack(">H", round(ADOBE_GAMMA * 256))
    primaries = dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(_xyz, ADOBE_RGB), strict=True))
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile(b"mntr", b"RGB ", b"XYZ ", description, primaries | curves)


def srgb() -> bytes:
    """Pillow's own sRGB profile, as many programs embed one."""
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def grey(gamma: float) -> bytes:
    """A profile of greys with a gamma of its own."""
    curve = b"curv\0\0\0\0\0\0\0\1" + struct.pack(">H", round(gamma * 256))
    return _profile(b"mntr", b"GRAY", b"XYZ ", b"grey", {b"kTRC": curve})


def green_ink() -> bytes:
    """A printer's profile in which cyan ink is a strong green, the other inks are white, and black is black."""
    white, green, black = (255, 128, 128), (140, 40, 190), (0, 128, 128)  # L*, a*, b* in eight bits
    table = b"".join(
        bytes(black if k else green if c else white) for c in (0, 1) for _ in (0, 1) for _ in (0, 1) for k in (0, 1)
    )
    line = bytes(range(256))
    one, none = struct.pack(">i", 65536), bytes(4)
    matrix = b"".join(one if row == column else none for row in range(3) for column in range(3))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + matrix + line * 4 + table + line * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", b"inks", {b"A2B0": lut, b"A2B1": lut})


def shown_in_srgb(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """What a colour of Adobe RGB is in sRGB (IEC 61966-2-1)."""
    linear = [(level / 255) ** ADOBE_GAMMA for level in colour]
    xyz = [sum(linear[i] * ADOBE_RGB[i][axis] for i in range(3)) for axis in range(3)]
    found = [min(1.0, max(0.0, sum(row[axis] * xyz[axis] for axis in range(3)))) for row in _TO_SRGB]
    levels = [12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055 for one in found]
    return (round(levels[0] * 255), round(levels[1] * 255), round(levels[2] * 255))


def _profile(device: bytes, space: bytes, connection: bytes, description: bytes, tags: dict[bytes, bytes]) -> bytes:
    named = b"desc\0\0\0\0" + struct.pack(">I", len(description) + 1) + description + b"\0" + bytes(4 + 4 + 2 + 1 + 67)
    tags = {b"desc": named, b"cprt": b"text\0\0\0\0none\0", b"wtpt": _xyz((0.9642, 1.0, 0.8249)), **tags}
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    whole = struct.pack(">I", len(tags)) + table + body
    header = struct.pack(">I", 128 + len(whole)) + b"test\2\x40\0\0" + device + space + connection + bytes(12) + b"acsp"
    header += bytes(24) + bytes(4) + struct.pack(">iii", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + whole


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">iii", *(round(value * 65536) for value in values))
