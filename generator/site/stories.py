"""One story linked: who is which company, which address, which moment."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

import msgspec

from generator.config import SiteConfig
from generator.site.model import CompanyLink, LinkedStory, LinkedUpdate, Name
from generator.site.moments import Moments, due, moment_of
from generator.story import Story
from generator.urls import identity


class Names(msgspec.Struct, frozen=True):
    """The settled names of companies, tags and authors, by their identities."""

    companies: Mapping[str, Name]
    tags: Mapping[str, Name]
    authors: Mapping[str, Name]


def is_due(story: Story, config: SiteConfig, now: dt.datetime) -> bool:
    """Whether a story may be shown."""
    return not story.draft and due(story, config.zone) <= now


def authors_of(story: Story, config: SiteConfig) -> tuple[str, ...]:
    """The authors as written; the site's where the story names none."""
    return story.authors or ((config.author,) if config.author else ())


def story_path(story: Story, config: SiteConfig, day: dt.date) -> str:
    """The story's address, by site.toml's pattern."""
    parts = {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
    return config.permalink.format(slug=story.slug, **parts)


def shown_day(story: Story, published: dt.datetime) -> dt.date:
    """A bare date is that of the calendar also in the one place where the day never came (Apia, 30 December 2011)."""
    return story.date.day if story.date.time is None else published.date()


def link_story(story: Story, config: SiteConfig, moments: Moments, names: Names, now: dt.datetime) -> LinkedStory:
    """A story with everything that it takes the site to know."""
    published, updated = moments.published[story.source], moments.updated[story.source]
    told = _told_of(story, names.companies)
    own = {company.path for company in told}
    day = shown_day(story, published)
    return LinkedStory(
        story=story,
        path=story_path(story, config, day),
        id=story.id or _derived_id(config.id, story.stem),
        day=day,
        updated_day=_updated_day(story),
        published=published,
        updated=updated,
        updates=_updates(story, config),
        replies=_replies(story, config, published, names.companies),
        companies=told,
        mentions=tuple(name for name in _named(story.mentions, names.companies) if name.path not in own),
        tags=_named(story.tags, names.tags),
        authors=_named(authors_of(story, config), names.authors),
        held_back="" if is_due(story, config, now) else ("draft" if story.draft else "scheduled"),
    )


def _updated_day(story: Story) -> dt.date | None:
    dates = [update.date.day for update in story.updates]
    dates += [reply.date.day for reply in story.replies if reply.date]
    dates += [story.updated.day] if story.updated else []
    return max(dates, default=None)


def _updates(story: Story, config: SiteConfig) -> tuple[LinkedUpdate, ...]:
    return tuple(
        LinkedUpdate(
            anchor=f"_update-{number}",
            day=update.date.day,
            moment=moment_of(update.date, config.zone),
            body=update.note,
            correction=update.correction,
        )
        for number, update in enumerate(story.updates, start=1)
    )


def _replies(
    story: Story, config: SiteConfig, published: dt.datetime, companies: Mapping[str, Name]
) -> tuple[LinkedUpdate, ...]:
    """The replies by date; one without a date came with the story."""
    found = []
    for number, reply in enumerate(story.replies, start=1):
        company = companies.get(identity(reply.company or story.companies[0].name))
        moment = moment_of(reply.date, config.zone) if reply.date else published
        day = reply.date.day if reply.date else None
        found.append(LinkedUpdate(f"_reply-{number}", day, moment, reply.text, reply.signed, company))
    return tuple(sorted(found, key=lambda reply: reply.moment))


def _told_of(story: Story, companies: Mapping[str, Name]) -> tuple[CompanyLink, ...]:
    """The companies of a story, each once; a single one has the story's verdict, in a round-up only its own.

    Two spellings of one company do not make a round-up.
    """
    named = [(company, companies.get(identity(company.name))) for company in story.companies]
    round_up = len({name.path for _, name in named if name}) > 1
    found: dict[str, CompanyLink] = {}
    for company, name in named:
        if name and name.path not in found:
            verdict = company.verdict or (None if round_up else story.verdict)
            found[name.path] = CompanyLink(name.title, name.path, verdict)
    return tuple(found.values())


def _named(texts: Iterable[str], names: Mapping[str, Name]) -> tuple[Name, ...]:
    """The settled names, each once, in the order written; one whose address clashes has none (that is a problem)."""
    found = (names.get(identity(text)) for text in texts)
    return tuple({name.path: name for name in found if name}.values())


def _derived_id(site_id: str, stem: str) -> str:
    """A permanent id that outlives a change of domain or permalink (RFC 9562, version 5)."""
    return uuid5(NAMESPACE_URL, f"firsthand:{site_id}/{stem}").urn
