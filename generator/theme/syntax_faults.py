"""Jinja's syntax errors in plain words: what is not closed, missing or misspelt, and on which line it began."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import jinja2

from generator.errors import did_you_mean

_CLOSED = ("block", "call", "filter", "for", "if", "macro", "set", "with", "raw")
_TAGS = (*_CLOSED, *(f"end{tag}" for tag in _CLOSED), "elif", "else", "extends", "from", "import", "include")
_SWITCHED_OFF = {
    "safe": "HTML in a view is written as HTML without it.",
    "random": "The same content always gives the same pages.",
    "pprint": "It shows a value as Python writes it.",
}
"""Filters of Jinja that templates do not have, each with the reason."""
_SIGNS = {
    "begin of comment": "{#",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of comment": "#}",
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "the end of the file",
    "integer": "a number",
    "name": "a name",
    "string": "a text in quotes",
    "template data / text": "text",
}
"""Jinja's names for parts of a template, and how a template writes them."""
_ENDS = ("%}", "}}")


class SyntaxFault(NamedTuple):
    """What is wrong; `line` is where to look, if that is not where Jinja gave up."""

    message: str
    line: int | None = None


def explain_syntax(
    error: jinja2.TemplateSyntaxError, text: str, *, filters: Iterable[str], tests: Iterable[str]
) -> SyntaxFault:
    """A syntax error of Jinja in plain words. One that is not known keeps Jinja's own."""
    message = error.message or ""
    if open_tag := re.search(r"The innermost block that needs to be closed is '(\w+)'", message):
        return _unclosed(message, open_tag[1], _line_of_open(text, open_tag[1], error.lineno))
    if unknown := re.match(r"Encountered unknown tag '(\w+)'", message):
        return SyntaxFault(_unknown_tag(unknown[1]))
    if missing := re.match(r"No (filter|test) named '(.+?)'", message):
        return SyntaxFault(not_there(missing[1], missing[2], filters if missing[1] == "filter" else tests))
    return SyntaxFault(_odd_sign(message) or _other(message) or f"this template cannot be read: {message}")


def _unclosed(message: str, tag: str, line: int | None) -> SyntaxFault:
    """A tag that is open at the end of the file, or where another one closes."""
    early = re.match(r"Encountered unknown tag '(\w+)'", message)
    if early is None:
        return SyntaxFault(f"{{% {tag} %}} is not closed. Write {{% end{tag} %}} where it ends", line)
    where = f" on line {line}" if line else ""
    if early[1] in ("elif", "else") and tag in ("if", "for"):
        return SyntaxFault(
            f"{{% {early[1]} %}} does not belong here: the {{% {tag} %}}{where} has an {{% else %}} already"
        )
    if not early[1].startswith("end") or early[1] not in _TAGS:
        return SyntaxFault(_unknown_tag(early[1]))
    still_open = f"the {{% {tag} %}}{where} is not closed yet. Write {{% end{tag} %}} before it"
    return SyntaxFault(f"{{% {early[1]} %}} comes too early: {still_open}")


def _line_of_open(text: str, tag: str, last: int) -> int | None:
    """The line of the innermost `{% tag … %}` that nothing closes before a line."""
    lines: list[int] = []
    for found in re.finditer(r"\{%[-+]?\s*(end)?(\w+)([^%]*)", text):
        line = text.count("\n", 0, found.start()) + 1
        if found[2] != tag or line > last or (tag == "set" and "=" in found[3]):
            continue
        if found[1] and lines:
            lines.pop()
        elif not found[1]:
            lines.append(line)
    return lines[-1] if lines else None


def _unknown_tag(tag: str) -> str:
    if tag in ("elif", "else"):
        return f"{{% {tag} %}} belongs between {{% if %}} and {{% endif %}}"
    if tag in _TAGS and tag.startswith("end"):
        return f"{{% {tag} %}} has nothing to close: there is no open {{% {tag.removeprefix('end')} %}} before it"
    return f"there is no tag {{% {tag} %}}. {did_you_mean(tag, _TAGS)}".rstrip()


def not_there(what: str, name: str, known: Iterable[str]) -> str:
    """What is said of a filter or a test that does not exist."""
    if what == "filter" and name in _SWITCHED_OFF:
        return f"themes cannot use the filter {name!r}. {_SWITCHED_OFF[name]}"
    return f"there is no {what} {name!r}. {did_you_mean(name, known)}".rstrip()


def _odd_sign(message: str) -> str:
    """What is wrong where Jinja meets a sign that it does not expect; empty for another message."""
    if ended := re.match(r"unexpected end of template, expected '(.+)'", message):
        return f"the file ends inside a tag. Write {_sign(ended[1])} where the tag ends"
    if expected := re.match(r"expected token '(.+)', got '(.+)'", message):
        return _instead(_sign(expected[1]), _sign(expected[2]))
    if character := re.match(r"unexpected char (['\"])(.+)\1 at \d+", message):
        sign = character[2].removeprefix("\\")
        return f"a text starts with {sign} and does not end" if sign in "'\"" else f"'{sign}' does not belong here"
    if closing := re.match(r"unexpected '(.+)', expected '(.+)'", message):
        return _instead(closing[2], closing[1])
    if unexpected := re.match(r"(?:unexpected|Expected an expression, got) '(.+)'", message):
        sign = _sign(unexpected[1])
        if sign in _ENDS:
            return f"a value is missing before {sign}"
        if sign == "}":
            return "'}' does not belong here. End a tag as it starts: {{ … }} or {% … %}"
        if sign in (")", "]"):
            return f"'{sign}' has nothing to close"
        return f"{_in_quotes(sign)} does not belong here. Perhaps }}}} or %}} is missing before it"
    return ""


def _instead(expected: str, found: str) -> str:
    """What is wrong where one sign has to be and another one is."""
    if expected in _ENDS and found == "=":
        return "one = does not compare. Write == to ask whether two values are equal"
    if expected == "}}":
        return f"{_in_quotes(found)} does not belong here. To write two values, join them with ~"
    if expected == "%}":
        return f"{_in_quotes(found)} does not belong here. Join two conditions with 'and' or 'or'"
    inner = ". If you wrote {{ inside another tag, remove it" if (expected, found) == (":", "}") else ""
    return f"{_in_quotes(expected)} is missing before {_in_quotes(found)}{inner}"


def _in_quotes(sign: str) -> str:
    return sign if " " in sign or sign == "text" else f"'{sign}'"


def _sign(token: str) -> str:
    return _SIGNS.get(token, token)


def _other(message: str) -> str:
    return next((words for start, words in _WHOLE.items() if message.startswith(start)), "") or (
        f"two blocks are called {twice[1]!r}. Give one of them another name"
        if (twice := re.match(r"block '(.+)' defined twice", message))
        else ""
    )


_WHOLE = {
    "Block names in Jinja have to be": "the name of a block cannot have a hyphen. Write an underscore instead",
    "Can't assign to special loop variable": "'loop' is a name of Jinja. Choose another name in {% for %}",
    "Missing end of comment tag": "{# is not closed. Write #} where the comment ends",
    "Missing end of raw directive": "{% raw %} is not closed. Write {% endraw %} where it ends",
    "You cannot chain multiple tests": "one value can have one test only. Join two tests with 'and'",
    "can't assign to": "{% set %} and {% for %} need a name of your own on the left",
    "cannot use extend from a non top-level scope": "{% extends %} cannot be inside another tag. Move it to the top",
    "escaping cannot be turned off": "escaping cannot be turned off. Remove {% autoescape %}",
    "expected call": "{% call %} needs a macro with parentheses, such as {% call box() %}",
    "expected name or number": "a name is missing after the dot",
    "expected subscript expression": "a name is missing after the dot or between [ and ]",
    "invalid syntax for function call expression": "values with a name, such as count=3, come after the others",
    "names starting with an underline": "a name that starts with _ cannot be imported",
    "non-default argument follows default argument": "values with a default, such as size=3, come after the others",
    "tag name expected": "{% and %} are empty. Write a tag between them, such as {% if … %}",
}
