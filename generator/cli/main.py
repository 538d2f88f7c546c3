"""`firsthand` itself: the subcommands, and what it says when called alone."""

from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.console import print_any_text
from generator.cli.init import init
from generator.cli.new import new
from generator.cli.next_step import call, say_steps
from generator.cli.serve import serve
from generator.cli.usage import Group
from generator.config import CONFIG_FILE

COMMANDS = (init, new, serve, check, build)
FOLDER = "my-stories"


class _Group(Group):
    """Says a fault of Firsthand's own in two lines. The commands themselves say what the user can correct."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        print_any_text()  # before the first word is printed, which may be an error in the arguments
        return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click itself says or does what is right: nothing, where nobody reads on
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            ctx.exit(130)
        except Exception as error:
            if ctx.params.get("traceback"):
                raise
            click.echo(f"This is a fault of Firsthand, not yours ({type(error).__name__}: {error}).", err=True)
            again = f"firsthand --traceback {ctx.invoked_subcommand} …"
            click.echo(f"Please report it, with everything that this prints: {again}", err=True)
            ctx.exit(1)


@click.group(
    cls=_Group,
    invoke_without_command=True,
    options_metavar="",
    subcommand_metavar="COMMAND",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'firsthand COMMAND --help' explains a command.",
)
@click.version_option(__version__, prog_name="firsthand", help="Show which version of Firsthand this is.")
@click.option("--traceback", is_flag=True, help="If Firsthand itself fails, show where, for your report.")
@click.pass_context
def main(context: click.Context, traceback: bool) -> None:  # noqa: ARG001 (read by _Group)
    """Publish customer stories. You write them in Markdown; Firsthand makes the website and its feeds."""
    if context.invoked_subcommand is None:
        _say_what_to_do(Path())


def _say_what_to_do(here: Path) -> None:
    if (here / CONFIG_FILE).is_file():
        click.echo("This folder holds a site. What you can do:\n")
        say_steps(
            (call('new "A title"'), "start a story"),
            (call("serve"), "look at the site in your browser, drafts included"),
            (call("check"), "find mistakes and broken links"),
            (call("build"), "make the site, ready to publish"),
        )
    else:
        click.echo("There is no site in this folder. To start one:\n")
        say_steps((call(f"init {FOLDER}"), ""), (f"cd {FOLDER}", ""), (call("serve", at=here / FOLDER), ""))
    click.echo(f"\n{call('--help')} lists all commands.")


for _command in COMMANDS:
    main.add_command(_command)
