"""What an author's target means: a file of content/, a path of the site, a place in the text, or somewhere else."""

import re
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import quote, unquote

from generator.errors import Severity
from generator.markup import policy
from generator.markup.body import FileReference, FragmentReference, SiteReference
from generator.quoting import quoted

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL = re.compile(r"[\0-\x1f\x7f]")
_ENDS = "".join(map(chr, range(0x21)))
_PLAIN = "/~!$+,;=@"
"""Signs that stay as they are in a target that a message suggests; others are percent-encoded, which works anywhere."""

_PICTURE_HERE = "Copy the picture into the folder of this text and write its name, such as ![A kettle](kettle.jpg)."


@dataclass(frozen=True)
class External:
    """An address outside the site, or a mailto: or tel: one; it stands in the page as it is."""

    address: str

    @property
    def is_web(self) -> bool:
        return self.address.lower().startswith(("http:", "https:"))


@dataclass(frozen=True)
class Refused:
    """A target that leads nowhere, and why."""

    message: str
    hint: str
    severity: Severity = "error"


def tidy(target: str) -> str:
    """A target as a browser reads it: no blanks around it, no line ends in it (URL Standard, section 4.4)."""
    return re.sub(r"[\t\n\r]", "", target.strip(_ENDS))


def refused_scheme(target: str) -> Refused | None:
    """Why a target with a scheme is not allowed, or None if it is, or if there is no scheme."""
    scheme = _SCHEME.match(tidy(target))
    if scheme is None or scheme[1].lower() in policy.SCHEMES:
        return None
    if scheme[1].lower() == "file" or len(scheme[1]) == 1:
        return Refused(f"{quoted(target)} is a file on your own computer, and readers cannot open it.", _copy(target))
    hint = "Write an address that starts with https:, mailto: or tel:, or the name of a file."
    if scheme[1].lower() == "data":
        hint = "Save it as a file in the folder of this text and write its name, such as kettle.jpg."
    message = f"the address {quoted(target)} is left out, because {scheme[1]}: is not allowed."
    return Refused(message, hint, "warning")


def _copy(target: str) -> str:
    """What to do about a file that is not where a text can show it or link to it."""
    return f"Copy the file into the folder of this text{and_write_its_name(target)}."


def and_write_its_name(target: str) -> str:
    """The end of a hint that says how a text names a file in its own folder; empty if a target has no file's name."""
    name = re.split(r"[/\\]", unquote(_path(target)))[-1]
    return f", and write only its name: {as_target(name)}" if "." in name.strip(".") else ""


def as_target(path: str) -> str:
    """A path as it can be pasted into a link or a picture, in Markdown and in HTML."""
    start = "./" if re.match(r"www\.\w", path) else ""  # which would be taken for a website
    return start + "".join(c if c.isalnum() or c in _PLAIN + "-._" else quote(c, safe="") for c in path)


def link_target(
    target: str, *, folder: str, line: int | None
) -> FileReference | SiteReference | FragmentReference | External | Refused:
    """What a link's target means in a file of this folder (relative to content/, empty for content/ itself).

    Paths of files are decoded and freed of `.` and `..`; query and fragment stay as they are.
    """
    target = tidy(target)
    if refused := _refused(target):
        return refused
    if external := _external(target):
        return external
    rest, mark, fragment = target.partition("#")
    if not rest:
        return FragmentReference(as_id(unquote(fragment)), line)
    path, question, query = rest.partition("?")
    if not path:
        return Refused(f"{quoted(target)} names no page.", "Write the name of a file or a path before the ?.")
    if path.startswith("/") and not path.lower().endswith(".md"):
        return SiteReference(target, line)
    file = _file(path, "" if path.startswith("/") else folder)
    return file if isinstance(file, Refused) else FileReference(file, question + query, mark + fragment, line)


def image_target(target: str, *, folder: str) -> str | External | Refused:
    """What an image's target means: a file's path relative to content/; `/images/x.png` lies in content/static/."""
    target = tidy(target)
    if refused := _refused(target):
        return refused
    if external := _external(target):
        return external if external.is_web else Refused(f"{quoted(target)} is not a picture.", _PICTURE_HERE, "warning")
    path = _path(target)
    if not path:
        return Refused(f"{quoted(target)} names no picture.", _PICTURE_HERE)
    return _file(path, "static", top="static") if path.startswith("/") else _file(path, folder)


def as_id(text: str) -> str:
    """The text as an id may be written: without white space (HTML Standard, section 3.2.6)."""
    return "-".join(text.split())


def own_id(text: str) -> str:
    """The id of something in a text; those that start with `_` are the page's own, such as those of comments."""
    return as_id(text).lstrip("_")


def _external(target: str) -> External | None:
    if target.startswith("//"):
        target = f"https:{target}"  # in a feed there is no page whose scheme it could take
    return External(target.replace(" ", "%20")) if _SCHEME.match(target) else None


def _refused(target: str) -> Refused | None:
    """Why a target leads nowhere, for reasons that links and images share."""
    if not target:
        hint = "Write it in the parentheses: [text](address)."
        return Refused("a link or picture has no address.", hint, "warning")
    if refused := refused_scheme(target):
        return refused
    if "\\" in _path(target):
        return _with_backslash(target)
    if re.match(r"www\.\w", target):
        message = f"{quoted(target)} does not start with https://, so Firsthand takes it for the name of a file."
        return Refused(message, f"Write https://{target} for a website.", "warning")
    return None


def _file(path: str, start: str, *, top: str = "") -> str | Refused:
    """The path of a file relative to content/, read from the folder `start`; it may not leave the folder `top`."""
    decoded = normalize("NFC", unquote(path))  # as the names of files are read
    if _CONTROL.search(decoded):
        return Refused(f"{quoted(decoded)} is not the name of a file.", "Delete the invisible character.")
    if "\\" in decoded:
        return _with_backslash(path)
    parts = start.split("/") if start else []
    highest = len(top.split("/")) if top else 0
    for part in decoded.split("/"):
        if part == ".." and len(parts) <= highest:
            folder = f"content/{top}/" if top else "content/"
            return Refused(f"{quoted(path)} leads out of the folder {folder}.", _copy(path))
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _path(target: str) -> str:
    return target.partition("#")[0].partition("?")[0]


def _with_backslash(target: str) -> Refused:
    plain = unquote(target).replace("\\", "/")
    better = "/ instead of \\" if re.search(r"//|[?#]", plain) else as_target(plain)
    return Refused(f"{quoted(target)} has a backslash in it.", f"Write {better}.")
