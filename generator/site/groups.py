"""Stories in the groups that readers browse by: companies, tags, authors, verdicts, years, series."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from generator.author import AuthorProfile
from generator.company import CompanyProfile
from generator.errors import Problem
from generator.quoting import quoted
from generator.site.cases import group_cases, record_of_cases
from generator.site.model import Author, Case, Company, LinkedStory, Name, Series, Tag, VerdictGroup, Year
from generator.story import VERDICTS, Verdict
from generator.tag import TagProfile
from generator.urls import identity, without_accents

Profile = TypeVar("Profile", CompanyProfile, AuthorProfile, TagProfile)
Stories = tuple[LinkedStory, ...]


def group_companies(
    stories: Stories, names: Mapping[str, Name], profiles: tuple[CompanyProfile, ...], series: Mapping[str, Series]
) -> tuple[Company, ...]:
    """Every company that has a file, a story or a mention, by name."""
    files = _by_path("companies", profiles)
    mentioned = _told(stories, lambda story: story.mentions)
    told: dict[str, list[tuple[LinkedStory, Verdict | None]]] = {}
    for story in stories:
        for link in story.companies:
            told.setdefault(link.path, []).append((story, link.verdict))
    found = []
    for name in _sorted(names):
        own = told.get(name.path, ())
        cases = group_cases(own, series, company=name)
        company = Company(
            name=name.title,
            path=name.path,
            profile=files.get(name.path),
            stories=tuple(story for story, _ in own),
            mentioned_in=mentioned.get(name.path, ()),
            cases=cases,
            record=record_of_cases(cases),
        )
        found.append(company)
    return tuple(found)


def group_tags(stories: Stories, names: Mapping[str, Name], profiles: tuple[TagProfile, ...]) -> tuple[Tag, ...]:
    """Every tag that has a file or a story, by name."""
    files, told = _by_path("tags", profiles), _told(stories, lambda story: story.tags)
    return tuple(Tag(name.title, name.path, files.get(name.path), told.get(name.path, ())) for name in _sorted(names))


def group_authors(
    stories: Stories, names: Mapping[str, Name], profiles: tuple[AuthorProfile, ...]
) -> tuple[Author, ...]:
    """Every author who has a file or a story, by name."""
    files, told = _by_path("authors", profiles), _told(stories, lambda story: story.authors)
    return tuple(
        Author(name.title, name.path, files.get(name.path), told.get(name.path, ())) for name in _sorted(names)
    )


def group_verdicts(stories: Stories, cases: tuple[Case, ...]) -> tuple[VerdictGroup, ...]:
    """The three verdicts, also one that no story has."""
    return tuple(
        VerdictGroup(
            verdict=verdict,
            path=f"/{verdict}/",
            stories=tuple(story for story in stories if story.story.verdict == verdict),
            cases=tuple(case for case in cases if case.verdict == verdict),
        )
        for verdict in VERDICTS
    )


def group_years(stories: Stories) -> tuple[Year, ...]:
    """The years that have stories, newest first."""
    groups: dict[int, list[LinkedStory]] = {}
    for story in stories:
        groups.setdefault(story.day.year, []).append(story)
    return tuple(Year(year, f"/archive/{year}/", tuple(groups[year])) for year in sorted(groups, reverse=True))


def group_series(stories: Stories) -> Mapping[str, Series]:
    """The series of each story that is part of one, by the story's path; parts without a number come last, by date."""
    groups: dict[str, list[LinkedStory]] = {}
    for story in reversed(stories):
        if story.story.series:
            groups.setdefault(identity(story.story.series), []).append(story)
    found: dict[str, Series] = {}
    for group in groups.values():
        ordered = sorted(group, key=lambda story: (story.story.part is None, story.story.part or 0, story.published))
        series = Series(ordered[0].story.series, tuple(ordered))
        found |= dict.fromkeys((story.path for story in ordered), series)
    return found


def series_problems(series: Mapping[str, Series]) -> Iterator[Problem]:
    """Two stories that would be one part of a case, and parts without a number among those that have one."""
    for one in {id(group): group for group in series.values()}.values():
        parts: dict[int, LinkedStory] = {}
        for story in sorted(one.stories, key=lambda story: (story.story.part is None, story.story.source)):
            first = parts.setdefault(story.story.part, story) if story.story.part else story
            if first is not story:
                message = f"part: {first.story.source} is part {story.story.part} of {quoted(one.title)}, too."
                yield Problem(story.story.places.at("part"), message, "Number the parts 1, 2, 3.")
            elif parts and story.story.part is None:
                message = f"part is missing, and other parts of {quoted(one.title)} have one, so this one comes last."
                yield Problem(story.story.places.at("series"), message, "Number the parts 1, 2, 3.", "warning")


def _by_path(folder: str, profiles: tuple[Profile, ...]) -> dict[str, Profile]:
    return {f"/{folder}/{profile.slug}/": profile for profile in profiles}


def _told(stories: Stories, names_of: Callable[[LinkedStory], tuple[Name, ...]]) -> dict[str, Stories]:
    """The stories that carry each name, by its path, in their order."""
    groups: dict[str, list[LinkedStory]] = {}
    for story in stories:
        for name in names_of(story):
            groups.setdefault(name.path, []).append(story)
    return {path: tuple(group) for path, group in groups.items()}


def _sorted(names: Mapping[str, Name]) -> list[Name]:
    settled = {name.path: name for name in names.values()}
    return [name for _, name in sorted(settled.items(), key=_by_title)]


def _by_title(item: tuple[str, Name]) -> tuple[str, str, str]:
    """Émile stands beside Emil, and not after Z."""
    return without_accents(item[1].title), identity(item[1].title), item[0]
