"""firsthand new"""

import datetime as dt
import json
import re
import unicodedata
from pathlib import Path

import click

from generator.cli.common import now_option, problems_end_the_command, site_option
from generator.config import parse_config
from generator.errors import FirsthandError, Location, Problem, errors_in
from generator.load import read_sources
from generator.story import VERDICTS
from generator.urls import slug_for

_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`~]|: | #|[\s:]$|[\x00-\x1f\x7f]")


@click.command()
@click.argument("title")
@site_option
@click.option("--company", metavar="NAME", help="The company that the story is about.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="How the company served.")
@click.option("--folder", is_flag=True, help="Make a folder for the story, so that pictures can lie beside it.")
@now_option
def new(
    title: str,
    site: Path,
    company: str | None,
    verdict: str | None,
    folder: bool,
    now: dt.datetime,
) -> None:
    """Start a story: a file with today's date, marked as a draft."""
    with problems_end_the_command():
        path = new_story_path(site, title, now, folder=folder)
        text = story_text(title, company, verdict)
        try:
            if (other := _other_form(site / path)).exists():
                raise FileExistsError(other)
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            with (site / path).open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError as error:
            problem = Problem(Location(path), "this story is there already.", "Choose another title.")
            raise FirsthandError([problem]) from error
        except OSError as error:
            raise FirsthandError([Problem(Location(path), f"cannot be written: {error.strerror}.")]) from error
    click.echo(f"{path} → written. Remove 'draft: true' when it is to be published.")


def new_story_path(site: Path, title: str, now: dt.datetime, *, folder: bool) -> str:
    """Where the story goes; its date is today's in the site's time zone. Raises FirsthandError."""
    sources = read_sources(site)
    config, problems = parse_config(sources.config, needs_url=False)
    if not sources.config or errors_in(problems):
        raise FirsthandError((() if sources.config else errors_in(sources.problems)) or problems)
    if not _one_line(title):
        raise FirsthandError([Problem(Location("title"), "a story needs one.", "Write it after 'firsthand new'.")])
    day = now.astimezone(config.zone).date()
    return f"content/stories/{day}-{slug_for(title, prefix='story')}{'/index.md' if folder else '.md'}"


def _other_form(path: Path) -> Path:
    """The file of a story that has a folder, and the other way round: the two would be one story."""
    return path.parent.with_suffix(".md") if path.name == "index.md" else path.with_suffix("") / "index.md"


def _one_line(text: str) -> str:
    """A text without line ends and control characters, which YAML does not know."""
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())


def story_text(title: str, company: str | None, verdict: str | None) -> str:
    """The start of a story file: front matter and a place to write."""
    lines = ["---", f"title: {_yaml(title)}"]
    lines += [f"company: {_yaml(company)}"] if company else ["company:"]
    lines += [f"verdict: {verdict}"] if verdict else ["verdict:"]
    return "\n".join([*lines, "tags: []", "draft: true", "---", "", ""])


def _yaml(text: str) -> str:
    """A text as a YAML value; a JSON string is one, whatever is in it."""
    text = _one_line(text)
    return json.dumps(text, ensure_ascii=False) if _NEEDS_QUOTES.search(text) or not text else text
