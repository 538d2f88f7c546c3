"""A page of the site that is no story: about, policy, contact."""

import msgspec

from generator.content_file import file_slug, open_content
from generator.errors import Problem
from generator.markup import Body, MarkupOptions

POLICY = "/policy/"
"""The address of the page that says how the site works; the frame leads there, and a check asks for it."""


class ContentPage(msgspec.Struct, frozen=True):
    """content/pages/<path>.md stands at /<path>/; those with `nav` stand in the navigation, in its order."""

    source: str
    path: str
    title: str
    nav: int | None
    body: Body
    problems: tuple[Problem, ...]


def parse_page(text: str, source: str, options: MarkupOptions) -> ContentPage:
    """Read one page file's text. Never raises: all that is wrong stands in `problems`."""
    file = open_content(text, source, what="a page", options=options)
    stem = source.removeprefix("content/pages/").removesuffix(".md").removesuffix("/index")
    page = ContentPage(
        source=source,
        path=f"/{file_slug(file.fields, stem)}/",
        title=file.fields.text("title", example="About this site" if file.readable else ""),
        nav=file.fields.optional_integer("nav", lowest=0, highest=1000),
        body=file.body,
        problems=(),
    )
    return msgspec.structs.replace(page, problems=file.problems())
