"""Which other stories a reader may want next."""

from collections.abc import Iterable, Iterator, Mapping

from generator.site.model import Company, LinkedStory, Series, Tag

MOST = 4
"""Stories named under a story."""


def related_stories(
    companies: Iterable[Company], tags: Iterable[Tag], series: Mapping[str, Series]
) -> Mapping[str, tuple[LinkedStory, ...]]:
    """For each story the nearest after and before it of the same company, then with the rarest tags that it shares.

    Linear in the number of names that stories carry, and the same for the same stories. Parts of the same series are
    left out: the series names them.
    """
    found: dict[str, dict[str, LinkedStory]] = {}
    rarest_first = sorted(tags, key=lambda tag: (len(tag.stories), tag.path))
    for group in (*(company.stories for company in companies), *(tag.stories for tag in rarest_first)):
        for story, near in _neighbours(group):
            chosen = found.setdefault(story.path, {})
            mine = series.get(story.path)
            if len(chosen) < MOST and near.path not in chosen and (mine is None or series.get(near.path) is not mine):
                chosen[near.path] = near
    return {path: tuple(chosen.values()) for path, chosen in found.items() if chosen}


def _neighbours(group: tuple[LinkedStory, ...]) -> Iterator[tuple[LinkedStory, LinkedStory]]:
    """Each story with the one after it and then the one before it in time, where there are such."""
    for place, story in enumerate(group):
        if place:
            yield story, group[place - 1]
        if place + 1 < len(group):
            yield story, group[place + 1]
