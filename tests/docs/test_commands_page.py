"""docs/reference/commands.md lists every command, option and variable, and no other."""

import re
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.output import LIST, LOCK
from tests.conftest import MakeSite
from tests.docs.reading import COMMANDS, code, section, sections, table
from tests.modules import CHECKOUT
from tests.running import run
from tests.sites import story


def commands() -> dict[str, click.Command]:
    """Every command by its whole name, including the one without a subcommand."""
    assert isinstance(main, click.Group)
    return {"firsthand": main} | {f"firsthand {name}": command for name, command in main.commands.items()}


def command_sections() -> dict[str, str]:
    """The sections about commands by the command's name: the arguments in the title, then the text."""
    found = {}
    for one in sections(COMMANDS):
        named = re.fullmatch(r"`(firsthand(?: [a-z]+)?)((?: [A-Z]+)*)`", one.title)
        if named:
            found[named[1]] = named[2].strip() + "\n" + one.text
    return found


def options_of(command: click.Command) -> set[str]:
    return {flag for one in command.params if isinstance(one, click.Option) for flag in one.opts + one.secondary_opts}


def test_every_command_has_a_section_and_no_section_is_of_another() -> None:
    assert set(command_sections()) == set(commands())


def test_the_overview_lists_every_command() -> None:
    rows = table(sections(COMMANDS)[0].text, "Command")
    assert {code(row["Command"]) for row in rows} == set(commands()) - {"firsthand"}


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_table_of_a_command_has_its_options_and_no_other(name: str) -> None:
    shown = {
        option
        for row in table(command_sections()[name], "Option")
        for option in re.findall(r"`(--?[a-z-]+)[^`]*`", row["Option"])
    }
    own = options_of(commands()[name])
    assert shown == (own | {"--help", "-h"} if name == "firsthand" else own)


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_title_of_a_command_shows_its_arguments(name: str) -> None:
    shown = command_sections()[name].split("\n", 1)[0].split()
    arguments = [one for one in commands()[name].params if isinstance(one, click.Argument)]
    assert shown == [str(one.name).upper() for one in arguments]


def test_every_variable_of_the_environment_is_in_the_table_with_its_commands() -> None:
    known: dict[str, set[str]] = {}
    for name, command in commands().items():
        for one in command.params:
            if isinstance(one.envvar, str):
                known.setdefault(one.envvar, set()).add(name.removeprefix("firsthand "))
            if one.name == "now":
                known.setdefault("SOURCE_DATE_EPOCH", set()).add(name.removeprefix("firsthand "))
    shown = table(section(COMMANDS, "Environment variables").text, "Variable")
    assert {code(row["Variable"]): set(row["Commands"].split(", ")) for row in shown} == known


def test_the_code_reads_no_variable_that_is_not_in_the_table() -> None:
    read = {
        name
        for path in (CHECKOUT / "generator").rglob("*.py")
        for name in re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    shown = table(section(COMMANDS, "Environment variables").text, "Variable")
    assert read <= {code(row["Variable"]) for row in shown}


def test_an_option_goes_before_its_variable_and_the_variable_before_site_toml(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A")})
    variable = {"FIRSTHAND_OUTPUT": "from-variable"}
    assert run("build", at=site.root, **variable).exit_code == 0
    assert run("build", "--output", "from-option", at=site.root, **variable).exit_code == 0
    assert {path.name for path in site.root.iterdir()} >= {"from-variable", "from-option"}
    assert not (site.root / "_site").exists()


def test_the_exit_status_is_what_the_page_says(make_site: MakeSite) -> None:
    right = make_site({"content/stories/2024-01-01-a.md": story("A")}, folder="right").root
    wrong = make_site({"content/stories/2024-01-01-a.md": story("A", drat="true")}, folder="wrong").root
    shown = [int(row["Status"]) for row in table(section(COMMANDS, "Exit status").text, "Status")]
    calls = (("build", right), ("build", wrong), ("built", right))
    assert [run(command, at=folder).exit_code for command, folder in calls] == shown
    assert run("build", at=right, SOURCE_DATE_EPOCH="yesterday").exit_code == 2


def test_problems_go_to_standard_error_and_everything_else_to_standard_output(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", body="A [link]().", happened="2024-02")})
    told = run("build", at=site.root)
    assert all("warning: " in line for line in told.stderr.splitlines())
    assert len(told.stderr.splitlines()) == 2
    assert "warning: " not in told.stdout
    assert told.stdout


def test_the_files_that_are_not_part_of_the_site_are_in_the_table(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A")})
    assert run("build", at=site.root).exit_code == 0
    own = {path.relative_to(site.root / "_site").as_posix() for path in _files(site.root / "_site")} - set(site.tree())
    shown = {code(row["File"]) for row in table(section(COMMANDS, "Output folder").text, "File")}
    assert shown == own == {LIST, LOCK}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
