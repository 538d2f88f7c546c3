"""What is remembered of the last build of an output folder, and whether it still holds."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.cache import Cache, code_version
from generator.digests import digest
from generator.output import OutputFolder
from generator.pipeline.load import Inputs
from generator.pipeline.report import BuildReport
from generator.pipeline.settings import Settings
from generator.site import Site
from generator.site.moments import changes, due, moment_of


class LastBuild(msgspec.Struct, frozen=True):
    """What the last build went by.

    It holds from `since` until just before `until`, the moments between which no story comes due or stops being so.
    `outputs` has for each path the key of its page and the digest of its bytes.
    """

    inputs: bytes
    since: dt.datetime | None
    until: dt.datetime | None
    outputs: dict[str, tuple[bytes, bytes]]
    report: BuildReport

    def still_holds(self, inputs: bytes, now: dt.datetime, output: OutputFolder) -> bool:
        """Whether the same goes in, the clock agrees, and the folder holds just what that build left."""
        if self.inputs != inputs or (self.since and now < self.since) or (self.until and now >= self.until):
            return False
        intact = all(output.digests.get(path) == found for path, (_, found) in self.outputs.items())
        return intact and output.owned == self.outputs.keys()


def fingerprint(inputs: Inputs, settings: Settings) -> bytes:
    """The digest of everything that goes into a build, except the clock."""
    theme = inputs.theme.fingerprint if inputs.theme else b""
    parts = [part for file in inputs.sources.files for part in (file.path.encode(), file.digest)]
    overrides = msgspec.json.encode((settings.url, settings.pages_url, settings.output, settings.include_held_back))
    folders = "\n".join(inputs.sources.folders).encode()  # an empty one is named
    return digest(code_version(), theme, inputs.sources.config.encode(), overrides, folders, *parts)


def span(site: Site) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The moments between which the same is published: the last that came due, the next that will."""
    published = [story.story for story in site.stories if not story.held_back]
    been = [due(story, site.config.zone) for story in published]
    # A change or a comment that is still to come is an error, were the clock set back.
    been += [moment_of(date, site.config.zone) for story in published for date, _ in changes(story)]
    been += [moment_of(c.comment.date, site.config.zone) for d in site.discussions.values() for c in d.comments]
    been += [story.appeared for story in site.withdrawn]
    coming = [story.appears for story in site.held_back if story.appears]
    return max(been, default=None), min(coming, default=None)


def recall(cache: Cache, folder: Path) -> LastBuild | None:
    """What was kept of the last build of a folder, if this version can read it."""
    kept = cache.last_build(str(folder.resolve()))
    if kept:
        with suppress(msgspec.DecodeError):  # kept by another version
            return msgspec.msgpack.decode(kept, type=LastBuild)
    return None


def keep(cache: Cache, folder: Path, build: LastBuild) -> None:
    """Remember a build of a folder for the next one."""
    cache.keep_build(str(folder.resolve()), msgspec.msgpack.encode(build))
