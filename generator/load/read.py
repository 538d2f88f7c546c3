"""Reading the site's folder: site.toml, and every file of content/ with its digest.

The digests of all files are taken on every build. That costs some 0.03 ms a story and is right whatever an editor, a
checkout or a restored cache did to modification times.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.config import CONFIG_FILE
from generator.digests import content_digest, digest_of_file
from generator.errors import Location, Problem, did_you_mean
from generator.load.decode import decode
from generator.quoting import hidden_difference, named, quoted, visible

LONGEST_TEXT = 2_000_000
"""Bytes of a Markdown file that is read at all; a body over 1 MB is a problem of its own (see markup)."""

DEEPEST = 50
"""Folders inside each other; a link or a tool gone wrong makes thousands."""

FOLDERS = ("stories", "companies", "authors", "tags", "comments", "pages", "static")
_WHERE_SITES_ARE = "Run firsthand in the folder that holds site.toml, or start a site with 'firsthand init'."
_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT, which Python's `stat` knows on Windows alone."""
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


class SourceFile(NamedTuple):
    """One file of content/, with its path from the site's folder (`content/…`, slashes, NFC) and its digest.

    `data` is kept of Markdown files alone; `real` is where the file is.
    """

    path: str
    real: Path
    digest: bytes
    data: bytes | None


class Sources(NamedTuple):
    """Everything that was found on disk, sorted by path, with what is wrong with it as files.

    `folders` are those directly in stories/, also empty ones.
    """

    config: str
    files: tuple[SourceFile, ...]
    folders: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_sources(root: Path) -> Sources:
    """Read site.toml and all of content/. Nothing raises: what cannot be read is a problem."""
    problems: list[Problem] = []
    config = _read_config(root, problems)
    content = root / "content"
    if problems and not config:
        return Sources("", (), (), tuple(problems))
    if not content.is_dir():
        problems.append(Problem(Location("content"), "there is no folder content/.", _WHERE_SITES_ARE))
        return Sources(config, (), (), tuple(problems))
    files = sorted(_walk(content, "content", content.resolve(), problems))
    return Sources(config, tuple(files), _story_folders(content), tuple(problems))


def _read_config(root: Path, problems: list[Problem]) -> str:
    try:
        text = decode((root / CONFIG_FILE).read_bytes(), CONFIG_FILE)
    except FileNotFoundError:
        problems.append(Problem(Location(CONFIG_FILE), "there is no site.toml here.", _WHERE_SITES_ARE))
    except OSError as error:
        problems.append(_unreadable(CONFIG_FILE, error))
    else:
        if isinstance(text, str):
            return text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(text)
    return ""


def _unreadable(path: str, error: OSError, what: str = "the file") -> Problem:
    message = f"{what} cannot be read: {error.strerror}."
    return Problem(Location(path), message, "Check that it is there and that you may open it.")


def _walk(folder: Path, path: str, inside: Path, problems: list[Problem]) -> Iterator[SourceFile]:
    """The files below a folder; links may lead to files inside content/ only, so that no build publishes others."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(path, error, "the folder"))
        return
    names: dict[str, str] = {}
    for entry in entries:
        name = unicodedata.normalize("NFC", entry.name)
        below = f"{path}/{name}"
        if _is_litter(name, below):
            continue
        if not name.isprintable() or "\\" in name:
            strange = next((c for c in name if not c.isprintable()), "\\")
            what = "a backslash" if strange == "\\" else named(strange)
            hint = "Rename it without that character."
            problems.append(Problem(Location(visible(below)), f"the name has {what}.", hint))
            continue
        if name in names:
            difference = hidden_difference(names[name], entry.name)
            message = f"two files have this name: {difference}."
            problems.append(Problem(Location(below), message, "Rename or delete one."))
            continue
        names[name] = entry.name
        problem = _misplaced(below, is_folder=entry.is_dir(follow_symlinks=False))
        if problem:
            problems.append(problem)
        elif _is_link(entry) and not _leads_inside(Path(entry.path), inside):
            hint = "Put a copy of the file here instead."
            problems.append(Problem(Location(below), "this link does not lead to a file inside content/.", hint))
        elif entry.is_dir() and below.count("/") > DEEPEST:
            message = f"this folder is more than {DEEPEST} levels deep."
            hint = "Move it up, or delete it if a program copied a folder into itself."
            problems.append(Problem(Location(below), message, hint))
        elif entry.is_dir():
            yield from _walk(Path(entry.path), below, inside, problems)
        else:
            file = _read_file(Path(entry.path), below, problems)
            if file:
                yield file


def _story_folders(content: Path) -> tuple[str, ...]:
    with suppress(OSError):  # that stories/ is missing or cannot be read is nothing to say here
        entries = [entry for entry in os.scandir(content / "stories") if entry.is_dir(follow_symlinks=False)]
        names = (unicodedata.normalize("NFC", entry.name) for entry in entries)
        below = ((name, f"content/stories/{name}") for name in sorted(names) if name.isprintable())
        return tuple(path for name, path in below if not _is_litter(name, path))
    return ()


def _is_litter(name: str, path: str) -> bool:
    """What editors and systems leave behind; under static/ a dot file is meant (.well-known) and kept."""
    in_static = path.startswith("content/static/")
    return name in _LITTER or name.endswith("~") or (name.startswith(".") and not in_static)


def _misplaced(path: str, *, is_folder: bool) -> Problem | None:
    parts = path.split("/")
    if len(parts) == 2 and parts[1] not in FOLDERS:
        hint = did_you_mean(parts[1], FOLDERS) or f"Put it into one of these folders: {', '.join(FOLDERS)}."
        return Problem(Location(path), f"{quoted(parts[1])} is not one of the folders in content/.", hint)
    if len(parts) == 2 and not is_folder:
        hint = "Delete it, make a folder of this name, and put your files into that."
        return Problem(Location(path), "this is a file, and a folder belongs here.", hint)
    if is_folder and path.endswith(".md") and parts[1] != "static":
        hint = "Rename the folder without .md. For a story in a folder, name the text in it index.md."
        return Problem(Location(path), "this is a folder, and its name ends with .md.", hint)
    return None


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry leads elsewhere: a symbolic link, or a junction, which Windows shows as a folder."""
    if entry.is_symlink():
        return True
    return entry.is_dir() and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def _leads_inside(link: Path, inside: Path) -> bool:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):  # a loop, or nowhere
        return False
    return target.is_relative_to(inside) and target.is_file()


def _read_file(real: Path, path: str, problems: list[Problem]) -> SourceFile | None:
    try:
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.append(Problem(Location(path), "this is neither a file nor a folder.", "Delete it."))
            return None
        if not path.endswith(".md") or path.startswith("content/static/"):
            return SourceFile(path, real, digest_of_file(real), None)
        if status.st_size > LONGEST_TEXT:
            message = f"the file has {status.st_size:,} bytes; a Markdown file may have {LONGEST_TEXT:,}."
            hint = "Divide it, or put it under content/static/ as a download."
            problems.append(Problem(Location(path), message, hint))
            return None
        data = real.read_bytes()
    except OSError as error:
        problems.append(_unreadable(path, error))
        return None
    return SourceFile(path, real, content_digest(data), data)
