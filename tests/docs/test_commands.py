"""Every command that the documentation shows is there to be called."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from generator.cli import main
from tests.docs.reading import all_pages, inline_code, shell_lines
from tests.modules import CHECKOUT

LINES = [(page.relative_to(CHECKOUT), line) for page, line in shell_lines()]


def calls() -> list[tuple[Path, str]]:
    """Each call of firsthand that a page shows, in a block or within a sentence."""
    found = [(page, part) for page, line in LINES for part in line.split("&&")]
    found += [(page.relative_to(CHECKOUT), text) for page in all_pages() for text in inline_code(page)]
    pattern = re.compile(r"(?:\.venv/bin/)?firsthand(?: |$)")
    return [(page, text.strip()) for page, text in found if pattern.match(text.strip())]


@pytest.mark.parametrize(("page", "call"), calls())
def test_a_call_of_firsthand_names_a_command_and_flags_that_there_are(page: Path, call: str) -> None:
    assert isinstance(main, click.Group)
    if call.startswith("firsthand @ "):  # a line of requirements.txt, in a decision that is replaced
        return
    words = shlex.split(call)[1:]
    command: click.Command = main
    if words and not words[0].startswith("-"):
        if words[0] == "COMMAND":
            return
        assert words[0] in main.commands, f"{page}: {call}"
        command = main.commands[words.pop(0)]
    known = {flag for one in command.params if isinstance(one, click.Option) for flag in one.opts}
    assert {word.split("=")[0] for word in words if word.startswith("-")} <= known | {"--help", "-h"}, f"{page}: {call}"


def test_a_flag_named_by_itself_belongs_to_a_command() -> None:
    assert isinstance(main, click.Group)
    options = [one for command in (main, *main.commands.values()) for one in command.params]
    known = {flag for one in options if isinstance(one, click.Option) for flag in one.opts} | {"--help", "-h"}
    known |= {"--group"}  # pip's, which the README names
    for page in all_pages():
        named = {text.split(" ")[0] for text in inline_code(page) if re.match(r"--[a-z]", text)}
        assert named <= known, page.name


def test_every_make_target_shown_is_in_the_makefile_and_documented() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    lines = [line for _, line in LINES] + [text for page in all_pages() for text in inline_code(page)]
    shown = {found[1] for line in lines if (found := re.match(r"make ([a-z-]+)", line))}
    assert shown == targets


def test_the_tools_called_from_the_virtual_environment_come_with_the_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {re.split(r"[>=\[ ]", one)[0] for one in project["dependency-groups"]["dev"]}
    installed |= {"firsthand", "python", "pip"}
    lines = [line for _, line in LINES] + [text for page in all_pages() for text in inline_code(page)]
    called = {name for line in lines for name in re.findall(r"\.venv/bin/([\w-]+)", line)}
    assert called
    assert called <= installed


def test_no_page_tells_anybody_to_install_the_bare_name() -> None:
    for page, line in LINES:
        assert not re.search(r"pip install (?:.* )?firsthand(?:$|[^ @]| (?!@))", line), f"{page}: {line}"
