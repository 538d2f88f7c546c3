"""A site's folder read, and what was said about it."""

import os
from pathlib import Path
from typing import Any

import pytest

from generator.cache import open_cache
from generator.load import Content, parse_content, read_sources
from generator.markup import MarkupOptions
from tests.sites import SiteUnderTest

ENGLISH = MarkupOptions()


def paths(site: SiteUnderTest) -> tuple[str, ...]:
    """The files that were read."""
    return tuple(file.path for file in read_sources(site.root).files)


def said(site: SiteUnderTest) -> tuple[str, ...]:
    """What is wrong with the files as files."""
    return tuple(map(str, read_sources(site.root).problems))


def content(site: SiteUnderTest, options: MarkupOptions = ENGLISH) -> Content:
    """The typed content, with the site's own cache."""
    with open_cache(site.root / ".firsthand/cache.sqlite") as cache:
        return parse_content(read_sources(site.root), cache, options)


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the system refuse to open the file or folder of that name: root may read everything, and tests run as root."""
    real_open, real_scan = Path.open, os.scandir

    def open_(path: Path, *options: Any, **named: Any) -> Any:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return real_open(path, *options, **named)

    def scan(folder: Any) -> Any:
        if Path(folder).name == name:
            raise PermissionError(13, "Permission denied", str(folder))
        return real_scan(folder)

    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(os, "scandir", scan)
