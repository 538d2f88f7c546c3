"""The names of checks in site.toml and in stories."""

from collections.abc import Iterable, Iterator

from generator.checks.check import Check
from generator.config import SiteConfig
from generator.errors import Problem, did_you_mean
from generator.story import Story


def unknown_checks(checks: Iterable[Check], config: SiteConfig, stories: Iterable[Story]) -> Iterator[Problem]:
    """A problem for each name that no check has: a misspelt name would ignore nothing."""
    known = tuple(check.id for check in checks)
    wanted = [(config.places, f"check.ignore[{number}]", name) for number, name in enumerate(config.check.ignore)]
    wanted += [(config.places, f"check.severity.{name}", name) for name, _ in config.check.severity]
    wanted += [
        (story.places, f"ignore[{number}]", name) for story in stories for number, name in enumerate(story.ignore)
    ]
    for places, trail, name in wanted:
        if name not in known:
            hint = did_you_mean(name, known) or f"The checks are {', '.join(known)}."
            key = trail.partition("[")[0].removesuffix(f".{name}")
            yield Problem(places.at(trail), f"{key}: there is no check {name!r}.", hint)
