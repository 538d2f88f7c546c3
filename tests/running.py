"""Firsthand as people run it: the command in this process, or as a program of its own where that is what counts."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from types import MappingProxyType

from click.testing import CliRunner, Result

import generator
from generator.cli import main

CHECKOUT = Path(generator.__file__).parent.parent
NOTHING: Mapping[str, str] = MappingProxyType({})


def run(*arguments: str, at: Path, **environment: str) -> Result:
    """The command in a folder. Of what Firsthand reads in the environment it sees only what the test names.

    A fault of Firsthand's own ends the test, instead of being told in two lines.
    """
    bare: dict[str, str | None] = {name: None for name in os.environ if _is_read(name)}
    with chdir(at):
        return CliRunner().invoke(
            main, ["--traceback", *arguments], env=bare | environment, catch_exceptions=False, prog_name="firsthand"
        )


def program(
    *arguments: str | bytes, at: Path, seconds: float = 60, environment: Mapping[str, str] = NOTHING
) -> subprocess.CompletedProcess[str]:
    """`python -m generator` in a folder, with the traceback of a fault of its own.

    Raises subprocess.TimeoutExpired if it takes longer than that.
    """
    return python("-m", "generator", "--traceback", *arguments, at=at, seconds=seconds, environment=environment)


def python(
    *arguments: str | bytes, at: Path, seconds: float = 60, environment: Mapping[str, str] = NOTHING
) -> subprocess.CompletedProcess[str]:
    """This Python with the checkout on its path."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=at,
        env=surroundings(environment),
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )


def surroundings(more: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """An environment in which the checkout can be imported from any folder."""
    bare = {name: value for name, value in os.environ.items() if not _is_read(name)}
    return {**bare, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "utf-8", **more}


def _is_read(name: str) -> bool:
    return name.startswith("FIRSTHAND_") or name == "SOURCE_DATE_EPOCH"
