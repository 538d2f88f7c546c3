"""Where a story comes from, and what ties its author to the company."""

from generator.fields import Fields
from generator.quoting import quoted
from generator.story.model import DISCLOSURES, SOURCE_TYPES, Disclosure, Source, SourceType
from generator.urls import web_address

_NEEDED: dict[SourceType, tuple[str, ...]] = {
    "republished": ("url", "permission"),
    "feed": ("url", "permission", "feed_title"),
}
"""What a source of a type cannot do without."""
_NOUN = "a type of source"
_TITLED: tuple[SourceType, ...] = ("commentary", "news", "quoted")
"""Types that talk about something else, which needs a title or an address to be found by."""

_MEANT: dict[str, SourceType] = {
    **dict.fromkeys(("author", "self", "me", "first-hand"), "own"),
    **dict.fromkeys(("customer", "friend", "letter"), "reader"),
    **dict.fromkeys(("newspaper", "press", "article"), "news"),
    **dict.fromkeys(("quotation", "quote"), "quoted"),
    **dict.fromkeys(("reprint", "reprinted", "syndicated"), "republished"),
}
"""Words that people write for where a story comes from."""

_EXAMPLES = {
    "url": "url: with the address of the original",
    "permission": "permission: with who allowed it and when ('by email, 3 May 2024'), or the name of the license",
    "feed_title": "feed_title: with the name of the blog or feed",
    "title or url": "title: or url:, so that readers can find it",
}


def parse_sources(fields: Fields) -> tuple[Source, ...]:
    """The sources in the order written: types alone, or mappings that start with a type."""
    found: list[Source] = []
    for item in fields.mixed("source"):
        source = _named(fields, item) if isinstance(item, str) else _parse_source(fields, item)
        if source and source.is_original and any(other.is_original for other in found):
            hint = "Keep one, and give the others the type quoted."
            fields.wrong("source", "only one source can be the original (republished or feed).", hint)
        elif source:
            found.append(source)
    return tuple(found)


def _named(fields: Fields, word: str) -> Source | None:
    """A source of which only the type is written."""
    if web_address(word):
        hint = "Below source, write a line type: with one of the types, and a line url: with this address."
        fields.wrong("source", f"{quoted(word)} is an address, and a type belongs here.", hint)
        return None
    type_ = fields.chosen("source", word, SOURCE_TYPES, noun=_NOUN, meaning=_MEANT) if word else None
    if type_ is None:
        return None
    for key in _needs(type_):
        hint = f"Below source, write a line type: {type_} and a line {_EXAMPLES[key]}."
        fields.wrong("source", f"a source of the type {type_} needs {key}, too.", hint)
    return None if _needs(type_) else Source(type_)


def _parse_source(fields: Fields, item: Fields) -> Source | None:
    if not item.has("type"):
        item.missing("type", "quoted")
    type_ = item.choice("type", SOURCE_TYPES, noun=_NOUN, meaning=_MEANT)
    source = Source(
        type=type_ or "own",
        title=item.text("title"),
        url=item.address("url"),
        author=item.text("author"),
        date=item.partial_date("date"),
        feed_title=item.text("feed_title"),
        feed_url=item.address("feed_url"),
        feed_description=item.text("feed_description"),
        permission=item.text("permission"),
    )
    lacking = [key for key in _needs(type_) if not any(map(item.has, key.split(" or ")))]
    for key in lacking:
        hint = f"Add a line {_EXAMPLES[key]}."
        item.wrong("type", f"a source of the type {type_} needs {key}, too.", hint)
    fields.absorb(item)
    return source if type_ and not lacking else None


def _needs(type_: SourceType | None) -> tuple[str, ...]:
    if type_ in _TITLED:
        return ("title or url",)
    return _NEEDED.get(type_, ()) if type_ else ()


def parse_disclosure(fields: Fields) -> Disclosure | None:
    """One of the known ties, or the author's own words."""
    text = fields.text("disclosure")
    for tie in DISCLOSURES:
        if tie == text.lower():
            return Disclosure(tie)
    return Disclosure(None, text) if text else None
