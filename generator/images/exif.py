"""Which way up a photo is: the one thing that its EXIF data decide about how it looks."""

UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT, _LONG = 3, 4


def orientation(exif: bytes) -> int:
    """The orientation, 1 to 8, in EXIF data that start with a TIFF header; 1 where they name none (CIPA DC-008).

    Read here and not by Pillow, which would take in thumbnails and makers' notes as well, and stumbles over some.
    """
    order = {b"II*\0": "little", b"MM\0*": "big"}.get(exif[:4])
    if order is None:
        return UPRIGHT

    def number(at: int, length: int) -> int:
        return int.from_bytes(exif[at : at + length], "little" if order == "little" else "big")

    directory = number(4, 4)
    for entry in range(directory + 2, directory + 2 + 12 * number(directory, 2), 12):
        if number(entry, 2) == _ORIENTATION:
            kind = number(entry + 2, 2)
            value = number(entry + 8, 2 if kind == _SHORT else 4) if kind in (_SHORT, _LONG) else UPRIGHT
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT
