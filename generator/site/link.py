"""link_site(): what single files say becomes one site in which everything knows its address."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from generator.author import AuthorProfile
from generator.company import CompanyProfile
from generator.config import SiteConfig
from generator.errors import Location, Problem
from generator.page import ContentPage
from generator.record import record_of
from generator.site.files import file_paths, reference_problems
from generator.site.model import (
    Author,
    Company,
    CompanyLink,
    HeldBack,
    LinkedStory,
    Name,
    Site,
    Tag,
    VerdictGroup,
    Year,
)
from generator.site.moments import due, moments
from generator.site.names import Known, Spelling, settle
from generator.story import VERDICTS, Story
from generator.urls import identity


def link_site(
    config: SiteConfig,
    *,
    stories: Iterable[Story],
    companies: Iterable[CompanyProfile],
    authors: Iterable[AuthorProfile],
    pages: Iterable[ContentPage],
    files: Iterable[str],
    now: dt.datetime,
    include_held_back: bool = False,
) -> tuple[Site, tuple[Problem, ...]]:
    """Link everything, with the problems that no single file could know of.

    `files` are the paths below content/ of all that is not Markdown. `now` decides which stories are due; with
    `include_held_back` (a preview) drafts and later ones are linked too, and marked.
    """
    stories, companies, authors, pages = tuple(stories), tuple(companies), tuple(authors), tuple(pages)
    held_back = tuple(_held_back(story, config) for story in stories if not _is_due(story, config, now))
    shown = stories if include_held_back else tuple(s for s in stories if _is_due(s, config, now))
    company_names, company_problems = settle(
        _company_spellings(shown),
        (Known(c.name, c.slug, c.source, c.aliases) for c in companies),
        folder="companies",
        what="company",
    )
    tag_names, tag_problems = settle(
        (Spelling(tag, s.source) for s in shown for tag in s.tags), (), folder="tags", what="tag", warn_of_case=True
    )
    author_names, author_problems = settle(
        _author_spellings(shown, config),
        (Known(a.name, a.slug, a.source) for a in authors),
        folder="authors",
        what="author",
    )
    when = moments(shown, config.zone)
    linked = tuple(
        _linked(story, config, when[story.source], company_names, tag_names, author_names, now) for story in shown
    )
    linked = tuple(sorted(linked, key=lambda story: story.published, reverse=True))
    paths = file_paths(linked, held_back, companies, authors, pages, files)
    site = Site(
        config=config,
        stories=linked,
        companies=_companies(linked, company_names, companies),
        tags=tuple(Tag(name.title, name.path, group) for name, group in _by_name(linked, lambda s: s.tags)),
        authors=_authors(linked, author_names, authors),
        verdicts=tuple(
            VerdictGroup(verdict, f"/{verdict}/", tuple(s for s in linked if s.story.verdict == verdict))
            for verdict in VERDICTS
        ),
        years=_years(linked),
        pages=tuple(sorted(pages, key=lambda page: (page.nav is None, page.nav or 0, page.path))),
        files=paths,
        held_back=held_back,
    )
    references = reference_problems(site, shown, companies, authors, pages)
    return site, (*company_problems, *tag_problems, *author_problems, *_id_problems(linked), *references)


def _is_due(story: Story, config: SiteConfig, now: dt.datetime) -> bool:
    return not story.draft and due(story, config.zone) <= now


def _held_back(story: Story, config: SiteConfig) -> HeldBack:
    return HeldBack(story.source, story.title, None if story.draft else due(story, config.zone))


def _company_spellings(stories: tuple[Story, ...]) -> Iterable[Spelling]:
    for story in stories:
        yield from (Spelling(company.name, story.source) for company in story.companies)
        yield from (Spelling(name, story.source) for name in story.mentions)


def _author_spellings(stories: tuple[Story, ...], config: SiteConfig) -> Iterable[Spelling]:
    return (Spelling(name, story.source) for story in stories for name in _authors_of(story, config))


def _authors_of(story: Story, config: SiteConfig) -> tuple[str, ...]:
    return story.authors or ((config.author,) if config.author else ())


def _linked(
    story: Story,
    config: SiteConfig,
    published: dt.datetime,
    companies: Mapping[str, Name],
    tags: Mapping[str, Name],
    authors: Mapping[str, Name],
    now: dt.datetime,
) -> LinkedStory:
    told = _told_of(story, companies)
    own = {company.path for company in told}
    # A bare date is that of the calendar also in the one place where the day never came (Apia, 30 December 2011).
    day = story.date.day if story.date.time is None else published.date()
    return LinkedStory(
        story=story,
        path=config.permalink.format(
            year=f"{day.year:04}", month=f"{day.month:02}", day=f"{day.day:02}", slug=story.slug
        ),
        id=story.id or _derived_id(config.id, story.stem),
        day=day,
        published=published,
        updated=published,
        companies=told,
        mentions=tuple(name for name in _named(story.mentions, companies) if name.path not in own),
        tags=_named(story.tags, tags),
        authors=_named(_authors_of(story, config), authors),
        held_back="" if _is_due(story, config, now) else ("draft" if story.draft else "scheduled"),
    )


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


def _companies(
    stories: tuple[LinkedStory, ...], names: Mapping[str, Name], profiles: tuple[CompanyProfile, ...]
) -> tuple[Company, ...]:
    by_path = {f"/companies/{profile.slug}/": profile for profile in profiles}
    settled = {name.path: name for name in names.values()}
    told: dict[str, list[LinkedStory]] = {path: [] for path in settled}
    mentioned: dict[str, list[LinkedStory]] = {path: [] for path in settled}
    verdicts: dict[str, list[str | None]] = {path: [] for path in settled}
    for story in stories:
        for company in story.companies:
            told[company.path].append(story)
            verdicts[company.path].append(company.verdict)
        for name in story.mentions:
            mentioned[name.path].append(story)
    return tuple(
        Company(
            name=name.title,
            path=path,
            profile=by_path.get(path),
            stories=tuple(told[path]),
            mentioned_in=tuple(mentioned[path]),
            record=record_of(verdicts[path]),
        )
        for path, name in sorted(settled.items(), key=_by_title)
    )


def _authors(
    stories: tuple[LinkedStory, ...], names: Mapping[str, Name], profiles: tuple[AuthorProfile, ...]
) -> tuple[Author, ...]:
    by_path = {f"/authors/{profile.slug}/": profile for profile in profiles}
    written = {name.path: group for name, group in _by_name(stories, lambda s: s.authors)}
    settled = {name.path: name for name in names.values()}
    return tuple(
        Author(name.title, path, by_path.get(path), written.get(path, ()))
        for path, name in sorted(settled.items(), key=_by_title)
    )


def _by_title(item: tuple[str, Name]) -> tuple[str, str]:
    return identity(item[1].title), item[0]


def _by_name(
    stories: tuple[LinkedStory, ...], names_of: Callable[[LinkedStory], tuple[Name, ...]]
) -> tuple[tuple[Name, tuple[LinkedStory, ...]], ...]:
    """Stories grouped by the names they carry, groups by name, stories in their order."""
    groups: dict[str, tuple[Name, list[LinkedStory]]] = {}
    for story in stories:
        for name in names_of(story):
            groups.setdefault(name.path, (name, []))[1].append(story)
    ordered = sorted(groups.values(), key=lambda group: (identity(group[0].title), group[0].path))
    return tuple((name, tuple(group)) for name, group in ordered)


def _years(stories: tuple[LinkedStory, ...]) -> tuple[Year, ...]:
    groups: dict[int, list[LinkedStory]] = {}
    for story in stories:
        groups.setdefault(story.day.year, []).append(story)
    return tuple(Year(year, f"/archive/{year}/", tuple(groups[year])) for year in sorted(groups, reverse=True))


def _id_problems(stories: tuple[LinkedStory, ...]) -> Iterator[Problem]:
    """Two stories with one id would be one story to every feed reader."""
    by_id: dict[str, LinkedStory] = {}
    for story in sorted(stories, key=lambda story: story.story.source):
        first = by_id.setdefault(story.id, story)
        if first is not story:
            message = f"id: {story.id!r} is the id of {first.story.source} too."
            yield Problem(Location(story.story.source), message, "Give each story its own, or leave it out.")
