"""firsthand serve"""

import datetime as dt
from contextlib import suppress
from pathlib import Path

import click
import msgspec

from generator.build import build_site
from generator.cli.build import closing_line
from generator.cli.common import now_option, problems_end_the_command, quiet_option, say_problems, stopwatch
from generator.cli.next_step import call, say_next, somebody_reads
from generator.cli.port import open_port
from generator.cli.progress import picture_progress
from generator.cli.site_folder import site_option
from generator.cli.usage import Command
from generator.pipeline.settings import PREVIEW, Settings
from generator.serve import HOST, preview_server


def _port(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    """The number of a port, from 1 to 65535."""
    if value.isascii() and value.isdecimal() and len(value) < 6 and 1 <= int(value) <= 65535:
        return int(value)
    raise click.BadParameter(f"{value!r} is not a port. Use a number from 1024 to 65535, such as 8001.")


@click.command(cls=Command, short_help="Look at the site in your browser, drafts included.")
@site_option
@click.option(
    "--port", metavar="NUMBER", default="8000", callback=_port, help="The port of the preview. Default: 8000."
)
@click.option("--published", is_flag=True, help="Leave out drafts and scheduled stories, as a build does.")
@now_option
@quiet_option
def serve(site: Path, port: int, published: bool, now: dt.datetime, quiet: bool) -> None:
    """Look at the site in your browser, drafts and scheduled stories included.

    Only this computer can open the preview, and the folder that you publish is not touched. To see later edits, stop
    the preview with Ctrl-C and start it again.
    """
    elapsed = stopwatch()
    url = f"http://{HOST}:{port}/"
    settings = Settings(site, now, url=url, preview=True, include_held_back=not published)
    with open_port(port, site / PREVIEW) as listening:
        with problems_end_the_command(), picture_progress(shown=not quiet) as progress:
            report = build_site(msgspec.structs.replace(settings, progress=progress))
        server = preview_server(site / PREVIEW)
        say_problems(report.warnings)
        with suppress(KeyboardInterrupt):  # somebody pressed Ctrl-C
            if not quiet:
                click.echo(closing_line(report, elapsed()))
                click.echo(f"The preview is at {url} until you press Ctrl-C.")
                if somebody_reads():
                    click.echo("Open this address in your browser. To see later edits, press Ctrl-C and start again.")
            server.run([listening])
    if not quiet:
        click.echo("The preview has ended.")
        say_next(
            (call("check", site=site), "find mistakes and broken links"),
            (call("build", site=site), "make the site, ready to publish"),
        )
