"""The feeds: RSS, Atom and JSON Feed for the site; RSS beside each company, tag, author and verdict; comments."""

from collections.abc import Iterator
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from generator.feeds import FeedAuthor, FeedEntry, FeedView, atom, json_feed, rss
from generator.markup import resolve, text_of
from generator.pages.discussion import anchor
from generator.pages.feed_entries import Entries
from generator.pages.output import Kind, Page
from generator.site import LinkedComment, LinkedStory, Site, SiteAddresses
from generator.urls import identity, quote_path

COMMENTS_FEED = "/comments.xml"
SITE_FEEDS = ("/feed.xml", "/atom.xml", "/feed.json")


def plan_site_feed(path: str, kind: str, site: Site) -> Iterator[Page]:
    """The feed of the newest stories of the whole site, in one format."""
    description = site.config.description or site.config.tagline
    entries = Entries(site).of(site.stories)
    view = _view(site, path, "/", site.config.title, description, entries)
    yield Page(kind, path, view, f"the feed {path}")


def plan_list_feeds(site: Site) -> Iterator[Page]:
    """An RSS feed beside the first screen of each list that a reader would follow."""
    entries = Entries(site)
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


def plan_comments_feed(site: Site) -> Iterator[Page]:
    """The newest comments of the whole site."""
    found = [
        (story, comment)
        for story in site.stories
        if story.path in site.discussions and not story.held_back
        for comment in site.discussions[story.path].comments
    ]
    newest = sorted(found, key=lambda pair: pair[1].moment, reverse=True)[: site.config.feeds.entries]
    entries = tuple(_comment_entry(site, story, comment) for story, comment in newest)
    title = site.words("feed.comments", title=site.config.title)
    yield Page(
        "comments_feed", COMMENTS_FEED, _view(site, COMMENTS_FEED, "/", title, title, entries), "the comments' feed"
    )


def _comment_entry(site: Site, story: LinkedStory, comment: LinkedComment) -> FeedEntry:
    config, written = site.config, comment.comment
    page = config.url.absolute(story.path)
    text = text_of(written.body)
    return FeedEntry(
        id=uuid5(NAMESPACE_URL, f"firsthand:{config.id}/comments/{written.story}/{written.stem}").urn,
        url=f"{page}#{quote_path(anchor(comment))}",
        title=site.words("feed.comment", author=written.author, title=story.story.title),
        summary=" ".join(text.split()),
        content=resolve(written.body, SiteAddresses(site, page=page, absolute=True), prefix=f"{anchor(comment)}-"),
        published=comment.moment,
        updated=comment.moment,
        authors=(FeedAuthor(written.author, written.website),),
    )


RSS = Kind(name="rss", plan=partial(plan_site_feed, "/feed.xml", "rss"), render=rss, view=FeedView)
ATOM = Kind(name="atom", plan=partial(plan_site_feed, "/atom.xml", "atom"), render=atom, view=FeedView)
JSON = Kind(name="json", plan=partial(plan_site_feed, "/feed.json", "json"), render=json_feed, view=FeedView)
LISTS = Kind(name="list_feed", plan=plan_list_feeds, render=rss, view=FeedView)
COMMENTS = Kind(name="comments_feed", plan=plan_comments_feed, render=rss, view=FeedView)
