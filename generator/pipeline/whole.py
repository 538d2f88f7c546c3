"""A whole site rendered in memory, for the checks: nothing is written."""

from generator.cache import open_cache
from generator.checks import Rendered
from generator.errors import FirsthandError, Problem
from generator.pipeline.load import link_content, read_inputs
from generator.pipeline.pictures import prepare_pictures
from generator.pipeline.plan import plan_outputs
from generator.pipeline.render import render_pages
from generator.pipeline.settings import Settings


def render_whole(settings: Settings) -> tuple[Rendered, tuple[Problem, ...]]:
    """Every output of the site, with the warnings; pictures are made in the store. Raises FirsthandError where a build
    would."""
    inputs = read_inputs(settings)
    if not inputs.sources.config:
        raise FirsthandError(inputs.problems)
    with open_cache(settings.cache_file) as cache:
        loaded = prepare_pictures(link_content(inputs, settings, cache), settings, cache)
    planned = plan_outputs(loaded)
    pages = render_pages(loaded, planned)
    outputs = {one.path: pages.get(one.path, b"") for one in planned}
    texts = {file.path: file.data.decode(errors="replace") for file in inputs.sources.files if file.data is not None}
    return Rendered(loaded.site, outputs, {one.path: one.source for one in planned}, texts), loaded.problems
