"""Errors of the operating system in plain words."""

import errno
import os
from pathlib import Path

import pytest

from generator.disk_errors import explain


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
