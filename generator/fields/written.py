"""Texts as values in the YAML and TOML files that Firsthand writes."""

import json
import re
import unicodedata

_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`~]|: | #|[\s:]$|[\x00-\x1f\x7f]")


def one_line(text: str) -> str:
    """A text on one line: line ends, tabs and control characters become single spaces."""
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen: it is empty, or holds only spaces and invisible characters."""
    return not any(c.isprintable() and not c.isspace() for c in text)


def yaml_text(text: str) -> str:
    """A text as a YAML value on one line, in quotes where YAML needs them. A JSON string is valid YAML."""
    text = one_line(text)
    return json.dumps(text, ensure_ascii=False) if _NEEDS_QUOTES.search(text) or not text else text


def toml_text(text: str) -> str:
    """A text as a TOML string on one line. JSON escapes quotes and backslashes as TOML does."""
    return json.dumps(one_line(text), ensure_ascii=False)
