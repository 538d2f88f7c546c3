"""Addresses in feeds: a reader opens them far from the site, so each must be whole by itself."""

import re
from html.parser import HTMLParser
from urllib.parse import quote

# What RFC 3986 lets stand in a path, a query or a fragment; "%" so that what is encoded stays as it is.
_SAFE = "%/:?#@!$&'()*+,;=~"
_ABSOLUTE = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
# A link may also lead to a mailbox or a telephone: neither depends on where the text is read.
_CONTACT = re.compile(r"(mailto|tel):\S", re.IGNORECASE)
_ONE_ADDRESS = frozenset({"action", "background", "cite", "data", "formaction", "longdesc", "poster", "src"})
_CANDIDATES = frozenset({"imagesrcset", "srcset"})


def ascii_address(address: str) -> str:
    """The same address as a URI (RFC 3986): an IRI's host in punycode, all else percent-encoded.

    RSS and most readers know no IRIs. Doing it twice changes nothing.
    """
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{quote(scheme, safe=_SAFE)}{mark}{_ascii_host(host)}{slash}{quote(path, safe=_SAFE)}"


def relative_addresses(html: str) -> tuple[str, ...]:
    """Every address in the HTML that a feed must not carry, in order of appearance, each once.

    That is whatever is not a full http or https address, `#note` and `//host/` included, in href, src, srcset,
    poster, cite and the rarer attributes of their kind. Only `href` may also hold `mailto:` and `tel:`.
    """
    reader = _AddressReader()
    reader.feed(html)
    reader.close()
    return tuple(dict.fromkeys(reader.relative))


def _ascii_host(host: str) -> str:
    if not host.isascii():
        try:
            return host.encode("idna").decode("ascii")
        except UnicodeError:
            pass  # Not a name that IDNA knows: percent-encoded below, so that it is at least a URI.
    return quote(host, safe=_SAFE + "[]")


class _AddressReader(HTMLParser):
    """Collects the addresses in `relative` while tags go by."""

    def __init__(self) -> None:
        super().__init__()
        self.relative: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            for address in _addresses(name, value or ""):
                if not (_ABSOLUTE.match(address) or (name == "href" and _CONTACT.match(address))):
                    self.relative.append(address)


def _addresses(attribute: str, value: str) -> tuple[str, ...]:
    """The addresses an attribute holds; a srcset holds several, each with an optional width or density."""
    if attribute == "href" or attribute in _ONE_ADDRESS:
        return (value.strip(),)
    if attribute in _CANDIDATES:
        # A comma may be part of an address; only one followed by white space, or at the end, parts candidates.
        return tuple(part.split()[0] for part in re.split(r",\s+|,$", value) if part.strip())
    return ()
