"""link_site(): what single files say becomes one site in which everything knows its address."""

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.config import SiteConfig
from generator.errors import Problem
from generator.load import Content
from generator.quoting import quoted
from generator.site.cases import all_cases
from generator.site.discussions import comment_problems, link_comments
from generator.site.files import file_paths, reference_problems
from generator.site.groups import (
    group_authors,
    group_companies,
    group_series,
    group_tags,
    group_verdicts,
    group_years,
    series_problems,
)
from generator.site.model import HeldBack, LinkedStory, Site, WithdrawnStory
from generator.site.moments import due, future_problems, moments
from generator.site.names import Known, Spelling, settle
from generator.site.related import related_stories
from generator.site.stories import Names, authors_of, is_due, link_story, shown_day, story_path
from generator.story import Story
from generator.theme.strings import Strings


def link_site(
    config: SiteConfig, content: Content, *, words: Strings, now: dt.datetime, include_held_back: bool = False
) -> tuple[Site, tuple[Problem, ...]]:
    """Link everything, with the problems that no single file could know of.

    `now` decides which stories are due; with `include_held_back` (a preview) drafts and later ones are linked too,
    and marked. Stories that were withdrawn are linked in neither case.
    """
    held_back = tuple(_held_back(story, config) for story in content.stories if not is_due(story, config, now))
    due_now = tuple(story for story in content.stories if include_held_back or is_due(story, config, now))
    shown = tuple(story for story in due_now if not story.withdrawn)
    withdrawn = tuple(_withdrawn(story, config) for story in due_now if story.withdrawn)
    names, name_problems = _settle_names(shown, content, config)
    when = moments(shown, config.zone)
    linked = tuple(link_story(story, config, when, names, now) for story in shown)
    linked = tuple(sorted(linked, key=lambda story: story.published, reverse=True))
    series = group_series(linked)
    companies = group_companies(linked, names.companies, content.companies, series)
    cases = all_cases(companies, linked, series)
    tags = group_tags(linked, names.tags, content.tags)
    discussions = link_comments(content.comments, linked, config)
    site = Site(
        config=config,
        stories=linked,
        companies=companies,
        tags=tags,
        authors=group_authors(linked, names.authors, content.authors),
        verdicts=group_verdicts(linked, cases),
        years=group_years(linked),
        cases=cases,
        series=series,
        related=related_stories(companies, tags, series),
        discussions=discussions.shown,
        withdrawn=withdrawn,
        pages=tuple(sorted(content.pages, key=lambda page: (page.nav is None, page.nav or 0, page.path))),
        files=file_paths(linked, withdrawn, held_back, content),
        held_back=held_back,
        held_comments=discussions.held,
        words=words,
    )
    return site, (
        *name_problems,
        *_id_problems(linked),
        *series_problems(series),
        *future_problems((story for story in due_now if is_due(story, config, now)), config.zone, now),
        *comment_problems(content.comments, content.stories, config, now),
        *reference_problems(site, shown, content),
    )


def _held_back(story: Story, config: SiteConfig) -> HeldBack:
    return HeldBack(story.source, story.title, None if story.draft else due(story, config.zone))


def _withdrawn(story: Story, config: SiteConfig) -> WithdrawnStory:
    assert story.withdrawn
    day = shown_day(story, due(story, config.zone))
    return WithdrawnStory(
        path=story_path(story, config, day),
        appeared=due(story, config.zone),
        day=story.withdrawn.date.day,
        reason=story.withdrawn.reason,
        source=story.source,
        aliases=story.aliases,
        places=story.places,
    )


def _settle_names(shown: tuple[Story, ...], content: Content, config: SiteConfig) -> tuple[Names, tuple[Problem, ...]]:
    companies, company_problems = settle(
        _company_spellings(shown),
        (Known(c.name, c.slug, c.places, c.aliases) for c in content.companies),
        folder="companies",
        what="company",
    )
    tags, tag_problems = settle(
        (spelling for story in shown for spelling in _spellings(story, "tags", story.tags)),
        (Known(t.name, t.slug, t.places, t.aliases) for t in content.tags),
        folder="tags",
        what="tag",
        warn_of_case=True,
    )
    authors, author_problems = settle(
        (spelling for story in shown for spelling in _spellings(story, "author", authors_of(story, config))),
        (Known(a.name, a.slug, a.places) for a in content.authors),
        folder="authors",
        what="author",
        with_aliases=False,
    )
    return Names(companies, tags, authors), (*company_problems, *tag_problems, *author_problems)


def _company_spellings(stories: tuple[Story, ...]) -> Iterable[Spelling]:
    for story in stories:
        for number, company in enumerate(story.companies):
            yield Spelling(company.name, story.places, f"company[{number}].name")
        yield from _spellings(story, "mentions", story.mentions)


def _spellings(story: Story, key: str, texts: Iterable[str]) -> Iterator[Spelling]:
    """The names in a list of a story, each with its place."""
    return (Spelling(text, story.places, f"{key}[{number}]") for number, text in enumerate(texts))


def _id_problems(stories: tuple[LinkedStory, ...]) -> Iterator[Problem]:
    """Two stories with one id would be one story to every feed reader."""
    by_id: dict[str, LinkedStory] = {}
    for story in sorted(stories, key=lambda story: story.story.source):
        first = by_id.setdefault(story.id, story)
        if first is not story:
            message = f"id: {quoted(story.id)} is also the id of {first.story.source}."
            yield Problem(story.story.places.at("id"), message, "Give each story its own id, or delete the line.")
