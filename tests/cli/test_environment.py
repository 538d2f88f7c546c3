"""Flags and environment stand in for the clock, the address and the output folder, and for nothing else."""

import pytest

from tests.conftest import MakeSite
from tests.running import run
from tests.sites import SITE_TOML, SiteUnderTest, story

PAGES = "https://dana.github.io/stories"
OWN = "https://told.example/"
JUNE = "2026-06-01"

ON_PAGES = SITE_TOML.replace(OWN, "https://somebody.github.io/")
WITHOUT = SITE_TOML.replace(f'url = "{OWN}"\n', "")


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    return make_site({"content/stories/2026-05-05-first.md": story("First")})


def address_of(site: SiteUnderTest) -> str:
    """The site's address, as its sitemap is told to crawlers."""
    return site.read("robots.txt").partition("Sitemap: ")[2].removesuffix("sitemap.xml\n")


def test_now_goes_before_source_date_epoch_and_that_before_the_clock(site: SiteUnderTest) -> None:
    assert run("build", at=site.root, SOURCE_DATE_EPOCH="1700000000").stdout.startswith("held back: ")
    again = run("build", "--now", JUNE, at=site.root, SOURCE_DATE_EPOCH="1700000000")
    assert again.stdout.startswith("1 story → ")


def test_source_date_epoch_counts_seconds_since_1970(site: SiteUnderTest) -> None:
    midnight = 1777939200
    before = run("build", at=site.root, SOURCE_DATE_EPOCH=str(midnight - 1))
    assert "(appears 2026-05-05 00:00 UTC)" in before.stdout
    assert run("build", at=site.root, SOURCE_DATE_EPOCH=str(midnight)).stdout.startswith("1 story → ")


def test_the_environment_can_name_another_address(site: SiteUnderTest) -> None:
    assert run("build", "--now", JUNE, at=site.root, FIRSTHAND_URL="https://other.example/x/").exit_code == 0
    assert address_of(site) == "https://other.example/x/"
    assert OWN not in "".join(site.read(path) for path in ("index.html", "feed.xml", "sitemap.xml", "feed.json"))
    assert "https://other.example/x/stories/first/" in site.read("feed.xml")


def test_the_flag_goes_before_the_environment(site: SiteUnderTest) -> None:
    flag = "https://flag.example/"
    run("build", "--url", flag, "--now", JUNE, at=site.root, FIRSTHAND_URL="https://other.example/")
    assert address_of(site) == flag


def test_the_environment_can_name_another_output_folder(site: SiteUnderTest) -> None:
    assert run("build", "--now", JUNE, at=site.root, FIRSTHAND_OUTPUT="public/site").exit_code == 0
    assert (site.root / "public/site/index.html").is_file()
    assert not (site.root / "_site").exists()
    run("build", "--now", JUNE, "--output", "elsewhere", at=site.root, FIRSTHAND_OUTPUT="public/site")
    assert (site.root / "elsewhere/index.html").is_file()


def test_an_output_folder_is_relative_to_the_site(site: SiteUnderTest) -> None:
    here = site.root.parent
    assert run("build", "--site", str(site.root), "--output", "out", "--now", JUNE, at=here).exit_code == 0
    assert (site.root / "out/index.html").is_file()


@pytest.mark.parametrize("settings", [ON_PAGES, WITHOUT], ids=["github.io in site.toml", "no url in site.toml"])
def test_the_address_that_github_pages_gives_stands_in(settings: str, site: SiteUnderTest) -> None:
    site.write("site.toml", settings)
    assert run("build", "--now", JUNE, at=site.root, FIRSTHAND_PAGES_URL=PAGES).exit_code == 0
    assert address_of(site) == f"{PAGES}/"
    assert 'href="/stories/' in site.read("404.html")
    assert "CNAME" not in site.tree()


def test_a_domain_of_one_s_own_goes_before_what_github_pages_gives(site: SiteUnderTest) -> None:
    assert run("build", "--now", JUNE, at=site.root, FIRSTHAND_PAGES_URL=PAGES).exit_code == 0
    assert address_of(site) == OWN
    assert site.read("CNAME") == "told.example\n"


def test_a_named_address_goes_before_what_github_pages_gives(site: SiteUnderTest) -> None:
    site.write("site.toml", ON_PAGES)
    named = {"FIRSTHAND_URL": "https://other.example/", "FIRSTHAND_PAGES_URL": PAGES}
    run("build", "--now", JUNE, at=site.root, **named)
    assert address_of(site) == "https://other.example/"


def test_an_empty_variable_is_as_good_as_none(site: SiteUnderTest) -> None:
    empty = dict.fromkeys(("FIRSTHAND_URL", "FIRSTHAND_OUTPUT", "FIRSTHAND_PAGES_URL", "SOURCE_DATE_EPOCH"), "")
    assert run("build", "--now", JUNE, at=site.root, **empty).exit_code == 0
    assert address_of(site) == OWN


def test_without_any_address_one_is_asked_for(site: SiteUnderTest) -> None:
    site.write("site.toml", WITHOUT)
    result = run("build", at=site.root)
    assert result.exit_code == 1
    assert "site.toml:2:1: site.url is missing. Add it under [site], such as url = " in result.stderr


@pytest.mark.parametrize(
    "folder",
    ["content/out", "./content/../Content", ".git/x", "themes/x", ".firsthand/preview", ".", "..", "../..", "link/out"],
)
def test_an_output_folder_is_never_where_something_else_lives(folder: str, site: SiteUnderTest) -> None:
    (site.root / "link").symlink_to("content")
    result = run("build", "--now", JUNE, "--output", folder, at=site.root)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"--output / FIRSTHAND_OUTPUT: the site cannot be written to {folder!r}: ")
    assert sorted(path.name for path in site.root.iterdir() if path.name != ".firsthand") == [
        "content",
        "link",
        "site.toml",
    ]
    assert not (site.root / ".firsthand/preview").exists()


def test_an_output_folder_may_lie_anywhere_else(site: SiteUnderTest) -> None:
    for folder in ("contents", "out/content", str(site.root.parent / "out")):
        assert run("build", "--now", JUNE, "--output", folder, at=site.root).exit_code == 0
        assert (site.root / folder / "index.html").is_file()


def test_a_link_in_site_toml_that_leads_into_content_is_no_output_folder(site: SiteUnderTest) -> None:
    (site.root / "link").symlink_to("content")
    site.write("site.toml", SITE_TOML + '[build]\noutput = "link/out"\n')
    (problem,) = site.problems()
    assert problem == (
        "site.toml:7:10: build.output: the site cannot be written to 'link/out': content/ is used for something else."
        " Name a new folder, such as _site."
    )


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", "2025-01-01", "99999999999", "١٢٣", " "])
def test_a_source_date_epoch_that_is_no_moment_is_named_and_not_taken_for_the_clock(
    epoch: str, site: SiteUnderTest
) -> None:
    result = run("build", at=site.root, SOURCE_DATE_EPOCH=epoch)
    assert result.exit_code == 2
    assert f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds since 1970." in result.stderr
    assert not (site.root / "_site").exists()
    assert run("build", "--now", JUNE, at=site.root, SOURCE_DATE_EPOCH=epoch).exit_code == 0
