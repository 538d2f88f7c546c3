"""A site with stories about companies has a page that says how it works."""

import pytest

from generator.checks import CHECKS, Rendered, run_checks
from tests.conftest import MakeSite
from tests.site.linking import link
from tests.sites import SITE_TOML, story

ACME = {"content/stories/2024-01-01-a.md": story("A", company="Acme")}
POLICY = {"content/pages/policy.md": "---\ntitle: House rules\n---\nWe were there.\n"}


def said(make_site: MakeSite, files: dict[str, str]) -> list[str]:
    site = link(make_site(files)).site
    return [str(problem) for problem in run_checks(CHECKS, Rendered(site, {}, {}), site.config.check)]


def test_a_story_about_a_company_asks_for_a_policy(make_site: MakeSite) -> None:
    (found,) = said(make_site, ACME)
    assert found == (
        "content/pages/policy.md: warning: this site has stories about companies, but no page at /policy/ that says how"
        " it works. [missing-policy] Write this file: what you publish, how records count, how companies reply, and who"
        " you are. 'firsthand init' in a new folder writes one that you can copy."
    )


@pytest.mark.parametrize("path", ["content/pages/policy.md", "content/pages/policy/index.md"])
def test_with_one_nothing_is_said(path: str, make_site: MakeSite) -> None:
    assert said(make_site, ACME | {path: POLICY["content/pages/policy.md"]}) == []


def test_a_page_elsewhere_is_none(make_site: MakeSite) -> None:
    assert len(said(make_site, ACME | {"content/pages/about/policy.md": POLICY["content/pages/policy.md"]})) == 1


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"content/stories/2024-01-01-a.md": story("A")},
        {"content/stories/2024-01-01-a.md": story("A", mentions="[Acme]")},
        {"content/companies/acme.md": "---\n---\n"},
        {"content/stories/2024-01-01-a.md": story("A", company="Acme", draft="true")},
    ],
)
def test_a_site_without_a_published_story_about_a_company_needs_none(
    files: dict[str, str], make_site: MakeSite
) -> None:
    assert said(make_site, files) == []


def test_a_site_may_do_without(make_site: MakeSite) -> None:
    assert said(make_site, ACME | {"site.toml": SITE_TOML + '[check]\nignore = ["missing-policy"]\n'}) == []
