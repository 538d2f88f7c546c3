"""firsthand init: a site that builds at once."""

import re
import tomllib
from pathlib import Path

import pytest

from generator.cli import init as init_command
from generator.cli.requirement import Requirement
from tests.running import run
from tests.sites import SiteUnderTest

FILES = {
    ".github/workflows/pages.yml",
    ".gitignore",
    "content/authors/me.md",
    "content/companies/larkfield-bakery.md",
    "content/pages/about.md",
    "content/pages/policy.md",
    "content/stories/2026-01-05-the-loaf-that-came-back.md",
    "requirements.txt",
    "site.toml",
}


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def settings(folder: Path) -> dict[str, str]:
    site: dict[str, str] = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))["site"]
    return site


def test_init_writes_a_whole_site_and_says_so(tmp_path: Path) -> None:
    result = run("init", "my-stories", at=tmp_path)
    assert result.exit_code == 0
    assert files_in(tmp_path / "my-stories") == FILES
    assert result.stdout.startswith("my-stories → 9 files written. Next: cd my-stories && firsthand serve\n")


def test_a_new_site_builds_at_once_and_its_check_finds_nothing(tmp_path: Path) -> None:
    run("init", "my-stories", at=tmp_path)
    built = run("build", at=tmp_path / "my-stories")
    assert built.exit_code == 0, built.stderr
    assert built.stdout.startswith("1 story → ")
    assert built.stderr == ""
    checked = run("check", at=tmp_path / "my-stories")
    assert (checked.exit_code, checked.stderr) == (0, "")


def test_every_file_of_a_new_site_has_its_page_and_no_page_is_without_its_file(tmp_path: Path) -> None:
    run("init", "my-stories", at=tmp_path)
    site = SiteUnderTest(tmp_path / "my-stories")
    run("build", at=site.root)
    pages = {path.removesuffix("index.html") for path in site.tree() if path.count("/") == 2}
    assert {page for page in pages if page.startswith(("stories/", "companies/", "authors/")) and page[-1] == "/"} == {
        "stories/the-loaf-that-came-back/",
        "companies/larkfield-bakery/",
        "authors/me/",
    }
    assert "about/index.html" in site.tree()
    assert "The loaf that came back" in site.read("stories/the-loaf-that-came-back/index.html")
    assert "/companies/larkfield-bakery/" in site.read("stories/the-loaf-that-came-back/index.html")


def test_a_new_site_says_how_it_works_and_every_page_leads_there(tmp_path: Path) -> None:
    run("init", "my-stories", at=tmp_path)
    site = SiteUnderTest(tmp_path / "my-stories")
    run("build", at=site.root)
    assert '<h1 class="face">How this site works</h1>' in site.read("policy/index.html")
    for page in ("index.html", "about/index.html", "companies/larkfield-bakery/index.html", "404.html"):
        assert '<a href="/my-stories/policy/">How this site works</a>' in site.read(page).partition("<footer>")[2], page


def test_what_a_build_leaves_behind_is_ignored_by_git(tmp_path: Path) -> None:
    run("init", "my-stories", at=tmp_path)
    before = files_in(tmp_path / "my-stories")
    run("build", at=tmp_path / "my-stories")
    made = {f"/{path.split('/')[0]}/" for path in files_in(tmp_path / "my-stories") - before}
    assert made == set((tmp_path / "my-stories/.gitignore").read_text(encoding="utf-8").split())


def test_two_sites_of_one_name_never_share_an_id(tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        run("init", "my-stories", at=tmp_path / place)
    first, second = settings(tmp_path / "a/my-stories")["id"], settings(tmp_path / "b/my-stories")["id"]
    assert re.fullmatch(r"my-stories-[0-9a-f]{8}", first)
    assert first != second


def test_nothing_of_the_starter_is_left_to_fill_in(tmp_path: Path) -> None:
    run("init", "my-stories", at=tmp_path)
    for path in FILES:
        assert "@@" not in (tmp_path / "my-stories" / path).read_text(encoding="utf-8"), path


def test_the_title_comes_from_the_folder_s_name_unless_it_is_given(tmp_path: Path) -> None:
    run("init", "good_and-bad", at=tmp_path)
    run("init", "other", "--title", 'Dana\'s "good" \\ bad', at=tmp_path)
    assert settings(tmp_path / "good_and-bad")["title"] == "Good and bad"
    assert settings(tmp_path / "other")["title"] == "Dana's good  bad"


@pytest.mark.parametrize("title", ["two\nlines", "a\tb", "bell\x07", "@@name@@ @@requirement@@", "😀", "عربي"])
def test_whatever_the_title_the_site_builds(title: str, tmp_path: Path) -> None:
    assert run("init", "site", "--title", title, at=tmp_path).exit_code == 0
    built = run("build", at=tmp_path / "site")
    assert built.exit_code == 0, built.stderr


@pytest.mark.parametrize("folder", ["Zwölf Geschichten", "日本", "😀", "a b", "x.y", "it's", "UPPER", "%41"])
def test_whatever_the_folder_s_name_the_site_builds(folder: str, tmp_path: Path) -> None:
    assert run("init", folder, at=tmp_path).exit_code == 0
    built = run("build", at=tmp_path / folder)
    assert built.exit_code == 0, built.stderr
    assert settings(tmp_path / folder)["url"].isascii(), "GitHub's names of repositories are"


def test_the_line_that_says_what_comes_next_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    assert "cd 'it'\"'\"'s mine' && firsthand serve" in run("init", "it's mine", at=tmp_path).stdout


def test_init_works_in_the_folder_where_one_stands(tmp_path: Path) -> None:
    here = tmp_path / "my-stories"
    here.mkdir()
    assert run("init", ".", at=here).exit_code == 0
    assert files_in(here) == FILES
    assert settings(here)["title"] == "My stories"


def test_init_works_in_a_fresh_git_repository(tmp_path: Path) -> None:
    (tmp_path / "my-stories/.git").mkdir(parents=True)
    assert run("init", "my-stories", at=tmp_path).exit_code == 0


def test_init_refuses_a_folder_that_is_not_empty_and_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("Dear Sir", encoding="utf-8")
    result = run("init", "mine", at=tmp_path)
    assert result.exit_code == 1
    assert "mine: this folder is not empty." in result.stderr
    assert files_in(tmp_path / "mine") == {"letter.txt"}


def test_init_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("Dear Sir", encoding="utf-8")
    result = run("init", "mine", at=tmp_path)
    assert result.exit_code == 1
    assert "mine: " in result.stderr
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "Dear Sir"


def test_the_requirements_name_where_firsthand_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "firsthand-ssg @ git+https://git.example/f.git@0123abc"
    monkeypatch.setattr(init_command, "find_requirement", lambda: Requirement(line))
    result = run("init", "my-stories", at=tmp_path)
    assert (tmp_path / "my-stories/requirements.txt").read_text(encoding="utf-8") == line + "\n"
    assert "requirements.txt" not in result.stdout


def test_a_line_that_you_have_to_add_is_printed_and_waits_in_requirements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "./firsthand_ssg-0.1.0-py3-none-any.whl"
    monkeypatch.setattr(init_command, "find_requirement", lambda: Requirement(line, ("Copy the file.",)))
    result = run("init", "my-stories", at=tmp_path)
    expected = (
        f"The workflow cannot install Firsthand yet. Copy the file. Then add this line to requirements.txt:\n  {line}\n"
    )
    assert result.stdout.endswith(expected)
    written = (tmp_path / "my-stories/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert written[-1] == f"# {line}"
    assert all(one.startswith("# ") for one in written)


@pytest.mark.parametrize("title", ["", "  ", "\t", '""', "\\"])
def test_a_title_without_a_word_is_refused_for_no_site_could_be_built_with_it(title: str, tmp_path: Path) -> None:
    result = run("init", "x", "--title", title, at=tmp_path)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "--title: a site needs one. Leave it out, or write some words.",
    )
    assert not (tmp_path / "x").exists()


def test_a_folders_name_without_a_word_makes_no_title(tmp_path: Path) -> None:
    assert run("init", "--title", "Told", "a", at=tmp_path).exit_code == 0
    assert run("init", '"-"', at=tmp_path).exit_code == 0
    assert settings(tmp_path / '"-"')["title"] == "My stories"
