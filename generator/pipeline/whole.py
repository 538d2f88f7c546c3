"""A whole site rendered in memory, for the checks: nothing is written."""

from generator.cache import open_cache
from generator.checks import Rendered
from generator.errors import FirsthandError, Problem
from generator.pipeline.load import load_site, read_inputs
from generator.pipeline.plan import plan_outputs
from generator.pipeline.render import render_pages
from generator.pipeline.settings import Settings


def render_whole(settings: Settings) -> tuple[Rendered, tuple[Problem, ...]]:
    """Every output of the site, with the warnings. Raises FirsthandError where a build would."""
    inputs = read_inputs(settings)
    if not inputs.sources.config:
        raise FirsthandError(inputs.problems)
    with open_cache(settings.cache_file) as cache:
        loaded = load_site(inputs, settings, cache)
    planned = plan_outputs(loaded)
    pages = render_pages(loaded, planned)
    outputs = {one.path: pages.get(one.path, b"") for one in planned}
    return Rendered(loaded.site, outputs, {one.path: one.source for one in planned}), loaded.problems
