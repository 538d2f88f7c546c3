"""Checks as a whole: each names itself, and the site decides how grave it is."""

from collections.abc import Iterable

import pytest

from generator.checks import CHECKS, Check, Rendered, run_checks
from generator.config import CheckConfig
from generator.errors import Location, Problem, Severity
from tests.conftest import MakeSite
from tests.pages.planning import at
from tests.site.linking import link
from tests.sites import SITE_TOML, story


def grumble(rendered: Rendered) -> Iterable[Problem]:
    yield Problem(Location("a.md", 3), f"{rendered.site.config.title} is grumbled at.", "Cheer up.")


GRUMBLE = Check("grumble", "error", grumble)
WHISPER = Check("whisper", "warning", grumble)
DEFAULT = CheckConfig(ignore=(), severity=())


def said(make_site: MakeSite, config: CheckConfig = DEFAULT) -> list[str]:
    rendered = Rendered(link(make_site()).site, {}, {})
    return list(map(str, run_checks((GRUMBLE, WHISPER), rendered, config)))


def test_each_problem_names_its_check_and_has_the_checks_severity(make_site: MakeSite) -> None:
    assert said(make_site) == [
        "a.md:3: Told is grumbled at. [grumble] Cheer up.",
        "a.md:3: warning: Told is grumbled at. [whisper] Cheer up.",
    ]


def test_a_check_that_the_site_ignores_is_not_run(make_site: MakeSite) -> None:
    assert said(make_site, CheckConfig(ignore=("grumble", "whisper"), severity=())) == []


@pytest.mark.parametrize(("severity", "mark"), [("error", ""), ("warning", "warning: ")])
def test_the_site_decides_how_grave_a_check_is(severity: Severity, mark: str, make_site: MakeSite) -> None:
    config = CheckConfig(ignore=(), severity=(("grumble", severity), ("whisper", severity)))
    assert [one.removesuffix(" Cheer up.") for one in said(make_site, config)] == [
        f"a.md:3: {mark}Told is grumbled at. [grumble]",
        f"a.md:3: {mark}Told is grumbled at. [whisper]",
    ]


@pytest.mark.parametrize(
    ("lines", "severities"),
    [
        ((), ["error"]),
        (("[check]", 'ignore = ["broken-link"]'), []),
        (("[check.severity]", 'broken-link = "warning"'), ["warning"]),
    ],
)
def test_site_toml_speaks_to_the_checks_by_their_ids(
    lines: tuple[str, ...], severities: list[str], make_site: MakeSite
) -> None:
    site = link(make_site(at("https://told.example/", *lines))).site
    rendered = Rendered(site, {"index.html": b'<a href="/gone/">x</a>'}, {"index.html": "the front page"})
    assert [problem.severity for problem in run_checks(CHECKS, rendered, site.config.check)] == severities


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            'ignore = ["alt", "brokn-link"]',
            "7:18: check.ignore: there is no check 'brokn-link'. Did you mean 'broken-li",
        ),
        (
            'severity = {brokn-link = "error"}',
            "7:26: check.severity: there is no check 'brokn-link'. Did you mean 'bro",
        ),
        ('ignore = "zzz"', "7:10: check.ignore: there is no check 'zzz'. The checks are "),
    ],
)
def test_a_check_that_is_not_there_is_an_error_of_a_build_too(lines: str, said: str, make_site: MakeSite) -> None:
    """It would be let pass in silence else, until somebody runs the checks."""
    site = make_site({"site.toml": f"{SITE_TOML}[check]\n{lines}\n"})
    *_, problem = site.problems()
    assert problem.startswith(f"site.toml:{said}")


def test_a_storys_own_ignore_knows_the_checks_too(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", draft="true", ignore="[broken-link, zzz]")})
    (problem,) = site.problems()
    assert problem.startswith("content/stories/2024-01-01-a.md:4:23: ignore: there is no check 'zzz'. The checks are ")


def test_every_check_has_an_id_of_its_own() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS) > 0
