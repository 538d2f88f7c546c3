"""What all Markdown files of content/ share: front matter, a body, and a name that becomes an address or a date."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from generator.errors import Problem
from generator.fields import Fields
from generator.fields.dates import Date, is_plausible
from generator.markup import Body, MarkupOptions, parse_body
from generator.quoting import quoted
from generator.urls import not_on_windows, slugify

DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[-_ ](.+))?", re.ASCII)
"""`2025-03-31-shoes`: a day, and what the file is called beside it."""
NO_DATE = Date(dt.date(1900, 1, 1))
"""Stands where there is none; that is a problem."""


class ContentFile(NamedTuple):
    """One file opened: its fields are still to be taken, its body is done.

    `readable` tells whether its front matter could be read at all. `options` are those of the body, for other texts
    of the file.
    """

    fields: Fields
    body: Body
    readable: bool
    found: tuple[Problem, ...]
    options: MarkupOptions

    def problems(self) -> tuple[Problem, ...]:
        """All problems of the file; to be called when every field was taken."""
        return (*self.found, *(self.fields.finish() if self.readable else ()), *self.body.problems)


def open_content(
    text: str,
    source: str,
    *,
    what: str,
    options: MarkupOptions,
    has_language: bool = False,
    within: Mapping[str, tuple[str, ...]] | None = None,
) -> ContentFile:
    """Cut a file's text into fields and body. `what` names its kind in messages: 'a story'.

    With `has_language` the file may say in `lang` that its texts are in another language than the site's. `within`
    says which keys belong under which.
    """
    # PyYAML and python-frontmatter cost start-up time, and a build with nothing to do parses nothing.
    from generator.fields.front_matter import parse_front_matter

    matter = parse_front_matter(text, path=source)
    fields = Fields(matter.fields, path=source, what=what, within=within)
    if has_language:
        options = msgspec.structs.replace(options, language=fields.language("lang", options.language))
    body = parse_body(matter.body, source=source, first_line=matter.body_line, options=options)
    readable = bool(matter.fields.entries) or not matter.problems
    return ContentFile(fields, body, readable, matter.problems, options)


def file_date(fields: Fields, stem: str, *, readable: bool = True) -> Date:
    """The date that a file gives in `date`, else in its name; `NO_DATE` where there is none, which is a problem."""
    date = fields.date("date")
    if date:
        return date
    named = DATED_NAME.fullmatch(stem)
    if named and not fields.has("date"):
        try:
            day = dt.date.fromisoformat(named[1])
        except ValueError:
            day = dt.date.max
        if is_plausible(day):
            return Date(day)
        hint = "Rename the file so that it starts with the date, such as 2025-03-31-title.md."
        fields.wrong("date", f"{named[1]} in the file's name is not a date from 1900 to 2999.", hint)
    elif readable and not fields.has("date"):
        hint = "Add a line such as date: 2025-03-31, or name the file like 2025-03-31-title.md."
        fields.about_file("date is missing, and the file's name does not start with one.", hint)
    return NO_DATE


def file_slug(fields: Fields, stem: str) -> str:
    """A file's stem as part of an address; a stem that cannot be one is a problem."""
    slug = "/".join(slugify(part) or "name" for part in stem.split("/"))
    if slug != stem:
        message = f"the file's name, {quoted(stem)}, cannot be part of an address."
        hint = f"Rename the file to {slug}.md, with small letters, digits and single hyphens only."
        if (name := not_on_windows(stem)) and f"{name}-" in slug.split("/"):
            message, hint = f"Windows cannot store a file called {quoted(name)}.", f"Rename the file to {slug}.md."
        fields.about_file(message, hint)
    return slug
