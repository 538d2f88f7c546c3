"""firsthand build"""

import datetime as dt
from pathlib import Path

import click

from generator.build import BuildReport, Settings, build_site
from generator.cli.common import (
    now_option,
    plural,
    problems_end_the_command,
    say_problems,
    site_option,
    stopwatch,
    url_option,
)
from generator.site import HeldBack


@click.command()
@site_option
@url_option
@click.option(
    "--output",
    metavar="FOLDER",
    envvar="FIRSTHAND_OUTPUT",
    help="Where to write, instead of site.toml's folder. [environment: FIRSTHAND_OUTPUT]",
)
@now_option
def build(site: Path, url: str | None, output: str | None, now: dt.datetime) -> None:
    """Make the site, ready to publish.

    Only what changed is written; the result is always that of a build from nothing. With any error in content,
    configuration or theme, all problems are listed and the last good site stays as it is.
    """
    elapsed = stopwatch()
    with problems_end_the_command():
        report = build_site(Settings(site, now, url, output))
    say_problems(report.warnings)
    say_held_back(report.held_back)
    click.echo(closing_line(report, elapsed()))


def say_held_back(stories: tuple[HeldBack, ...]) -> None:
    """Each story that is not published, and when it will be."""
    for story in stories:
        when = f"appears {story.appears:%Y-%m-%d %H:%M %Z}" if story.appears else "a draft"
        click.echo(f"held back: {story.source} ({when})")


def closing_line(report: BuildReport, elapsed: str) -> str:
    """`14 stories → 3 pages written, 61 unchanged, in 0.21 s`"""
    deleted = f"{plural(len(report.deleted), 'page')} deleted, " if report.deleted else ""
    written = plural(len(report.written), "page")
    return (
        f"{plural(report.stories, 'story')} → {written} written, {deleted}{report.unchanged:,} unchanged, in {elapsed}"
    )
