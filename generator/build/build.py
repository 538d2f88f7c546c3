"""build_site(): the whole story of a build on one screen."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.build.load import Inputs, load_site, read_inputs
from generator.build.plan import Planned, plan_outputs
from generator.build.render import render_pages
from generator.build.report import BuildReport
from generator.build.settings import Settings
from generator.cache import Cache, code_version, open_cache
from generator.digests import content_digest, digest
from generator.errors import FirsthandError, errors_in
from generator.output import OutputFolder, foreign_files, locked, read_output, update
from generator.site import Site
from generator.site.moments import due


class LastBuild(msgspec.Struct, frozen=True):
    """What the last build of an output folder went by.

    It holds from `since` until just before `until`, the moments between which no story comes due or stops being so.
    `outputs` has for each path the key of its page and the digest of its bytes.
    """

    inputs: bytes
    since: dt.datetime | None
    until: dt.datetime | None
    outputs: dict[str, tuple[bytes, bytes]]
    report: BuildReport


def build_site(settings: Settings) -> BuildReport:
    """Bring the output folder up to date with content, theme and configuration.

    Raises FirsthandError with all problems; the folder is then as it was.
    """
    inputs = read_inputs(settings)
    fingerprint = _fingerprint(inputs, settings)
    if not inputs.sources.config:
        raise FirsthandError(inputs.problems)
    if errors_in(inputs.problems):
        with open_cache(settings.work_folder / "cache.sqlite") as cache:
            load_site(inputs, settings, cache)
    folder = settings.root / inputs.config.output
    with locked(folder, inputs.config.output), open_cache(settings.work_folder / "cache.sqlite") as cache:
        output = read_output(folder, inputs.config.output)
        last = _last_build(cache, folder)
        if last and last.inputs == fingerprint and _holds(last, settings.now, output):
            return msgspec.structs.replace(last.report, written=(), deleted=(), unchanged=len(last.outputs))
        loaded = load_site(inputs, settings, cache)
        planned, problems = plan_outputs(loaded)
        if found := (*problems, *foreign_files(output, (one.path for one in planned))):
            raise FirsthandError(found)
        compared = _compare(planned, output, last)
        rendered = render_pages(loaded, compared.stale)
        outcome = _outcome(compared, rendered, output)
        changes = update(output, outcome.new, kept=(one.path for one in planned))
        report = BuildReport(
            stories=len(loaded.site.stories),
            written=changes.written,
            deleted=changes.deleted,
            unchanged=len(planned) - len(changes.written),
            timezone=loaded.site.config.timezone,
            held_back=loaded.site.held_back,
            warnings=loaded.warnings,
        )
        kept = LastBuild(fingerprint, *_span(loaded.site), outcome.outputs, report)
        cache.keep_build(str(folder.resolve()), msgspec.msgpack.encode(kept))
        return report


class _Compared(NamedTuple):
    """Planned outputs by what is to be done: pages to render, files to copy, outputs that are right as they are."""

    stale: tuple[Planned, ...]
    files: tuple[Planned, ...]
    right: dict[str, tuple[bytes, bytes]]


class _Outcome(NamedTuple):
    new: dict[str, bytes | Path]
    outputs: dict[str, tuple[bytes, bytes]]


def _compare(planned: tuple[Planned, ...], output: OutputFolder, last: LastBuild | None) -> _Compared:
    """What is there and was made from the same view needs nothing; all else is rendered or copied again."""
    before = last.outputs if last else {}
    stale, files, right = [], [], {}
    for one in planned:
        there = output.digests.get(one.path)
        if one.page is None:
            digest_of_it = one.digest or b""
            if there != digest_of_it:
                files.append(one)
            right[one.path] = (one.key, digest_of_it)
        elif there is not None and before.get(one.path) == (one.key, there):
            right[one.path] = (one.key, there)
        else:
            stale.append(one)
    return _Compared(tuple(stale), tuple(files), right)


def _outcome(compared: _Compared, rendered: dict[str, bytes], output: OutputFolder) -> _Outcome:
    """The bytes to write (pages that came out as they were are not among them), and all outputs with their digests."""
    new: dict[str, bytes | Path] = {one.path: one.file for one in compared.files}
    outputs = dict(compared.right)
    for one in compared.stale:
        data = rendered[one.path]
        outputs[one.path] = (one.key, content_digest(data))
        if output.digests.get(one.path) != outputs[one.path][1]:
            new[one.path] = data
    return _Outcome(new, outputs)


def _fingerprint(inputs: Inputs, settings: Settings) -> bytes:
    """The digest of everything that goes in, except the clock."""
    theme = inputs.theme.fingerprint if inputs.theme else b""
    parts = [part for file in inputs.sources.files for part in (file.path.encode(), file.digest)]
    overrides = msgspec.json.encode((settings.url, settings.pages_url, settings.output, settings.include_held_back))
    return digest(code_version(), theme, inputs.sources.config.encode(), overrides, *parts)


def _span(site: Site) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The moments between which the same stories are published: the last that came due, the next that will."""
    been = [due(story.story, site.config.zone) for story in site.stories if not story.held_back]
    coming = [story.appears for story in site.held_back if story.appears]
    return max(been, default=None), min(coming, default=None)


def _last_build(cache: Cache, folder: Path) -> LastBuild | None:
    kept = cache.last_build(str(folder.resolve()))
    if kept:
        with suppress(msgspec.DecodeError):  # kept by another version
            return msgspec.msgpack.decode(kept, type=LastBuild)
    return None


def _holds(last: LastBuild, now: dt.datetime, output: OutputFolder) -> bool:
    """Whether the clock lets the last build stand, and the folder holds just what that build left."""
    if (last.since and now < last.since) or (last.until and now >= last.until):
        return False
    intact = all(output.digests.get(path) == found for path, (_, found) in last.outputs.items())
    return intact and output.owned == last.outputs.keys()
