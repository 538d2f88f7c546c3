"""What a site consists of: every output with its path, where its bytes come from, and what decides about them."""

from collections.abc import Iterator

import msgspec

from generator.cache import code_version
from generator.digests import content_digest, digest
from generator.errors import FirsthandError, Location, Problem, errors_in
from generator.images import file_of
from generator.pages import INDEXES, KINDS, Copy, Page
from generator.pages.frame import make_frame
from generator.pipeline.clashes import clashes
from generator.pipeline.pictures import LoadedSite
from generator.pipeline.planned import Planned
from generator.pipeline.published import published_files
from generator.site import Site
from generator.theme import Theme
from generator.theme.strings import UnknownStringError
from generator.urls import output_path

_TEMPLATES = {kind.name: kind.template for kind in KINDS if kind.template}


def plan_outputs(loaded: LoadedSite) -> tuple[Planned, ...]:
    """Every output of the site by its path.

    Raises FirsthandError with every problem, if one is an error: those found so far, and each two outputs that claim
    one place.
    """
    try:
        outputs = _outputs(loaded)
    except FirsthandError as error:
        raise FirsthandError((*loaded.problems, *error.problems)) from error
    found = (*loaded.problems, *clashes(outputs))
    if errors_in(found):
        raise FirsthandError(found)
    return outputs


def _outputs(loaded: LoadedSite) -> tuple[Planned, ...]:
    site, theme = loaded.site, loaded.theme
    surroundings = digest(theme.fingerprint, msgspec.msgpack.encode(make_frame(site)))
    return (
        *(_planned_page(page, surroundings) for page in plan_pages(site)),
        *(_planned_copy(copy) for copy in plan_copies(loaded)),
        *_assets(theme),
    )


def plan_pages(site: Site) -> tuple[Page, ...]:
    """All pages and feeds, and the indexes of them. Raises FirsthandError for words that the theme does not have."""
    try:
        pages = tuple(page for kind in KINDS for page in kind.plan(site))
    except UnknownStringError as error:
        at = Location(f"themes/{site.config.theme}/strings")
        add = ' Add it, or write extends = "counter" in theme.toml.' if error.is_missing else ""
        hint = f"Feeds use this string.{add}"
        raise FirsthandError([Problem(at, str(error), hint)]) from error
    return (*pages, *(page for index in INDEXES for page in index.plan(site, pages)))


def plan_copies(loaded: LoadedSite) -> Iterator[Copy]:
    """Every published file: of a picture all that was made of it, any other as it is."""
    for below, (path, file) in published_files(loaded.site, loaded.files).items():
        image = loaded.site.pictures.images.get(below)
        if image is None:
            yield Copy(path, file.path, file.real, file.digest)
        else:
            for made in image.files:
                yield Copy(path + made.suffix, file.path, file_of(loaded.store, made), made.digest)


def _planned_page(page: Page, surroundings: bytes) -> Planned:
    """Pages by template depend on their view, the frame and the whole theme; others on their view and our code."""
    around = surroundings if page.kind in _TEMPLATES else b""
    key = digest(code_version(), around, page.kind.encode(), msgspec.msgpack.encode(page.view))
    return Planned(output_path(page.path), page.source, key, page=page)


def _planned_copy(copy: Copy) -> Planned:
    return Planned(output_path(copy.path), copy.source, b"", file=copy.file, digest=copy.digest)


def _assets(theme: Theme) -> Iterator[Planned]:
    for asset in theme.assets.values():
        source = f"the asset {asset.name} of the theme {theme.name}"
        yield Planned(output_path(asset.path), source, b"", file=asset.data, digest=content_digest(asset.data))
