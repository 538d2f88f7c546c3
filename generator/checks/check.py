"""What a check is: a function from the rendered site to problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from generator.config import CheckConfig
from generator.errors import Problem, Severity
from generator.site import Site


class Rendered(NamedTuple):
    """A whole site in memory. `outputs` has the bytes of each page by its path in the output folder, and empty bytes
    for copied files; `sources` names where each output comes from."""

    site: Site
    outputs: Mapping[str, bytes]
    sources: Mapping[str, str]


class Check(NamedTuple):
    """A check by the id under which site.toml can ignore it or change its severity."""

    id: str
    severity: Severity
    run: Callable[[Rendered], Iterable[Problem]]


def run_checks(checks: Iterable[Check], rendered: Rendered, config: CheckConfig) -> Iterator[Problem]:
    """The problems that the checks find, with the severities that the site wants; each names its check.

    What a story need not pass by its own `ignore` is not said of it.
    """
    severities = dict(config.severity)
    ignored = {story.story.source: story.story.ignore for story in rendered.site.stories}
    for check in checks:
        if check.id not in config.ignore:
            severity = severities.get(check.id, check.severity)
            found = check.run(rendered)
            for problem in (one for one in found if check.id not in ignored.get(one.at.path, ())):
                named = f"{problem.message} [{check.id}]"
                yield msgspec.structs.replace(problem, message=named, severity=severity)
