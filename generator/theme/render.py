"""A theme's templates rendered in Jinja's sandbox, and their errors told so that a theme's author can mend them."""

from __future__ import annotations

import datetime as dt
import re
import traceback
from collections.abc import Mapping, Sized
from typing import Any

import jinja2
import msgspec
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from generator.errors import FirsthandError, Location, Problem, did_you_mean
from generator.theme.load import Theme
from generator.theme.strings import FORMS, Strings, UnknownStringError, locale_of, long_date, number
from generator.urls import SiteUrl

_GIVEN = ("asset", "frame", "options", "path", "range", "t", "view")
_UNESCAPING = re.compile(r"{%[-+]?\s*autoescape\b")
_LONGEST = 1_000_000
"""Characters, items or bits that one multiplication may make: more than any page is long."""
_CLOCKS = frozenset(("now", "today", "utcnow"))  # methods of every date, and the one way left to read the clock


class TemplateValueError(Exception):
    """A template calls one of the theme functions with something that it does not take."""


class _Undefined(jinja2.StrictUndefined):
    """Names what is missing and the nearest name that is there."""

    @property
    def _undefined_message(self) -> str:
        name, holder = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return str(self._undefined_hint)
        if holder is jinja2.utils.missing:
            return f"{name!r} is not defined. {did_you_mean(str(name), _GIVEN)}".rstrip()
        known = holder if isinstance(holder, Mapping) else getattr(type(holder), "__struct_fields__", ())
        what = type(holder).__name__
        return f"{what} has no {name!r}. {did_you_mean(str(name), known)}".rstrip()


class Renderer:
    """Renders views by the templates of one theme. Templates see their view, the frame, and nothing of the world."""

    def __init__(self, theme: Theme, frame: object, *, language: str, url: SiteUrl) -> None:
        self._theme = theme
        self._environment = _environment(theme, language, url)
        self._frame = frame

    def render(self, template: str, view: object, *, source: str) -> bytes:
        """One page. `source` is what the page shows, for messages. Raises FirsthandError naming template and line."""
        try:
            text = self._environment.get_template(template).render(
                view=view, frame=self._frame, options=self._theme.options
            )
        except Exception as error:
            raise FirsthandError([self._problem(error, template, source)]) from error
        return text.encode("utf-8", errors="replace")

    def _problem(self, error: Exception, template: str, source: str) -> Problem:
        name, line, message = template, None, str(error)
        if isinstance(error, jinja2.TemplateNotFound):
            hint = did_you_mean(str(error.name), self._theme.templates)
            message = f"there is no template {error.name!r} in the theme {self._theme.name!r}. {hint}".rstrip()
        if isinstance(error, jinja2.TemplateSyntaxError):
            name, line = error.name or template, error.lineno
            message = f"{error.message}"
        elif isinstance(error, SecurityError):
            message = f"a template may not do this: {error}"
        elif not isinstance(error, jinja2.TemplateError | UnknownStringError | TemplateValueError):
            message = f"{type(error).__name__}: {error}"
        shown = {found.shown for found in self._theme.templates.values()}
        for place in traceback.extract_tb(error.__traceback__):
            if place.filename in shown:
                name, line = place.filename, place.lineno
        found = self._theme.templates.get(name)
        path = found.shown if found else (name if name in shown else f"themes/{self._theme.name}/templates/{name}")
        hint = f"(while rendering {source})"
        quoted = self._quoted(path, line)
        return Problem(
            Location(path, line), message if message.endswith((".", "?")) else f"{message}.", f"{hint}{quoted}"
        )

    def _quoted(self, path: str, line: int | None) -> str:
        """The lines around the place, the one marked."""
        text = next((found.text for found in self._theme.templates.values() if found.shown == path), "")
        lines = text.splitlines()
        if line is None or not 0 < line <= len(lines):
            return ""
        first, last = max(1, line - 2), min(len(lines), line + 2)
        return "".join(f"\n    {'>' if n == line else ' '} {n:4} | {lines[n - 1]}" for n in range(first, last + 1))


class _Loader(jinja2.BaseLoader):
    """Templates from memory; the file's name stands in tracebacks as messages show it."""

    def __init__(self, theme: Theme) -> None:
        self._templates = theme.templates

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str | None, Any]:  # noqa: ARG002
        found = self._templates.get(template)
        if found is None:
            raise jinja2.TemplateNotFound(template)
        if unescaping := _UNESCAPING.search(found.text):
            line = found.text.count("\n", 0, unescaping.start()) + 1
            raise jinja2.TemplateSyntaxError("escaping cannot be turned off", line, template, found.shown)
        return found.text, found.shown, lambda: True


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox; of views it gives the fields and nothing else, which is both stricter and five times faster."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuses what would fill the memory or take for ever: `'x' * 10**10`, `9**9**9`."""
        if _size_of(operator, left, right) > _LONGEST:
            raise SecurityError(f"what {operator} makes here is too large")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, msgspec.Struct):
            return (
                getattr(obj, attribute)
                if attribute in obj.__struct_fields__
                else self.undefined(obj=obj, name=attribute)
            )
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr not in _CLOCKS and super().is_safe_attribute(obj, attr, value)


def _size_of(operator: str, left: Any, right: Any) -> int:
    """How large the result of an operation is at least: in items for texts and lists, in bits for whole numbers."""
    if isinstance(left, int) and isinstance(right, int):
        bits, other = left.bit_length(), right.bit_length()
        return bits * max(right, 0) if operator == "**" and bits > 1 else bits + other
    if isinstance(left, int):
        left, right = right, left
    return len(left) * right if isinstance(left, Sized) and isinstance(right, int) else 0


def _environment(theme: Theme, language: str, url: SiteUrl) -> jinja2.Environment:
    environment = Sandbox(
        loader=_Loader(theme),
        # Templates do not change during a build: asking whether they did costs more than rendering a card.
        auto_reload=False,
        cache_size=-1,
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    locale = locale_of(language)

    def asset(name: str) -> str:
        """The address of an asset of the theme."""
        found = theme.assets.get(name)
        if found is None:
            raise TemplateValueError(f"there is no asset {name!r}. {did_you_mean(name, theme.assets)}".rstrip())
        return url.path(found.path)

    def path(of: str) -> str:
        """A path of the site with the base path in front."""
        if not of.startswith("/"):
            raise TemplateValueError(f"path() takes a path from the first slash on, not {of!r}")
        return url.path(of)

    def date(day: object, form: str = "long") -> str:
        if isinstance(day, jinja2.Undefined):
            str(day)  # raises, naming what is missing
        if not isinstance(day, dt.date) or form not in FORMS:
            raise TemplateValueError(f"date takes a date and one of {', '.join(FORMS)}, not {day!r}, {form!r}")
        return long_date(day, locale, form)

    # These and the view, the frame and the options are all that a template can reach: no clock, no environment.
    environment.globals = {"asset": asset, "path": path, "t": Strings(theme.strings, locale), "range": safe_range}
    filters: Mapping[str, Any] = {"date": date, "number": lambda value: number(value, locale)}
    environment.filters = {
        name: function for name, function in environment.filters.items() if name not in ("safe", "random", "pprint")
    } | dict(filters)
    return environment
