"""The questions that `firsthand init` asks at a terminal. Enter accepts what is in brackets."""

import sys
from typing import NamedTuple

import click

from generator.cli.address import site_address
from generator.cli.common import printable
from generator.cli.next_step import somebody_reads
from generator.fields.written import is_blank, one_line


class Asked(NamedTuple):
    """What was answered. `author` is empty if no name was given."""

    title: str
    author: str
    url: str


def somebody_answers() -> bool:
    """Whether a person reads what is printed and can type an answer."""
    return bool(sys.stdin) and sys.stdin.isatty() and somebody_reads()


def ask(given: Asked, default: Asked) -> Asked:
    """Ask for whatever was not given. Ctrl-C ends the command, and nothing was written then."""
    if all(given):
        return given
    click.echo("Press Enter to accept what is in [brackets]. You can change your answers later.\n")
    try:
        return Asked(
            title=given.title or _answer("Title of the site", default.title),
            author=given.author or _answer("Your name or pen name, as readers will see it", default.author),
            url=given.url or _address("Address of the site, if you know it", default.url),
        )
    except click.Abort:
        click.echo("\nStopped. Nothing was written.", err=True)
        sys.exit(130)


def _answer(question: str, default: str) -> str:
    answer = one_line(_typed(question, default))
    return default if is_blank(answer) else answer


def _address(question: str, default: str) -> str:
    """Asks until the answer can be an address, and offers the one that was probably meant."""
    while True:
        answer = site_address(_typed(question, default))
        if answer.url:
            return answer.url
        click.echo(printable(answer.fault))
        default = answer.instead or default


def _typed(question: str, default: str) -> str:
    while True:
        try:
            return str(click.prompt(question, default=default))
        except UnicodeDecodeError:
            click.echo("Some of these characters are not UTF-8 text. Please type the answer again.")
