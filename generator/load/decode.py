"""Bytes of a file become text, or the problem that they are not saved as UTF-8."""

import codecs

from generator.errors import Location, Problem
from generator.quoting import quoted

_SAVE = "Save the file as UTF-8: most editors offer that as the encoding when you save under a new name."
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, path: str) -> str | Problem:
    """The text, with the line ends that it has; a problem names the first byte that is not part of it."""
    start = data[:100]
    if data.startswith(_UTF_16) or len(start) < start.count(0) * 4 < len(start) * 3:  # every second byte of it is zero
        return Problem(Location(path), "the file is saved as UTF-16, not as UTF-8 text.", _SAVE)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[line_start : error.start].decode(errors="replace")) + 1
        at = Location(path, data.count(b"\n", 0, error.start) + 1, column)
        byte = data[error.start : error.start + 1]
        letter = byte.decode("cp1252", errors="ignore")
        probably = f" (in Windows-1252 it is {quoted(letter)})" if letter.isprintable() and letter else ""
        return Problem(at, f"byte {byte[0]:#04x} is not UTF-8 text{probably}.", _SAVE)
