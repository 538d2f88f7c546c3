"""What an operating system says when it refuses to read or write, in plain words with what to do."""

import errno
from pathlib import PurePath
from typing import NamedTuple


class DiskError(NamedTuple):
    """Why something cannot be read or written (`the disk is full`), and a sentence that says what to do."""

    why: str
    hint: str


_IN_USE = DiskError("another program is using it", "Close that program, then try again.")
_PERMISSION = DiskError(
    "you do not have permission", "Change the permissions of this file or folder, or choose another one."
)
_TOO_MANY = DiskError("too many files are open", "Close some programs, then try again.")
_KNOWN = {
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.ENOSPC: DiskError("the disk is full", "Delete something, then try again."),
    errno.EROFS: DiskError("the disk is read-only", "Copy the site to a disk that you can write to."),
    errno.ENOENT: DiskError("it is not there", "Check whether another program moved or deleted it."),
    errno.EEXIST: DiskError("a file with this name is there already", "Move or rename that file."),
    errno.ENOTDIR: DiskError("a part of this path is a file, not a folder", "Move or rename that file."),
    errno.EISDIR: DiskError("this is a folder, not a file", "Move or rename the folder."),
    errno.ENOTEMPTY: DiskError("the folder is not empty", "Empty it, then try again."),
    errno.ENAMETOOLONG: DiskError("the name is too long for this disk", "Give it a shorter name."),
    errno.ELOOP: DiskError("its links lead in a circle", "Delete the link, and put the file itself there."),
    errno.EBUSY: _IN_USE,
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.EFBIG: DiskError("the file is too large for this disk", "Make the file smaller."),
    errno.EIO: DiskError("the disk reports a fault", "Check the disk, then try again."),
}
_IN_USE_ON_WINDOWS = frozenset((32, 33))
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which Windows also reports as a missing permission."""

_TOO_LONG = DiskError(
    "the path is too long for Windows", "Move the site to a folder with a shorter path, or allow long paths in Windows."
)
_NOT_FOUND_ON_WINDOWS = frozenset((3, 206))
"""ERROR_PATH_NOT_FOUND and ERROR_FILENAME_EXCED_RANGE, which Windows reports for a path of 260 characters too."""
_LONG_ON_WINDOWS = 248
"""Characters of the longest path of a folder."""


def explain(error: OSError) -> DiskError:
    """The reason for an error of the operating system. One that is not known keeps the system's words."""
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS:
        return _IN_USE
    if getattr(error, "winerror", None) in _NOT_FOUND_ON_WINDOWS and len(str(error.filename)) >= _LONG_ON_WINDOWS:
        return _TOO_LONG
    known = _KNOWN.get(error.errno or 0)
    if known:
        return known
    words = (error.strerror or str(error) or "the system does not say why").rstrip(".")
    return DiskError(words[0].lower() + words[1:], "")


def named_below(path: str, folder: PurePath, name: str) -> str:
    """A path in a folder as messages show it: the folder by its name, and slashes on every system."""
    whole = type(folder)(path)
    if not whole.is_relative_to(folder):
        return path
    return "/".join((name, *whole.relative_to(folder).parts))
