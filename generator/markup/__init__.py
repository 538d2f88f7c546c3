"""Markdown becomes a Body: sanitised HTML in pieces, with the facts and problems found in it."""

from generator.markup.body import (
    Body,
    ExternalLink,
    FileReference,
    FragmentReference,
    Heading,
    IdReference,
    ImageReference,
    MarkupOptions,
    Reference,
    SiteReference,
)
from generator.markup.resolve import Addresses, resolve, text_of

__all__ = [
    "Addresses",
    "Body",
    "ExternalLink",
    "FileReference",
    "FragmentReference",
    "Heading",
    "IdReference",
    "ImageReference",
    "MarkupOptions",
    "Reference",
    "SiteReference",
    "parse_body",
    "resolve",
    "text_of",
    "typeset",
]


def typeset(text: str, language: str) -> str:
    """A text of one line with the quotation marks, dashes and ellipses of its language, as bodies have them."""
    if not text:
        return ""
    from generator.markup.source import without_unwanted  # for start-up time, as below
    from generator.markup.typography import set_text

    return set_text(without_unwanted(text), language)


def parse_body(
    text: str, *, source: str, first_line: int = 1, on_one_line: bool = False, options: MarkupOptions
) -> Body:
    """The Body of a Markdown text; a pure function that never raises: what is wrong is among its problems.

    `source` is the file's path relative to the site's folder (`content/stories/2024-01-01-x.md`): problems name
    it, and relative targets are read from it. `first_line` is the line of the file at which `text` starts.
    With `on_one_line` its lines are not those of the file (a text in quotes), and all stand on the first.
    """
    # Delayed for start-up time: a build with nothing to do needs the types above, but no parser.
    from generator.markup.parsing import parse

    return parse(text, source=source, first_line=first_line, on_one_line=on_one_line, options=options)
