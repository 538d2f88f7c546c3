"""Comments under their stories: the site's rules, threads, and numbers."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.comment import Comment
from generator.config import CommentsConfig, SiteConfig
from generator.errors import Location, Problem, did_you_mean
from generator.markup import text_of
from generator.quoting import quoted
from generator.site.files import nearest_file
from generator.site.model import Discussion, HeldComment, LinkedComment, LinkedStory
from generator.site.moments import distinct, moment_of, spread
from generator.story import Story
from generator.urls import identity

LEVELS = 3
"""Levels of a thread that readers can still follow; deeper replies stand in a row on the last."""

_BREAK = "Delete reply_to in one of these comments."
_STRAIGHT = str.maketrans("‘’‚“”„", "'''\"\"\"")
"""Typography's quotation marks as they are typed."""


class Discussions(NamedTuple):
    """The published comments by their story's path, and those that are held back."""

    shown: Mapping[str, Discussion]
    held: tuple[HeldComment, ...]


def link_comments(comments: Iterable[Comment], stories: tuple[LinkedStory, ...], config: SiteConfig) -> Discussions:
    """The comments of the stories that are shown. One that breaks a rule of site.toml is held back; replies to it
    stand in its place."""
    by_story: dict[str, list[Comment]] = {}
    for comment in comments:
        by_story.setdefault(comment.story, []).append(comment)
    held: list[HeldComment] = []
    accepted: dict[str, list[Comment]] = {}
    for story in stories:
        for comment in by_story.get(story.story.stem, ()):
            broken = broken_rule(comment, config.comments, last_day=last_day(story, config.comments))
            if broken:
                held.append(HeldComment(comment.source, broken))
            else:
                accepted.setdefault(story.path, []).append(comment)
    order = sorted((comment for group in accepted.values() for comment in group), key=lambda comment: comment.source)
    when = distinct({c.source: spread(c.date, c.source, config.zone) for c in order}, config.zone)
    stems = {story.path: story.story.stem for story in stories}
    shown = {
        path: _discussion(group, _parents(by_story[stems[path]]), when, config) for path, group in accepted.items()
    }
    return Discussions(shown, tuple(held))


def last_day(story: LinkedStory, rules: CommentsConfig) -> dt.date | None:
    """The last day on which comments to a story are taken; None where there is no last one, as where the story itself
    says that they are open."""
    if rules.closed_after_days is None or story.story.comments == "open":
        return None
    return story.day + dt.timedelta(days=rules.closed_after_days)


def broken_rule(comment: Comment, rules: CommentsConfig, *, last_day: dt.date | None) -> str:
    """The rule of site.toml that a comment breaks, as a reason; empty if it may be published."""
    links, words = len(comment.body.links), comment.body.words
    if links > rules.max_links:
        return f"it has {_count(links, 'link')}, and max_links is {rules.max_links}"
    if words < rules.min_words:
        return f"it has {_count(words, 'word')}, and min_words is {rules.min_words}"
    if last_day and comment.date.day > last_day:
        return f"it came after {last_day}, and closed_after_days is {rules.closed_after_days}"
    addresses = (link.address for link in comment.body.links)
    said = _bare(" ".join((text_of(comment.body), comment.author, comment.website, *addresses)))
    banned = next((word for word in rules.banned if _bare(word) in said), "")
    return f"it contains {quoted(banned)}, which is banned" if banned else ""


def _bare(text: str) -> str:
    """The text for comparison: letter case, line ends and the shape of quotation marks do not count."""
    return identity(text.translate(_STRAIGHT))


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def comment_problems(
    comments: Iterable[Comment], stories: Iterable[Story], config: SiteConfig, now: dt.datetime
) -> Iterator[Problem]:
    """Comments to a story or a comment that is not there, to themselves, or from the future."""
    stems = {story.stem for story in stories}
    by_story: dict[str, dict[str, Comment]] = {}
    for comment in comments:
        by_story.setdefault(comment.story, {})[comment.stem] = comment
    for story, group in by_story.items():
        first = next(iter(group.values()))
        if story not in stems:
            near = nearest_file(story, stems)
            hint = f"Did you mean '{near}'?" if near else "Give the folder the name of the story's file, without .md."
            yield Problem(Location(f"content/comments/{story}"), f"there is no story {quoted(story)}.", hint)
        parents = _parents(group.values())
        for comment in group.values():
            at = comment.places.at("reply_to")
            if comment.reply_to and comment.reply_to not in group:
                hint = did_you_mean(comment.reply_to, (stem for stem in group if stem != comment.stem))
                message = f"reply_to: there is no comment {quoted(comment.reply_to)} to {first.story}."
                yield Problem(at, message, hint or "Write the name of a file in the same folder, without .md.")
            elif _is_in_a_circle(comment, parents):
                yield Problem(at, "reply_to: this comment ends up replying to itself.", _BREAK)
            if moment_of(comment.date, config.zone) > now:
                message = f"date: {comment.date.day} is in the future."
                yield Problem(comment.places.at("date"), message, "Correct the date.")


def _parents(comments: Iterable[Comment]) -> Mapping[str, Comment]:
    return {comment.stem: comment for comment in comments}


def _is_in_a_circle(comment: Comment, parents: Mapping[str, Comment]) -> bool:
    met = {comment.stem}
    above = parents.get(comment.reply_to)
    while above and above.stem not in met:
        met.add(above.stem)
        above = parents.get(above.reply_to)
    return above is not None and above.stem == comment.stem


def _discussion(
    group: list[Comment], parents: Mapping[str, Comment], when: Mapping[str, dt.datetime], config: SiteConfig
) -> Discussion:
    """The accepted comments of one story, numbered by date; `parents` are all of them, also those held back."""
    ordered = sorted(group, key=lambda comment: (moment_of(comment.date, config.zone), comment.stem))
    numbers = {comment.stem: number for number, comment in enumerate(ordered, start=1)}
    below: dict[str, list[Comment]] = {}
    for comment in ordered:
        below.setdefault(_shown_parent(comment, parents, numbers), []).append(comment)
    threads = _Threads(numbers, when, below)
    return Discussion(
        threads=tuple(threads.linked(comment, level=1) for comment in below.get("", ())),
        comments=tuple(LinkedComment(c, numbers[c.stem], when[c.source]) for c in ordered),
    )


class _Threads(NamedTuple):
    """What it takes to put comments into threads: their numbers, their moments, and what stands below each."""

    numbers: Mapping[str, int]
    when: Mapping[str, dt.datetime]
    below: Mapping[str, list[Comment]]

    def linked(self, comment: Comment, *, level: int) -> LinkedComment:
        """A comment with its replies; those on the last level are all that stand below it, in a row by date."""
        if level == LEVELS - 1:
            return self._alone(comment, replies=self._row(comment))
        replies = (self.linked(reply, level=level + 1) for reply in self.below.get(comment.stem, ()))
        return self._alone(comment, replies=tuple(replies))

    def _row(self, top: Comment) -> tuple[LinkedComment, ...]:
        found: list[LinkedComment] = []
        waiting = [top]  # no recursion: a thread may be a thousand deep
        while waiting:
            above = waiting.pop()
            answers = None if above is top else self.numbers[above.stem]
            for reply in self.below.get(above.stem, ()):
                found.append(self._alone(reply, answers=answers))
                waiting.append(reply)
        return tuple(sorted(found, key=lambda reply: reply.number))

    def _alone(
        self, comment: Comment, *, replies: tuple[LinkedComment, ...] = (), answers: int | None = None
    ) -> LinkedComment:
        return LinkedComment(comment, self.numbers[comment.stem], self.when[comment.source], replies, answers)


def _shown_parent(comment: Comment, parents: Mapping[str, Comment], shown: Mapping[str, int]) -> str:
    """The nearest comment above that is published; the empty string for the top. Circles lead to the top."""
    met = {comment.stem}
    above = parents.get(comment.reply_to)
    while above and above.stem not in shown and above.stem not in met:
        met.add(above.stem)
        above = parents.get(above.reply_to)
    return above.stem if above and above.stem in shown and above.stem not in met else ""
