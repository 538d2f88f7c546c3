"""firsthand init"""

import secrets
import shlex
from pathlib import Path

import click

from generator.cli.common import plural, problems_end_the_command
from generator.cli.requirement import find_requirement
from generator.errors import FirsthandError, Location, Problem
from generator.starter import plain_title, starter_files
from generator.urls import slug_for


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="The site's title. [made from the folder's name]")
def init(folder: Path, title: str | None) -> None:
    """Start a site in a new or empty FOLDER: a first story, settings, and publishing to GitHub Pages."""
    requirement = find_requirement()
    with problems_end_the_command():
        if title is not None and not plain_title(title):
            raise FirsthandError(
                [Problem(Location("--title"), "a site needs one.", "Leave it out, or write some words.")]
            )
        name = folder.resolve().name
        slug = slug_for(name, prefix="stories")
        files = starter_files(
            title=title or plain_title(name.replace("-", " ").replace("_", " ")).capitalize() or "My stories",
            # Part of an address on GitHub, whose repositories have names in ASCII.
            name=slug if slug.isascii() else "stories",
            # Part of every story's permanent id; random, so that no two sites ever share one.
            site_id=f"{slug}-{secrets.token_hex(4)}",
            requirement=requirement.text,
        )
        _write(folder, files)
    click.echo(
        f"{folder} → {plural(len(files), 'file')} written. Next: cd {shlex.quote(str(folder))} && firsthand serve"
    )
    if requirement.note:
        click.echo(requirement.note)


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
            problem = Problem(Location(str(folder)), "this folder is not empty.", "Name a new one.")
            raise FirsthandError([problem])
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as error:
        where = str(error.filename or folder)
        raise FirsthandError([Problem(Location(where), f"cannot be written: {error.strerror}.")]) from error
