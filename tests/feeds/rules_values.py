"""Rules of single values: addresses, dates, plain text, HTML. Each yields what is wrong as "where: what"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape

import html5lib

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_TAG = re.compile(r"tag:([A-Za-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:\S*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_E_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+ \(.*\S.*\)")
_MARK_UP = re.compile(r"</[a-zA-Z][a-zA-Z0-9]*>")
_ENTITY = re.compile(r"&(#[0-9]+|#x[0-9A-Fa-f]+|[a-zA-Z][a-zA-Z0-9]*);")
# C1 controls are what Windows-1252 looks like when read as Latin-1; U+FFFD is what a decoder puts for garbage.
_GARBAGE = re.compile("[\x80-\x9f\ufffd]")
_RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d [+-]\d\d[03]0"
)
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_DANGEROUS = frozenset(
    {
        *("applet", "base", "embed", "frame", "frameset", "iframe"),
        *("link", "meta", "object", "param", "script", "style"),
    }
)
_REFERENCES = ("href", "src", "poster", "cite", "action", "data", "background", "longdesc")
_SAFE_PROPERTY = re.compile(
    r"(background-color|border|color|display|float|clear|font|height|letter-spacing|line-height|list-style-type"
    r"|margin|overflow|padding|text-align|text-decoration|text-indent|vertical-align|white-space|width)(-[a-z-]+)?"
)
_SAFE_VALUE = re.compile(r"[\w\s.,#%!'\"-]+")


def address(where: str, value: str) -> Iterator[str]:
    """A full http or https address in ASCII."""
    if not re.match(r"https?://[^/]", value) or not _URI.fullmatch(value):
        yield f"{where}: {value!r} is not a full web address"


def identifier(where: str, value: str) -> Iterator[str]:
    """An absolute URI; a tag: URI (RFC 4151) where it says so."""
    if not _URI.fullmatch(value) or (value.startswith("tag:") and not _TAG.fullmatch(value)):
        yield f"{where}: {value!r} is not an absolute URI"


def unique(where: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{where}: {value!r} occurs {times} times"


def language(where: str, value: str) -> Iterator[str]:
    if not _LANGUAGE.fullmatch(value):
        yield f"{where}: {value!r} is not a language tag"


def e_mail(where: str, value: str) -> Iterator[str]:
    if not _E_MAIL.fullmatch(value):
        yield f"{where}: {value!r} is not an e-mail address with a name"


def plain_text(where: str, value: str) -> Iterator[str]:
    """Text that is there, and is not HTML by mistake (a tag's end or an entity gives that away)."""
    if not value.strip():
        yield f"{where}: blank"
    if _MARK_UP.search(value) or any(unescape(found[0]) != found[0] for found in _ENTITY.finditer(value)):
        yield f"{where}: HTML in plain text: {value!r}"
    yield from characters(where, value)


def characters(where: str, value: str) -> Iterator[str]:
    if found := _GARBAGE.search(value):
        yield f"{where}: wrongly decoded character {found[0]!r}"


def rfc_822_date(where: str, value: str, now: datetime | None) -> Iterator[str]:
    """English names, the right day of the week, four-digit year, an offset that the W3C validator knows."""
    if not _RFC_822.fullmatch(value):
        yield f"{where}: {value!r} is not an RFC 822 date"
        return
    date = parsedate_to_datetime(value)
    if value[:3] != ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[date.weekday()]:
        yield f"{where}: {value!r} is not a {value[:3]}"
    yield from _plausible(where, date, now)


def rfc_3339_date(where: str, value: str, now: datetime | None) -> Iterator[str]:
    if not _RFC_3339.fullmatch(value):
        yield f"{where}: {value!r} is not an RFC 3339 date"
        return
    yield from _plausible(where, datetime.fromisoformat(value), now)


def _plausible(where: str, date: datetime, now: datetime | None) -> Iterator[str]:
    if date < datetime(1990, 1, 1, tzinfo=UTC) or (now and date > now + timedelta(days=1)):
        yield f"{where}: {date.isoformat()} is implausible"


def html(where: str, value: str) -> Iterator[str]:
    """HTML that a reader can show anywhere: valid, without scripts, dangerous styles or relative references."""
    yield from characters(where, value)
    try:
        html5lib.HTMLParser(strict=True).parseFragment(value)
    except html5lib.html5parser.ParseError as error:
        yield f"{where}: invalid HTML ({error})"
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(value)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue  # A comment.
        if element.tag in _DANGEROUS:
            yield f"{where}: dangerous element <{element.tag}>"
        for name, content in element.attrib.items():
            yield from _attribute(f"{where}: <{element.tag} {name}>", str(name), str(content).strip())


def _attribute(where: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"{where}: an attribute that runs a script"
    if name == "style" and not all(_safe_style(part) for part in value.split(";") if part.strip()):
        yield f"{where}: dangerous style {value!r}"
    if name == "srcset":
        for candidate in re.split(r",\s+", value):
            yield from _reference(where, candidate.partition(" ")[0])
    if name in _REFERENCES and not (name == "href" and value.startswith(("mailto:", "tel:"))):
        yield from _reference(where, value)


def _reference(where: str, value: str) -> Iterator[str]:
    if not re.match(r"https?://[^/]", value, re.IGNORECASE):
        yield f"{where}: relative reference {value!r}"


def _safe_style(declaration: str) -> bool:
    name, _, value = declaration.partition(":")
    return bool(_SAFE_PROPERTY.fullmatch(name.strip().lower()) and _SAFE_VALUE.fullmatch(value))
