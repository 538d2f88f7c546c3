"""The check for names that Windows cannot store."""

import pytest

from generator.checks import run_checks
from generator.checks.windows import CHECK
from generator.pipeline.whole import render_whole
from tests.conftest import MakeSite
from tests.sites import SITE_TOML, SiteUnderTest, story

ONE = {"content/stories/2024-01-01-shoes.md": story()}


def said(site: SiteUnderTest) -> list[str]:
    rendered, _ = render_whole(site.settings())
    return [str(problem) for problem in run_checks([CHECK], rendered, rendered.site.config.check)]


@pytest.mark.parametrize("name", ["aux.txt", "NUL", "what?.pdf", "12:30.txt", "end.", "com1/letter.pdf"])
def test_a_static_file_that_windows_cannot_store_is_named(name: str, make_site: MakeSite) -> None:
    part = name.partition("/")[0]
    (found,) = said(make_site({f"content/static/{name}": "x", **ONE}))
    assert found == (
        f"content/static/{name}: warning: Windows cannot store a file or folder called '{part}'. [windows-names]"
        " Rename it, so that the site can be edited and built there too."
    )


def test_a_story_s_file_is_named_too(make_site: MakeSite) -> None:
    assert said(make_site({"content/stories/2024-01-01-aux/index.md": story()})) == []
    (found,) = said(make_site({"content/stories/2024-01-01-why?.md": story()}, folder="other"))
    assert found.startswith("content/stories/2024-01-01-why?.md: warning: Windows cannot store a file or folder")


def test_an_old_address_is_named_with_the_story_that_has_it(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-shoes.md": story(aliases="[/2024/aux/]")})
    (found,) = said(site)
    assert found == (
        "content/stories/2024-01-01-shoes.md: warning: Windows cannot store a page at /2024/aux/, because of"
        " the name 'aux'. [windows-names] Change the address, so that the site can be built there too."
    )


def test_addresses_that_firsthand_makes_are_never_among_them(make_site: MakeSite) -> None:
    """Of a company, a tag, an author and a story that are called like devices."""
    site = make_site({"content/stories/2024-01-01-nul.md": story(company="CON", tags="[aux]", author="Prn")})
    assert said(site) == []
    site.build()
    pages = {"companies/con-/index.html", "tags/aux-/index.html", "authors/prn-/index.html", "stories/nul-/index.html"}
    assert pages <= site.tree().keys()


def test_the_check_can_be_turned_off(make_site: MakeSite) -> None:
    settings = SITE_TOML + '\n[check]\nignore = ["windows-names"]\n'
    assert said(make_site({"site.toml": settings, "content/static/aux.txt": "x", **ONE})) == []


def test_a_slug_that_windows_cannot_store_is_an_error(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-shoes.md": story(slug="con")})
    (found,) = site.problems()
    assert found.endswith("slug: Windows cannot store a page called 'con'. Use con- instead.")


def test_a_company_s_file_with_such_a_name_is_an_error(make_site: MakeSite) -> None:
    site = make_site({"content/companies/aux.md": "---\nname: Aux\n---\n", **ONE})
    (found,) = site.problems()
    assert "Windows cannot store a file called 'aux'. Rename the file to aux-.md" in found
