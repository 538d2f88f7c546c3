"""What a build did, and what it has to say."""

from __future__ import annotations

import msgspec

from generator.errors import Problem
from generator.output import Changes
from generator.pipeline.pictures import LoadedSite
from generator.site import HeldBack, HeldComment


class BuildReport(msgspec.Struct, frozen=True):
    """Paths are relative to the output folder. `held_back` names drafts and stories still to come, `held_comments`
    comments that break a rule of the site.

    `timezone` is the site's, in which their moments are to be told.
    """

    stories: int
    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: int
    timezone: str
    held_back: tuple[HeldBack, ...]
    held_comments: tuple[HeldComment, ...]
    warnings: tuple[Problem, ...]

    @classmethod
    def of(cls, loaded: LoadedSite, changes: Changes, *, total: int) -> BuildReport:
        """The report of a build that made `total` outputs."""
        return cls(
            stories=len(loaded.site.stories),
            written=changes.written,
            deleted=changes.deleted,
            unchanged=total - len(changes.written),
            timezone=loaded.site.config.timezone,
            held_back=loaded.site.held_back,
            held_comments=loaded.site.held_comments,
            warnings=loaded.problems,
        )
