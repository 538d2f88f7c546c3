"""`firsthand` itself: the subcommands, and what it says when called alone."""

from pathlib import Path

import click

from generator import __version__
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.init import init
from generator.cli.new import new
from generator.cli.serve import serve
from generator.config import CONFIG_FILE

COMMANDS = (init, new, build, serve, check)

_START = """There is no site in this folder. To start one:

  firsthand init my-stories
  cd my-stories
  firsthand build

'firsthand --help' lists everything else."""

_NEXT = """This folder holds a site. What next?

  firsthand new "A title"   start a story
  firsthand serve           look at the site, drafts included
  firsthand check           find problems and broken links
  firsthand build           make the site, ready to publish

'firsthand COMMAND --help' tells more about each."""


class _Group(click.Group):
    """Refuses arguments that are not text, and says a fault of Firsthand's own in two lines.

    What the user can mend is said by the commands themselves.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for argument in args:
            if any("\ud800" <= c <= "\udfff" for c in argument):
                raise click.UsageError(f"{argument!r} is not UTF-8 text.", ctx)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click itself says or does what is right: nothing, where nobody reads on
        except Exception as error:
            if ctx.params.get("traceback"):
                raise
            click.echo(f"Firsthand itself failed ({type(error).__name__}: {error}).", err=True)
            click.echo("Please report it with what 'firsthand --traceback …' prints for the same command.", err=True)
            ctx.exit(1)


@click.group(cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="firsthand")
@click.option("--traceback", is_flag=True, help="When Firsthand itself fails, show where.")
@click.pass_context
def main(context: click.Context, traceback: bool) -> None:  # noqa: ARG001 (read by _Group)
    """Turn a folder of stories about good and bad service into a web site with feeds."""
    if context.invoked_subcommand is None:
        click.echo(_NEXT if Path(CONFIG_FILE).is_file() else _START)


for _command in COMMANDS:
    main.add_command(_command)
