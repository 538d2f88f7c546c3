"""What an author's target means: a file of content/, a path of the site, a place in the text, or somewhere else."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from generator.errors import Severity
from generator.markup import policy
from generator.markup.body import FileReference, FragmentReference, SiteReference

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_FILE = re.compile(r"([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)
_CONTROL = re.compile(r"[\0-\x1f\x7f]")
_ENDS = "".join(map(chr, range(0x21)))

_BESIDE = "Put the file beside the story and write its name."


@dataclass(frozen=True)
class External:
    """An address outside the site, or a mailto: or tel: one; it stands in the page as it is."""

    address: str

    @property
    def is_web(self) -> bool:
        return self.address.lower().startswith(("http:", "https:", "//"))


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
        return Refused(f"{target!r} is a path on one computer; readers cannot open it", _BESIDE)
    shown = target if len(target) <= 40 else f"{target[:40]}…"
    hint = "Write ./ before the name if a file is meant." if "/" not in target else ""
    return Refused(f"{shown!r}: addresses with {scheme[1]}: are not allowed", hint, "warning")


def link_target(
    target: str, *, folder: str, line: int | None
) -> FileReference | SiteReference | FragmentReference | External | Refused:
    """What a link's target means in a file of this folder (relative to content/; empty for content/ itself)."""
    target = tidy(target)
    if refused := _refused(target):
        return refused
    if _SCHEME.match(target) or target.startswith("//"):
        return External(target.replace(" ", "%20"))
    if target.startswith("#"):
        return FragmentReference(unquote(target[1:]), line)
    path, query, fragment = _FILE.fullmatch(target).groups("")  # type: ignore[union-attr] # matches anything
    if path.startswith("/") and not path.lower().endswith(".md"):
        return SiteReference(target, line)
    ...
