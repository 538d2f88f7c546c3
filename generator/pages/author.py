"""An author's page: who they are, and their stories."""

from collections.abc import Iterator

import msgspec

from generator.pages.lists import Screen, screens
from generator.pages.output import Html, Kind, Page
from generator.pages.parts import Card, Head, Pager, cards, feed_link, head, html
from generator.pages.pictures import ViewPicture, picture
from generator.site import Author, LinkedStory, Site


class AuthorView(msgspec.Struct, frozen=True):
    """`bio` is the author file's text, empty without one; `count` counts all stories, on whatever screen."""

    head: Head
    title: str
    first: bool
    website: str
    email: str
    photo: ViewPicture | None
    bio: Html
    count: int
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for author in site.authors:
        source = author.profile.source if author.profile else f"the page of the author {author.name!r}"
        for screen in screens(site, author.path, author.stories):
            yield Page("author", screen.path, _view(site, author, screen), source)


def _view(site: Site, author: Author, screen: Screen[LinkedStory]) -> AuthorView:
    profile = author.profile
    photo = picture(site, profile.photo) if profile and screen.first else None
    return AuthorView(
        head=head(site, screen.path, feeds=feed_link(site, author.name, author.path), indexed=screen.first),
        title=author.name,
        first=screen.first,
        website=profile.website if profile else "",
        email=profile.email if profile else "",
        photo=photo,
        bio=html(site, profile.body, below_picture=photo is not None) if profile and screen.first else Html(""),
        count=len(author.stories),
        stories=cards(site, screen.items),
        pager=screen.pager,
    )


KIND = Kind(name="author", plan=plan, template="author.html", view=AuthorView)
