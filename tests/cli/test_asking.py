"""firsthand init asks at a terminal, accepts Enter, and waits for nobody where nobody can answer."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.running import run, surroundings
from tests.terminals import CTRL_C, CTRL_D, Typed, at_terminal

TITLE, NAME = "Title of the site [Mine]: ", "Your name or pen name, as readers will see it [Me]: "
ADDRESS = "Address of the site, if you know it [https://your-name.github.io/mine/]: "


def settings(folder: Path) -> dict[str, str]:
    site: dict[str, str] = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))["site"]
    return site


def test_it_asks_for_title_name_and_address(tmp_path: Path) -> None:
    answers = [(TITLE, 'At the "Counter"\n'), (NAME, "Zoë Åström\n"), (ADDRESS, "stories.example.org\n")]
    shown = at_terminal("init", "mine", at=tmp_path, typed=answers)
    assert shown.status == 0, shown.text
    site = settings(tmp_path / "mine")
    assert (site["title"], site["author"], site["url"]) == (
        'At the "Counter"',
        "zoë-åström",
        "https://stories.example.org/",
    )
    assert (tmp_path / "mine/content/authors/zoë-åström.md").is_file()
    assert run("build", at=tmp_path / "mine").exit_code == 0


def test_enter_accepts_what_is_in_brackets(tmp_path: Path) -> None:
    shown = at_terminal("init", "mine", at=tmp_path, typed=[(TITLE, "\n"), (NAME, "\n"), (ADDRESS, "\n")])
    assert shown.status == 0, shown.text
    (tmp_path / "other").mkdir()
    run("init", "mine", at=tmp_path / "other")
    asked, not_asked = settings(tmp_path / "mine"), settings(tmp_path / "other/mine")
    assert {**asked, "id": ""} == {**not_asked, "id": ""}


def test_what_was_answered_in_advance_is_not_asked(tmp_path: Path) -> None:
    shown = at_terminal("init", "mine", "--title", "Told", "--author", "Dana", at=tmp_path, typed=[(ADDRESS, "\n")])
    assert shown.status == 0, shown.text
    assert "Title" not in shown.text
    assert "Your name" not in shown.text
    everything = ("--title", "Told", "--author", "Dana", "--url", "stories.example.org")
    shown = at_terminal("init", "other", *everything, at=tmp_path)
    assert shown.status == 0
    assert "Press Enter" not in shown.text


def test_a_repository_s_address_is_answered_with_the_site_s_and_enter_takes_it(tmp_path: Path) -> None:
    again = "Address of the site, if you know it [https://dana.github.io/told/]: "
    answers = [(TITLE, "\n"), (NAME, "\n"), (ADDRESS, "github.com/dana/told\n"), (again, "\n")]
    shown = at_terminal("init", "mine", at=tmp_path, typed=answers)
    assert shown.status == 0, shown.text
    assert "'github.com/dana/told' is the address of your repository." in shown.text
    assert settings(tmp_path / "mine")["url"] == "https://dana.github.io/told/"
    assert '# repository = "https://github.com/dana/told"' in (tmp_path / "mine/site.toml").read_text(encoding="utf-8")


def test_an_answer_that_cannot_be_taken_is_asked_for_again(tmp_path: Path) -> None:
    answers: list[Typed] = [
        (TITLE, b"caf\xe9\n"),
        (TITLE, "\u200b  \n"),
        (NAME, "\x1b[31mDana\n"),
        (ADDRESS, "nowhere\n"),
        (ADDRESS, "\n"),
    ]
    shown = at_terminal("init", "mine", at=tmp_path, typed=answers)
    assert shown.status == 0, shown.text
    assert "Some of these characters are not UTF-8 text. Please type the answer again.\n" in shown.text
    assert "'nowhere' is not the address of a website. Write it like" in shown.text
    assert settings(tmp_path / "mine")["title"] == "Mine"
    assert "\x1b" not in (tmp_path / "mine/content/authors/31mdana.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_who_stops_at_a_question_has_no_site_and_no_traceback(key: str, tmp_path: Path) -> None:
    shown = at_terminal("init", "mine", at=tmp_path, typed=[(TITLE, "Told\n"), (NAME, key)])
    assert shown.status == 130
    assert shown.lines[-1] == "Stopped. Nothing was written."
    assert "Traceback" not in shown.text
    assert not (tmp_path / "mine").exists()


def test_a_folder_that_cannot_be_used_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("Dear Sir", encoding="utf-8")
    shown = at_terminal("init", "mine", at=tmp_path)
    assert shown.status == 1
    assert shown.lines[0] == "mine: this folder is not empty. Choose a new folder."


def test_quiet_asks_nothing(tmp_path: Path) -> None:
    shown = at_terminal("init", "mine", "--quiet", at=tmp_path)
    assert shown.status == 0
    assert "Title" not in shown.text


@pytest.mark.parametrize("line", ['"$@" | cat', 'mkfifo open; exec 3<>open; "$@" <&3'], ids=["stdout", "stdin"])
def test_it_waits_for_nobody_if_only_one_of_stdin_and_stdout_is_a_terminal(line: str, tmp_path: Path) -> None:
    """The other one is a pipe. That of stdin stays open: whoever waits for an answer from it waits forever."""
    python = ["bash", "-c", line, "bash", sys.executable]
    shown = at_terminal("-m", "generator", "init", "mine", at=tmp_path, program=python)
    assert shown.status == 0
    assert "Title" not in shown.text
    assert settings(tmp_path / "mine")["title"] == "Mine"


def test_in_a_script_it_takes_the_defaults(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "init", "mine"],
        cwd=tmp_path,
        env=surroundings(),
        stdin=subprocess.PIPE,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert re.fullmatch(r"mine → \d+ files written\.\n", ran.stdout)
    assert settings(tmp_path / "mine")["author"] == "me"
