"""`firsthand` alone says what to do next, and every command explains itself."""

import re
from pathlib import Path

import click
import pytest

from generator import __version__
from generator.cli import main
from generator.cli.main import COMMANDS
from tests.conftest import MakeSite
from tests.previews import asked, served
from tests.running import program, run
from tests.sites import SiteUnderTest


def test_alone_in_an_empty_folder_it_says_how_to_start_a_site(tmp_path: Path) -> None:
    result = run(at=tmp_path)
    assert result.exit_code == 0
    assert "There is no site in this folder." in result.stdout
    assert "firsthand init my-stories" in result.stdout


def test_alone_in_a_site_it_says_what_can_be_done_with_it(make_site: MakeSite) -> None:
    result = run(at=make_site().root)
    assert result.exit_code == 0
    assert "This folder holds a site." in result.stdout
    for command in ("new", "serve", "check", "build"):
        assert f"firsthand {command}" in result.stdout


def test_the_advice_for_an_empty_folder_works_as_it_is_written(tmp_path: Path) -> None:
    here = tmp_path
    for line in run(at=tmp_path).stdout.splitlines():
        match line.split():
            case ["cd", folder]:
                here = here / folder
            case ["firsthand", "serve"]:
                with served(SiteUnderTest(here)) as (port, _):
                    assert asked(port, "/")[0] == 200
                return
            case ["firsthand", command] if command.startswith("-"):
                pass
            case ["firsthand", *arguments]:
                assert run(*arguments, at=here).exit_code == 0, line
    pytest.fail("it does not say how to look at the site")


def test_help_lists_every_command_with_a_line_about_it(tmp_path: Path) -> None:
    listed = run("--help", at=tmp_path).stdout
    words = " ".join(listed.split())
    assert "Publish customer stories. You write them in Markdown; Firsthand makes the website and its feeds." in words
    for command in COMMANDS:
        assert re.search(rf"^  {command.name} +[A-Z].+\w\.$", listed, re.MULTILINE), command.name


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_the_help_of_a_command_reads_well_and_names_every_option(command: click.Command, tmp_path: Path) -> None:
    shown = run(str(command.name), "--help", at=tmp_path)
    words = " ".join(shown.stdout.split())
    assert shown.exit_code == 0
    assert f"Usage: firsthand {command.name} [OPTIONS]" in words
    assert re.search(r"Usage: \S+ \S+ \[OPTIONS\]( [A-Z]+)* [A-Z][^.]+\. ", words), "it starts with a sentence"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert re.search(r"[.\]]$", parameter.help), f"{parameter.name} is explained by a sentence"
            for name in parameter.opts:
                assert name in shown.stdout
        else:
            assert parameter.human_readable_name in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


@pytest.mark.parametrize("command", [main, *COMMANDS], ids=lambda command: str(command.name))
def test_h_is_short_for_help(command: click.Command, tmp_path: Path) -> None:
    arguments = [str(command.name)] if command is not main else []
    assert run(*arguments, "-h", at=tmp_path).stdout == run(*arguments, "--help", at=tmp_path).stdout


def test_environment_variables_are_named_in_the_help_of_what_they_stand_in_for(tmp_path: Path) -> None:
    words = " ".join(run("build", "--help", at=tmp_path).stdout.split())
    for option in next(command for command in COMMANDS if command.name == "build").params:
        if isinstance(option, click.Option) and option.envvar:
            assert f"Or set {option.envvar} in the environment" in words
    assert "SOURCE_DATE_EPOCH" in words


def test_it_tells_its_version(tmp_path: Path) -> None:
    assert run("--version", at=tmp_path).stdout == f"firsthand, version {__version__}\n"


def test_run_as_a_module_it_is_the_same_command(tmp_path: Path) -> None:
    ran = program("build", "--help", at=tmp_path)
    assert ran.returncode == 0
    assert "Usage: firsthand build [OPTIONS]" in ran.stdout
