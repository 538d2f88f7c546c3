"""What the commands print on a console that cannot show every character, such as an older one on Windows."""

import codecs
import sys
import unicodedata
from io import TextIOWrapper

_ERRORS = "firsthand-plain"
_PLAIN = {
    "→": "->",
    "…": "...",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "·": "*",
    "\u00a0": " ",
    "\u202f": " ",
}


def print_any_text() -> None:
    """Let standard output and standard error show plainer characters in place of those that the console lacks.

    Without this, Python raises UnicodeEncodeError: the command would end before it says what it did.
    """
    codecs.register_error(_ERRORS, _in_plain_characters)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name != "utf-8":
            stream.reconfigure(errors=_ERRORS)


def _in_plain_characters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(character: str) -> str:
    """The nearest text in ASCII: `->` for an arrow, the letter for an accented one, and else a question mark."""
    letters = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _PLAIN.get(character) or letters or "?"
