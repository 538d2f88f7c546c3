"""What the subcommands share: their options, the clock, and how they end."""

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from generator.errors import FirsthandError, Problem
from generator.fields.dates import is_plausible, parse_date

Command = TypeVar("Command", bound=Callable[..., object])


def site_option(command: Command) -> Command:
    """--site: the folder that holds site.toml."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option(
        "--site", type=folder, default=".", metavar="FOLDER", help="The site's folder, where site.toml is. [here]"
    )(command)


def now_option(command: Command) -> Command:
    """--now: another moment than the present."""
    text = "Take this moment for the present (2025-03-31 or 2025-03-31T10:30Z). [the clock, or SOURCE_DATE_EPOCH]"
    return click.option("--now", metavar="MOMENT", callback=_moment, help=text)(command)


def url_option(command: Command) -> Command:
    """--url: another address than site.toml's."""
    text = "The site's full address, instead of site.toml's. [environment: FIRSTHAND_URL]"
    return click.option("--url", metavar="URL", envvar="FIRSTHAND_URL", help=text)(command)


def _moment(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.datetime:
    """The one reading of the clock, unless the command line or the environment names a moment.

    SOURCE_DATE_EPOCH is in seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    if value:
        date = parse_date(value)
        if date is None or not is_plausible(date.day):
            raise click.BadParameter("write it as 2025-03-31 or 2025-03-31T10:30:00Z")
        moment = dt.datetime.combine(date.day, date.time or dt.time())
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    if epoch.isascii() and epoch.isdecimal() and len(epoch) < 12:
        moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
        if is_plausible(moment.date()):
            return moment
    raise click.UsageError(f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds since 1970.")


@contextmanager
def problems_end_the_command() -> Iterator[None]:
    """Print all problems of a FirsthandError and end with status 1."""
    try:
        yield
    except FirsthandError as error:
        say_problems(error.problems)
        count = len([problem for problem in error.problems if problem.severity == "error"])
        click.echo(f"{plural(count, 'problem')}; nothing was changed.", err=True)
        sys.exit(1)


def say_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(_printable(str(problem)), err=True)


def _printable(text: str) -> str:
    """A message without the control characters that a hostile file name could bring to a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def plural(count: int, noun: str) -> str:
    """`1 page`, `2 pages`, `2 stories`."""
    if count != 1:
        noun = noun.removesuffix("y") + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {noun}"


def stopwatch() -> Callable[[], str]:
    """Call the result for the time since, as the closing lines write it: `0.21 s`."""
    start = time.monotonic()
    return lambda: f"{time.monotonic() - start:.2f} s"
