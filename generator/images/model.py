"""What a picture is here: the file it comes from, the files it becomes, and what there is to say about it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from generator.errors import Problem, Severity


class ImageFile(Protocol):
    """A picture among the sources: its path as people know it, where it lies, the digest of its bytes."""

    @property
    def path(self) -> str: ...
    @property
    def real(self) -> Path: ...
    @property
    def digest(self) -> bytes: ...


class Variant(msgspec.Struct, frozen=True):
    """One file made from a picture.

    Width and height are in pixels, None where an SVG names none. `suffix` goes behind the address of the picture:
    empty for the cleaned picture itself, `.480.avif` for another. `size` is in bytes; `digest` is of the bytes.
    """

    width: int | None
    height: int | None
    media_type: str
    suffix: str
    digest: bytes
    size: int


class PreparedImage(msgspec.Struct, frozen=True):
    """A picture ready for the site: `main` in the format and size of the original, `others` smaller or lighter.

    An SVG, an animation and a small picture have no others. `problems` are warnings; an error leaves no picture.
    """

    main: Variant
    others: tuple[Variant, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def files(self) -> tuple[Variant, ...]:
        """Everything that is to be published for this picture."""
        return (self.main, *self.others)


class Prepared(NamedTuple):
    """The pictures by their paths; one that could not be prepared is missing, and `problems` says why."""

    images: Mapping[str, PreparedImage]
    problems: tuple[Problem, ...]


class Finding(msgspec.Struct, frozen=True):
    """A problem of some bytes, whatever the file is called: `Problem` without the path."""

    message: str
    hint: str = ""
    severity: Severity = "warning"
    line: int | None = None
    column: int | None = None


class RefusedError(Exception):
    """Bytes that cannot become a picture of the site; the finding says why and what to do."""

    def __init__(self, message: str, hint: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.finding = Finding(message, hint, "error", line, column)


class Encoded(NamedTuple):
    """A variant with its bytes, on its way to the store."""

    variant: Variant
    data: bytes


class Made(NamedTuple):
    """All that was made of some bytes, the cleaned picture first; `format` is the name of their true format."""

    format: str
    files: tuple[Encoded, ...]
    findings: tuple[Finding, ...] = ()


def damaged() -> RefusedError:
    """The error for a file that ends too early or breaks the rules of its format."""
    return RefusedError("this picture is damaged or incomplete.", "Copy it again, or export it again.")
