"""An output folder for tests: brought up to date as a build does it, watched, and cut short."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.errors import FirsthandError
from generator.output import LIST, LOCK, Changes, foreign_files, locked, read_output, update


class Killed(BaseException):
    """The machine stopped here: no handler of the program runs."""


def bring(folder: Path, new: Mapping[str, bytes | Path], kept: Iterable[str] = ()) -> Changes:
    """One build's worth of output: hold the folder, see what is in the way, write and delete.

    Raises FirsthandError as a build would.
    """
    kept = tuple(kept)
    with locked(folder, "_site"):
        output = read_output(folder, "_site")
        if found := foreign_files(output, (*new, *kept)):
            raise FirsthandError(found)
        return update(output, new, kept)


def build(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """The same, writing only what is not there yet, as a build does."""
    with locked(folder, "_site"):
        owned = read_output(folder, "_site").owned
    right = {path for path in owned & files.keys() if _bytes(folder / path) == files[path]}
    return bring(folder, {path: data for path, data in files.items() if path not in right}, right)


def problems(folder: Path, new: Mapping[str, bytes | Path]) -> tuple[str, ...]:
    """What a build says that has to fail."""
    with pytest.raises(FirsthandError) as raised:
        bring(folder, new)
    return tuple(map(str, raised.value.problems))


def published(folder: Path) -> dict[str, bytes]:
    """Every file in the folder but the list and the lock, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (LIST, LOCK)
    }


def folders_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def owned(folder: Path) -> tuple[str, ...]:
    """What the folder's list names."""
    return tuple((folder / LIST).read_text(encoding="utf-8").splitlines()[1:])


@contextmanager
def watched(step: Callable[[str, str, Path], None]) -> Iterator[None]:
    """Call `step` with "before" and with "after" around each change of the file system, its name, and the path."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "unlink", "rmdir", "mkdir"):
            patch.setattr(os, name, _around(name, getattr(os, name), step))
        patch.setattr(Path, "open", _opening(Path.open, step))
        yield


def _around(name: str, real: Callable[..., Any], step: Callable[[str, str, Path], None]) -> Callable[..., Any]:
    def call(*paths: Any, **options: Any) -> Any:
        step("before", name, Path(paths[1] if name == "replace" else paths[0]))
        result = real(*paths, **options)
        step("after", name, Path(paths[1] if name == "replace" else paths[0]))
        return result

    return call


def _opening(real: Callable[..., Any], step: Callable[[str, str, Path], None]) -> Callable[..., Any]:
    """An opening for writing is a change: the file is there then, and empty."""

    def call(path: Path, mode: str = "r", *options: Any, **named: Any) -> Any:
        if mode not in ("wb", "xb"):
            return real(path, mode, *options, **named)
        step("before", "open", path)
        file = real(path, mode, *options, **named)
        try:
            step("after", "open", path)
        except Killed:
            file.close()
            raise
        return file

    return call


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
