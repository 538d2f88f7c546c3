"""Errors of the operating system in plain words."""

import errno
import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from generator.disk_errors import explain, named_below


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.EACCES, "you do not have permission"),
        (errno.EPERM, "you do not have permission"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.ENAMETOOLONG, "the name is too long for this disk"),
        (errno.EBUSY, "another program is using it"),
    ],
)
def test_what_people_meet_is_said_in_plain_words_with_what_to_do(code: int, why: str) -> None:
    explained = explain(OSError(code, os.strerror(code)))
    assert explained.why == why
    assert explained.hint.endswith(".")


def test_a_file_where_a_folder_has_to_be_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OSError, match="file") as raised:
        (tmp_path / "file" / "inside").open("xb")
    assert explain(raised.value).why in ("a part of this path is a file, not a folder", "it is not there")


def test_a_file_that_another_program_holds_on_windows_is_not_called_a_missing_permission() -> None:
    error = OSError(errno.EACCES, "Permission denied")
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    assert explain(error).why == "another program is using it"


def test_an_error_that_is_not_known_keeps_the_words_of_the_system() -> None:
    assert explain(OSError(errno.EXDEV, "Invalid cross-device link.")) == ("invalid cross-device link", "")
    assert explain(OSError("nothing to say")).why == "nothing to say"
    assert explain(OSError()).why == "the system does not say why"


def on_windows(winerror: int, code: int, filename: str) -> OSError:
    error = OSError(code, "The system cannot find the path specified", filename)
    error.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
    return error


def test_a_path_is_shown_with_slashes_and_without_what_is_above_the_folder() -> None:
    folder = PureWindowsPath(r"C:\Users\Dana\my-stories\_site")
    assert named_below(r"C:\Users\Dana\my-stories\_site\tags\shoes\index.html", folder, "_site") == (
        "_site/tags/shoes/index.html"
    )
    assert named_below(r"c:\users\dana\my-stories\_SITE\a.css", folder, "_site") == "_site/a.css"
    assert named_below(r"C:\Users\Dana\my-stories\_site", folder, "_site") == "_site"
    assert named_below(r"C:\Windows\x", folder, "_site") == r"C:\Windows\x"


def test_so_it_is_on_other_systems() -> None:
    folder = PurePosixPath("/home/dana/_site")
    assert named_below("/home/dana/_site/a\\b.css", folder, "_site") == "_site/a\\b.css"
    assert named_below("/home/dana/_site_old/a", folder, "_site") == "/home/dana/_site_old/a"


@pytest.mark.parametrize("winerror", [3, 206])
def test_a_path_that_is_too_long_for_windows_is_called_so(winerror: int) -> None:
    assert explain(on_windows(winerror, 2, "C:\\" + "x" * 260)).why == "the path is too long for Windows"
    assert explain(on_windows(winerror, 2, "C:\\short")).why == "it is not there"
