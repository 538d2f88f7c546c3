"""A comment: what a reader wrote to a story, one Markdown file each."""

import re

import msgspec

from generator.content_file import file_date, open_content
from generator.errors import Places, Problem
from generator.fields.dates import Date
from generator.markup import Body, MarkupOptions
from generator.quoting import quoted
from generator.urls import slugify

_STEM = re.compile(r"[^\s#?%&\"'<>]+")


class Comment(msgspec.Struct, frozen=True):
    """content/comments/<story>/<stem>.md. `story` is the stem of the story; `reply_to` that of another comment of it,
    or empty.
    """

    source: str
    story: str
    stem: str
    author: str
    date: Date
    website: str
    reply_to: str
    body: Body
    places: Places
    problems: tuple[Problem, ...]


def parse_comment(text: str, source: str, options: MarkupOptions) -> Comment:
    """Read one comment file's text. Never raises: all that is wrong stands in `problems`."""
    options = msgspec.structs.replace(options, by_strangers=True)
    file = open_content(text, source, what="a comment", options=options)
    fields = file.fields
    story, _, stem = source.removeprefix("content/comments/").removesuffix(".md").rpartition("/")
    if not _STEM.fullmatch(stem):
        hint = f"Rename the file to {slugify(stem) or 'comment'}.md, with letters, digits and hyphens only."
        fields.about_file(f"the file's name, {quoted(stem)}, cannot be part of an address.", hint)
    comment = Comment(
        source=source,
        story=story,
        stem=stem,
        author=fields.text("author", example="Kim" if file.readable else ""),
        date=file_date(fields, stem, readable=file.readable),
        website=fields.address("website"),
        reply_to=fields.text("reply_to").removesuffix(".md"),
        body=file.body,
        places=fields.places(),
        problems=(),
    )
    empty = file.readable and not file.body.words and not file.body.problems
    if empty:
        hint = "Write the comment below the second ---, or delete the file."
        fields.about_file("the comment has no text.", hint)
    return msgspec.structs.replace(comment, problems=file.problems())
