"""firsthand check"""

import datetime as dt
import sys
from pathlib import Path

import click

from generator.checks import CHECKS, run_checks
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
from generator.errors import errors_in, in_order
from generator.pipeline.settings import Settings
from generator.pipeline.whole import render_whole


@click.command()
@site_option
@url_option
@click.option("--drafts", is_flag=True, help="Check drafts and scheduled stories as well.")
@now_option
def check(site: Path, url: str | None, drafts: bool, now: dt.datetime) -> None:
    """Find problems in the content, and links that lead nowhere.

    Leaves the published site alone. Ends with status 1 if there is an error; warnings alone do not fail.
    """
    elapsed = stopwatch()
    with problems_end_the_command(), picture_progress() as progress:
        settings = Settings(site, now, url=url, needs_url=False, include_held_back=drafts, progress=progress)
        rendered, warnings = render_whole(settings)
    config = rendered.site.config.check
    found = in_order((*warnings, *run_checks(CHECKS, rendered, config)))
    say_problems(found)
    errors = errors_in(found)
    counted = f"{plural(len(errors), 'error')}, {plural(len(found) - len(errors), 'warning')}"
    click.echo(f"{plural(len(rendered.outputs), 'output')} checked → {counted}, in {elapsed()}")
    if errors:
        sys.exit(1)
