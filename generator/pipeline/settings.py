"""What a command decides about a build, beside the site's folder."""

import datetime as dt
from pathlib import Path

import msgspec

from generator.images import Progress

PREVIEW = ".firsthand/preview"
"""Where a preview is written, below the site's folder."""


class Settings(msgspec.Struct, frozen=True):
    """`now` is aware: the one reading of the clock. `url`, `pages_url` and `output` stand in for site.toml's.

    A `preview` goes to a folder of its own. What publishes nothing does without an address of the site (`needs_url`).
    `include_held_back` shows drafts and scheduled stories, marked. `progress` is told of pictures while they are made.
    """

    root: Path
    now: dt.datetime
    url: str | None = None
    pages_url: str | None = None
    output: str | None = None
    include_held_back: bool = False
    preview: bool = False
    needs_url: bool = True
    progress: Progress | None = None

    @property
    def cache_file(self) -> Path:
        """Beside the content and outside the output."""
        return self.root / ".firsthand" / "cache.sqlite"

    @property
    def picture_store(self) -> Path:
        """What was made of pictures, beside the cache."""
        return self.root / ".firsthand" / "images"
