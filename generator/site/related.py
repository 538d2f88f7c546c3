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
    passed over: the series names them.
    """
    found: dict[str, dict[str, LinkedStory]] = {}
    rarest_first = sorted(tags, key=lambda tag: (len(tag.stories), tag.path))
    for group in (*(company.stories for company in companies), *(tag.stories for tag in rarest_first)):
        below = reversed(tuple(_nearest_above(reversed(group), series)))
        for story, *near in zip(group, _nearest_above(group, series), below, strict=True):
            chosen = found.setdefault(story.path, {})
            for other in filter(None, near):
                if len(chosen) < MOST:
                    chosen[other.path] = other
    return {path: tuple(chosen.values()) for path, chosen in found.items() if chosen}


def _nearest_above(group: Iterable[LinkedStory], series: Mapping[str, Series]) -> Iterator[LinkedStory | None]:
    """For each story the last one above it in the group that is not of its series, if there is one."""
    last: LinkedStory | None = None
    other: LinkedStory | None = None  # the last one that is not of the series of `last`
    for story in group:
        mine = series.get(story.path)
        is_part = last is not None and mine is not None and series.get(last.path) is mine
        yield other if is_part else last
        if not is_part:
            other = last
        last = story
