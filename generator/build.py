"""build_site(): the whole story of a build on one screen."""

from pathlib import Path

import msgspec

from generator.cache import Cache, open_cache
from generator.errors import FirsthandError, errors_in
from generator.output import foreign_files, locked, read_output, update
from generator.pipeline.compare import compare, outcome
from generator.pipeline.last import LastBuild, fingerprint, keep, recall, span
from generator.pipeline.load import Inputs, link_content, read_inputs
from generator.pipeline.pictures import prepare_pictures
from generator.pipeline.plan import plan_outputs
from generator.pipeline.render import render_pages
from generator.pipeline.report import BuildReport
from generator.pipeline.settings import Settings


def build_site(settings: Settings) -> BuildReport:
    """Bring the output folder up to date with content, theme and configuration.

    Raises FirsthandError with all problems; the folder is then as it was.
    """
    inputs = read_inputs(settings)
    if not inputs.sources.config:
        raise FirsthandError(inputs.problems)
    folder = settings.root / inputs.config.output
    with open_cache(settings.cache_file) as cache:
        if errors_in(inputs.problems):
            # raises, with what is wrong in content and pictures as well
            plan_outputs(prepare_pictures(link_content(inputs, settings, cache), settings, cache))
        with locked(folder, inputs.config.output):
            return _update(folder, inputs, settings, cache)


def _update(folder: Path, inputs: Inputs, settings: Settings, cache: Cache) -> BuildReport:
    going_in = fingerprint(inputs, settings)
    output = read_output(folder, inputs.config.output)
    last = recall(cache, folder)
    if last and last.still_holds(going_in, settings.now, output):
        return msgspec.structs.replace(last.report, written=(), deleted=(), unchanged=len(last.outputs))
    linked = link_content(inputs, settings, cache)
    loaded = prepare_pictures(linked, settings, cache, output=output.digests)
    planned = plan_outputs(loaded)
    foreign = foreign_files(output, (one.path for one in planned))
    if foreign:
        raise FirsthandError((*loaded.problems, *foreign))
    compared = compare(planned, output, last.outputs if last else {})
    rendered = render_pages(loaded, compared.stale)
    result = outcome(compared, rendered, output)
    changes = update(output, result.new, kept=result.outputs)
    report = BuildReport.of(loaded, changes, total=len(planned))
    keep(cache, folder, LastBuild(going_in, *span(loaded.site), dict(result.outputs), report))
    return report
