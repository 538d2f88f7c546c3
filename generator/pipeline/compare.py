"""What is planned against what is there: which pages are stale, which files to copy, what to write in the end."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.digests import content_digest
from generator.output import OutputFolder
from generator.pipeline.planned import Planned

Known = Mapping[str, tuple[bytes, bytes]]
"""For each output's path the key of its page (empty for files) and the digest of its bytes."""


class Compared(NamedTuple):
    """Planned outputs by what is to be done: pages to render, files to copy, outputs that are right as they are."""

    stale: tuple[Planned, ...]
    files: tuple[Planned, ...]
    right: Known


class Outcome(NamedTuple):
    """What to write, by path, and everything that the site then consists of."""

    new: Mapping[str, bytes | Path]
    outputs: Known


def compare(planned: tuple[Planned, ...], output: OutputFolder, before: Known) -> Compared:
    """What is there and was made from the same view needs nothing; all else is rendered or copied again."""
    stale, files = [], []
    right: dict[str, tuple[bytes, bytes]] = {}
    for one in planned:
        there = output.digests.get(one.path)
        if one.digest is not None:
            right[one.path] = (one.key, one.digest)
            if there != one.digest:
                files.append(one)
        elif there is not None and before.get(one.path) == (one.key, there):
            right[one.path] = (one.key, there)
        else:
            stale.append(one)
    return Compared(tuple(stale), tuple(files), right)


def outcome(compared: Compared, rendered: Mapping[str, bytes], output: OutputFolder) -> Outcome:
    """Pages that came out as they were are not written again: overwriting costs four times a fresh write."""
    new: dict[str, bytes | Path] = {one.path: one.file for one in compared.files}
    outputs = dict(compared.right)
    for one in compared.stale:
        data = rendered[one.path]
        outputs[one.path] = (one.key, content_digest(data))
        if output.digests.get(one.path) != outputs[one.path][1]:
            new[one.path] = data
    return Outcome(new, outputs)
