"""The picture of a story or an author, as front matter names it."""

import posixpath
import re
from unicodedata import normalize

import msgspec

from generator.fields import Fields
from generator.quoting import quoted

PICTURE_KEYS = ("src", "alt", "credit", "credit_url")


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
        fields.wrong(key, "only one picture is allowed here.", "Show the others in the text.")
    first = items[0]
    if isinstance(first, str):
        path = _path(fields, key, first, source)
        return Picture(path) if path else None
    path = _path(first, "src", first.text("src", example="picture.jpg"), source)
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
    if wrong := _why_no_file(src, path):
        fields.wrong(key, *wrong)
        return ""
    return path


def _why_no_file(src: str, path: str) -> tuple[str, str] | None:
    """What is wrong with `src` where `path`, which it leads to, cannot be a file below content/, and what to do."""
    if re.match(r"[A-Za-z]:[\\/]|file:", src):
        return f"{quoted(src)} is a path on your computer.", _put_it_here(src)
    if "\\" in src:
        slashes = src.replace("\\", "/")
        return f"{quoted(src)} has a backslash.", f"Write / instead: {slashes}."
    if found := re.fullmatch(r"!\[.*\]\((.+?)\)", src):
        return f"{quoted(src)} is Markdown, and a file name belongs here.", f"Write the name alone: {found[1]}."
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", src):
        return f"{quoted(src)} is not a file of this site.", f"Download the picture, if you may. {_put_it_here(src)}"
    if not src.isprintable():
        return f"{quoted(src)} has a character that no file name may have here.", "Type the name again without it."
    if f"{path}/".startswith("../"):
        return f"{quoted(src)} is outside content/.", _put_it_here(src)
    return None


def _put_it_here(src: str) -> str:
    name = re.split(r"[\\/]", src)[-1]
    name = name if re.fullmatch(r"\w[\w.-]*\.\w+", name) else "box.png"
    return f"Put it next to this file and write {name}, or into content/static/images/ and write /images/{name}."
