"""What a story is made of: frozen, complete, and knowing no other file."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from generator.errors import Places, Problem
from generator.fields.dates import Date, PartialDate
from generator.markup import Body
from generator.picture import Picture

Verdict = Literal["good", "mixed", "bad"]
VERDICTS: tuple[Verdict, Verdict, Verdict] = ("good", "bad", "mixed")

Channel = Literal["phone", "chat", "email", "store", "social", "letter", "web", "visit"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)

OutcomeStatus = Literal["resolved", "unresolved", "pending"]
OUTCOMES: tuple[OutcomeStatus, ...] = get_args(OutcomeStatus)

SourceType = Literal["own", "reader", "commentary", "news", "quoted", "republished", "feed"]
SOURCE_TYPES: tuple[SourceType, ...] = get_args(SourceType)

Tie = Literal["none", "gift", "discount", "employee", "owner", "competitor"]
DISCLOSURES: tuple[Tie, ...] = get_args(Tie)


INTERESTS = frozenset[Tie](("employee", "owner", "competitor"))


class CompanyVerdict(msgspec.Struct, frozen=True):
    """A company that a story is about, as written, and how it served in this story (None: not said)."""

    name: str
    verdict: Verdict | None


class Outcome(msgspec.Struct, frozen=True):
    """What came of a case, when, and in the author's words how; the note is plain text."""

    status: OutcomeStatus
    date: Date | None = None
    note: str = ""


class Step(msgspec.Struct, frozen=True):
    """One step of a case, as its timeline tells it; the event is plain text."""

    date: PartialDate
    event: str


class Update(msgspec.Struct, frozen=True):
    """What happened after publication; `correction` tells that the story had something wrong, and this puts it right.

    `trail` leads to it among the story's places: `updates[0]`.
    """

    date: Date
    note: Body
    trail: str
    correction: bool = False


class Reply(msgspec.Struct, frozen=True):
    """A company's own answer. `signed` is who speaks for it; `company` is as written, empty where the story has one.

    `trail` leads to the reply among the story's places.
    """

    signed: str
    company: str
    date: Date | None
    text: Body
    trail: str


class Source(msgspec.Struct, frozen=True):
    """Where a story, or what it talks about, comes from. What is not known is empty."""

    type: SourceType
    title: str = ""
    url: str = ""
    author: str = ""
    date: PartialDate | None = None
    feed_title: str = ""
    feed_url: str = ""
    feed_description: str = ""
    permission: str = ""

    @property
    def is_original(self) -> bool:
        """Whether the story itself was published there first."""
        return self.type in ("republished", "feed")


class Disclosure(msgspec.Struct, frozen=True):
    """What ties the author to the company: one of `DISCLOSURES`, or in words of the author's own (`tie` is None)."""

    tie: Tie | None
    words: str = ""

    @property
    def is_interest(self) -> bool:
        """Whether the author gains by what is said of the company, whoever paid for the kettle."""
        return self.tie in INTERESTS


class Withdrawal(msgspec.Struct, frozen=True):
    """That a story was taken back; the reason is plain text, and shown."""

    date: Date
    reason: str = ""


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One story file. `source` is its path from the site's folder; `stem` names it in ids and comment folders.

    `language` is empty where it is the site's; `comments` is None where the site decides. `places` tells where in
    the file each key stands. Where `problems` holds an
    error, the fields concerned have their defaults and the story must not be published.
    """

    source: str
    stem: str
    title: str
    date: Date
    slug: str
    updated: Date | None = None
    id: str = ""
    aliases: tuple[str, ...] = ()
    draft: bool = False
    withdrawn: Withdrawal | None = None
    companies: tuple[CompanyVerdict, ...] = ()
    mentions: tuple[str, ...] = ()
    verdict: Verdict | None = None
    rating: int | None = None
    happened: PartialDate | None = None
    channel: Channel | None = None
    outcome: Outcome | None = None
    timeline: tuple[Step, ...] = ()
    updates: tuple[Update, ...] = ()
    replies: tuple[Reply, ...] = ()
    series: str = ""
    part: int | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str = ""
    summary: str = ""
    image: Picture | None = None
    sources: tuple[Source, ...] = ()
    disclosure: Disclosure | None = None
    comments: Literal["open", "closed"] | None = None
    ignore: tuple[str, ...] = ()
    body: Body
    places: Places
    problems: tuple[Problem, ...]

    @property
    def is_round_up(self) -> bool:
        """Whether the story is of several companies; then only a company's own verdict counts for it."""
        return len(self.companies) > 1

    @property
    def original(self) -> Source | None:
        """Where the story was published first, if not here."""
        return next((source for source in self.sources if source.is_original), None)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Every text of the story: its body, and those of updates and replies."""
        notes = (update.note for update in self.updates)
        return (self.body, *notes, *(reply.text for reply in self.replies))
