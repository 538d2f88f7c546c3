"""--site: the folder of the site that a command works on, and what to do if there is no site in it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.common import say_problems
from generator.cli.next_step import shell_word
from generator.config import CONFIG_FILE
from generator.errors import Location, Problem

Command = TypeVar("Command", bound=Callable[..., object])


def site_option(command: Command) -> Command:
    """--site: the folder that holds site.toml. Ends the command if it does not."""
    text = "The folder of your site, with site.toml in it. Default: the folder that you are in."
    option = click.option("--site", default=".", metavar="FOLDER", callback=_site_folder, help=text)
    return option(command)


def _site_folder(context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    folder = Path(value)
    if not folder.exists():
        raise click.BadParameter(f"there is no folder {value!r}.")
    if not folder.is_dir():
        raise click.BadParameter(f"{value!r} is a file. Name the folder that it is in.")
    if not _holds_a_site(folder) and not context.resilient_parsing:
        where = CONFIG_FILE if value == "." else str(folder / CONFIG_FILE)
        place = "here" if value == "." else "in this folder"
        say_problems([Problem(Location(where), f"there is no site.toml {place}.", _way_to_a_site(folder))])
        sys.exit(1)
    return folder


def _holds_a_site(folder: Path) -> bool:
    """Whether site.toml is there. True also if that cannot be known, because the command then says why."""
    try:
        (folder / CONFIG_FILE).lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _way_to_a_site(folder: Path) -> str:
    """What to do, with the site that is probably meant: the nearest above this folder, or the ones right below it."""
    here = folder.resolve()
    above = next((parent for parent in here.parents if (parent / CONFIG_FILE).is_file()), None)
    if above:
        return f"The site is in a folder above this one. {_go_to(folder, Path(os.path.relpath(above, here)))}"
    below = sorted(_sites_in(here))
    if below:
        return f"There is a site in {below[0]}. {_go_to(folder, Path(below[0]))}"
    return "Go to the folder of your site, or start a new site: firsthand init my-stories"


def _go_to(folder: Path, site: Path) -> str:
    if folder == Path():
        return f"Go there first: cd {shell_word(str(site))}"
    return f"Write --site {shell_word(os.path.normpath(folder / site))}"


def _sites_in(folder: Path) -> Iterator[str]:
    """The names of the folders in this one that hold a site. What cannot be read holds none."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_dir() and (Path(entry.path) / CONFIG_FILE).is_file():
                    yield entry.name
