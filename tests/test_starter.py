"""The files of a new site: settings that explain themselves, and examples that work once their # is gone."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.starter import NewSite, starter_files
from tests.running import run
from tests.sites import SiteUnderTest

NEW = NewSite(
    title="Told",
    url="https://dana.github.io/told/",
    site_id="told-01234567",
    requirement="firsthand @ https://files.example/f.zip",
)
EXAMPLES = ("email", "repository", "comments", "nav")


@pytest.fixture
def site(tmp_path: Path) -> SiteUnderTest:
    assert run("init", "told", "--url", NEW.url, at=tmp_path).exit_code == 0
    return SiteUnderTest(tmp_path / "told")


def example(name: str, settings: str) -> str:
    """The lines of a commented example: those below the note about it, up to the next empty line."""
    start = rf"# {name} = " if name in ("email", "repository") else rf"# \[+{name}\]+\n"
    found = re.search(rf"^{start}.*?(?=\n\n|\Z)", settings, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[0].rstrip("\n")


def uncomment(site: SiteUnderTest, *names: str) -> dict[str, Any]:
    """Delete the # in front of some examples of site.toml, as its first lines say."""
    path = site.root / "site.toml"
    settings = path.read_text(encoding="utf-8")
    for name in names:
        lines = example(name, settings)
        settings = settings.replace(lines, re.sub(r"^# ?", "", lines, flags=re.MULTILINE))
    path.write_text(settings, encoding="utf-8")
    return tomllib.loads(settings)


def page(site: SiteUnderTest, path: str = "stories/the-loaf-that-came-back/index.html") -> str:
    built = run("build", at=site.root)
    assert (built.exit_code, built.stderr) == (0, "")
    checked = run("check", at=site.root)
    assert checked.exit_code == 0
    assert all("[placeholders]" in line for line in checked.stderr.splitlines()), checked.stderr
    return site.read(path)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_is_explained_by_the_line_before_it(name: str, site: SiteUnderTest) -> None:
    settings = (site.root / "site.toml").read_text(encoding="utf-8")
    before = settings[: settings.index(example(name, settings))].splitlines()[-1]
    assert re.fullmatch(r"# [A-Z].{30,}\.", before)


def test_a_new_site_has_none_of_what_the_examples_set(site: SiteUnderTest) -> None:
    settings = tomllib.loads((site.root / "site.toml").read_text(encoding="utf-8"))
    assert set(settings) == {"site"}
    assert not {"email", "repository"} & set(settings["site"])
    assert "mailto:" not in page(site)


def test_with_the_email_example_companies_can_reply_and_readers_comment(site: SiteUnderTest) -> None:
    assert uncomment(site, "email")["site"]["email"] == "you@example.org"
    assert page(site).count("mailto:you@example.org") >= 2, "once for replies and once for comments"


def test_with_the_repository_example_companies_can_reply_there(site: SiteUnderTest) -> None:
    assert uncomment(site, "repository")["site"]["repository"] == "https://github.com/dana/told"
    assert "https://github.com/dana/told/issues/new" in page(site)


def test_with_the_comments_example_readers_comment_there(site: SiteUnderTest) -> None:
    assert uncomment(site, "comments")["comments"]["how"].startswith("mailto:comments@example.org")
    assert "mailto:comments@example.org?subject=Comment:%20The%20loaf" in page(site)


def test_the_example_of_a_menu_replaces_the_whole_menu(site: SiteUnderTest) -> None:
    before = menu(page(site, "index.html"))
    assert {"Archive", "About", "How this site works"} <= set(before)
    entries = uncomment(site, "nav")["nav"]
    assert menu(page(site, "index.html")) == [entry["title"] for entry in entries] == ["Stories", "Companies", "About"]


def menu(html: str) -> list[str]:
    return re.findall(r">([^<]+)</a></li>", html.partition("<nav ")[2].partition("</nav>")[0])


def test_all_examples_together_make_a_site(site: SiteUnderTest) -> None:
    settings = uncomment(site, *EXAMPLES)
    assert set(settings) == {"site", "comments", "nav"}
    html = page(site)
    assert "mailto:you@example.org" in html
    assert "mailto:comments@example.org" in html
    assert "https://github.com/dana/told/issues/new" in html


@pytest.mark.parametrize(
    ("url", "repository"),
    [
        ("https://dana.github.io/told/", "https://github.com/dana/told"),
        ("https://dana.github.io/", "https://github.com/dana/dana.github.io"),
        ("https://your-name.github.io/told/", "https://github.com/your-name/told"),
        ("https://stories.example.org/", "https://github.com/your-name/your-repository"),
    ],
)
def test_the_example_of_a_repository_is_the_site_s_where_its_address_tells(url: str, repository: str) -> None:
    files = starter_files(NewSite(title="T", url=url, site_id="t", requirement=""))
    assert f'\n# repository = "{repository}"\n' in files["site.toml"]


def test_an_email_address_that_was_given_is_set_and_no_example(tmp_path: Path) -> None:
    files = starter_files(
        NewSite(title="T", url="https://t.example/", site_id="t", requirement="", email="d@t.example")
    )
    assert tomllib.loads(files["site.toml"])["site"]["email"] == "d@t.example"
    assert "you@example.org" not in files["site.toml"]


def test_what_somebody_typed_is_no_mark_to_be_filled_in() -> None:
    files = starter_files(NewSite(title="@@url@@", url="https://t.example/", site_id="t", requirement="@@title@@"))
    assert tomllib.loads(files["site.toml"])["site"]["title"] == "@@url@@"
    assert files["requirements.txt"].strip() == "@@title@@"


def test_nothing_of_the_starter_is_left_to_fill_in() -> None:
    for path, text in starter_files(NEW).items():
        assert "@@" not in text, path
