"""What to do after a command. Only a person at a terminal is told: logs and scripts get the same lines every time."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click

NAME = "firsthand"
HERE = Path()


def somebody_reads() -> bool:
    """Whether what is printed goes to a terminal."""
    return bool(sys.stdout) and sys.stdout.isatty()


def say_next(*steps: tuple[str, str]) -> None:
    """List what to do next, on a terminal only: commands, each with its meaning, and sentences, which have none."""
    if somebody_reads():
        click.echo("\nNext:")
        say_steps(*steps)


def say_steps(*steps: tuple[str, str]) -> None:
    """Commands in one column, their meanings in the next; sentences take the whole line."""
    width = max((len(command) for command, meaning in steps if meaning), default=0)
    for command, meaning in steps:
        click.echo(f"  {command:{width}}   {meaning}" if meaning else f"  {command}")


def call(arguments: str, *, site: Path = HERE, at: Path = HERE) -> str:
    """A call of Firsthand as it can be typed in the folder `at`, for the site in `site`."""
    elsewhere = "" if site == HERE else f" --site {shell_word(str(site))}"
    return f"{_own_name(at)} {arguments}{elsewhere}"


def shell_word(text: str) -> str:
    """A text as one word of a command line, in quotes where it needs them."""
    return subprocess.list2cmdline([text]) if os.name == "nt" else shlex.quote(text)


def _own_name(at: Path) -> str:
    """`firsthand`; or the path by which it was called, if typing `firsthand` would not find it."""
    called = Path(sys.argv[0])
    if called.stem != NAME or called.parent == HERE or called.with_suffix("") == _on_path():
        return NAME
    there = os.path.relpath(called, at)
    return shell_word(str(called.absolute()) if there.startswith(os.pardir + os.sep + os.pardir) else there)


def _on_path() -> Path | None:
    found = shutil.which(NAME)
    return Path(found).with_suffix("") if found else None
