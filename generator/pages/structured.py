"""What machines read of a story: JSON-LD in the words of schema.org (https://json-ld.org, https://schema.org).

A BlogPosting always. A Review of the company only for a rated story of the site's own: search engines take none that
were published elsewhere first, and none by somebody with an interest in it
(https://developers.google.com/search/docs/appearance/structured-data/review-snippet). Never an AggregateRating: the
stories chose themselves, so that their average says nothing.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

import msgspec

from generator.pages.output import Html
from generator.site import LinkedStory, Name, Site

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Within a script element only `</script` and `<!--` end or change anything; no `<` at all is simpler to trust."""


def is_review(story: LinkedStory) -> bool:
    """Whether a story is a rated account of one company by somebody without an interest, published here first."""
    told = story.story
    own = all(source.type == "own" for source in told.sources)
    interested = told.disclosure is not None and told.disclosure.is_interest
    named = len(story.companies) == 1 and bool(story.authors)  # a review by nobody is none
    return told.rating is not None and named and own and not interested


class DataBlock(msgspec.Struct, frozen=True):
    """Data for a script element, which has to hold just this text: `hash` is what a content security policy knows it
    by (CSP Level 3, "hash-source"). Browsers run no JSON; but not every checker of pages knows that.
    """

    text: Html
    hash: str


def structured(site: Site, story: LinkedStory, *, image: str) -> DataBlock:
    """The JSON-LD of a story's page, ready for a script element. `image` is a full address, or empty."""
    posting = _posting(site, story, image)
    graph = [posting, *([_review(site, story, posting)] if is_review(story) else ()), _breadcrumbs(site, story)]
    document = {"@context": "https://schema.org", "@graph": graph}
    text = msgspec.json.encode(document).decode().translate(_ESCAPES)
    return DataBlock(Html(text), f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}")


def _posting(site: Site, story: LinkedStory, image: str) -> dict[str, Any]:
    told, url = story.story, site.config.url.absolute(story.path)
    posting = {
        "@type": "BlogPosting",
        "@id": f"{url}#_story",
        "url": url,
        "mainEntityOfPage": url,
        "headline": told.title,
        "description": told.summary,
        "datePublished": _moment(story, published=True),
        "dateModified": _moment(story, published=False),
        "inLanguage": told.language or site.config.language,
        "author": [_named(site, "Person", author) for author in story.authors],
        "publisher": {"@type": "Organization", "name": site.config.title, "url": site.config.url.text},
        "about": [_named(site, "Organization", Name(c.title, c.path)) for c in story.companies],
        "mentions": [_named(site, "Organization", name) for name in story.mentions],
        "keywords": [tag.title for tag in story.tags],
        "isBasedOn": [source.url for source in told.sources if source.url],
        "image": image,
        "wordCount": told.body.words,
        "commentCount": len(site.discussions[story.path].comments) if story.path in site.discussions else None,
    }
    return {key: value for key, value in posting.items() if value not in ("", [], None)}


def _review(site: Site, story: LinkedStory, posting: dict[str, Any]) -> dict[str, Any]:
    company = story.companies[0]
    rating = {"@type": "Rating", "ratingValue": story.story.rating, "bestRating": 5, "worstRating": 1}
    return {
        "@type": "Review",
        "url": posting["url"],
        "name": posting["headline"],
        "itemReviewed": _named(site, "Organization", Name(company.title, company.path)),
        "reviewRating": rating,
        **{key: posting[key] for key in ("author", "publisher", "datePublished", "inLanguage") if key in posting},
    }


def _breadcrumbs(site: Site, story: LinkedStory) -> dict[str, Any]:
    """The way here from the front page, through the company where there is one."""
    steps = [Name(site.config.title, "/")]
    steps += [Name(company.title, company.path) for company in story.companies if len(story.companies) == 1]
    steps += [Name(story.story.title, story.path)]
    items = [
        {"@type": "ListItem", "position": place, "name": step.title, "item": site.config.url.absolute(step.path)}
        for place, step in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _named(site: Site, type_: str, name: Name) -> dict[str, str]:
    return {"@type": type_, "name": name.title, "url": site.config.url.absolute(name.path)}


def _moment(story: LinkedStory, *, published: bool) -> str:
    """A bare date has no time of day, and feeds alone need one."""
    if published or story.updated_day is None:
        return (story.published if story.story.date.time else story.day).isoformat()
    return story.updated_day.isoformat()
