"""A site's folder linked, without theme or output, and what was said about it."""

from typing import NamedTuple

from generator.cache import open_cache
from generator.config import parse_config
from generator.load import parse_content, read_sources
from generator.markup import MarkupOptions
from generator.site import Company, LinkedStory, Site, link_site
from generator.theme import load_theme
from generator.theme.find import shipped_themes
from generator.theme.strings import Strings, locale_of
from tests.sites import SITE_TOML, SiteUnderTest

COUNTER = load_theme((shipped_themes(),), "counter", language="en", options={})
WORDS = Strings(COUNTER.strings, locale_of("en"))


class Linked(NamedTuple):
    site: Site
    said: tuple[str, ...]

    def story(self, title: str) -> LinkedStory:
        (found,) = (story for story in self.site.stories if story.story.title == title)
        return found

    def company(self, name: str) -> Company:
        (found,) = (company for company in self.site.companies if company.name == name)
        return found

    @property
    def titles(self) -> tuple[str, ...]:
        """Of the published stories, newest first."""
        return tuple(story.story.title for story in self.site.stories)


def link(folder: SiteUnderTest, *, include_held_back: bool = False) -> Linked:
    """Everything in content/ linked as of the folder's `now`, with the problems that no single file could know of."""
    sources = read_sources(folder.root)
    config, problems = parse_config(sources.config)
    with open_cache(folder.root / ".firsthand/cache.sqlite") as cache:
        content = parse_content(sources, cache, MarkupOptions(language=config.language))
    assert (sources.problems, problems, content.problems) == ((), (), ())
    site, found = link_site(config, content, words=WORDS, now=folder.now, include_held_back=include_held_back)
    return Linked(site, tuple(map(str, found)))


def toml(*site: str) -> dict[str, str]:
    """A site.toml with some more lines under [site]."""
    return {"site.toml": SITE_TOML + "\n".join(site) + "\n"}
