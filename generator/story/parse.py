"""parse_story(): one file's text becomes a story, or a story with problems."""

from typing import Literal

import msgspec

from generator.content_file import file_date, open_content
from generator.fields import Fields
from generator.markup import MarkupOptions, typeset
from generator.picture import PICTURE_KEYS, parse_picture
from generator.quoting import quoted
from generator.story.afterwards import parse_replies, parse_updates, parse_withdrawal
from generator.story.case import parse_channel, parse_happened, parse_outcome, parse_timeline
from generator.story.companies import parse_companies, parse_verdict
from generator.story.model import Story
from generator.story.naming import parse_aliases, parse_slug, story_stem
from generator.story.sources import parse_disclosure, parse_sources

KEYS_WITHIN = {
    "company": ("name", "verdict"),
    "outcome": ("status", "date", "note"),
    "timeline": ("date", "event"),
    "updates": ("date", "note", "correction"),
    "reply": ("from", "company", "date", "text"),
    "withdrawn": ("date", "reason"),
    "image": PICTURE_KEYS,
    "source": (
        "type", "title", "url", "author", "date", "feed_title", "feed_url", "feed_description", "permission",
    ),
}  # fmt: skip
"""The keys that belong under another key, for hints about one that is in the wrong place."""

_COMMENTS: dict[str, Literal["open", "closed"]] = {
    **dict.fromkeys(("true", "yes", "on"), "open"),
    **dict.fromkeys(("false", "no", "off"), "closed"),
}
"""Words that people write for whether readers may comment."""


def parse_story(text: str, source: str, options: MarkupOptions) -> Story:
    """Read one story file's text. Never raises: all that is wrong stands in `problems`."""
    file = open_content(text, source, what="a story", options=options, has_language=True, within=KEYS_WITHIN)
    fields, body = file.fields, file.body
    stem = story_stem(source)
    needs_title = file.readable and not fields.has("withdrawn")
    title = fields.text("title", example="My story" if needs_title else "")
    date = file_date(fields, stem, readable=file.readable)
    companies = parse_companies(fields)
    happened = parse_happened(fields, date)
    story = Story(
        source=source,
        stem=stem,
        title=title,
        date=date,
        updated=fields.date("updated"),
        slug=parse_slug(fields, stem, title),
        id=fields.text("id"),
        aliases=parse_aliases(fields),
        draft=fields.flag("draft", default=False),
        withdrawn=parse_withdrawal(fields),
        companies=companies,
        mentions=fields.texts("mentions"),
        verdict=parse_verdict(fields),
        rating=fields.optional_integer("rating", lowest=1, highest=5),
        happened=happened,
        channel=parse_channel(fields),
        outcome=parse_outcome(fields, happened),
        timeline=parse_timeline(fields),
        updates=parse_updates(file, source),
        replies=parse_replies(file, source, companies),
        series=fields.text("series"),
        part=_part(fields),
        tags=_tags(fields),
        authors=fields.texts("author"),
        language=file.options.language if file.options.language != options.language else "",
        summary=typeset(fields.text("summary"), file.options.language) or body.summary or body.first_paragraph,
        image=parse_picture(fields, "image", source=source),
        sources=parse_sources(fields),
        disclosure=parse_disclosure(fields),
        comments=fields.choice("comments", ("open", "closed"), meaning=_COMMENTS),
        ignore=fields.texts("ignore"),
        body=body,
        places=fields.places(),
        problems=(),
    )
    beside = (problem for other in story.bodies if other is not body for problem in other.problems)
    return msgspec.structs.replace(story, problems=(*file.problems(), *beside))


def _part(fields: Fields) -> int | None:
    part = fields.optional_integer("part", lowest=1, highest=1000)
    if part and not fields.has("series"):
        fields.wrong("part", "the series is missing.", "Add a line such as series: The name of the series.")
    return part


def _tags(fields: Fields) -> tuple[str, ...]:
    tags = fields.texts("tags")
    if len(tags) == 1 and "," in tags[0]:
        fields.wrong("tags", f"{quoted(tags[0])} is one tag with a comma in it.", f"Write tags: [{tags[0]}].")
    return tags
