"""The comments under a story, and how to send one, as views."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

import msgspec

from generator.pages.output import Html
from generator.pages.parts import html
from generator.site import Discussion, LinkedComment, LinkedStory, Site
from generator.site.discussions import last_day


class CommentView(msgspec.Struct, frozen=True):
    """A comment; `anchor` is its id on the page, `number` its place among the story's comments by date.

    `website` is the author's, empty without one. `answers` is the number of the comment that this one replies to,
    where its place in the thread does not show that.
    """

    anchor: str
    number: int
    author: str
    website: str
    day: dt.date
    text: Html
    answers: int | None
    replies: tuple[CommentView, ...]


class InvitationView(msgspec.Struct, frozen=True):
    """How to send a comment, and the rules that it has to keep; `closes` is none where there is no last day.

    `banned` tells that there are words which no comment may hold, not which: a list would be a lesson for spammers.
    """

    url: str
    max_links: int
    min_words: int
    closes: dt.date | None
    banned: bool


class DiscussionView(msgspec.Struct, frozen=True):
    """`invitation` is none where comments are closed, or the site does not say how to send one.

    They are closed when the content has come to know of a day after their last one.
    """

    count: int
    threads: tuple[CommentView, ...]
    invitation: InvitationView | None


def discussion(site: Site, story: LinkedStory, *, as_of: dt.date | None) -> DiscussionView:
    found = site.discussions.get(story.path, Discussion())
    threads = tuple(_comment(site, comment) for comment in found.threads)
    return DiscussionView(len(found.comments), threads, _invitation(site, story, as_of))


def anchor(comment: LinkedComment) -> str:
    """The id of a comment on its story's page: from the file's name, so that it stays when others come before it."""
    return f"_comment-{comment.comment.stem}"


def _comment(site: Site, comment: LinkedComment) -> CommentView:
    at = anchor(comment)
    return CommentView(
        anchor=at,
        number=comment.number,
        author=comment.comment.author,
        website=comment.comment.website,
        day=comment.comment.date.day,
        text=html(site, comment.comment.body, prefix=f"{at}-", below_picture=True),
        answers=comment.answers,
        replies=tuple(_comment(site, reply) for reply in comment.replies),
    )


def _invitation(site: Site, story: LinkedStory, as_of: dt.date | None) -> InvitationView | None:
    rules = site.config.comments
    how = rules.how or (f"mailto:{site.config.email}?subject={{title}}&body={{url}}" if site.config.email else "")
    is_open = story.story.comments == "open" or (story.story.comments is None and rules.open)
    closes = last_day(story, rules)
    if not is_open or not how or (closes and as_of and closes < as_of):
        return None
    return InvitationView(
        url=_filled(how, url=site.config.url.absolute(story.path), title=story.story.title, slug=story.story.slug),
        max_links=rules.max_links,
        min_words=rules.min_words,
        closes=closes,
        banned=bool(rules.banned),
    )


def _filled(pattern: str, **values: str) -> str:
    """The address with its places filled in, percent-encoded whole: `&` in a title must not begin another field."""
    for name, value in values.items():
        pattern = pattern.replace(f"{{{name}}}", quote(value, safe=""))
    return pattern
