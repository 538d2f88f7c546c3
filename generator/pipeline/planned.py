"""One output of a build before it is made."""

from pathlib import Path
from typing import NamedTuple

from generator.errors import Location
from generator.pages import Page


class Planned(NamedTuple):
    """One output of a build. A page has a `key`, which decides whether it is rendered; a file has the `digest` of its
    bytes.

    `path` is relative to the output folder. `source` says in messages where the output comes from.
    """

    path: str
    source: str
    key: bytes
    page: Page | None = None
    file: Path | bytes = b""
    digest: bytes | None = None

    @property
    def at(self) -> Location:
        """The place where its address is written; its source if no file states the address."""
        return (self.page and self.page.at) or Location(self.source)
