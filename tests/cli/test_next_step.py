"""At a terminal every command ends with what to do next; a log or another program gets the same lines as ever."""

import os
import sys
from pathlib import Path

import pytest

from generator.cli.next_step import shell_word
from tests.conftest import MakeSite
from tests.previews import free_port
from tests.running import run
from tests.sites import story
from tests.terminals import CTRL_C, Shown, at_terminal

SITE = {"content/stories/2024-01-01-first.md": story("First")}
WORKFLOW = {".github/workflows/pages.yml": "name: Site\n"}
BUILT = ("--now", "2026-06-01")


def next_steps(shown: Shown) -> list[str]:
    """The lines below "Next:", without their indents."""
    assert "\nNext:\n" in shown.text, shown.text
    return [line.strip() for line in shown.text.partition("\nNext:\n")[2].splitlines() if line.strip()]


def test_after_a_build_comes_a_look_at_the_site_and_publishing_it(make_site: MakeSite) -> None:
    shown = at_terminal("build", *BUILT, at=make_site(SITE).root)
    assert shown.status == 0
    assert "The site is in _site.\n" in shown.text
    assert next_steps(shown) == [
        "firsthand serve   look at it in your browser, drafts included",
        "To publish, upload what is in _site to your web host.",
    ]


def test_a_site_with_the_workflow_is_published_by_a_push(make_site: MakeSite) -> None:
    site = make_site(SITE | WORKFLOW)
    assert next_steps(at_terminal("build", *BUILT, at=site.root))[-1] == (
        "To publish on GitHub Pages, push this folder to a repository on GitHub."
    )
    (site.root / ".git").mkdir()
    assert next_steps(at_terminal("build", *BUILT, at=site.root))[-1] == (
        "git push          publish on GitHub Pages, after you commit your changes"
    )


def test_steps_for_a_site_elsewhere_name_it(make_site: MakeSite) -> None:
    site = make_site(SITE)
    shown = at_terminal("build", "--site", "site", "--output", "public", *BUILT, at=site.root.parent)
    assert f"The site is in {Path('site/public')}.\n" in shown.text
    assert next_steps(shown) == [
        "firsthand serve --site site   look at it in your browser, drafts included",
        f"To publish, upload what is in {Path('site/public')} to your web host.",
    ]


def test_after_a_check_comes_the_build_or_another_check(make_site: MakeSite) -> None:
    site = make_site(SITE)
    shown = at_terminal("check", *BUILT, at=site.root)
    assert (shown.status, next_steps(shown)) == (0, ["firsthand build   make the site, ready to publish"])
    site.write("content/stories/2024-01-02-second.md", story("Second", "To [nowhere](/nowhere/)."))
    shown = at_terminal("check", *BUILT, at=site.root)
    assert shown.status == 1
    assert next_steps(shown) == ["firsthand check   check again, when you have corrected the errors above"]


def test_after_a_new_story_comes_writing_it(make_site: MakeSite) -> None:
    shown = at_terminal("new", "The kettle", *BUILT, at=make_site(SITE).root)
    assert next_steps(shown) == [
        "Open content/stories/2026-06-01-the-kettle.md in a text editor, and write.",
        "firsthand serve   see it in your browser",
    ]


def test_a_new_site_comes_with_three_commands(tmp_path: Path) -> None:
    shown = at_terminal("init", "it's mine", *answers("It's mine"), at=tmp_path)
    assert next_steps(shown) == [
        "cd 'it'\"'\"'s mine'               go to the folder of your site",
        "firsthand serve                  look at the site in your browser",
        'firsthand new "My first story"   start a story of your own',
    ]
    (tmp_path / "here").mkdir()
    shown = at_terminal("init", ".", *answers("Here"), at=tmp_path / "here")
    assert [line.split("   ")[0] for line in next_steps(shown)] == ["firsthand serve", 'firsthand new "My first story"']


def answers(title: str) -> tuple[str, ...]:
    return ("--title", title, "--author", "Dana", "--url", "https://stories.example.org/")


def test_a_preview_says_how_to_see_edits_and_what_comes_after_it(make_site: MakeSite) -> None:
    shown = at_terminal("serve", "--port", str(free_port()), at=make_site(SITE).root, typed=[("start again.", CTRL_C)])
    assert shown.status == 0, shown.text
    assert "Open this address in your browser. To see later edits, press Ctrl-C and start again.\n" in shown.text
    assert next_steps(shown) == [
        "firsthand check   find mistakes and broken links",
        "firsthand build   make the site, ready to publish",
    ]


@pytest.mark.parametrize("command", [("init", "x"), ("new", "A"), ("build",), ("check",)], ids=" ".join)
def test_elsewhere_than_at_a_terminal_no_step_is_named(command: tuple[str, ...], make_site: MakeSite) -> None:
    result = run(*command, at=make_site(SITE).root)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize("command", [("init", "x"), ("new", "A"), ("build",), ("check",)], ids=" ".join)
def test_quiet_says_nothing_even_at_a_terminal(command: tuple[str, ...], make_site: MakeSite) -> None:
    shown = at_terminal(*command, "-q", at=make_site(SITE).root)
    assert shown.status == 0
    assert "requirements.txt: warning:" in shown.text if command[0] == "init" else shown.text == ""


def test_quiet_still_says_what_is_wrong(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.write("content/stories/2024-01-02-second.md", story("Second", tags="[Phone]"))
    site.write("content/stories/2024-01-03-third.md", story("Third", "To [nowhere](/nowhere/).", tags="[phone]"))
    site.write("content/stories/2024-01-04-draft.md", story("Draft", draft="true"))
    loud, quiet = run("build", *BUILT, at=site.root), run("build", *BUILT, "--quiet", at=site.root)
    assert "warning: tag is spelled" in loud.stderr
    assert (quiet.stdout, quiet.stderr) == ("", loud.stderr)
    checked = run("check", *BUILT, "--quiet", at=site.root)
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert "[broken-link]" in checked.stderr


def test_who_called_firsthand_by_a_path_is_shown_that_path(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(SITE)
    script = site.root / ".venv/bin/firsthand"
    script.parent.mkdir(parents=True)
    script.write_text(f"#!{sys.executable}\nfrom generator.cli import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    shown = at_terminal("build", *BUILT, at=site.root, program=[".venv/bin/firsthand"])
    assert next_steps(shown)[0].startswith(".venv/bin/firsthand serve   look at it")
    shown = at_terminal("init", "x", *answers("X"), at=site.root, program=[".venv/bin/firsthand"])
    assert next_steps(shown)[1].split("   ")[0] == "../.venv/bin/firsthand serve"
    on_path = {"PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}"}
    shown = at_terminal("build", *BUILT, at=site.root, program=[str(script)], environment=on_path)
    assert next_steps(shown)[0].startswith("firsthand serve   look at it")


@pytest.mark.parametrize(("text", "word"), [("my-stories", "my-stories"), ("my stories", "'my stories'"), ("", "''")])
def test_a_word_can_be_pasted_into_a_shell(text: str, word: str) -> None:
    assert shell_word(text) == word
