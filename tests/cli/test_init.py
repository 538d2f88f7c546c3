"""firsthand init: a site that builds at once."""

import html
import re
import tomllib
from pathlib import Path

import pytest

from generator.cli import init as init_command
from generator.cli.requirement import Requirement
from tests.running import run
from tests.sites import SiteUnderTest

FILES = {
    ".gitattributes",
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
    assert result.stdout == "my-stories → 10 files written.\n"


def test_a_new_site_builds_at_once_and_its_check_finds_placeholders_alone(tmp_path: Path) -> None:
    run("init", "my-stories", at=tmp_path)
    built = run("build", at=tmp_path / "my-stories")
    assert built.exit_code == 0, built.stderr
    assert built.stdout.startswith("1 story → ")
    assert built.stderr == ""
    checked = run("check", at=tmp_path / "my-stories")
    assert checked.exit_code == 0
    assert all("[placeholders]" in line for line in checked.stderr.splitlines()), checked.stderr


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
    assert settings(tmp_path / "other")["title"] == 'Dana\'s "good" \\ bad'


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
    assert "mine: this folder is not empty. Choose a new folder." in result.stderr
    assert files_in(tmp_path / "mine") == {"letter.txt"}


def test_init_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("Dear Sir", encoding="utf-8")
    result = run("init", "mine", at=tmp_path)
    assert result.exit_code == 1
    assert "mine: this is a file. Choose a new folder." in result.stderr
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "Dear Sir"


def test_the_requirements_name_where_firsthand_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "firsthand-ssg @ git+https://git.example/f.git@0123abc"
    monkeypatch.setattr(init_command, "find_requirement", lambda: Requirement(line))
    result = run("init", "my-stories", at=tmp_path)
    assert (tmp_path / "my-stories/requirements.txt").read_text(encoding="utf-8") == line + "\n"
    assert "requirements.txt" not in result.output


def test_a_line_that_you_have_to_add_is_printed_and_waits_in_requirements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "./firsthand_ssg-0.1.0-py3-none-any.whl"
    monkeypatch.setattr(init_command, "find_requirement", lambda: Requirement(line, ("Copy the file.",)))
    result = run("init", "my-stories", at=tmp_path)
    assert result.stderr == (
        "my-stories/requirements.txt: warning: the workflow cannot install Firsthand yet."
        f" Copy the file. Then add this line: {line}\n"
    )
    written = (tmp_path / "my-stories/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert written[-1] == f"# {line}"
    assert all(one.startswith("# ") for one in written)


@pytest.mark.parametrize("option", ["title", "author", "url", "email"])
@pytest.mark.parametrize("value", ["", "  ", "\t", "\u200b"])
def test_an_answer_without_a_word_is_refused(value: str, option: str, tmp_path: Path) -> None:
    result = run("init", "x", f"--{option}", value, at=tmp_path)
    said = f"--{option}: the value is empty. Write some words, or leave out --{option}."
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, said)
    assert not (tmp_path / "x").exists()


def test_a_folders_name_without_a_word_makes_no_title(tmp_path: Path) -> None:
    assert run("init", '"-"', at=tmp_path).exit_code == 0
    assert settings(tmp_path / '"-"')["title"] == "My stories"


def test_what_a_file_manager_leaves_in_a_folder_is_no_reason_to_refuse_it(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/.DS_Store").write_bytes(b"\x00")
    assert run("init", "mine", at=tmp_path).exit_code == 0


def test_a_folder_that_holds_a_site_already_is_named_with_how_to_see_it(tmp_path: Path) -> None:
    run("init", "mine", at=tmp_path)
    before = settings(tmp_path / "mine")
    result = run("init", "mine", at=tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("mine: there is already a site in this folder. Choose another folder, or look at")
    assert "firsthand serve --site mine" in result.stderr
    assert settings(tmp_path / "mine") == before


NAMES = {
    "Dana Whitlock": "dana-whitlock",
    "Zoë Åström-Müller": "zoë-åström-müller",
    'Dana "Dee" O\'Hara: #1 [critic]': "dana-dee-ohara-1-critic",
    "two\nlines\tand a \x07 bell": "two-lines-and-a-bell",
    "山田 太郎": "山田-太郎",
    "عمر": "عمر",
    "null": "null",
    "@@url@@": "url",
}


@pytest.mark.parametrize("name", NAMES)
def test_the_author_has_a_file_of_that_name_and_is_the_author_of_the_stories(name: str, tmp_path: Path) -> None:
    assert run("init", "mine", "--author", name, at=tmp_path).exit_code == 0
    site, key = SiteUnderTest(tmp_path / "mine"), NAMES[name]
    assert settings(site.root)["author"] == key
    assert [path.name for path in (site.root / "content/authors").iterdir()] == [f"{key}.md"]
    assert run("build", at=site.root).exit_code == 0
    shown = " ".join(name.replace("\x07", " ").split())
    assert shown in html.unescape(site.read(f"authors/{key}/index.html"))
    assert shown in html.unescape(site.read("stories/the-loaf-that-came-back/index.html"))


@pytest.mark.parametrize("name", ["😀", "x" * 10_000, "word " * 2_000])
def test_whatever_the_author_s_name_the_site_builds_and_checks(name: str, tmp_path: Path) -> None:
    assert run("init", "mine", "--author", name, at=tmp_path).exit_code == 0
    assert run("build", at=tmp_path / "mine").exit_code == 0
    checked = run("check", at=tmp_path / "mine")
    assert checked.exit_code == 0
    assert all("[placeholders]" in line for line in checked.stderr.splitlines()), checked.stderr


def test_without_a_name_the_author_is_a_placeholder(tmp_path: Path) -> None:
    run("init", "mine", at=tmp_path)
    assert settings(tmp_path / "mine")["author"] == "me"
    assert (tmp_path / "mine/content/authors/me.md").read_text(encoding="utf-8").startswith("---\nname: Me\n---\n")


def test_the_address_and_the_email_address_are_written_into_the_settings(tmp_path: Path) -> None:
    run("init", "mine", "--url", "stories.example.org", "--email", "desk@example.org", at=tmp_path)
    assert settings(tmp_path / "mine")["url"] == "https://stories.example.org/"
    assert settings(tmp_path / "mine")["email"] == "desk@example.org"
    assert run("build", at=tmp_path / "mine").exit_code == 0
    page = SiteUnderTest(tmp_path / "mine").read("stories/the-loaf-that-came-back/index.html")
    assert "mailto:desk@example.org" in page


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("my-stories", "'my-stories' is not the address of a website. Write it like https://name.github.io/repo/ or"),
        ("github.com/dana/stories", "GitHub Pages publishes the site at https://dana.github.io/stories/."),
    ],
)
def test_an_address_that_cannot_be_the_site_s_is_refused_before_anything_is_written(
    url: str, said: str, tmp_path: Path
) -> None:
    result = run("init", "mine", "--url", url, at=tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("--url: ")
    assert said in result.stderr
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("email", ["dana", "dana@", "dana@example", "a b@example.org", '"><script>@example.org'])
def test_an_email_address_that_is_none_is_refused_before_anything_is_written(email: str, tmp_path: Path) -> None:
    result = run("init", "mine", "--email", email, at=tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"--email: {email!r} is not an e")
    assert not (tmp_path / "mine").exists()
