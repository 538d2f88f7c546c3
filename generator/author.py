"""An author's own file: who tells the stories. Optional: a story's `author` may be a plain name."""

import msgspec

from generator.content_file import file_slug, open_content
from generator.errors import Places, Problem
from generator.markup import Body, MarkupOptions
from generator.picture import PICTURE_KEYS, Picture, parse_picture


class AuthorProfile(msgspec.Struct, frozen=True):
    """content/authors/<key>.md; stories name an author by the key or by the name."""

    source: str
    slug: str
    name: str
    website: str
    email: str
    photo: Picture | None
    body: Body
    places: Places
    problems: tuple[Problem, ...]


def parse_author(text: str, source: str, options: MarkupOptions) -> AuthorProfile:
    """Read one author file's text. Never raises: all that is wrong stands in `problems`."""
    file = open_content(text, source, what="an author", options=options, within={"photo": PICTURE_KEYS})
    stem = source.removeprefix("content/authors/").removesuffix(".md")
    profile = AuthorProfile(
        source=source,
        slug=file_slug(file.fields, stem),
        name=file.fields.text("name", stem.replace("-", " ").title()),
        website=file.fields.address("website"),
        email=file.fields.email("email"),
        photo=parse_picture(file.fields, "photo", source=source),
        body=file.body,
        places=file.fields.places(),
        problems=(),
    )
    return msgspec.structs.replace(profile, problems=file.problems())
