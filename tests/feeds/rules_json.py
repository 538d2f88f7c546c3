"""Rules of JSON Feed 1.1."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tests.feeds import rules_values as rules

_FEED_KEYS = frozenset(
    {
        *("version", "title", "home_page_url", "feed_url", "description", "user_comment"),
        *("next_url", "icon", "favicon", "authors", "language", "expired"),
        *("hubs", "items"),
    }
)
_ITEM_KEYS = frozenset(
    {
        *("id", "url", "external_url", "title", "content_html", "content_text"),
        *("summary", "image", "banner_image", "date_published", "date_modified", "authors"),
        *("tags", "language", "attachments"),
    }
)


def json_rules(feed: Any, *, location: str, now: datetime | None) -> Iterator[str]:
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        yield "feed: not an object with items"
        return
    if next(iter(feed)) != "version" or feed["version"] != "https://jsonfeed.org/version/1.1":
        yield "feed: does not begin with the version, 1.1"
    yield from _unknown("feed", feed, _FEED_KEYS)
    yield from rules.plain_text("feed: title", feed.get("title", ""))
    for key in ("home_page_url", "feed_url"):
        yield from rules.address(f"feed: {key}", feed.get(key, ""))
    if location and feed.get("feed_url") != location:
        yield f"feed: feed_url is {feed.get('feed_url')!r}, not where the feed is, {location!r}"
    yield from _optional("feed", feed, texts=("description",), addresses=("icon", "favicon", "next_url"))
    for hub in feed.get("hubs", []):
        if not hub.get("type"):
            yield "feed: a hub without type"
        yield from rules.address("feed: hub", hub.get("url", ""))
    for number, item in enumerate(feed["items"], 1):
        yield from _item(f"item {number}", item, now)
    yield from rules.unique("id", (str(item.get("id")) for item in feed["items"]))


def _item(where: str, item: dict[str, Any], now: datetime | None) -> Iterator[str]:
    yield from _unknown(where, item, _ITEM_KEYS)
    if not isinstance(item.get("id"), str):
        yield f"{where}: id is not text"
    yield from rules.identifier(f"{where}: id", str(item.get("id", "")))
    yield from rules.address(f"{where}: url", item.get("url", ""))
    if not item.get("content_html") and not item.get("content_text"):
        yield f"{where}: neither content_html nor content_text"
    yield from rules.html(f"{where}: content_html", item.get("content_html", ""))
    yield from _optional(where, item, texts=("title", "content_text", "summary"), addresses=("image", "external_url"))
    for key in ("date_published", "date_modified"):
        yield from rules.rfc_3339_date(f"{where}: {key}", item.get(key, ""), now)
    for tag in item.get("tags", []):
        yield from rules.plain_text(f"{where}: tags", tag)


def _optional(
    where: str, owner: dict[str, Any], *, texts: tuple[str, ...], addresses: tuple[str, ...]
) -> Iterator[str]:
    """What feed and items may have or leave out, but not leave blank."""
    for key in texts:
        if key in owner:
            yield from rules.plain_text(f"{where}: {key}", owner[key])
    for key in addresses:
        if key in owner:
            yield from rules.address(f"{where}: {key}", owner[key])
    if "language" in owner:
        yield from rules.language(f"{where}: language", owner["language"])
    for author in owner.get("authors", []):
        if not any(author.get(key) for key in ("name", "url", "avatar")):
            yield f"{where}: an author without name, url and avatar"
        if "url" in author:
            yield from rules.address(f"{where}: author's url", author["url"])


def _unknown(where: str, owner: dict[str, Any], known: frozenset[str]) -> Iterator[str]:
    """`author` and other keys of JSON Feed 1.0, or misspellings; keys that begin with _ are anyone's."""
    for key in sorted(owner.keys() - known):
        if not key.startswith("_"):
            yield f"{where}: unknown key {key!r}"
