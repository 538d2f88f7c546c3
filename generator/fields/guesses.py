"""What somebody meant who wrote a date, an address or a language in another way than the one that is read."""

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from zoneinfo import available_timezones

from generator.errors import did_you_mean
from generator.fields.dates import parse_date, parse_partial_date
from generator.quoting import named
from generator.urls import web_address

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－⁃﹣", "-"))
_DAY_FIRST_OR_MONTH_FIRST = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|'?\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?")
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ,]+(?:at )?(\d{1,2})[:.h](\d\d) ?([ap]\.?m\.?)?", re.IGNORECASE)
_QUOTES = "“”„«»‘’‚"
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_IN_WORDS = re.compile(r"[A-Za-z]+|\d+")
_SCHEME = re.compile(r"h\w{1,4}s?[:;.]?[/\\]{1,3}|https?:", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?")

_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl", "polish": "pl", "polski": "pl", "swedish": "sv", "svenska": "sv", "danish": "da",
    "dansk": "da", "norwegian": "no", "norsk": "no", "finnish": "fi", "suomi": "fi", "czech": "cs", "čeština": "cs",
    "russian": "ru", "ukrainian": "uk", "greek": "el", "turkish": "tr", "arabic": "ar", "hebrew": "he",
    "japanese": "ja", "chinese": "zh", "korean": "ko", "hindi": "hi", "hungarian": "hu", "romanian": "ro",
}  # fmt: skip
"""Languages that people write by name, with their codes (ISO 639-1)."""

OTHER_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("name",), "name": ("title",), "headline": ("title",), "by": ("author",), "byline": ("author",),
    "writer": ("author",), "category": ("tags",), "categories": ("tags",), "keywords": ("tags",), "labels": ("tags",),
    "description": ("summary", "note"), "excerpt": ("summary",), "teaser": ("summary",), "abstract": ("summary",),
    "published": ("date",), "created": ("date",), "modified": ("updated",), "lastmod": ("updated",),
    "cover": ("image",), "picture": ("image", "photo"), "photo": ("image",), "image": ("photo",),
    "thumbnail": ("image",),
    "firm": ("company",), "business": ("company", "industry"), "brand": ("company",), "shop": ("company",),
    "stars": ("rating",), "score": ("rating",), "url": ("website",), "homepage": ("website",), "web": ("website",),
    "link": ("website", "url"), "mail": ("email", "contacts"), "language": ("lang",), "locale": ("lang", "language"),
    "permalink": ("slug",), "redirects": ("aliases",), "redirect_from": ("aliases",), "weight": ("nav",),
    "order": ("nav", "part"), "in_reply_to": ("reply_to",), "answer": ("reply",), "response": ("reply",),
}  # fmt: skip
"""Words that people, and other generators, write for a key, with the keys of ours that mean the same."""


def why_no_date(text: str, *, partial: bool) -> tuple[str, str]:
    """What is wrong with a text that is no date, to follow the text itself, and what to write instead.

    With `partial` a month or a year alone is a date too.
    """
    how = "Write it as 2025-03-31, 2025-03 or 2025." if partial else "Write it as 2025-03-31, or 2025-03-31 10:30."
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    bare = plain.strip(_QUOTES)
    if bare != plain and _is_date(bare, partial=partial):
        return "is not a date, because of its curly quotation marks.", f"Write {bare}."
    if with_time := _WITH_TIME.fullmatch(plain):
        right = with_time[1] if partial else f"{with_time[1]} {_hours(with_time[2], with_time[4])}:{with_time[3]}"
        if _is_date(right, partial=partial):
            return "is not a date.", f"Write {right}."
    if plain != text and _is_date(plain, partial=partial):
        strange = next(c for c in text if unicodedata.normalize("NFKC", c).translate(_DASHES) != c)
        return f"is not a date, because it has {named(strange)}.", f"Write {plain}."
    if found := _YEAR_FIRST.fullmatch(plain) or _TOGETHER.fullmatch(plain):
        return _numbers(int(found[1]), int(found[2]), int(found[3] or 0), partial=partial, how=how)
    if found := _DAY_FIRST_OR_MONTH_FIRST.fullmatch(plain):
        if len(found[4]) != 4:
            return "is not a date: its year has two digits.", how
        hint = _either(int(found[4]), int(found[1]), int(found[3]), dots=found[2] == ".")
        return ("is not a date.", hint) if hint else ("is not a date: there is no such day.", how)
    if parse_partial_date(plain):
        return "is not a date: it has no day.", how
    return _words(plain, partial=partial) or ("is not a date.", how)


def _hours(hour: str, half: str | None) -> str:
    """The hour of 24: `10` and `pm` are `22`."""
    number = int(hour) % 12 + 12 * half.lower().startswith("p") if half else int(hour)
    return f"{number:02}"


def _is_date(text: str, *, partial: bool) -> bool:
    return bool(parse_partial_date(text) if partial else parse_date(text))


def _iso(year: int, month: int, day: int = 0) -> str:
    """The date in the form that is read; empty where there is no such day."""
    try:
        return dt.date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return ""


def _numbers(year: int, month: int, day: int, *, partial: bool, how: str) -> tuple[str, str]:
    if not 1 <= month <= 12:
        return f"is not a date: there is no month {month}.", how
    if not year or day > monthrange(year, month)[1]:
        return f"is not a date: {year:04}-{month:02} has {monthrange(year or 1, month)[1]} days.", how
    right = _iso(year, month, day)
    if right and (day or partial):
        return "is not a date.", f"Write {right}."
    return "is not a date: it has no day.", how


def _either(year: int, first: int, second: int, *, dots: bool) -> str:
    """The hint for `31.12.2025` and `12/31/2025`; both readings where both are days and it has no dots."""
    readings = [_iso(year, second, first), _iso(year, first, second)]
    found = [*dict.fromkeys(reading for reading in readings if reading)]
    found = found[:1] if dots else found
    return f"Write {' or '.join(found)}, with the year first." if found else ""


def _words(text: str, *, partial: bool) -> tuple[str, str] | None:
    """`March 5, 2025`, `5th of March`, `March 2025`."""
    words = [word.lower() for word in _IN_WORDS.findall(text)]
    months = [_MONTHS.index(word[:3]) + 1 for word in words if _MONTH.fullmatch(word)]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 5]
    if len(months) != 1 or ":" in text:
        return None
    year = next((number for number in numbers if number > 31), 0)
    day = next((number for number in numbers if 0 < number <= 31), 0)
    if not year:
        return "is not a date: it has no year.", f"Write it with its year, such as {_iso(2025, months[0], day or 1)}."
    right = _iso(year, months[0], day)
    return ("is not a date.", f"Write {right}.") if right and (day or partial) else None


def guessed_address(text: str) -> str:
    """The web address that a text most likely means; empty where it means none."""
    inside = re.search(r"\((\S+)\)$|^<(\S+)>$", text)  # as Markdown writes links
    text = ((inside[1] or inside[2]) if inside else text).replace("\\", "/")
    scheme = _SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    kept = "http" if scheme and scheme[0].lower().startswith("http:") else "https"
    found = f"{kept}://{rest.lstrip('/')}"
    return web_address(found) if _HOST.fullmatch(rest.lstrip("/")) and "@" not in rest else ""


def guessed_email(text: str) -> str:
    """The email address that a text most likely means; empty where it means none."""
    text = re.sub(r"\s*(@|\(at\)|\[at\]|\bat\b)\s*", "@", text)
    found = re.fullmatch(r"(?:mailto:|\W)*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\W*(?:\?.*)?", text)
    return found[1] if found else ""


def guessed_zone(text: str) -> str:
    """A hint about the time zone that a text most likely means: `Berlin` is Europe/Berlin."""
    zones = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(available_timezones()) if "/" in zone}
    city = text.rpartition("/")[2].strip().replace(" ", "_").casefold()
    near = did_you_mean(text, zones.values()) if len(text) < 50 else ""
    guess = f"Write {zones[city]}." if city in zones else near
    return guess or "Write a continent and a city, such as Europe/Berlin."


def guessed_language(text: str) -> str:
    """The language code that a text most likely means; empty where it means none."""
    if found := re.fullmatch(r"([A-Za-z]{2,3})\s*[_-]\s*([A-Za-z]{2})(\..*)?", text):
        return f"{found[1].lower()}-{found[2].upper()}"
    return _LANGUAGES.get(text.casefold().strip(".! "), "")
