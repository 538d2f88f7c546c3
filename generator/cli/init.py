"""firsthand init"""

import secrets
from pathlib import Path

import click

from generator.cli.address import site_address
from generator.cli.asking import Asked, ask, somebody_answers
from generator.cli.common import not_written, plural, problems_end_the_command, say_problems
from generator.cli.next_step import HERE, call, say_next, shell_word
from generator.cli.requirement import Requirement, find_requirement
from generator.cli.usage import Command
from generator.config import CONFIG_FILE, parse_config
from generator.errors import FirsthandError, Location, Problem
from generator.fields.written import is_blank, one_line, toml_text
from generator.starter import EXAMPLE_OWNER, NOBODY, NewSite, starter_files
from generator.urls import slug_for

_NO_OBSTACLE = frozenset((".git", ".DS_Store", "Thumbs.db", "desktop.ini"))
"""What a folder may hold and still be as good as empty."""


@click.command(cls=Command, short_help="Start a new site in a folder.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="The title of the site. Default: made from the folder's name.")
@click.option("--author", metavar="NAME", help=f"Your name or pen name, as readers will see it. Default: {NOBODY}.")
@click.option(
    "--url",
    metavar="ADDRESS",
    help="The address of the site, such as https://name.github.io/repo/. Default: an example, to change later.",
)
@click.option(
    "--email", metavar="ADDRESS", help="An email address for replies and comments. Everyone can see it. Default: none."
)
@click.option("-q", "--quiet", is_flag=True, help="Ask nothing, and print nothing but problems.")
def init(folder: Path, title: str | None, author: str | None, url: str | None, email: str | None, quiet: bool) -> None:
    """Start a new site in FOLDER, which is new or empty.

    The new site has an example story, a page about you, a page about its rules, its settings, and the workflow that
    publishes it on GitHub Pages.

    In a terminal, you are asked for the title, your name and the address. The options below answer in advance.
    """
    requirement = find_requirement()
    with problems_end_the_command():
        given = Asked(_text("title", title), _text("author", author), _url(url))
        email = _email(_text("email", email))
        _refuse_if_used(folder)
        slug = slug_for(folder.resolve().name, prefix="stories")
        default = _defaults(folder, slug)
        if somebody_answers() and not quiet:
            given = ask(given, default)
        files = starter_files(
            NewSite(
                title=given.title or default.title,
                author="" if given.author == NOBODY else given.author,
                url=given.url or default.url,
                email=email,
                # Part of every story's permanent id; random, so that no two sites ever share one.
                site_id=f"{slug}-{secrets.token_hex(4)}",
                requirement=requirement.text,
            )
        )
        _write(folder, files)
    if not quiet:
        click.echo(f"{folder} → {plural(len(files), 'file')} written.")
    _say_what_is_required(folder, requirement, quiet=quiet)
    if not quiet:
        _say_next(folder)


def _say_what_is_required(folder: Path, requirement: Requirement, *, quiet: bool) -> None:
    if requirement.todo:
        where = Location(str(folder / "requirements.txt"))
        say_problems([Problem(where, "the workflow cannot install Firsthand yet.", requirement.hint, "warning")])
    if requirement.remark and not quiet:
        click.echo(requirement.remark)


def _say_next(folder: Path) -> None:
    go = () if folder == HERE else ((f"cd {shell_word(str(folder))}", "go to the folder of your site"),)
    say_next(
        *go,
        (call("serve", at=folder), "look at the site in your browser"),
        (call('new "My first story"', at=folder), "start a story of your own"),
    )


def _defaults(folder: Path, slug: str) -> Asked:
    """What a site is called, and where it is, if nobody says so."""
    title = one_line(folder.resolve().name.replace("-", " ").replace("_", " ")).capitalize()
    # Part of an address on GitHub, whose repositories have names in ASCII.
    repository = slug if slug.isascii() else "stories"
    has_words = any(map(str.isalnum, title))
    return Asked(title if has_words else "My stories", NOBODY, f"https://{EXAMPLE_OWNER}.github.io/{repository}/")


def _text(option: str, value: str | None) -> str:
    """The value of an option on one line; empty if the option was not given. Raises FirsthandError if it is blank."""
    text = one_line(value or "")
    if value is not None and is_blank(text):
        problem = Problem(Location(f"--{option}"), "the value is empty.", f"Write some words, or leave out --{option}.")
        raise FirsthandError([problem])
    return text


def _url(value: str | None) -> str:
    answer = site_address(_text("url", value)) if value is not None else None
    if answer and answer.fault:
        raise FirsthandError([Problem(Location("--url"), answer.fault)])
    return answer.url if answer else ""


def _email(value: str) -> str:
    _, problems = parse_config(f'[site]\ntitle = "x"\nemail = {toml_text(value)}\n', needs_url=False)
    if problems:
        message = problems[0].message.removeprefix("site.email: ")
        raise FirsthandError([Problem(Location("--email"), message, problems[0].hint)])
    return value


def _refuse_if_used(folder: Path) -> None:
    """Raises FirsthandError if something is in the folder already, or if it is a file."""
    try:
        names = {entry.name for entry in folder.iterdir()} - _NO_OBSTACLE if folder.exists() else set()
    except NotADirectoryError as error:
        raise FirsthandError([Problem(Location(str(folder)), "this is a file.", "Choose a new folder.")]) from error
    except OSError as error:
        raise FirsthandError([not_written(str(folder), error)]) from error
    if CONFIG_FILE in names:
        hint = f"Choose another folder, or look at this site: {call('serve', site=folder)}"
        raise FirsthandError([Problem(Location(str(folder)), "there is already a site in this folder.", hint)])
    if names:
        raise FirsthandError([Problem(Location(str(folder)), "this folder is not empty.", "Choose a new folder.")])


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise FirsthandError([not_written(str(error.filename or folder), error)]) from error
