"""The feeds: RSS, Atom and JSON Feed for the site; RSS beside each company, tag, author and verdict."""

from collections.abc import Iterator
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from generator.feeds import FeedAuthor, FeedEntry, FeedView, atom, json_feed, rss
from generator.markup import resolve
from generator.pages.output import Kind, Page
from generator.site import Author, LinkedStory, Site, SiteAddresses
from generator.urls import identity

SITE_FEEDS = ("/feed.xml", "/atom.xml", "/feed.json")


def plan_site_feed(path: str, kind: str, site: Site) -> Iterator[Page]:
    """The feed of the newest stories of the whole site, in one format."""
    description = site.config.description or site.config.tagline
    entries = _Entries(site).of(site.stories)
    view = _view(site, path, "/", site.config.title, description, entries)
    yield Page(kind, path, view, f"the feed {path}")


def plan_list_feeds(site: Site) -> Iterator[Page]:
    """An RSS feed beside the first screen of each list that a reader would follow."""
    entries = _Entries(site)
    lists = [(company.name, company.path, company.stories) for company in site.companies]
    lists += [(tag.name, tag.path, tag.stories) for tag in site.tags]
    lists += [(author.name, author.path, author.stories) for author in site.authors]
    lists += [(group.verdict, group.path, group.stories) for group in site.verdicts]
    for name, home, stories in lists:
        path = f"{home}feed.xml"
        view = _view(site, path, home, f"{site.config.title}: {name}", name, entries.of(stories))
        yield Page("list_feed", path, view, f"the feed {path}")


def _view(site: Site, path: str, home: str, title: str, description: str, entries: tuple[FeedEntry, ...]) -> FeedView:
    config = site.config
    return FeedView(
        id=uuid5(NAMESPACE_URL, f"firsthand:{config.id}{path}").urn,
        title=title,
        description=description or title,
        home=config.url.absolute(home),
        address=config.url.absolute(path),
        language=config.language,
        entries=entries,
        author=FeedAuthor(_site_author(site), config.url.text, config.email),
        hub=config.feeds.websub,
        copyright=config.copyright,
        logo=config.url.absolute(config.logo) if config.logo else "",
    )


def _site_author(site: Site) -> str:
    """The name of site.toml's author, who may have a file; without one the site itself speaks."""
    wanted = identity(site.config.author)
    for author in site.authors:
        if wanted in (identity(author.name), identity(author.profile.slug if author.profile else author.name)):
            return author.name
    return site.config.author or site.config.title


class _Entries:
    """Stories as feed entries; each body is resolved once, in however many feeds it stands."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._authors = {author.path: author for author in site.authors}
        self._made: dict[str, FeedEntry] = {}

    def of(self, stories: tuple[LinkedStory, ...]) -> tuple[FeedEntry, ...]:
        shown = tuple(story for story in stories if not story.held_back)
        return tuple(self._entry(story) for story in shown[: self._site.config.feeds.entries])

    def _entry(self, story: LinkedStory) -> FeedEntry:
        made = self._made.get(story.path)
        if made is None:
            made = self._made[story.path] = self._make(story)
        return made

    def _make(self, story: LinkedStory) -> FeedEntry:
        config = self._site.config
        url = config.url.absolute(story.path)
        full = config.feeds.content == "full"
        addresses = SiteAddresses(self._site, page=url, absolute=True)
        image = addresses.picture(story.story.image.path) if story.story.image else None
        return FeedEntry(
            id=story.id,
            url=url,
            title=story.story.title,
            summary=story.story.summary,
            content=resolve(story.story.body, addresses) if full else "",
            published=story.published,
            updated=story.updated,
            authors=tuple(self._author(self._authors[name.path]) for name in story.authors),
            tags=tuple(tag.title for tag in story.tags),
            image=image.src if image else "",
        )

    def _author(self, author: Author) -> FeedAuthor:
        email = author.profile.email if author.profile else ""
        return FeedAuthor(author.name, self._site.config.url.absolute(author.path), email)


RSS = Kind(name="rss", plan=partial(plan_site_feed, "/feed.xml", "rss"), render=rss, view=FeedView)
ATOM = Kind(name="atom", plan=partial(plan_site_feed, "/atom.xml", "atom"), render=atom, view=FeedView)
JSON = Kind(name="json", plan=partial(plan_site_feed, "/feed.json", "json"), render=json_feed, view=FeedView)
LISTS = Kind(name="list_feed", plan=plan_list_feeds, render=rss, view=FeedView)
