"""A story: what one Markdown file says, typed and complete, without knowledge of any other file."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import msgspec

from generator.content_file import open_content
from generator.errors import Problem
from generator.fields import Fields
from generator.fields.dates import Date, is_plausible
from generator.markup import Body, MarkupOptions
from generator.picture import Picture, parse_picture
from generator.urls import slug_for, slugify, stays_inside

Verdict = Literal["good", "mixed", "bad"]
VERDICTS: tuple[Verdict, Verdict, Verdict] = ("good", "bad", "mixed")

_MEANT: dict[str, Verdict] = {
    **dict.fromkeys(("great", "excellent", "positive", "praise", "happy", "yes"), "good"),
    **dict.fromkeys(("poor", "terrible", "awful", "negative", "complaint", "no"), "bad"),
    **dict.fromkeys(("neutral", "both", "so-so", "ok", "okay", "fair"), "mixed"),
}
"""Words that people write for a verdict."""

_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:[-_ ](.+))?", re.ASCII)
_NO_DATE = Date(dt.date(1900, 1, 1))


class CompanyVerdict(msgspec.Struct, frozen=True):
    """A company that a story is about, as written, and how it served in this story (None: not said)."""

    name: str
    verdict: Verdict | None


class Story(msgspec.Struct, frozen=True):
    """One story file. `source` is its path from the site's folder; `stem` names it in ids and comment folders.

    Where `problems` holds an error, the fields concerned have their defaults and the story must not be published.
    """

    source: str
    stem: str
    title: str
    date: Date
    slug: str
    id: str
    aliases: tuple[str, ...]
    draft: bool
    companies: tuple[CompanyVerdict, ...]
    mentions: tuple[str, ...]
    verdict: Verdict | None
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    summary: str
    image: Picture | None
    body: Body
    problems: tuple[Problem, ...]

    @property
    def is_round_up(self) -> bool:
        """Whether the story is of several companies; then only a company's own verdict counts for it."""
        return len(self.companies) > 1


def story_stem(source: str) -> str:
    """`content/stories/2024-01-31-shoes.md` and `…/2024-01-31-shoes/index.md` are both `2024-01-31-shoes`."""
    return source.removeprefix("content/stories/").removesuffix("/index.md").removesuffix(".md")


def parse_story(text: str, source: str, options: MarkupOptions) -> Story:
    """Read one story file's text. Never raises: all that is wrong stands in `problems`."""
    file = open_content(text, source, what="a story", options=options)
    fields, body = file.fields, file.body
    stem = story_stem(source)
    title = fields.text("title", required=file.readable)
    story = Story(
        source=source,
        stem=stem,
        title=title,
        date=_date(fields, stem, readable=file.readable),
        slug=_slug(fields, stem, title),
        id=fields.text("id"),
        aliases=_aliases(fields),
        draft=fields.flag("draft", default=False),
        companies=_companies(fields),
        mentions=fields.texts("mentions"),
        verdict=fields.choice("verdict", VERDICTS, meaning=_MEANT),
        tags=_tags(fields),
        authors=fields.texts("author"),
        summary=fields.text("summary") or body.summary or body.first_paragraph,
        image=parse_picture(fields, "image", source=source),
        body=body,
        problems=(),
    )
    return msgspec.structs.replace(story, problems=file.problems())


def _date(fields: Fields, stem: str, *, readable: bool) -> Date:
    date = fields.date("date")
    if date:
        return date
    named = _DATED_NAME.fullmatch(stem)
    if named and not fields.has("date"):
        try:
            day = dt.date.fromisoformat(named[1])
        except ValueError:
            day = dt.date.max
        if is_plausible(day):
            return Date(day)
        fields.wrong(
            "date", f"{named[1]} in the file's name is no plausible date.", "Rename it like 2025-03-31-title.md."
        )
    elif readable and not fields.has("date"):
        fields.wrong("date", "there is none.", "Name the file like 2025-03-31-title.md, or add 'date: 2025-03-31'.")
    return _NO_DATE


def _slug(fields: Fields, stem: str, title: str) -> str:
    named = _DATED_NAME.fullmatch(stem)
    rest = (named[2] or title) if named else stem
    default = slugify(rest) or slugify(title) or slug_for(stem, prefix="story")
    written = fields.text("slug")
    if not written:
        return default
    if slugify(written) == written:
        return written
    better = slugify(written)
    hint = f"'{better}' would do." if better else "Leave it out to take it from the file's name."
    fields.wrong("slug", f"{written!r} is not small letters and digits joined by single hyphens.", hint)
    return default


def _aliases(fields: Fields) -> tuple[str, ...]:
    aliases = fields.texts("aliases")
    for alias in aliases:
        if not alias.startswith("/") or alias == "/" or not stays_inside(alias) or re.search(r"[?#%]", alias):
            hint = "Write the old path from the first slash on, such as /2019/05/shoes/ or /old.html."
            fields.wrong("aliases", f"{alias!r} is not a path of the site.", hint)
    return aliases


def _companies(fields: Fields) -> tuple[CompanyVerdict, ...]:
    found = []
    story_verdict = fields.has("verdict")
    items = fields.mixed("company")
    for item in items:
        if isinstance(item, str):
            found.append(CompanyVerdict(item, None))
            continue
        name, verdict = item.text("name", required=True), item.choice("verdict", VERDICTS, meaning=_MEANT)
        if verdict and len(items) == 1 and story_verdict:
            item.wrong(
                "verdict", "this story has one company and a verdict of its own already.", "Keep one of the two."
            )
        found.append(CompanyVerdict(name, verdict))
        fields.absorb(item)
    return tuple(company for company in found if company.name)


def _tags(fields: Fields) -> tuple[str, ...]:
    tags = fields.texts("tags")
    if len(tags) == 1 and "," in tags[0]:
        fields.wrong("tags", f"{tags[0]!r} is one tag with a comma in it.", f"For several write [{tags[0]}].")
    return tags
