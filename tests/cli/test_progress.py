"""Who waits for pictures at a terminal is shown how far it is; a log or another program is told nothing."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.images.making import photo, saved
from tests.running import program, surroundings
from tests.sites import DOT, SiteUnderTest, story

FILES = {
    "content/stories/2024-01-01-a.md": story("A", "![It](it.jpg)"),
    "content/stories/it.jpg": saved(photo(), "JPEG"),
    "content/static/logo.png": DOT,
}


def at_a_terminal(*arguments: str, at: Path) -> tuple[str, str]:
    """What the command prints, and what it shows on a terminal meanwhile."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=at,
        env=surroundings({"TERM": "xterm", "COLUMNS": "80"}),
        stdout=subprocess.PIPE,
        stderr=its,
        encoding="utf-8",
    ) as process:
        os.close(its)
        shown = b""
        while True:
            try:
                more = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            shown += more
        os.close(ours)
        printed = process.stdout.read() if process.stdout else ""
        assert process.wait(30) == 0, shown
    return printed, shown.decode()


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_terminal_shows_how_many_pictures_are_done_and_is_clean_afterwards(command: str, make_site: MakeSite) -> None:
    site = make_site(FILES)
    printed, shown = at_a_terminal(command, at=site.root)
    assert "Preparing pictures" not in printed
    assert re.search(r"Preparing pictures .*2/2", shown)
    assert shown.endswith("\x1b[2K"), "the line of the bar is erased"
    assert at_a_terminal(command, at=site.root)[1] == "", "there is nothing to make"


def test_a_problem_stands_below_the_bar_and_not_in_it(make_site: MakeSite) -> None:
    site = make_site({**FILES, "content/static/wrong.png": b""})
    ours, its = pty.openpty()
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=site.root,
        env=surroundings({"TERM": "xterm"}),
        stderr=its,
        stdout=subprocess.PIPE,
        check=False,
    )
    os.close(its)
    assert ran.returncode == 1
    last = os.read(ours, 1 << 16).decode().rpartition("\x1b[2K")[2]
    os.close(ours)
    assert last.splitlines() == [
        "content/static/wrong.png: this file is empty. Copy the picture again, or export it again.",
        "1 problem; nothing was changed.",
    ]


def test_another_program_is_told_nothing(make_site: MakeSite) -> None:
    ran = program("build", at=make_site(FILES).root)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_build_with_pictures_but_nothing_new_loads_neither_pillow_nor_rich(make_site: MakeSite) -> None:
    site: SiteUnderTest = make_site(FILES)
    site.build()
    site.replace("content/stories/2024-01-01-a.md", "title: A", "title: B")
    code = "import sys; from generator.cli import main; sys.argv = ['x', 'build']\n"
    code += "try: main()\nexcept SystemExit: print(sorted({'PIL', 'rich'} & set(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=site.root, env=surroundings(), capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"
