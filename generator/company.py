"""A company's own file: what to know about it. Optional: a story's `company` is enough to make a company."""

import msgspec

from generator.content_file import file_slug, open_content
from generator.errors import Places, Problem
from generator.markup import Body, MarkupOptions


class CompanyProfile(msgspec.Struct, frozen=True):
    """content/companies/<slug>.md; the file's name is the last part of the company's address."""

    source: str
    slug: str
    name: str
    aliases: tuple[str, ...]
    website: str
    industry: str
    note: str
    contacts: tuple[str, ...]
    body: Body
    places: Places
    problems: tuple[Problem, ...]


def parse_company(text: str, source: str, options: MarkupOptions) -> CompanyProfile:
    """Read one company file's text. Never raises: all that is wrong stands in `problems`."""
    file = open_content(text, source, what="a company", options=options)
    stem = source.removeprefix("content/companies/").removesuffix(".md")
    profile = CompanyProfile(
        source=source,
        slug=file_slug(file.fields, stem),
        name=file.fields.text("name", stem.replace("-", " ").title()),
        aliases=file.fields.texts("aliases"),
        website=file.fields.address("website"),
        industry=file.fields.text("industry"),
        note=file.fields.text("note"),
        contacts=file.fields.texts("contacts"),
        body=file.body,
        places=file.fields.places(),
        problems=(),
    )
    return msgspec.structs.replace(profile, problems=file.problems())
