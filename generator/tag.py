"""A tag's own file: what is told under it. Optional: a story's `tags` are enough to make a tag."""

import msgspec

from generator.content_file import file_slug, open_content
from generator.errors import Places, Problem
from generator.markup import Body, MarkupOptions


class TagProfile(msgspec.Struct, frozen=True):
    """content/tags/<slug>.md; the file's name is the last part of the tag's address, its text the description."""

    source: str
    slug: str
    name: str
    aliases: tuple[str, ...]
    body: Body
    places: Places
    problems: tuple[Problem, ...]


def parse_tag(text: str, source: str, options: MarkupOptions) -> TagProfile:
    """Read one tag file's text. Never raises: all that is wrong stands in `problems`."""
    file = open_content(text, source, what="a tag", options=options)
    stem = source.removeprefix("content/tags/").removesuffix(".md")
    profile = TagProfile(
        source=source,
        slug=file_slug(file.fields, stem),
        name=file.fields.text("name", stem.replace("-", " ")),
        aliases=file.fields.texts("aliases"),
        body=file.body,
        places=file.fields.places(),
        problems=(),
    )
    return msgspec.structs.replace(profile, problems=file.problems())
