"""The theme's words: `t('stories', count=3)` is '3 stories' in the site's language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from generator.errors import did_you_mean

if TYPE_CHECKING:
    from babel import Locale

FORMS = ("full", "long", "medium", "short", "day", "month", "year")
"""How a date may be written."""
_SKELETONS = {"month": "yMMMM", "year": "y"}
_PLACE = re.compile(r"\{(\w+)\}")


class UnknownStringError(Exception):
    """A string that no strings file of the theme has (`is_missing`), or one that needs a value it does not get."""

    def __init__(self, message: str, *, is_missing: bool = False) -> None:
        super().__init__(message)
        self.is_missing = is_missing


class Strings:
    """The strings of a theme in one language. Results are plain text: autoescape does the rest."""

    def __init__(self, strings: Mapping[str, str | Mapping[str, str]], locale: Locale) -> None:
        self._strings, self._locale = strings, locale

    def __call__(self, key: str, /, *, count: int | None = None, **values: object) -> str:
        """The string of a key, `{name}` replaced by values; with `count` the plural form of the language (CLDR).

        Raises UnknownStringError.
        """
        found = self._strings.get(key)
        if found is None:
            near = did_you_mean(key, self._strings)
            raise UnknownStringError(f"the theme has no string {key!r}. {near}".rstrip(), is_missing=True)
        if not isinstance(found, str):
            if count is None:
                raise UnknownStringError(
                    f"the string {key!r} has plural forms. Write t({key!r}, count=…) with a number."
                )
            found = found.get(self._locale.plural_form(count)) or found["other"]
        if count is not None:
            values["count"] = number(count, self._locale)

        def fill(place: re.Match[str]) -> str:
            if place[1] not in values:
                got = f" It gets {', '.join(values)}." if values else ""
                fix = f"Write t({key!r}, {place[1]}=…), or change the string."
                raise UnknownStringError(f"the string {key!r} needs a value for {place[0]}.{got} {fix}")
            return str(values[place[1]])

        return _PLACE.sub(fill, found)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction in which the language is written."""
        return "rtl" if self._locale.text_direction == "rtl" else "ltr"

    def date(self, day: dt.date, form: str = "long") -> str:
        """A date in the language's words; see `long_date`."""
        return long_date(day, self._locale, form)


def locale_of(language: str) -> Locale:
    """The locale for a language tag, English for one that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.split("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR has English")


@lru_cache(maxsize=10_000)
def long_date(day: object, locale: Locale, form: str) -> str:
    """A date in the language's words: `22 April 2024`, by CLDR's formats full, long, medium and short; `day` is long,
    and `month` and `year` say no more than that: `April 2024`, `2024`."""
    from babel.dates import format_date, format_skeleton

    assert isinstance(day, dt.date)
    if form in _SKELETONS:
        return format_skeleton(_SKELETONS[form], day, locale=locale)
    return format_date(day, "long" if form == "day" else form, locale)


@lru_cache(maxsize=10_000, typed=True)
def number(value: float, locale: Locale) -> str:
    """A number with the language's separators: `12,345`."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale)
