"""What an author's target means: a file of content/, a path of the site, a place in the text, or somewhere else."""

import re
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import unquote

from generator.errors import Severity
from generator.markup import policy
from generator.markup.body import FileReference, FragmentReference, SiteReference

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL = re.compile(r"[\0-\x1f\x7f]")
_ENDS = "".join(map(chr, range(0x21)))
_LONGEST_SHOWN = 60

_BESIDE = "Put the file beside the story and write its name."


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
        return Refused(f"{shown(target)} is a path on one computer; readers cannot open it.", _BESIDE)
    return Refused(f"{shown(target)}: addresses with {scheme[1]}: are not allowed.", "", "warning")


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
        return Refused(f"{shown(target)} leads nowhere: no file is named.", "Write the file's name before the ?.")
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
        return external if external.is_web else Refused(f"{shown(target)} is not an image.", _BESIDE, "warning")
    path = _path(target)
    if not path:
        return Refused(f"{shown(target)} is not an image.", _BESIDE)
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
        return Refused("a link or image leads nowhere: its target is empty.", "Write the address.", "warning")
    if refused := refused_scheme(target):
        return refused
    if "\\" in _path(target):
        return _with_backslash(target)
    if re.match(r"www\.\w", target):
        return Refused(
            f"{shown(target)} reads as the name of a file.", f"Write https://{target} for an address.", "warning"
        )
    return None


def _file(path: str, start: str, *, top: str = "") -> str | Refused:
    """The path of a file relative to content/, read from the folder `start`; it may not leave the folder `top`."""
    decoded = normalize("NFC", unquote(path))  # as the names of files are read
    if _CONTROL.search(decoded):
        return Refused(f"{shown(path)} is not the name of a file.", "Write it without control characters.")
    if "\\" in decoded:
        return _with_backslash(path)
    parts = start.split("/") if start else []
    highest = len(top.split("/")) if top else 0
    for part in decoded.split("/"):
        if part == ".." and len(parts) <= highest:
            return Refused(f"{shown(path)} leads out of content/{top}.", _BESIDE)
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _path(target: str) -> str:
    return target.partition("#")[0].partition("?")[0]


def _with_backslash(target: str) -> Refused:
    return Refused(f"{shown(target)}: an address has no backslashes.", "Write / instead.")


def shown(target: str) -> str:
    """A target as a message shows it: in quotation marks, and not too long."""
    return repr(target if len(target) <= _LONGEST_SHOWN else f"{target[:_LONGEST_SHOWN]}…")
