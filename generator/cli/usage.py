"""What a command answers when it was typed wrongly: what is wrong, then what to type instead.

click's own sentences are for programmers, and differ between its versions. So the faults are told apart here, by their
type, and each has a sentence of ours.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import IO, Any

import click

from generator.cli.common import printable

_NEAR = 0.7
"""How alike a suggestion has to be, from 0 to 1: `titel` and `title` are 0.8 alike, `date` and `site` 0.5."""
_LONG_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_CURLY_QUOTES = "“”„‟«»"
_MISSING = {
    "TITLE": 'a title is missing. Write it in quotes: firsthand new "The kettle"',
    "FOLDER": "the name of a folder is missing. Write one: firsthand init my-stories",
}


class Mistyped(click.UsageError):
    """A fault of the command line, printed without click's usage line."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"Error: {printable(self.format_message())}", file=file, err=True)
        if self.ctx:
            click.echo(f"For help: {self.ctx.command_path} --help", file=file, err=True)


class Command(click.Command):
    """A command that answers mistakes in plain words."""

    allow_extra_args = True  # so that click leaves them to `parse_args`

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _faults_explained(ctx, tuple(args)):
            super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise Mistyped(_too_many(ctx), ctx)
        return ctx.args

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _plain_help(super().get_help_option(ctx))


class Group(click.Group):
    """Commands in the order in which they were added, listed before the options; mistakes are answered likewise."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for argument in args:
            if any("\ud800" <= c <= "\udfff" for c in argument):
                raise Mistyped(f"{argument!r} is not UTF-8 text.", ctx)
        with _faults_explained(ctx, tuple(args)):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            hint = _suggestion(args[0], self.commands) or f"The commands are {_listed(self.commands)}."
            raise Mistyped(f"there is no command {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _plain_help(super().get_help_option(ctx))


def _plain_help(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "Show this help."
    return option


@contextmanager
def _faults_explained(ctx: click.Context, typed: Iterable[str]) -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        raise Mistyped(_explained(error, ctx, typed), ctx) from error


def _explained(error: click.UsageError, ctx: click.Context, typed: Iterable[str]) -> str:
    match error:
        case click.NoSuchOption():
            return _unknown_option(error.option_name, ctx, typed)
        case click.MissingParameter() if error.param:
            return _MISSING[error.param.human_readable_name]
        case click.BadParameter() if error.param:
            return f"{_flag(error.param)}: {error.message}"
        case click.BadOptionUsage():
            return _wrong_value(error.option_name, ctx)
    return error.format_message()


def _unknown_option(name: str, ctx: click.Context, typed: Iterable[str]) -> str:
    known = _flags(ctx.command)
    what = f"{ctx.command_path!r} has no option {name}."
    if near := _suggestion(name, known):
        return f"{what} {near}"
    if isinstance(ctx.command, click.Group):
        commands = ctx.command.commands
        owner = next((word for word in typed if word in commands and _has(commands[word], name)), "")
        if owner:
            return f"{what} Write it after the command: {ctx.command_path} {owner} {name}"
    return f"{what} Its options are {_listed(known)}."


def _wrong_value(name: str, ctx: click.Context) -> str:
    option = next((one for one in _options(ctx.command) if name in one.opts), None)
    if option is None or option.is_flag:
        return f"{name} takes no value. Write it alone."
    return f"{name} needs a value. Write it like this: {name} {option.metavar}"


def _too_many(ctx: click.Context) -> str:
    """What is wrong with words that are neither an option nor its value nor the command's argument."""
    extra = ctx.args[0]
    dashed = extra.lstrip(_LONG_DASHES)
    if extra != dashed:
        return f"{extra!r} starts with a long dash. Write two hyphens: --{dashed.lstrip('-')}"
    argument = next((one for one in ctx.command.params if isinstance(one, click.Argument)), None)
    if argument is None:
        hint = f"If it is the folder of your site, write --site {extra}." if "--site" in _flags(ctx.command) else ""
        return f"{extra!r} is not an option of {ctx.command_path!r}. {hint}".strip()
    words = " ".join([str(ctx.params[argument.name or ""]), *ctx.args])
    plain = words.translate(dict.fromkeys(map(ord, _CURLY_QUOTES + '"')))
    if any(quote in words for quote in _CURLY_QUOTES):
        return f'curly quotes do not keep words together. Use straight ones: {ctx.command_path} "{plain}"'
    return f'{extra!r} is one word too many. Several words need quotes: {ctx.command_path} "{plain}"'


def _suggestion(word: str, known: Iterable[str]) -> str:
    """The nearest known word, as a question; empty where none is really near."""
    by_bare = {name.lstrip("-"): name for name in known}
    bare = word.lstrip("-").casefold()
    near = get_close_matches(bare, by_bare, n=1, cutoff=_NEAR)
    near += [name for name in by_bare if len(bare) > 2 and (name.startswith(bare) or bare.startswith(f"{name}-"))]
    return f"Did you mean {by_bare[near[0]]}?" if near else ""


def _options(command: click.Command) -> tuple[click.Option, ...]:
    return tuple(one for one in command.params if isinstance(one, click.Option))


def _has(command: click.Command, name: str) -> bool:
    return any(name in option.opts for option in _options(command))


def _flags(command: click.Command) -> tuple[str, ...]:
    """The command's options by their long names, and its help."""
    return (*(max(one.opts, key=len) for one in _options(command)), "--help")


def _flag(parameter: click.Parameter) -> str:
    return max(parameter.opts, key=len) if isinstance(parameter, click.Option) else parameter.human_readable_name


def _listed(words: Iterable[str]) -> str:
    """`a, b and c`"""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
