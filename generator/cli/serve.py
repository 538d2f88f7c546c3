"""firsthand serve"""

import datetime as dt
from pathlib import Path

import click
import msgspec

from generator.build import build_site
from generator.cli.build import closing_line
from generator.cli.common import now_option, problems_end_the_command, say_problems, site_option, stopwatch
from generator.cli.progress import picture_progress
from generator.errors import FirsthandError, Location, Problem
from generator.pipeline.settings import PREVIEW, Settings
from generator.serve import HOST, listen, serve_folder


@click.command()
@site_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--published", is_flag=True, help="Leave out drafts and scheduled stories, as a build does.")
@now_option
def serve(site: Path, port: int, published: bool, now: dt.datetime) -> None:
    """Look at the site in a browser, drafts and scheduled stories included.

    The preview is a build of its own: it never touches the folder that is published, and only this machine can
    reach it.
    """
    elapsed = stopwatch()
    url = f"http://{HOST}:{port}/"
    settings = Settings(site, now, url=url, preview=True, include_held_back=not published)
    with problems_end_the_command():
        try:
            listening = listen(port)
        except OSError as error:
            problem = Problem(Location(url), f"the port cannot be had: {error.strerror}.", "Name another with --port.")
            raise FirsthandError([problem]) from error
    with listening:
        with problems_end_the_command(), picture_progress() as progress:
            report = build_site(msgspec.structs.replace(settings, progress=progress))
        say_problems(report.warnings)
        click.echo(closing_line(report, elapsed()))
        click.echo(f"The preview is at {url} until you press Ctrl-C.")
        serve_folder(site / PREVIEW, listening)
    click.echo("The preview has ended.")
