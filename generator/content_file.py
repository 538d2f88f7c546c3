"""What all Markdown files of content/ share: front matter, a body, and a name that becomes an address."""

from typing import NamedTuple

from generator.errors import Problem
from generator.fields import Fields
from generator.markup import Body, MarkupOptions, parse_body
from generator.urls import slugify


class ContentFile(NamedTuple):
    """One file opened: its fields are still to be taken, its body is done.

    `readable` tells whether its front matter could be read at all.
    """

    fields: Fields
    body: Body
    readable: bool
    found: tuple[Problem, ...]

    def problems(self) -> tuple[Problem, ...]:
        """All problems of the file; to be called when every field was taken."""
        return (*self.found, *(self.fields.finish() if self.readable else ()), *self.body.problems)


def open_content(text: str, source: str, *, what: str, options: MarkupOptions) -> ContentFile:
    """Cut a file's text into fields and body. `what` names its kind in messages: 'a story'."""
    # PyYAML and python-frontmatter cost start-up time, and a build with nothing to do parses nothing.
    from generator.fields.front_matter import parse_front_matter

    matter = parse_front_matter(text, path=source)
    fields = Fields(matter.fields, path=source, what=what)
    body = parse_body(matter.body, source=source, first_line=matter.body_line, options=options)
    readable = bool(matter.fields.entries) or not matter.problems
    return ContentFile(fields, body, readable, matter.problems)


def file_slug(fields: Fields, stem: str) -> str:
    """A file's stem as part of an address; a stem that cannot be one is a problem."""
    slug = "/".join(slugify(part) or "name" for part in stem.split("/"))
    if slug != stem:
        message = f"{stem!r} is not small letters and digits joined by single hyphens."
        fields.wrong("(file name)", message, f"Rename the file to {slug}.md: its name becomes part of an address.")
    return slug
