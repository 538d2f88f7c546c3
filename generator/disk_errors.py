"""What an operating system says when it refuses to read or write, in plain words with what to do."""

import errno
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


def explain(error: OSError) -> DiskError:
    """The reason for an error of the operating system. One that is not known keeps the system's words."""
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS:
        return _IN_USE
    known = _KNOWN.get(error.errno or 0)
    if known:
        return known
    words = (error.strerror or str(error) or "the system does not say why").rstrip(".")
    return DiskError(words[0].lower() + words[1:], "")
