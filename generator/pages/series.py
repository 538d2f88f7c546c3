"""The parts of one case, as a view for each of them."""

from __future__ import annotations

import msgspec

from generator.site import LinkedStory, Site


class PartView(msgspec.Struct, frozen=True):
    """A story of a series. `number` is none for one that has none; `current` marks the story that is shown."""

    title: str
    url: str
    number: int | None
    current: bool


class SeriesView(msgspec.Struct, frozen=True):
    title: str
    parts: tuple[PartView, ...]


def series(site: Site, story: LinkedStory) -> SeriesView | None:
    """The series of a story; None where it is part of none, or the only part so far."""
    found = site.series.get(story.path)
    if found is None or len(found.stories) < 2:
        return None
    parts = (
        PartView(s.story.title, site.config.url.path(s.path), s.story.part, s.path == story.path) for s in found.stories
    )
    return SeriesView(found.title, tuple(parts))
