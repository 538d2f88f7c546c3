"""The pictures of a site are made ready: each that is published, once."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.cache import Cache
from generator.config import ImagesConfig, SiteConfig
from generator.errors import FirsthandError, Problem, did_you_mean
from generator.images import HEAD, Variant, is_image, prepare_images
from generator.load import SourceFile
from generator.pipeline.load import LinkedContent
from generator.pipeline.published import published_files
from generator.pipeline.settings import Settings
from generator.site import Pictures, Site
from generator.theme import Theme
from generator.urls import output_path


class LoadedSite(NamedTuple):
    """The site whole. `files` are the content files that are not Markdown, by their paths below content/; what was
    made of pictures lies in `store`.

    `problems` may hold errors until outputs are planned: two files that claim one address are to be told with them.
    """

    site: Site
    theme: Theme
    files: Mapping[str, SourceFile]
    store: Path
    problems: tuple[Problem, ...]


def prepare_pictures(
    linked: LinkedContent, settings: Settings, cache: Cache, *, output: Mapping[str, bytes] | None = None
) -> LoadedSite:
    """The site with its pictures, which are read from disk and made in the store.

    `output` has the digests of what the output folder holds, by path: a picture that is right there is not made again.
    Raises FirsthandError where the theme cannot be read: nothing can be planned without its words.
    """
    site, config = linked.site, linked.site.config.images
    published = published_files(site, linked.files)
    pictures = {
        below: file for below, (_, file) in published.items() if not _is_untouched(below, config) and _is_picture(file)
    }
    places = {file.path: path for path, file in published.values()}

    def is_there(source: str, made: Variant) -> bool:
        return (output or {}).get(output_path(places[source] + made.suffix)) == made.digest

    prepared = prepare_images(
        tuple(pictures.values()),
        store=settings.picture_store,
        cache=cache,
        is_there=is_there,
        progress=settings.progress,
    )
    found = (*linked.problems, *_untouched_problems(linked.site.config, linked.files), *prepared.problems)
    if linked.theme is None:
        raise FirsthandError(found)
    images = {below: image for below, file in pictures.items() if (image := prepared.images.get(file.path))}
    site = msgspec.structs.replace(site, pictures=Pictures(images, linked.theme.sizes))
    return LoadedSite(site, linked.theme, linked.files, settings.picture_store, found)


def _is_picture(file: SourceFile) -> bool:
    """By its name, or by what it holds. Reads the file's first bytes."""
    if is_image(file.path):
        return True
    with suppress(OSError), file.real.open("rb") as opened:
        return is_image(file.path, opened.read(HEAD))
    return False  # it was read a moment ago; whoever copies it will say so


def _is_untouched(below: str, config: ImagesConfig) -> bool:
    return any(_is_at(below, path) for path in config.untouched)


def _is_at(below: str, path: str) -> bool:
    """Whether a file is the one at a path, or lies in the folder there."""
    return below == path or below.startswith(f"{path.rstrip('/')}/")


def _untouched_problems(config: SiteConfig, files: Mapping[str, SourceFile]) -> Iterator[Problem]:
    """A problem for each exception in site.toml that names nothing: the file that it means would lose its metadata."""
    for number, path in enumerate(config.images.untouched):
        if not any(_is_at(below, path) for below in files):
            folders = (below.rpartition("/")[0] + "/" for below in files if below.startswith("static/"))
            near = did_you_mean(path, dict.fromkeys((*files, *folders)))
            hint = near or "Write the path of a file or folder below content/, such as static/press/."
            message = f"images.untouched: there is no file or folder content/{path}."
            yield Problem(config.places.at(f"images.untouched[{number}]"), message, hint)
