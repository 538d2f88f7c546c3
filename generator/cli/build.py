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
    quiet_option,
    say_problems,
    stopwatch,
    url_option,
)
from generator.cli.next_step import call, say_next, somebody_reads
from generator.cli.progress import picture_progress
from generator.cli.site_folder import site_option
from generator.cli.usage import Command
from generator.config import CONFIG_FILE, parse_config
from generator.pipeline.report import BuildReport
from generator.pipeline.settings import Settings


@click.command(cls=Command, short_help="Make the site, ready to publish.")
@site_option
@url_option
@click.option(
    "--output",
    metavar="FOLDER",
    envvar="FIRSTHAND_OUTPUT",
    help="Where to write the site. Default: the folder that site.toml names, or _site."
    " Or set FIRSTHAND_OUTPUT in the environment.",
)
@click.option(
    "--pages-url",
    metavar="ADDRESS",
    envvar="FIRSTHAND_PAGES_URL",
    help="The site's address on GitHub Pages. It counts only if site.toml names no domain of your own."
    " Or set FIRSTHAND_PAGES_URL in the environment, as the workflow does.",
)
@now_option
@quiet_option
def build(
    site: Path, url: str | None, pages_url: str | None, output: str | None, now: dt.datetime, quiet: bool
) -> None:
    """Make the site, ready to publish.

    Writes only the files that changed. Leaves out drafts, scheduled stories, and comments that break a rule, and
    lists them. If there are errors in your files, lists all problems and keeps the site that you built last.
    """
    elapsed = stopwatch()
    with problems_end_the_command(), picture_progress(shown=not quiet) as progress:
        report = build_site(Settings(site, now, url=url, pages_url=pages_url, output=output, progress=progress))
    say_problems(report.warnings)
    if not quiet:
        say_held_back(report)
        click.echo(closing_line(report, elapsed()))
        if somebody_reads():
            _say_next(site, output)


def _say_next(site: Path, output: str | None) -> None:
    """How to look at the site, and how to publish it. Reads site.toml."""
    config, _ = parse_config((site / CONFIG_FILE).read_text(encoding="utf-8"), output=output, needs_url=False)
    click.echo(f"The site is in {site / config.output}.")
    look = (call("serve", site=site), "look at it in your browser, drafts included")
    say_next(look, _way_to_publish(site, config.output))


def _way_to_publish(site: Path, output: str) -> tuple[str, str]:
    if not (site / ".github" / "workflows").is_dir():
        return f"To publish, upload what is in {site / output} to your web host.", ""
    if any((folder / ".git").exists() for folder in (site.resolve(), *site.resolve().parents)):
        return "git push", "publish on GitHub Pages, after you commit your changes"
    return "To publish on GitHub Pages, push this folder to a repository on GitHub.", ""


def say_held_back(report: BuildReport) -> None:
    """Print each story that is held back, with the time at which it will appear; each comment, with the reason; and how
    many there are, because a new one is easily missed in a long list."""
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
