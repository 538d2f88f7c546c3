"""firsthand new"""

import datetime as dt
from pathlib import Path

import click

from generator.cli.common import not_written, now_option, problems_end_the_command, quiet_option
from generator.cli.next_step import call, say_next
from generator.cli.site_folder import site_option
from generator.cli.usage import Command
from generator.config import parse_config
from generator.errors import FirsthandError, Location, Problem, errors_in
from generator.fields.written import is_blank, yaml_text
from generator.load import read_sources
from generator.story import VERDICTS
from generator.urls import slug_for


def _verdict(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The verdict that was typed, if it is one."""
    if value is None or value in VERDICTS:
        return value
    raise click.BadParameter(f"{value!r} is not a verdict. Use good, bad or mixed.")


@click.command(cls=Command, short_help="Start a story.")
@click.argument("title")
@click.option("--company", metavar="NAME", help="The company that the story is about.")
@click.option("--verdict", metavar="VERDICT", callback=_verdict, help="How the service was: good, bad or mixed.")
@click.option("--folder", is_flag=True, help="Make a folder for the story, so that you can put pictures next to it.")
@site_option
@now_option
@quiet_option
def new(
    title: str,
    company: str | None,
    verdict: str | None,
    folder: bool,
    site: Path,
    now: dt.datetime,
    quiet: bool,
) -> None:
    """Start a story: a new file in content/stories/, with today's date in its name.

    Write the TITLE in quotes, such as "The kettle with a name tag". The story is a draft: it is not published until
    you delete the line 'draft: true' from its file.
    """
    with problems_end_the_command():
        path = new_story_path(site, title, now, folder=folder)
        text = story_text(title, company, verdict)
        try:
            if (other := _other_form(site / path)).exists():
                raise FileExistsError(other)
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            with (site / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError as error:
            problem = Problem(Location(path), "there is already a story here.", "Choose another title.")
            raise FirsthandError([problem]) from error
        except OSError as error:
            raise FirsthandError([not_written(path, error)]) from error
    if not quiet:
        click.echo(f"{path} → written. It is a draft until you delete the line 'draft: true'.")
        say_next(
            (f"Open {site / path} in a text editor, and write.", ""),
            (call("serve", site=site), "see it in your browser"),
        )


def new_story_path(site: Path, title: str, now: dt.datetime, *, folder: bool) -> str:
    """Where the story goes; its date is today's in the site's time zone. Raises FirsthandError."""
    sources = read_sources(site)
    config, problems = parse_config(sources.config, needs_url=False)
    if not sources.config or errors_in(problems):
        raise FirsthandError((() if sources.config else errors_in(sources.problems)) or problems)
    if is_blank(title):
        raise FirsthandError([Problem(Location("TITLE"), "the title is empty.", "Write some words in quotes.")])
    day = now.astimezone(config.zone).date()
    return f"content/stories/{day}-{slug_for(title, prefix='story')}{'/index.md' if folder else '.md'}"


def _other_form(path: Path) -> Path:
    """The file of a story that has a folder, and the other way round: the two would be one story."""
    return path.parent.with_suffix(".md") if path.name == "index.md" else path.with_suffix("") / "index.md"


def story_text(title: str, company: str | None, verdict: str | None) -> str:
    """The start of a story file: front matter and a place to write."""
    lines = ["---", f"title: {yaml_text(title)}"]
    lines += [f"company: {yaml_text(company)}"] if company else ["company:"]
    lines += [f"verdict: {verdict}"] if verdict else ["verdict:"]
    return "\n".join([*lines, "tags: []", "draft: true", "---", "", ""])
