"""On a console that lacks a character, the commands print a plainer one and go on."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.running import surroundings
from tests.sites import story

ONE = {"content/stories/2024-01-01-shoes.md": story("Shoes — “new”", draft="true")}
ENCODINGS = ["cp1252", "cp437", "cp932", "iso8859-1"]


def printed(*arguments: str, at: Path, encoding: str) -> tuple[int, str, str]:
    """Exit status, output and errors of the command on a console with an encoding."""
    command = [sys.executable, "-m", "generator", "--traceback", *arguments]
    environment = surroundings({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    ran = subprocess.run(command, cwd=at, env=environment, capture_output=True, check=False)
    return ran.returncode, ran.stdout.decode(encoding), ran.stderr.decode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_command_ends_well(encoding: str, make_site: MakeSite) -> None:
    site = make_site(ONE)
    for arguments in (("build",), ("check",), ("new", "Łódź → 東京 🎉"), ("init", "../Łódź"), ("--help",), ()):
        status, _, errors = printed(*arguments, at=site.root, encoding=encoding)
        assert (status, "Unicode" in errors) == (0, False), errors


def test_a_character_that_the_console_lacks_becomes_a_plainer_one(make_site: MakeSite) -> None:
    root = make_site(ONE).root
    assert "0 stories -> " in printed("build", at=root, encoding="cp1252")[1]
    assert (
        "content/stories/2024-01-02-?ódz-?.md -> "
        in printed("new", "łódź 東", "--now", "2024-01-02", at=root, encoding="cp1252")[1]
    )


def test_a_character_that_it_has_stays(make_site: MakeSite) -> None:
    status, _, errors = printed("new", "Größe", "--verdict", "größer", at=make_site(ONE).root, encoding="cp1252")
    assert status == 2
    assert "größer" in errors


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_where_the_console_has_every_character_nothing_changes(encoding: str, make_site: MakeSite) -> None:
    assert "0 stories → " in printed("build", at=make_site(ONE).root, encoding=encoding)[1]
