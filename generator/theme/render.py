"""A theme's templates rendered in Jinja's sandbox. Errors name the template, the line and the page."""

from __future__ import annotations

import datetime as dt
import re
import traceback
from collections.abc import Iterable, Mapping, Sized
from typing import Any

import jinja2
import msgspec
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from generator.errors import FirsthandError, Location, Problem, did_you_mean
from generator.theme.faults import Known, TemplateValueError, explain, kind_of
from generator.theme.load import Theme
from generator.theme.strings import FORMS, Strings, locale_of, long_date, number
from generator.urls import SiteUrl

_GIVEN = ("asset", "frame", "options", "path", "range", "t", "view")
_UNESCAPING = re.compile(r"{%[-+]?\s*autoescape\b")
_LONGEST = 1_000_000
"""Characters, items or bits that one multiplication may make: more than any page is long."""
_CLOCKS = frozenset(("now", "today", "utcnow"))  # methods of every date, and the one way left to read the clock


class _Undefined(jinja2.StrictUndefined):
    """Names what is missing and the nearest name that is there."""

    @property
    def _undefined_message(self) -> str:
        name, holder = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return str(self._undefined_hint)
        if holder is jinja2.utils.missing:
            near = did_you_mean(str(name), _GIVEN) or f"Templates can use {', '.join(_GIVEN[:-1])} and {_GIVEN[-1]}."
            return f"{name!r} is not defined. {near}"
        if isinstance(name, int):
            return f"this list has no item {name}."
        if isinstance(holder, Mapping):
            return f"there is no {name!r} here. {_near_or_all(str(name), holder)}".rstrip()
        fields: tuple[str, ...] = getattr(type(holder), "__struct_fields__", ())
        return f"{kind_of(holder)} has no {name!r}. {_near_or_all(str(name), fields)}".rstrip()


def _near_or_all(name: str, known: Iterable[str]) -> str:
    """The nearest known name; else all of them, if there are any."""
    return did_you_mean(name, known) or (f"It has {', '.join(known)}." if [*known] else "")


class Renderer:
    """Renders views by the templates of one theme. Templates see their view, the frame, and nothing of the world."""

    def __init__(self, theme: Theme, frame: object, *, language: str, url: SiteUrl) -> None:
        self._theme = theme
        self._environment = _environment(theme, language, url)
        texts = {name: template.text for name, template in theme.templates.items()}
        self._known = Known(theme.name, texts, self._environment.filters, self._environment.tests)
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
        name, line = template, None
        if isinstance(error, jinja2.TemplateSyntaxError):
            name, line = error.name or template, error.lineno
        shown = {found.shown: found.text for found in self._theme.templates.values()}
        for place in traceback.extract_tb(error.__traceback__):
            if place.filename in shown:
                name, line = place.filename, place.lineno
        found = self._theme.templates.get(name)
        path = found.shown if found else (name if name in shown else f"themes/{self._theme.name}/templates/{name}")
        fault = explain(error, shown.get(path, ""), self._known)
        line = fault.line or line
        return Problem(Location(path, line), fault.message, f"(while rendering {source}){self._quoted(path, line)}")

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
            raise SecurityError(f"the result of {operator} is too large here")
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

    def path(of: object) -> str:
        """A path of the site with the base path in front."""
        if not isinstance(of, str) or not of.startswith("/"):
            if isinstance(of, str):
                raise TemplateValueError(f"path() needs a slash at the start. Write path('/{of}')")
            raise TemplateValueError(f"path() needs a text such as '/tags/', and this is {kind_of(of)}")
        return url.path(of)

    def date(day: object, form: str = "long") -> str:
        if isinstance(day, jinja2.Undefined):
            str(day)  # raises, naming what is missing
        if not isinstance(day, dt.date):
            raise TemplateValueError(f"the filter 'date' needs a date, and this is {kind_of(day)}: {day!r}")
        if form not in FORMS:
            near = did_you_mean(str(form), FORMS) or f"Use one of {', '.join(FORMS)}."
            raise TemplateValueError(f"{form!r} is not a form of a date. {near}")
        return long_date(day, locale, form)

    def plain_number(value: float) -> str:
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises, naming what is missing
        if not isinstance(value, int | float):
            raise TemplateValueError(f"the filter 'number' needs a number, and this is {kind_of(value)}: {value!r}")
        return number(value, locale)

    # These and the view, the frame and the options are all that a template can reach: no clock, no environment.
    environment.globals = {"asset": asset, "path": path, "t": Strings(theme.strings, locale), "range": safe_range}
    filters: Mapping[str, Any] = {"date": date, "number": plain_number}
    environment.filters = {
        name: function for name, function in environment.filters.items() if name not in ("safe", "random", "pprint")
    } | dict(filters)
    return environment
