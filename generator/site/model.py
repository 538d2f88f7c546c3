"""The linked site: every story with its address and moment, and the groups that readers browse by."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from generator.author import AuthorProfile
from generator.company import CompanyProfile
from generator.config import SiteConfig
from generator.images import PreparedImage
from generator.page import ContentPage
from generator.record import Record
from generator.story import Story, Verdict


class Name(msgspec.Struct, frozen=True):
    """A name with the path of the page that is about it."""

    title: str
    path: str


class CompanyLink(msgspec.Struct, frozen=True):
    """A company as one story names it: its settled name, its page, and its verdict in this story."""

    title: str
    path: str
    verdict: Verdict | None


class LinkedStory(msgspec.Struct, frozen=True):
    """A story with its place in the site.

    `published` and `updated` are aware moments in the site's time zone, whole seconds, and no two stories share one.
    `day` is the calendar day shown to readers. `held_back` is set only in a preview, which shows such stories too.
    """

    story: Story
    path: str
    id: str
    day: dt.date
    published: dt.datetime
    updated: dt.datetime
    companies: tuple[CompanyLink, ...]
    mentions: tuple[Name, ...]
    tags: tuple[Name, ...]
    authors: tuple[Name, ...]
    held_back: Literal["", "draft", "scheduled"]


class Company(msgspec.Struct, frozen=True):
    """A company with the stories about it (newest first) and those that only mention it."""

    name: str
    path: str
    profile: CompanyProfile | None
    stories: tuple[LinkedStory, ...]
    mentioned_in: tuple[LinkedStory, ...]
    record: Record


class Tag(msgspec.Struct, frozen=True):
    name: str
    path: str
    stories: tuple[LinkedStory, ...]


class Author(msgspec.Struct, frozen=True):
    name: str
    path: str
    profile: AuthorProfile | None
    stories: tuple[LinkedStory, ...]


class VerdictGroup(msgspec.Struct, frozen=True):
    verdict: Verdict
    path: str
    stories: tuple[LinkedStory, ...]


class Year(msgspec.Struct, frozen=True):
    year: int
    path: str
    stories: tuple[LinkedStory, ...]


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

    Stories are newest first; companies, tags and authors by name; years newest first.

    `files` maps each path below content/ to the path of the site that shows or serves it; a story that is held back
    maps to None. `pictures` has those that are published and prepared: none before they are.
    """

    config: SiteConfig
    stories: tuple[LinkedStory, ...]
    companies: tuple[Company, ...]
    tags: tuple[Tag, ...]
    authors: tuple[Author, ...]
    verdicts: tuple[VerdictGroup, ...]
    years: tuple[Year, ...]
    pages: tuple[ContentPage, ...]
    files: Mapping[str, str | None]
    held_back: tuple[HeldBack, ...]
    pictures: Pictures = Pictures()
