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
    quiet_option,
    say_problems,
    stopwatch,
    url_option,
)
from generator.cli.next_step import call, say_next
from generator.cli.progress import picture_progress
from generator.cli.site_folder import site_option
from generator.cli.usage import Command
from generator.errors import errors_in, in_order
from generator.pipeline.settings import Settings
from generator.pipeline.whole import render_whole


@click.command(cls=Command, short_help="Find mistakes and broken links.")
@site_option
@url_option
@click.option("--drafts", is_flag=True, help="Check drafts and scheduled stories too.")
@now_option
@quiet_option
def check(site: Path, url: str | None, drafts: bool, now: dt.datetime, quiet: bool) -> None:
    """Find mistakes and broken links.

    Reads all your files, and looks through every page. Changes nothing. The exit status is 1 if there are errors, and
    0 if there are only warnings.
    """
    elapsed = stopwatch()
    with problems_end_the_command(), picture_progress(shown=not quiet) as progress:
        settings = Settings(site, now, url=url, needs_url=False, include_held_back=drafts, progress=progress)
        rendered, warnings = render_whole(settings)
    config = rendered.site.config.check
    found = in_order((*warnings, *run_checks(CHECKS, rendered, config)))
    say_problems(found)
    errors = errors_in(found)
    counted = f"{plural(len(errors), 'error')}, {plural(len(found) - len(errors), 'warning')}"
    if not quiet:
        click.echo(f"{plural(len(rendered.outputs), 'output')} checked → {counted}, in {elapsed()}")
        if errors:
            say_next((call("check", site=site), "check again, when you have corrected the errors above"))
        else:
            say_next((call("build", site=site), "make the site, ready to publish"))
    if errors:
        sys.exit(1)
