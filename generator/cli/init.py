"""firsthand init"""

import json
import secrets
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click

from generator import __version__
from generator.cli.common import plural, problems_end_the_command
from generator.errors import FirsthandError, Location, Problem
from generator.starter import plain_title, starter_files
from generator.urls import slug_for


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="The site's title. [made from the folder's name]")
def init(folder: Path, title: str | None) -> None:
    """Start a site in a new or empty FOLDER: a first story, settings, and publishing to GitHub Pages."""
    requirement = installed_from(_direct_url())
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
            requirement=requirement,
        )
        _write(folder, files)
    click.echo(
        f"{folder} → {plural(len(files), 'file')} written. Next: cd {shlex.quote(str(folder))} && firsthand serve"
    )
    if not requirement.startswith("firsthand @"):
        click.echo("Before you publish, name in requirements.txt where Firsthand is to be installed from.")


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


def _direct_url() -> str | None:
    try:
        return distribution("firsthand").read_text("direct_url.json")
    except PackageNotFoundError:
        return None


def installed_from(direct_url: str | None) -> str:
    """A requirements line for where this Firsthand came from, as PEP 610's direct_url.json tells.

    Never the bare name: 'firsthand' is not ours on the package index, and whoever takes it there would be installed.
    """
    found = json.loads(direct_url) if direct_url else {}
    url, vcs = str(found.get("url", "")), found.get("vcs_info")
    if vcs and url.startswith(("https://", "ssh://")):  # a folder of this machine is no place for a workflow to go
        inside = f"#subdirectory={found['subdirectory']}" if found.get("subdirectory") else ""
        return f"firsthand @ {vcs['vcs']}+{url}@{vcs['commit_id']}{inside}"
    if "archive_info" in found and url.startswith("https://"):
        return f"firsthand @ {url}"
    return (
        f"# Firsthand {__version__} was not installed from a repository. Name the one it is to come from, such as\n"
        "# firsthand @ git+https://github.com/NAME/firsthand@main"
    )
