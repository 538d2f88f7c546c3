"""A command that was typed wrongly is answered with what is wrong and what to type, and suggests only what is near."""

from pathlib import Path

import click
import pytest

from generator.cli.main import COMMANDS
from tests.conftest import MakeSite
from tests.running import run

NAMES = tuple(str(command.name) for command in COMMANDS)
ANSWERS = {
    ("new", "A", "--date", "2024-01-01"): (
        "'firsthand new' has no option --date."
        " Its options are --company, --verdict, --folder, --site, --now, --quiet and --help."
    ),
    ("new", "A", "--compny", "Acme"): "'firsthand new' has no option --compny. Did you mean --company?",
    ("new", "A", "--VERDICT", "good"): "'firsthand new' has no option --VERDICT. Did you mean --verdict?",
    ("check", "--draft"): "'firsthand check' has no option --draft. Did you mean --drafts?",
    ("serve", "--prot", "8001"): "'firsthand serve' has no option --prot. Did you mean --port?",
    ("build", "--output-folder", "x"): "'firsthand build' has no option --output-folder. Did you mean --output?",
    ("--site", "x", "build"): "'firsthand' has no option --site. Write it after the command: firsthand build --site",
    ("-q", "check"): "'firsthand' has no option -q. Write it after the command: firsthand check -q",
    ("--quite", "build"): "'firsthand' has no option --quite. Its options are --version, --traceback and --help.",
    ("buidl",): "there is no command 'buidl'. Did you mean build?",
    ("publish",): "there is no command 'publish'. The commands are init, new, serve, check and build.",
    ("new",): 'a title is missing. Write it in quotes: firsthand new "The kettle"',
    ("init",): "the name of a folder is missing. Write one: firsthand init my-stories",
    ("new", "The", "kettle"): (
        "'kettle' is one word too many. Several words need quotes: firsthand new \"The kettle\""
    ),
    ("new", "“The", "kettle”"): (
        'curly quotes do not keep words together. Use straight ones: firsthand new "The kettle"'
    ),
    ("init", "my", "own", "stories"): (
        "'own' is one word too many. Several words need quotes: firsthand init \"my own stories\""
    ),
    ("build", "stories"): (
        "'stories' is not an option of 'firsthand build'. If it is the folder of your site, write --site stories."
    ),
    ("build", "—site", "x"): "'—site' starts with a long dash. Write two hyphens: --site",
    ("new", "A", "–-company", "Acme"): "'–-company' starts with a long dash. Write two hyphens: --company",
    ("build", "--now"): "--now needs a value. Write it like this: --now DATE",
    ("new", "A", "--folder=x"): "--folder takes no value. Write it alone.",
    ("build", "--now", "soon"): "--now: 'soon' is not a date. Write it like 2025-03-31 or 2025-03-31T10:30Z.",
    ("new", "A", "--verdict", "great"): "--verdict: 'great' is not a verdict. Use good, bad or mixed.",
    ("serve", "--port", "http"): "--port: 'http' is not a port. Use a number from 1024 to 65535, such as 8001.",
    ("serve", "--port", "0"): "--port: '0' is not a port. Use a number from 1024 to 65535, such as 8001.",
    ("serve", "--port", "65536"): "--port: '65536' is not a port. Use a number from 1024 to 65535, such as 8001.",
    ("serve", "--port", "٨٠٠٠"): "--port: '٨٠٠٠' is not a port. Use a number from 1024 to 65535, such as 8001.",
    ("build", "--site", "nowhere"): "--site: there is no folder 'nowhere'.",
    ("build", "--site", "site.toml"): "--site: 'site.toml' is a file. Name the folder that it is in.",
}


@pytest.mark.parametrize("typed", ANSWERS, ids=" ".join)
def test_what_was_typed_wrongly_is_named_with_what_to_type(typed: tuple[str, ...], make_site: MakeSite) -> None:
    result = run(*typed, at=make_site().root)
    command = f"firsthand {typed[0]}" if typed[0] in NAMES else "firsthand"
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [f"Error: {ANSWERS[typed]}", f"For help: {command} --help"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_no_word_that_shares_some_letters_with_an_option_is_taken_for_it(
    command: click.Command, tmp_path: Path
) -> None:
    for word in ("date", "sight", "list", "all", "tags", "open", "tittle-tattle"):
        said = run(str(command.name), f"--{word}", at=tmp_path).stderr
        assert "Did you mean" not in said, word
        assert "Its options are" in said


def test_a_terminal_is_not_controlled_by_what_was_typed(tmp_path: Path) -> None:
    assert "\x1b" not in run("build", "--site", "\x1b[2Jx", at=tmp_path).stderr
    assert "\x1b" not in run("\x1b[2Jx", at=tmp_path).stderr
