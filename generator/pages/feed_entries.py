"""Stories as entries of feeds: what came after publication on top, where it comes from said, ties disclosed.

A feed is read far from the page. So whatever a reader of the page sees around the text is part of the text here.
"""

from collections.abc import Iterator
from html import escape

from generator.feeds import FeedAuthor, FeedEntry, FeedSource
from generator.markup import resolve, text_of
from generator.site import Author, LinkedStory, LinkedUpdate, Site, SiteAddresses
from generator.story import Source

_LONGEST_NEWS = 300
"""Characters of an update in the summary of a story that is carried by its summary."""


class Entries:
    """Stories as feed entries; each is made once, in however many feeds it stands."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._authors = {author.path: author for author in site.authors}
        self._made: dict[str, FeedEntry] = {}

    def of(self, stories: tuple[LinkedStory, ...]) -> tuple[FeedEntry, ...]:
        """The newest of some stories, those of a preview left out; one that changed lately is new again."""
        shown = sorted((s for s in stories if not s.held_back), key=lambda story: story.updated, reverse=True)
        return tuple(self._entry(story) for story in shown[: self._site.config.feeds.entries])

    def _entry(self, story: LinkedStory) -> FeedEntry:
        made = self._made.get(story.path)
        if made is None:
            made = self._made[story.path] = self._make(story)
        return made

    def _make(self, story: LinkedStory) -> FeedEntry:
        config, told = self._site.config, story.story
        url = config.url.absolute(story.path)
        image = SiteAddresses(self._site, absolute=True).picture(told.image.path) if told.image else None
        return FeedEntry(
            id=story.id,
            url=url,
            title=told.title,
            summary=self._summary(story),
            content="".join(self._parts(story, url)).strip() if config.feeds.content == "full" else "",
            published=story.published,
            updated=story.updated,
            authors=tuple(self._author(self._authors[name.path]) for name in story.authors),
            tags=tuple(tag.title for tag in story.tags),
            image=image.src if image else "",
            language=told.language,
            source=_feed_source(told.original) if told.original else None,
        )

    def _summary(self, story: LinkedStory) -> str:
        """The summary; before it the newest news, where the text that has them is not carried."""
        news = _newest_first(story)
        if self._site.config.feeds.content == "full" or not news:
            return story.story.summary
        text = " ".join(text_of(news[0].body).split())
        short = text if len(text) <= _LONGEST_NEWS else f"{text[:_LONGEST_NEWS].rsplit(' ', 1)[0]}…"
        return f"{self._label(news[0])}: {short} — {story.story.summary}"

    def _parts(self, story: LinkedStory, url: str) -> Iterator[str]:
        """The pieces of HTML that make up an entry, in their order."""
        addresses, told = SiteAddresses(self._site, page=url, absolute=True), story.story
        if told.original:
            yield self._provenance(told.original)
        news = _newest_first(story)
        for one in news:
            yield from self._told(one, addresses)
        if news:
            yield "<hr>\n"
        yield resolve(told.body, addresses)
        for reply in (reply for reply in story.replies if reply.day is None):
            yield "\n"
            yield from self._told(reply, addresses)
        if told.disclosure and told.disclosure.tie != "none":
            tie = told.disclosure.words or self._site.words(f"disclosure.{told.disclosure.tie}")
            yield f"\n<p><em>{escape(self._site.words('feed.disclosure', text=tie))}</em></p>\n"

    def _told(self, update: LinkedUpdate, addresses: SiteAddresses) -> Iterator[str]:
        yield f"<h2>{escape(self._label(update))}</h2>\n"
        yield f"{resolve(update.body, addresses, prefix=f'{update.anchor}-')}\n"
        yield f"<p>— {escape(update.signed)}</p>\n" if update.signed else ""

    def _label(self, update: LinkedUpdate) -> str:
        """What an update or reply is called: with its day, if it has one."""
        words = self._site.words
        if update.company is None:
            kind = "feed.correction" if update.correction else "feed.update"
            return words(kind, day=words.date(update.day)) if update.day else ""
        if update.day is None:
            return words("feed.reply", name=update.company.title)
        return words("feed.dated_reply", name=update.company.title, day=words.date(update.day))

    def _provenance(self, source: Source) -> str:
        words = self._site.words
        title = f'<a href="{escape(source.url)}">{escape(source.title or source.url)}</a>'
        by = [escape(text) for text in (source.author, source.feed_title) if text]
        first = escape(words(f"feed.{source.type}"))
        permission = escape(words("feed.permission", text=source.permission.rstrip(".")))
        return f"<p><em>{first} {', '.join([title, *by])}. {permission}</em></p>\n"

    def _author(self, author: Author) -> FeedAuthor:
        email = author.profile.email if author.profile else ""
        return FeedAuthor(author.name, self._site.config.url.absolute(author.path), email)


def _newest_first(story: LinkedStory) -> list[LinkedUpdate]:
    """What came after publication."""
    dated = [one for one in (*story.updates, *story.replies) if one.day]
    return sorted(dated, key=lambda one: (one.moment, one.anchor), reverse=True)


def _feed_source(source: Source) -> FeedSource:
    return FeedSource(source.title, source.url, source.feed_title, source.feed_url)
