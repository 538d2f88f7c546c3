"""What is planned: a page to be rendered from its view, or a copy of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from generator.errors import Location
from generator.site import Site


class Html(msgspec.Struct, frozen=True):
    """HTML that is safe as it stands: templates write it unescaped, and nothing else."""

    text: str

    def __html__(self) -> str:
        return self.text


class Page(msgspec.Struct, frozen=True):
    """One page: all that it shows stands in its view, a frozen struct. `source` names it in messages; `at` is where
    its address is written, if it is."""

    kind: str
    path: str
    view: Any
    source: str
    at: Location | None = None


class Copy(msgspec.Struct, frozen=True):
    """One file that is copied: a content file as it is, or what was made of a picture.

    `source` is the content file's path below the site's folder; the bytes lie in `file` and have this digest.
    """

    path: str
    source: str
    file: Path
    digest: bytes


class Kind(msgspec.Struct, frozen=True):
    """A kind of page: how its pages are planned from the site, and what renders one.

    Exactly one of `template` (a template of the theme) and `render` (code, for what is not HTML) is set.
    """

    name: str
    plan: Callable[[Site], Iterable[Page]]
    view: type
    template: str = ""
    render: Callable[[Any], bytes] | None = None


class Index(msgspec.Struct, frozen=True):
    """A kind of page that is planned from the other pages: pages and feeds that `KINDS` planned."""

    name: str
    plan: Callable[[Site, tuple[Page, ...]], Iterable[Page]]
    render: Callable[[Any], bytes]
    view: type
