"""All pictures of a site, prepared: remembered ones are looked up, the others made in parallel."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import msgspec

from generator.cache import Cache, content_key
from generator.digests import content_digest
from generator.disk_errors import explain
from generator.errors import FirsthandError, Location, Problem
from generator.images.formats import FORMATS, SVG, named_format
from generator.images.model import Finding, ImageFile, Prepared, PreparedImage, RefusedError, Variant
from generator.images.store import delete_unused, is_stored, write_file
from generator.images.work import Budget, in_threads

LARGEST_FILE = 100_000_000
"""Bytes; GitHub takes no larger file either."""
_PIXELS_AT_ONCE = 100_000_000

Progress = Callable[[int, int], None]
"""Told how many pictures are done of those that have to be made: first of all none, in the end all."""
IsThere = Callable[[str, Variant], bool]
"""Whether a file of the picture with this path stands where it is to be published, and so need not be in the store."""


class _Facts(msgspec.Struct, frozen=True):
    """What is remembered of some bytes, whatever files hold them."""

    format: str
    files: tuple[Variant, ...]
    findings: tuple[Finding, ...]


def prepare_images(
    images: Sequence[ImageFile],
    *,
    store: Path,
    cache: Cache,
    is_there: IsThere = lambda _path, _file: False,
    progress: Progress | None = None,
) -> Prepared:
    """Every picture cleaned and in its widths, the files in `store`: see `file_of`.

    Raises FirsthandError where the store cannot be written; all that is wrong with pictures stands in the result.
    """
    keys = {image.path: content_key("picture", "", b"", image.digest) for image in images}
    known = dict(_remembered(cache, keys.values()))
    missing = {
        keys[image.path]: image
        for image in images
        if keys[image.path] not in known
        # Asked of each picture and not of each content: a copy that is there serves no other place.
        or not all(is_there(image.path, file) or is_stored(store, file) for file in known[keys[image.path]].files)
    }
    known = {key: facts for key, facts in known.items() if key not in missing}
    refused: dict[bytes, Finding] = {}
    for key, made in _made(missing, store, progress):
        if isinstance(made, Finding):
            refused[key] = made
        else:
            known[key] = made
            cache.put({key: msgspec.msgpack.encode(made)})
    delete_unused(store, [file for facts in known.values() for file in facts.files])
    prepared = {
        image.path: _prepared(image.path, known[keys[image.path]]) for image in images if keys[image.path] in known
    }
    errors = [_problem(image.path, refused[keys[image.path]]) for image in images if keys[image.path] in refused]
    return Prepared(prepared, (*errors, *(problem for image in prepared.values() for problem in image.problems)))


def _remembered(cache: Cache, keys: Iterable[bytes]) -> Iterator[tuple[bytes, _Facts]]:
    decoder = msgspec.msgpack.Decoder(_Facts)
    for key, value in cache.get(dict.fromkeys(keys)).items():
        yield key, decoder.decode(value)


def _made(
    missing: Mapping[bytes, ImageFile], store: Path, progress: Progress | None
) -> Iterator[tuple[bytes, _Facts | Finding]]:
    """What became of each picture, as soon as it is done, so that a build that is stopped has not worked in vain."""
    if not missing:
        return
    told = progress or (lambda _done, _total: None)
    told(0, len(missing))
    budget = Budget(_PIXELS_AT_ONCE)
    try:
        with _quiet():
            done = in_threads(lambda key: _make(missing[key], store, budget), tuple(missing))
            for count, (key, made) in enumerate(done, start=1):
                yield key, made
                told(count, len(missing))
    except OSError as error:
        why, hint = explain(error)
        at = Location(f"{store.parent.name}/{store.name}")
        raise FirsthandError([Problem(at, f"cannot be written: {why}.", hint)]) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Pillow warns of what is dealt with here: large pictures, odd animations. Set for all threads at once."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"PIL\.")
        yield


def _make(image: ImageFile, store: Path, budget: Budget) -> _Facts | Finding:
    """One picture read, made and stored. Raises OSError where the store cannot be written."""
    # Pillow takes time to load, and a build with no new picture must not wait for it.
    from generator.images.make import make_picture

    try:
        made = make_picture(_read(image), image.path, budget.admit)
    except RefusedError as refused:
        return refused.finding
    for file in made.files:
        write_file(store, file)
    return _Facts(made.format, tuple(file.variant for file in made.files), made.findings)


def _read(image: ImageFile) -> bytes:
    try:
        if image.real.stat().st_size > LARGEST_FILE:
            message = f"this file has more than {LARGEST_FILE // 1_000_000} MB."
            raise RefusedError(message, "Make the picture smaller, or export it as JPEG.")
        data = image.real.read_bytes()
    except OSError as error:
        why, hint = explain(error)
        raise RefusedError(f"cannot be read: {why}.", hint) from error
    if content_digest(data) != image.digest:
        raise RefusedError("this file changed while Firsthand was reading it.", "Build again.")
    return data


def _prepared(path: str, facts: _Facts) -> PreparedImage:
    problems = [_problem(path, finding) for finding in (*_misnamed(path, facts.format), *facts.findings)]
    return PreparedImage(facts.files[0], facts.files[1:], tuple(problems))


def _misnamed(path: str, true: str) -> Iterator[Finding]:
    """A finding for a name that promises another format. Browsers look into bitmaps themselves, but not into SVG."""
    named = named_format(path)
    if named is None or named.name == true:
        return
    right = next(format_ for format_ in FORMATS if format_.name == true)
    hint = f"Rename it to {PurePosixPath(path).stem}{right.suffixes[0]}, and change its name where you show it."
    severe = SVG in (named, right)
    message = f"the name says {named.name}, but the file is {true}."
    yield Finding(message, hint, "error" if severe else "warning")


def _problem(path: str, finding: Finding) -> Problem:
    return Problem(Location(path, finding.line, finding.column), finding.message, finding.hint, finding.severity)
