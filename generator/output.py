"""The output folder: what in it is ours, and bringing it up to date without ever harming anything else.

A list of the paths that are ours lies in the folder itself. It is extended before the first write and trimmed after
the last delete, so that after a build killed at any moment the next one still knows every file to withdraw, and
nothing that Firsthand did not write is ever overwritten or deleted.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, NamedTuple

from generator.config import TAKEN_FOLDERS
from generator.digests import digest_of_file
from generator.disk_errors import explain, named_below
from generator.errors import FirsthandError, Location, Problem
from generator.held_files import when_free
from generator.urls import stays_inside

LIST = ".firsthand-files"
LOCK = ".firsthand-lock"
_TEMPORARY = ".firsthand-new"
RESERVED = frozenset((LIST, LOCK, _TEMPORARY))
"""What stands in the folder for Firsthand's own use: no output can have one of these names."""
_FIRST_LINE = "# The files that Firsthand wrote here. It deletes these when they are no longer part of the site.\n"


_ANOTHER_FOLDER = "or choose another folder in site.toml ('output' under [build])."


class Changes(NamedTuple):
    """What a build did to the folder: paths relative to it, sorted."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]


class OutputFolder(NamedTuple):
    """The folder as it was found: our files in it with the digests of their bytes (files gone missing are left out)."""

    path: Path
    name: str
    owned: frozenset[str]
    digests: Mapping[str, bytes]


def why_taken(folder: Path, root: Path) -> str:
    """Why the site in `root` cannot be written to a folder; empty if it can. Follows links on the disk."""
    folder, root = folder.resolve(), root.resolve()
    if root.is_relative_to(folder):
        return "your site's own files are in it"
    first = folder.relative_to(root).parts[0] if folder.is_relative_to(root) else ""
    return f"{first}/ is used for something else" if first.casefold() in TAKEN_FOLDERS else ""


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder for one build. Raises FirsthandError if another build holds it, or it is not ours to use.

    The lock is the system's and ends with the process, so that a killed build leaves none behind.
    """
    _check_ours(folder, name)
    try:
        lock = (folder / LOCK).open("ab")
    except OSError as error:
        raise FirsthandError([_unwritable(name, error)]) from error
    with lock as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            message = "another build or preview is writing to this folder."
            raise FirsthandError(
                [Problem(Location(name), message, "Wait until it has finished, then try again.")]
            ) from error
        yield


def _check_ours(folder: Path, name: str) -> None:
    if os.path.lexists(folder) and not folder.is_dir():
        message = "the output folder cannot be made: a file with this name is there already."
        raise FirsthandError([Problem(Location(name), message, f"Move that file, {_ANOTHER_FOLDER}")])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = {entry.name for entry in os.scandir(folder)}
    except OSError as error:
        raise FirsthandError([_unwritable(name, error)]) from error
    if found - RESERVED and LIST not in found:
        first = min(found - RESERVED)
        message = f"the output folder contains files that Firsthand did not write, such as {first}."
        raise FirsthandError([Problem(Location(name), message, f"Empty the folder, {_ANOTHER_FOLDER}")])


def _unwritable(where: str, error: OSError) -> Problem:
    why, hint = explain(error)
    return Problem(Location(where), f"cannot be written: {why}.", hint)


def _lock(descriptor: int) -> None:
    """Raises OSError where another process holds the lock."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def read_output(folder: Path, name: str) -> OutputFolder:
    """What is ours in the folder, and its state. The folder is to be held by `locked`."""
    owned = _read_list(folder, name)
    digests = {}
    for path in owned:
        with suppress(OSError):
            digests[path] = digest_of_file(folder / path)
    return OutputFolder(folder, name, owned, digests)


def foreign_files(output: OutputFolder, paths: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each thing that is not ours where a build would write: at a path, or where its folder is to be."""
    fresh = [path for path in paths if path not in output.owned]
    parents = {parent for path in fresh for parent in _parents(path)} - output.owned
    taken = [path for path in fresh if path in RESERVED]
    foreign = {path for path in fresh if path not in RESERVED and _is_foreign(output, path)}
    foreign |= {path for path in parents if not os.path.isdir(output.path / path) and _is_foreign(output, path)}
    message = "a page of your site belongs here, but Firsthand did not write what is here now."
    return (
        *(
            Problem(Location(f"{output.name}/{path}"), message, "Move it out of this folder.")
            for path in sorted(foreign)
        ),
        *(reserved(Location(path), path) for path in taken),
    )


def reserved(at: Location, path: str) -> Problem:
    """The problem of an output that would take the place of Firsthand's own notes in the folder."""
    return Problem(at, f"Firsthand needs the name {path.partition('/')[0]} for itself.", "Choose another name.")


def update(output: OutputFolder, new: Mapping[str, bytes | Path], kept: Iterable[str]) -> Changes:
    """Write the new files (bytes, or a file to copy), keep the kept ones, delete what else is ours.

    Raises FirsthandError where the system refuses.
    """
    planned = frozenset((*new, *kept))
    orphans = output.owned - planned
    try:
        (output.path / _TEMPORARY).unlink(missing_ok=True)  # left by a build that was killed while writing
        if not planned <= output.owned:
            _write_list(output.path, output.owned | planned)
        for path in sorted(_in_the_way(orphans, new)):
            _delete(output.path, path)
        _make_folders(output.path, new)
        for path in sorted(new):
            _write(output.path, path, new[path], fresh=path not in output.digests)
        for path in sorted(orphans):
            _delete(output.path, path)
        if output.owned != planned:
            _write_list(output.path, planned)
    except OSError as error:
        where = named_below(str(error.filename or output.path), output.path, output.name)
        raise FirsthandError([_unwritable(where.removesuffix(f"/{_TEMPORARY}"), error)]) from error
    return Changes(tuple(sorted(new)), tuple(sorted(orphans)))


def same_place(path: str) -> str:
    """A path as file systems that know neither letter case nor Unicode forms see it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_foreign(output: OutputFolder, path: str) -> bool:
    """Whether something that is not ours stands at a path: a file, a link, or a folder that will not have gone."""
    there = output.path / path
    if not os.path.isdir(there):  # which is false, and no error, for a name that is too long
        return os.path.lexists(there) and not _is_one_of(output, path)
    inside = {found.relative_to(output.path).as_posix() for found in there.rglob("*") if not found.is_dir()}
    return not inside or not inside <= output.owned


def _is_one_of(output: OutputFolder, path: str) -> bool:
    """Whether a file of ours stands at the path under another spelling (a file system that ignores letter case)."""
    there = output.path / path
    return there.is_file() and any(
        same_place(path) == same_place(own) and there.samefile(output.path / own)
        for own in output.owned
        if len(own) == len(path) and (output.path / own).is_file()
    )


def _in_the_way(orphans: frozenset[str], new: Iterable[str]) -> frozenset[str]:
    """Orphans to delete before writing: a file where a folder is to stand, a folder's files where a file is, and one
    that differs from a new path only in spelling and would be the same file on some systems."""
    new = tuple(new)
    places = {same_place(path) for path in new}
    folders = {same_place(parent) for path in new for parent in _parents(path)}
    return frozenset(
        path
        for path in orphans
        if same_place(path) in places | folders or any(same_place(parent) in places for parent in _parents(path))
    )


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _make_folders(folder: Path, paths: Iterable[str]) -> None:
    """The folders that the paths need. Raises OSError where one is a link that leads out of the output folder."""
    inside = folder.resolve()
    for parent in sorted({path.rpartition("/")[0] for path in paths}):
        if not (folder / parent).resolve().is_relative_to(inside):
            raise OSError(0, "this link leads out of the output folder", str(folder / parent))
        (folder / parent).mkdir(parents=True, exist_ok=True)


def _write(folder: Path, path: str, data: bytes | Path, *, fresh: bool) -> None:
    """A file that is there is written beside its place and renamed, so that nobody ever reads half of it.

    A fresh one is written in place, which is faster; if the build is killed meanwhile, the next one finds its digest
    wrong and writes it again.
    """
    target, temporary = folder / path, folder / _TEMPORARY
    if fresh:
        with suppress(FileExistsError):  # a link that leads nowhere, or came this moment: never written through
            with target.open("xb") as file:
                _fill(file, data)
            return
    with temporary.open("wb") as file:
        _fill(file, data)
    when_free(lambda: temporary.replace(target))


def _fill(file: BinaryIO, data: bytes | Path) -> None:
    if isinstance(data, bytes):
        file.write(data)
    else:
        with data.open("rb") as source:
            copyfileobj(source, file)


def _delete(folder: Path, path: str) -> None:
    """Delete one file of ours, and the folders that it leaves empty; what others put in its place is let be."""
    target = folder / path
    if not target.parent.resolve().is_relative_to(folder.resolve()) or (target.is_dir() and not target.is_symlink()):
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        when_free(target.unlink)
    for parent in _parents(path):
        try:
            (folder / parent).rmdir()
        except OSError:  # not empty, or gone already
            break


def _read_list(folder: Path, name: str) -> frozenset[str]:
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        why, hint = explain(error)
        problem = Problem(
            Location(f"{name}/{LIST}"), f"Firsthand's list of the files here cannot be read: {why}.", hint
        )
        raise FirsthandError([problem]) from error
    except UnicodeDecodeError as error:
        message = "Firsthand's list of the files here is damaged."
        hint = f"Move your own files out of {name}/, delete that folder, then build again."
        raise FirsthandError([Problem(Location(f"{name}/{LIST}"), message, hint)]) from error
    return frozenset(line for line in lines[1:] if line and not line.startswith("/") and stays_inside(line))


def _write_list(folder: Path, paths: Iterable[str]) -> None:
    _write(folder, LIST, (_FIRST_LINE + "".join(f"{path}\n" for path in sorted(paths))).encode(), fresh=False)
