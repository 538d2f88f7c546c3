"""What goes wrong in a template, said for somebody who knows HTML and a little Jinja, instead of in Python's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import jinja2
from jinja2.exceptions import SecurityError

from generator.errors import did_you_mean
from generator.theme.strings import UnknownStringError
from generator.theme.syntax_faults import explain_syntax, not_there


class TemplateValueError(Exception):
    """A template gives one of the theme's functions or filters a value that it does not take."""


class Fault(NamedTuple):
    """What is wrong, as one or two sentences; `line` if it is another than the one where rendering stopped."""

    message: str
    line: int | None = None


class Known(NamedTuple):
    """What a template can name: the nearest is suggested for a name that is not there. `templates` has their texts."""

    theme: str
    templates: Mapping[str, str]
    filters: Iterable[str]
    tests: Iterable[str]


_KINDS = {
    "Html": "HTML",
    "LoopContext": "loop",
    "Macro": "a macro",
    "Markup": "text",
    "NoneType": "none",
    "Strings": "t",
    "TemplateReference": "self",
    "bool": "true or false",
    "builtin_function_or_method": "a function",
    "date": "a date",
    "datetime": "a moment",
    "dict": "a group of values",
    "float": "a number",
    "function": "a function",
    "int": "a number",
    "list": "a list",
    "method": "a function",
    "range": "a list",
    "str": "text",
    "tuple": "a list",
}
_CHANGING = frozenset(
    [
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    ]
)
"""Methods that change a list or the like, which the sandbox does not allow."""


def kind_of(value: object) -> str:
    """What a value is, in a template author's words: `text`, `a list`; the name of a view or its part as it is."""
    return _kind(type(value).__name__)


def _kind(name: str) -> str:
    return _KINDS.get(name, name)


def explain(error: Exception, text: str, known: Known) -> Fault:
    """The fault behind an error of rendering; `text` is that of the template in which it happened."""
    match error:
        case jinja2.TemplateNotFound():
            add = 'Add it, or write extends = "counter" in theme.toml.'
            near = did_you_mean(str(error.name), known.templates) or add
            return Fault(f"there is no template {str(error.name)!r} in the theme {known.theme!r}. {near}")
        case jinja2.TemplateSyntaxError():
            fault = explain_syntax(error, text, filters=known.filters, tests=known.tests)
            return Fault(_sentence(fault.message), fault.line)
        case SecurityError():
            return Fault(_sentence(_unsafe(str(error))))
        case jinja2.TemplateError() | UnknownStringError() | TemplateValueError():
            words = _not_known(str(error), known) or _first_match(str(error), _OF_JINJA) or str(error)
            return Fault(_sentence(words), _line_of_change(text) if "cannot assign" in str(error) else None)
        case RecursionError():
            return Fault("this template includes or calls itself without an end.")
    words = _first_match(str(error), _OF_PYTHON.get(type(error), ()))
    return Fault(_sentence(words or f"this does not work ({type(error).__name__}: {error})"))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?")) else f"{words}."


def _unsafe(message: str) -> str:
    attribute = re.search(r"access to attribute '(\w+)' of '(\w+)'", message)
    if attribute and attribute[1] in _CHANGING:
        return (
            f"a template cannot change {_kind(attribute[2])}: .{attribute[1]}() is not allowed. Make a new one with"
            " {% set %}"
        )
    if attribute:
        return f"a template may not use {attribute[1]!r}"
    return "a template may not call this" if "not safely callable" in message else message


def _line_of_change(text: str) -> int | None:
    """The line of the one `{% set view.x = … %}` of a template, for which Jinja names a line above it."""
    found = [*re.finditer(r"\{%[-+]?\s*set\s+\w+\.", text)]
    return text.count("\n", 0, found[0].start()) + 1 if len(found) == 1 else None


def _not_known(message: str, known: Known) -> str:
    """What is said of a macro, a filter or a test that is not there; empty for another message."""
    if missing := re.match(r"No (filter|test) named '(.+)'", message):
        return not_there(missing[1], missing[2], known.filters if missing[1] == "filter" else known.tests)
    if missing := re.match(r"the template '(.+)' \(imported .*\) does not export the requested name '(.+)'", message):
        macros = re.findall(r"\{%[-+]?\s*macro\s+(\w+)", known.templates.get(missing[1], ""))
        return f"the template {missing[1]!r} has no macro {missing[2]!r}. {did_you_mean(missing[2], macros)}".rstrip()
    return ""


Words = Callable[[re.Match[str]], str]


def _first_match(message: str, table: Iterable[tuple[str, Words]]) -> str:
    """Our words for a message; empty if the table has none."""
    return next((words(found) for pattern, words in table if (found := re.search(pattern, message))), "")


_OF_JINJA: tuple[tuple[str, Words], ...] = (
    (
        r"there is no parent block called '(.+)'",
        lambda m: f"super() has nothing to repeat: no template that this one extends has a block {m[1]!r}",
    ),
    (r"parameter '(.+)' was not provided", lambda m: f"the macro is called without a value for {m[1]!r}"),
    (
        r"cannot assign attribute on non-namespace object",
        lambda _: (
            "a template cannot change a value that it was given. Choose a name of your own, such as {% set title = … %}"
        ),
    ),
    (r"extended multiple times", lambda _: "a template can extend only one other template"),
    (r"Required block '(.+)' not found", lambda m: f"this template must have a block {m[1]!r}"),
)

_VALUES = "in the parentheses"
_OF_PYTHON: Mapping[type[Exception], tuple[tuple[str, Words], ...]] = {
    ZeroDivisionError: (("", lambda _: "this divides by zero. Check the number first with {% if %}"),),
    OverflowError: ((r"Range too big.*\((\d+)\)", lambda m: f"range() makes at most {int(m[1]):,} numbers"),),
    ValueError: (
        (
            r"values to unpack \(expected (\d+)",
            lambda m: f"each item of this list needs {m[1]} parts, one for each name in {{% for %}}",
        ),
    ),
    TypeError: (
        (
            r"^'(\w+)' object is not callable",
            lambda m: f"{_kind(m[1])} cannot be called like a function. Remove the parentheses behind it",
        ),
        (r"^'(\w+)' object is not iterable", lambda m: f"a list is needed here, and this is {_kind(m[1])}"),
        (
            r'^can only concatenate (\w+) \(not "(\w+)"\)',
            lambda m: f"+ cannot join {_kind(m[1])} and {_kind(m[2])}. Write ~ to join them as text",
        ),
        (
            r"^unsupported operand type\(s\) for (\S+?):? '(\w+)' and '(\w+)'",
            lambda m: f"{m[1]} does not work with {_kind(m[2])} and {_kind(m[3])}",
        ),
        (
            r"^'(\S+)' not supported between instances of '(\w+)' and '(\w+)'",
            lambda m: f"{m[1]} cannot compare {_kind(m[2])} with {_kind(m[3])}",
        ),
        (r"^argument of type '(\w+)' is not", lambda m: f"'in' cannot search in {_kind(m[1])}"),
        (
            r"^'(\w+)' object cannot be interpreted as an integer",
            lambda m: f"a whole number is needed here, and this is {_kind(m[1])}",
        ),
        (r"^type (\w+) doesn't define __round__", lambda m: f"{_kind(m[1])} cannot be rounded"),
        (r"^object of type '(\w+)' has no len", lambda m: f"{_kind(m[1])} has no length"),
        (r"macro '(.+)' takes no keyword argument '(.+)'", lambda m: f"the macro {m[1]!r} takes no value {m[2]!r}"),
        (
            r"macro '(.+)' takes not more than (\d+)",
            lambda m: f"the macro {m[1]!r} takes at most {m[2]} value{'' if m[2] == '1' else 's'}",
        ),
        (r"missing \d+ required \S+ arguments?: (.+)", lambda m: f"a value is missing {_VALUES}: {m[1]}"),
        (r"takes (no arguments|.* positional arguments? but \d+ w)", lambda _: f"there are too many values {_VALUES}"),
        (r"unexpected keyword argument '(\w+)'", lambda m: f"there is no value named {m[1]!r} to give {_VALUES}"),
    ),
}
