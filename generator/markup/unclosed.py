"""Raw HTML that is opened and never closed: what follows is shown as it is written, Markdown and all."""

import re
from collections.abc import Iterator

from generator.errors import Location, Problem
from generator.markup.blocks import without_fences
from generator.markup.engine import unclosed_block
from generator.markup.source import Source

_OPENING = re.compile(r"^ {0,3}<[A-Za-z]", re.MULTILINE)


def find_unclosed(source: Source) -> Iterator[Problem]:
    """A warning at the tag that takes the rest of the text."""
    found = unclosed_block(without_fences(source.text)) if _OPENING.search(source.text) else None
    if found:
        tag, line = found
        message = f"<{tag}> is not closed, so the Markdown below it is shown as plain text."
        at = Location(source.path, source.first_line + line - 1)
        yield Problem(at, message, f"Write </{tag}> where it ends.", "warning")
