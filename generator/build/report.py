"""What a build did, and what it has to say."""

import msgspec

from generator.errors import Problem
from generator.site import HeldBack


class BuildReport(msgspec.Struct, frozen=True):
    """Paths are relative to the output folder. `held_back` names drafts and stories still to come.

    `timezone` is the site's, in which their moments are to be told.
    """

    stories: int
    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: int
    timezone: str
    held_back: tuple[HeldBack, ...]
    warnings: tuple[Problem, ...]
