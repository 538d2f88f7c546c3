"""The picture of a story or an author, as front matter names it."""

import posixpath
import re
from unicodedata import normalize

import msgspec

from generator.fields import Fields


class Picture(msgspec.Struct, frozen=True):
    """`path` is the file below content/, such as `stories/2024-01-31-shoes/box.png` or `static/images/box.png`."""

    path: str
    alt: str = ""
    credit: str = ""
    credit_url: str = ""


def parse_picture(fields: Fields, key: str, *, source: str) -> Picture | None:
    """Take a picture given as the file alone, or as a mapping with src, alt, credit and credit_url."""
    items = fields.mixed(key)
    if not items:
        return None
    if len(items) > 1:
        fields.wrong(key, "there can be one picture here.", "Show the others in the text.")
    first = items[0]
    if isinstance(first, str):
        path = _path(fields, key, first, source)
        return Picture(path) if path else None
    path = _path(first, "src", first.text("src", required=True), source)
    credit_url = first.address("credit_url")
    picture = Picture(path, first.text("alt"), first.text("credit"), credit_url)
    fields.absorb(first)
    return picture if path else None


def _path(fields: Fields, key: str, src: str, source: str) -> str:
    """The file below content/ that `src` names, seen from the file `source`; empty where it names none."""
    if not src:
        return ""
    folder = posixpath.dirname(source.removeprefix("content/"))
    path = posixpath.normpath(f"static{src}" if src.startswith("/") else posixpath.join(folder, src))
    path = normalize("NFC", path)  # as the names of files are read
    leaves = f"{path}/".startswith("../") or not src.isprintable()
    if leaves or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", src) or "\\" in src:
        hint = "Put the picture beside the file and write its name, or /… for one under content/static/."
        fields.wrong(key, f"{src!r} is not a file of content/.", hint)
        return ""
    return path
