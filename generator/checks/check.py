"""What a check is: a function from the rendered site to problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from generator.config import CheckConfig
from generator.errors import Problem, Severity
from generator.site import Site


class Rendered(NamedTuple):
    """A whole site in memory.

    `outputs` has the bytes of each page by its path in the output folder, and empty bytes for copied files. `sources`
    says where each output comes from. `texts` has the Markdown files of content/ as they are, by path.
    """

    site: Site
    outputs: Mapping[str, bytes]
    sources: Mapping[str, str]
    texts: Mapping[str, str] = MappingProxyType({})


class Check(NamedTuple):
    """A check by the id under which site.toml can ignore it or change its severity."""

    id: str
    severity: Severity
    run: Callable[[Rendered], Iterable[Problem]]


def run_checks(checks: Iterable[Check], rendered: Rendered, config: CheckConfig) -> Iterator[Problem]:
    """The problems that the checks find, with the severities that the site wants; each names its check.

    A story's own `ignore` leaves out the problems that those checks find in it.
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
