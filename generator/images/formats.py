"""Which files are pictures, and of what format: by their first bytes, whatever their names say."""

from pathlib import PurePosixPath
from typing import NamedTuple

HEAD = 1024
"""Bytes from the start of a file that tell its format."""


class Format(NamedTuple):
    """A picture format of the web. `pillow` is Pillow's name for it, empty for SVG."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    pillow: str = ""


JPEG = Format("JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".pjp"), "JPEG")
PNG = Format("PNG", "image/png", (".png", ".apng"), "PNG")
GIF = Format("GIF", "image/gif", (".gif",), "GIF")
WEBP = Format("WebP", "image/webp", (".webp",), "WEBP")
AVIF = Format("AVIF", "image/avif", (".avif", ".avifs"), "AVIF")
SVG = Format("SVG", "image/svg+xml", (".svg",))
FORMATS = (JPEG, PNG, GIF, WEBP, AVIF, SVG)

_FOREIGN = {
    "HEIC": (".heic", ".heif", ".heics", ".hif"),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp", ".dib"),
    "JPEG XL": (".jxl",),
    "JPEG 2000": (".jp2", ".j2k", ".jpf", ".jpx"),
    "Photoshop": (".psd", ".psb"),
    "camera raw": (".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".raf", ".rw2"),
    "compressed SVG": (".svgz",),
}
"""Formats that no browser, or not every one, shows; most of them carry where and by whom a picture was taken."""

_BEGINNINGS = (
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"8BPS", "Photoshop"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\x1f\x8b", "compressed SVG"),
)
_PHOTOS = frozenset(("HEIC", "TIFF", "camera raw", "Photoshop", "JPEG 2000"))
"""Foreign formats that a file is taken for whatever its name; the first bytes of the others begin other files too."""
_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))

_BY_SUFFIX = {suffix: format_ for format_ in FORMATS for suffix in format_.suffixes}
_FOREIGN_BY_SUFFIX = {suffix: name for name, suffixes in _FOREIGN.items() for suffix in suffixes}


def is_image(path: str, head: bytes = b"") -> bool:
    """Whether a file is to be prepared: by its name, or by its first bytes where these are at hand.

    Formats that the web does not know count too (HEIC, TIFF, …): published as they are, they would tell where a photo
    was taken.
    """
    suffix = _suffix(path)
    if suffix in _BY_SUFFIX or suffix in _FOREIGN_BY_SUFFIX:
        return True
    return format_of(head) not in (None, SVG) or foreign_format(head, "") in _PHOTOS


def named_format(path: str) -> Format | None:
    """The format that a file's name promises."""
    return _BY_SUFFIX.get(_suffix(path))


def format_of(head: bytes) -> Format | None:
    """The format that a file's first bytes show, if it is one of the web."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if _brands(head) & {b"avif", b"avis"}:
        return AVIF
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")) and b"<html" not in text:
        return SVG
    return None


def foreign_format(head: bytes, path: str) -> str:
    """The name of a format that is not for the web, by a file's first bytes, else by its name; empty if unknown."""
    if _brands(head) & _HEIC_BRANDS:
        return "HEIC"
    if head[4:12] == b"ftypcrx ":
        return "camera raw"
    by_name = _FOREIGN_BY_SUFFIX.get(_suffix(path), "")
    if by_name == "camera raw":
        return by_name  # most of these are built like TIFF
    return next((name for start, name in _BEGINNINGS if head.startswith(start)), by_name)


def _brands(head: bytes) -> frozenset[bytes]:
    """The brands that an ISO base media file (ISO 14496-12, `ftyp`) claims to follow."""
    if head[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(head[:4]), len(head))
    return frozenset(head[at : at + 4] for at in (8, *range(16, end - 3, 4)))


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
