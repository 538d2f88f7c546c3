"""The linked site: every story with its address and moment, and the groups that readers browse by."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from generator.author import AuthorProfile
from generator.comment import Comment
from generator.company import CompanyProfile
from generator.config import SiteConfig
from generator.errors import Places
from generator.fields.dates import PartialDate
from generator.images import PreparedImage
from generator.markup import Body
from generator.page import ContentPage
from generator.record import Record
from generator.story import Outcome, OutcomeStatus, Story, Verdict
from generator.tag import TagProfile
from generator.theme.strings import Strings


class Name(msgspec.Struct, frozen=True):
    """A name with the path of the page that is about it."""

    title: str
    path: str


class CompanyLink(msgspec.Struct, frozen=True):
    """A company as one story names it: its settled name, its page, and its verdict in this story."""

    title: str
    path: str
    verdict: Verdict | None


class LinkedUpdate(msgspec.Struct, frozen=True):
    """An update with its anchor on the story's page. `day` is None where a reply has no date: it came with the story.

    `company` is set, with `signed`, where the update is a company's reply; `correction` where it puts the story right.
    """

    anchor: str
    day: dt.date | None
    moment: dt.datetime
    body: Body
    signed: str = ""
    company: Name | None = None
    correction: bool = False


class LinkedStory(msgspec.Struct, frozen=True):
    """A story with its place in the site.

    `published` and `updated` are aware moments in the site's time zone, whole seconds, and no two stories share one.
    `day` is the calendar day shown to readers, `updated_day` that of the last change, if there was one. `updates` and
    `replies` are oldest first. `held_back` is set only in a preview, which shows such stories too.
    """

    story: Story
    path: str
    id: str
    day: dt.date
    updated_day: dt.date | None
    published: dt.datetime
    updated: dt.datetime
    updates: tuple[LinkedUpdate, ...]
    replies: tuple[LinkedUpdate, ...]
    companies: tuple[CompanyLink, ...]
    mentions: tuple[Name, ...]
    tags: tuple[Name, ...]
    authors: tuple[Name, ...]
    held_back: Literal["", "draft", "scheduled"]


class Case(msgspec.Struct, frozen=True):
    """What is counted once: a story, or those parts of a series that are about one company, in their order.

    `company` is none where a story is about nobody. `newest` is the part that was published last. `verdict` is that of
    the last part which gives one: it knows most. `speaking` are the parts that give this verdict, or none.
    """

    company: Name | None
    parts: tuple[LinkedStory, ...]
    newest: LinkedStory
    verdict: Verdict | None
    speaking: tuple[LinkedStory, ...]

    @property
    def outcome(self) -> Outcome | None:
        """What came of it, as the last part that says so has it."""
        return next((part.story.outcome for part in reversed(self.parts) if part.story.outcome), None)

    @property
    def status(self) -> OutcomeStatus | None:
        """Whether it is resolved; None where it is not told."""
        return self.outcome.status if self.outcome else None

    @property
    def happened(self) -> PartialDate | None:
        """When it began, as the first part that says so has it."""
        return next((part.story.happened for part in self.parts if part.story.happened), None)


class Endings(msgspec.Struct, frozen=True):
    """How many bad cases ended in each way; `unsaid` counts those that do not say.

    `days` is the median number of days to resolution, over the `timed` cases that tell both days; None without any.
    """

    resolved: int
    unresolved: int
    pending: int
    unsaid: int
    days: int | None
    timed: int


class Company(msgspec.Struct, frozen=True):
    """A company with the stories about it (newest first) and those that only mention it.

    `cases` are what `record` counts: not stories by somebody with an interest in the company.
    """

    name: str
    path: str
    profile: CompanyProfile | None
    stories: tuple[LinkedStory, ...]
    mentioned_in: tuple[LinkedStory, ...]
    cases: tuple[Case, ...]
    record: Record


class Tag(msgspec.Struct, frozen=True):
    name: str
    path: str
    profile: TagProfile | None
    stories: tuple[LinkedStory, ...]


class Author(msgspec.Struct, frozen=True):
    name: str
    path: str
    profile: AuthorProfile | None
    stories: tuple[LinkedStory, ...]


class VerdictGroup(msgspec.Struct, frozen=True):
    """The stories of one verdict (newest first), and the cases that ended up with it."""

    verdict: Verdict
    path: str
    stories: tuple[LinkedStory, ...]
    cases: tuple[Case, ...]


class Year(msgspec.Struct, frozen=True):
    year: int
    path: str
    stories: tuple[LinkedStory, ...]


class Series(msgspec.Struct, frozen=True):
    """The stories of one case, by their parts."""

    title: str
    stories: tuple[LinkedStory, ...]


class LinkedComment(msgspec.Struct, frozen=True):
    """A comment in its place: `number` counts the story's comments by date, from 1.

    `moment` is unique among all comments of the site. `replies` are oldest first. The third level is the last: all
    that stands below it stands on it, and `answers` says to which comment of it one replies.
    """

    comment: Comment
    number: int
    moment: dt.datetime
    replies: tuple["LinkedComment", ...] = ()
    answers: int | None = None


class Discussion(msgspec.Struct, frozen=True):
    """The published comments of one story: as threads, and one by one by date."""

    threads: tuple[LinkedComment, ...] = ()
    comments: tuple[LinkedComment, ...] = ()


class HeldComment(msgspec.Struct, frozen=True):
    """A comment that is not published, and the rule of site.toml that it breaks."""

    source: str
    reason: str


class WithdrawnStory(msgspec.Struct, frozen=True):
    """A story that was taken back, on `day`: all that stays of it is a note at its address. `appeared` is when it
    came due."""

    path: str
    appeared: dt.datetime
    day: dt.date
    reason: str
    source: str
    aliases: tuple[str, ...]
    places: Places


class HeldBack(msgspec.Struct, frozen=True):
    """A story that is not published yet, and the moment at which it will be (None for a draft)."""

    source: str
    title: str
    appears: dt.datetime | None


class Pictures(msgspec.Struct, frozen=True):
    """The prepared pictures by their paths below content/, and how wide pages show them (HTML's `sizes`)."""

    images: Mapping[str, PreparedImage] = {}
    sizes: str = "100vw"


class Site(msgspec.Struct, frozen=True):
    """All that pages are planned from.

    Stories are newest first; companies, tags and authors by name; years newest first. `cases` are those of all
    companies, and of stories about none; newest first.

    `files` maps each path below content/ to the path of the site that shows or serves it; a story that is held back
    maps to None. `series`, `related` and `discussions` are by a story's path, and have no entry where there is
    nothing to say. `words` are the theme's, for what is not made by templates. `pictures` has those that are published
    and prepared: none before they are.
    """

    config: SiteConfig
    stories: tuple[LinkedStory, ...]
    companies: tuple[Company, ...]
    tags: tuple[Tag, ...]
    authors: tuple[Author, ...]
    verdicts: tuple[VerdictGroup, ...]
    years: tuple[Year, ...]
    cases: tuple[Case, ...]
    series: Mapping[str, Series]
    related: Mapping[str, tuple[LinkedStory, ...]]
    discussions: Mapping[str, Discussion]
    withdrawn: tuple[WithdrawnStory, ...]
    pages: tuple[ContentPage, ...]
    files: Mapping[str, str | None]
    held_back: tuple[HeldBack, ...]
    held_comments: tuple[HeldComment, ...]
    words: Strings
    pictures: Pictures = Pictures()

    @property
    def as_of(self) -> dt.date | None:
        """The newest day that the content knows of. What a page says of "now" is as of this day, so that a build
        stays a function of its content."""
        shown = [story for story in self.stories if not story.held_back]
        days = [day for story in shown for day in (story.day, story.updated_day) if day]
        days += [ended.date.day for story in shown if (ended := story.story.outcome) and ended.date]
        discussions = [self.discussions.get(story.path) for story in shown]
        days += [one.comment.date.day for discussion in discussions if discussion for one in discussion.comments]
        return max(days, default=None)

    @property
    def bodies(self) -> Iterator[tuple[str, Body]]:
        """Every text that some page shows, with the file that it stands in."""
        yield from ((story.story.source, body) for story in self.stories for body in story.story.bodies)
        yield from ((c.comment.source, c.comment.body) for d in self.discussions.values() for c in d.comments)
        yield from ((c.profile.source, c.profile.body) for c in self.companies if c.profile)
        yield from ((a.profile.source, a.profile.body) for a in self.authors if a.profile)
        yield from ((t.profile.source, t.profile.body) for t in self.tags if t.profile)
        yield from ((page.source, page.body) for page in self.pages)
