"""What a Git repository on disk says about itself, read from its files: no program runs."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_SECTION = re.compile(r'\s*\[\s*(\w+)(?:\s+"(.*)")?\s*\]')
_URL = re.compile(r'\s*url\s*=\s*"?([^"\s]+)"?\s*', re.IGNORECASE)
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class Checkout(NamedTuple):
    """The commit that is checked out, and the address of a remote repository; each empty where it is not known.

    `pushed` says that the remote had this commit as the newest of a branch when Git last spoke to it.
    """

    address: str
    commit: str
    pushed: bool


def read_checkout(folder: Path) -> Checkout | None:
    """The checkout whose top folder this is, or None where it is none or cannot be read."""
    with suppress(OSError, UnicodeDecodeError):
        own = _git_folder(folder / ".git")
        if not own.is_dir():
            return None
        shared = _shared_folder(own)
        refs = _refs(shared)
        commit = _commit((own / "HEAD").read_text(encoding="utf-8").strip(), refs)
        remotes = _remotes((shared / "config").read_text(encoding="utf-8"))
        pushed = {
            name.split("/")[2] for name, tip in refs.items() if name.startswith("refs/remotes/") and tip == commit
        }
        preferred = sorted(remotes, key=lambda name: (name not in pushed, name != "origin", name))
        name = preferred[0] if preferred else ""
        return Checkout(remotes.get(name, ""), commit, pushed=bool(commit) and name in pushed)
    return None


def _git_folder(path: Path) -> Path:
    """The folder with what Git knows; for a linked work tree `.git` is a file that names it."""
    if path.is_file():
        return path.parent / path.read_text(encoding="utf-8").strip().removeprefix("gitdir: ")
    return path


def _shared_folder(own: Path) -> Path:
    """The folder with what all work trees of a repository share."""
    common = own / "commondir"
    return own / common.read_text(encoding="utf-8").strip() if common.is_file() else own


def _refs(shared: Path) -> dict[str, str]:
    """The commit of each branch, here and at the remotes, by its full name. Its own file is newer than the list."""
    found: dict[str, str] = {}
    with suppress(FileNotFoundError):
        for line in (shared / "packed-refs").read_text(encoding="utf-8").splitlines():
            commit, _, name = line.partition(" ")
            if _COMMIT.fullmatch(commit):
                found[name] = commit
    for path in sorted((shared / "refs").rglob("*")):
        if path.is_file() and _COMMIT.fullmatch(commit := path.read_text(encoding="utf-8").strip()):
            found[path.relative_to(shared).as_posix()] = commit
    return found


def _commit(head: str, refs: dict[str, str]) -> str:
    if head.startswith("ref: "):
        return refs.get(head.removeprefix("ref: "), "")
    return head if _COMMIT.fullmatch(head) else ""


def _remotes(config: str) -> dict[str, str]:
    """The first address of each remote repository by its name, from the text of a `config` file."""
    found: dict[str, str] = {}
    for name, url in _urls(config):
        found.setdefault(name, url)
    return found


def _urls(config: str) -> Iterator[tuple[str, str]]:
    remote = None
    for line in config.splitlines():
        if section := _SECTION.match(line):
            remote = section[2] if section[1].lower() == "remote" else None
        elif remote and (url := _URL.fullmatch(line)):
            yield remote, url[1]
