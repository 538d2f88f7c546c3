"""firsthand build"""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from generator.build import build_site
from generator.cli.common import (
    now_option,
    plural,
    problems_end_the_command,
    say_problems,
    site_option,
    stopwatch,
    url_option,
)
from generator.cli.progress import picture_progress
from generator.pipeline.report import BuildReport
from generator.pipeline.settings import Settings


@click.command()
@site_option
@url_option
@click.option(
    "--output",
    metavar="FOLDER",
    envvar="FIRSTHAND_OUTPUT",
    help="Where to write, instead of site.toml's folder. [environment: FIRSTHAND_OUTPUT]",
)
@click.option(
    "--pages-url",
    metavar="URL",
    envvar="FIRSTHAND_PAGES_URL",
    help="GitHub Pages' address of the site; a domain of its own in site.toml goes before it."
    " [environment: FIRSTHAND_PAGES_URL]",
)
@now_option
def build(site: Path, url: str | None, pages_url: str | None, output: str | None, now: dt.datetime) -> None:
    """Make the site, ready to publish.

    Only what changed is written; the result is always that of a build from nothing. With any error in content,
    configuration or theme, all problems are listed and the last good site stays as it is.
    """
    elapsed = stopwatch()
    with problems_end_the_command(), picture_progress() as progress:
        report = build_site(Settings(site, now, url=url, pages_url=pages_url, output=output, progress=progress))
    say_problems(report.warnings)
    say_held_back(report)
    click.echo(closing_line(report, elapsed()))


def say_held_back(report: BuildReport) -> None:
    """Each story that is not published, and when it will be in the site's time zone; each comment, and why. Then how
    many there are, if any: among many lines a new one is not seen."""
    for story in report.held_back:
        when = "a draft"
        if story.appears:
            moment = story.appears.astimezone(ZoneInfo(report.timezone))
            when = f"appears {moment:%Y-%m-%d %H:%M} {report.timezone}"
        click.echo(f"held back: {story.source} ({when})")
    for comment in report.held_comments:
        click.echo(f"not published: {comment.source} ({comment.reason})")
    if count := held_back_count(report):
        click.echo(f"held back: {count}")


def held_back_count(report: BuildReport) -> str:
    """`2 stories, 1 comment`: of what there is none, nothing is said; empty where nothing is held back."""
    counts = ((len(report.held_back), "story"), (len(report.held_comments), "comment"))
    return ", ".join(plural(count, noun) for count, noun in counts if count)


def closing_line(report: BuildReport, elapsed: str) -> str:
    """`14 stories → 3 pages written, 61 unchanged, in 0.21 s`"""
    deleted = f"{plural(len(report.deleted), 'page')} deleted, " if report.deleted else ""
    written = plural(len(report.written), "page")
    return (
        f"{plural(report.stories, 'story')} → {written} written, {deleted}{report.unchanged:,} unchanged, in {elapsed}"
    )
