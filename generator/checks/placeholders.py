"""What `firsthand init` wrote to be replaced, and is still there."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.checks.check import Check, Rendered
from generator.config import SiteConfig
from generator.errors import Location, Problem
from generator.quoting import quoted
from generator.site import LinkedStory, Site
from generator.starter.placeholders import Placeholders, placeholders

_INSTRUCTED = ("content/pages/", "content/authors/")
"""Where the starter tells its owner what to write."""


def left_placeholders(rendered: Rendered) -> Iterator[Problem]:
    """A problem for each placeholder of a new site that nobody has replaced. Reads the starter's files."""
    known = placeholders()
    yield from _addresses(rendered.site.config, known)
    yield from _names(rendered.site, known)
    for linked in rendered.site.stories:
        yield from _story(linked, known)
    yield from _instructions(rendered.texts, known)


def _addresses(config: SiteConfig, known: Placeholders) -> Iterator[Problem]:
    if config.url.host == f"{known.owner}.github.io":
        hint = f"Write the address of your site. On GitHub Pages, put your GitHub name in place of {known.owner}."
        yield Problem(config.places.at("site.url"), f"site.url: {config.url.host} is only an example.", hint)
    if urlsplit(config.repository).path.startswith(f"/{known.owner}/"):
        hint = "Write the address of your own repository, or delete this line."
        message = f"site.repository: {quoted(config.repository)} is only an example."
        yield Problem(config.places.at("site.repository"), message, hint)


def _names(site: Site, known: Placeholders) -> Iterator[Problem]:
    for author in site.authors:
        if author.profile and author.profile.name in known.authors:
            message = f"name: {quoted(author.profile.name)} is the author that a new site starts with."
            yield Problem(author.profile.places.at("name"), message, "Write your name.")
    for company in site.companies:
        if company.profile and company.profile.name in known.companies:
            message = f"name: {quoted(company.profile.name)} is a made-up company that a new site starts with."
            hint = "Delete this file, together with the made-up story about it."
            yield Problem(company.profile.places.at("name"), message, hint)


def _story(linked: LinkedStory, known: Placeholders) -> Iterator[Problem]:
    story = linked.story
    if any(story.slug == made_up.slug or story.title == made_up.title for made_up in known.stories):
        message = "this is the made-up story that a new site starts with."
        hint = "Write a story of your own with 'firsthand new', then delete this file."
        yield Problem(story.places.at("title"), message, hint)
        return
    for about in linked.companies:
        if about.title in known.companies:
            message = f"company: {quoted(about.title)} is a made-up company that a new site starts with."
            yield Problem(story.places.at("company"), message, "Name the company that the story is about.")


def _instructions(texts: Mapping[str, str], known: Placeholders) -> Iterator[Problem]:
    """The paragraphs that start as one of the starter's instructions does, whatever follows."""
    openings = "|".join(r"\s+".join(map(re.escape, words)) for words in sorted(known.openings))
    instruction = re.compile(rf"^[ \t]*(?P<start>{openings})\b", re.MULTILINE)
    for path, text in texts.items():
        for found in instruction.finditer(text) if openings and path.startswith(_INSTRUCTED) else ():
            before = text[: found.start("start")]
            at = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
            message = "this paragraph only tells you what to write, and readers would see it."
            yield Problem(at, message, "Write your own text in its place.")


CHECK = Check(id="placeholders", severity="warning", run=left_placeholders)
