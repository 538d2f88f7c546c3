"""What the subcommands share: their options, the clock, and how they print problems."""

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from generator.disk_errors import explain
from generator.errors import FirsthandError, Location, Problem
from generator.fields.dates import is_plausible, parse_date

Command = TypeVar("Command", bound=Callable[..., object])


def now_option(command: Command) -> Command:
    """--now: another moment than the present."""
    text = (
        "Act as if it were this date or time, such as 2025-03-31 or 2025-03-31T10:30Z. Default: now, or"
        " SOURCE_DATE_EPOCH in the environment."
    )
    return click.option("--now", metavar="DATE", callback=_moment, help=text)(command)


def url_option(command: Command) -> Command:
    """--url: another address than site.toml's."""
    text = "The site's address, if not the one in site.toml. Or set FIRSTHAND_URL in the environment."
    return click.option("--url", metavar="ADDRESS", envvar="FIRSTHAND_URL", help=text)(command)


def quiet_option(command: Command) -> Command:
    """--quiet: print problems and nothing else."""
    return click.option("-q", "--quiet", is_flag=True, help="Print nothing but problems.")(command)


def _moment(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.datetime:
    """The one reading of the clock, unless the command line or the environment names a moment.

    SOURCE_DATE_EPOCH is in seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    if value:
        date = parse_date(value)
        if date is None or not is_plausible(date.day):
            raise click.BadParameter(f"{value!r} is not a date. Write it like 2025-03-31 or 2025-03-31T10:30Z.")
        moment = dt.datetime.combine(date.day, date.time or dt.time())
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return dt.datetime.now(dt.UTC)
    if epoch.isascii() and epoch.isdecimal() and len(epoch) < 12:
        moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
        if is_plausible(moment.date()):
            return moment
    hint = "Unset this environment variable, or set it to a number of seconds since 1970."
    raise click.UsageError(f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds since 1970. {hint}")


@contextmanager
def problems_end_the_command() -> Iterator[None]:
    """Print all problems of a FirsthandError and end with status 1."""
    try:
        yield
    except FirsthandError as error:
        say_problems(error.problems)
        click.echo(f"{plural(len(error.problems), 'problem')}; nothing was changed.", err=True)
        sys.exit(1)


def not_written(where: str, error: OSError) -> Problem:
    """The problem of a file or folder that could not be written."""
    reason = explain(error)
    return Problem(Location(where), f"this cannot be written: {reason.why}.", reason.hint)


def say_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(printable(str(problem)), err=True)


def printable(text: str) -> str:
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
