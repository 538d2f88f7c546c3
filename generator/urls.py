"""Addresses: slugs, paths of the site, and the same paths as a browser or a feed needs them.

A *path* here is a path of the site: it starts with `/`, is not percent-encoded and knows no base path,
such as `/stories/ein-grußwort/`. `SiteUrl` turns it into what stands in a page or a feed.
"""

import re
import unicodedata
from urllib.parse import quote, urlsplit

import msgspec

LONGEST_SLUG = 80
"""Characters, of which no more are kept than 240 bytes hold: a file name may have 255, and a suffix still fits."""

_SAFE = "/:@!$&'()*+,;=~-._"
_NOT_IN_HOSTS = re.compile(r"[<>\\^|%]")
"""The forbidden host code points (https://url.spec.whatwg.org/#forbidden-host-code-point) that urlsplit lets pass."""
_KEPT = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Mn", "Mc"))
"""Letters, numbers, and the marks that Indic and Thai words cannot do without."""
_ACCENTED = ("LATIN ", "GREEK ", "CYRILLIC ")
"""How Unicode names the letters on which a mark is an accent."""
_BREVE = "\u0306"
"""No accent in й and ў, which are consonants."""
_DROPPED = re.compile(
    "['’ʼ\u00ad\u061c\u115f\u1160\u180b-\u180f\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Apostrophes, and what cannot be seen: soft hyphens, joiners, directions, and the selectors that make a heart red."""


_DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$")) | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
"""Names that Windows keeps for devices, in every folder and with every ending
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]|[. ]$')


def slugify(text: str) -> str:
    """The last part of an address for a text: lower-case words of any script joined by hyphens.

    Empty where no letter or digit is left (a text of only emoji): see `slug_for`. A name that Windows keeps for a
    device gets a hyphen at its end, as no other slug has: Windows could not store the page.
    """
    slug = _joined_words(text)
    return f"{slug}-" if slug in _DEVICES else slug


def not_on_windows(path: str) -> str:
    """The first part of a path that Windows cannot store as the name of a file or folder; empty where it can."""
    return next((part for part in path.split("/") if _is_device(part) or _NOT_ON_WINDOWS.search(part)), "")


def _is_device(name: str) -> bool:
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


def _joined_words(text: str) -> str:
    folded = unicodedata.normalize("NFKC", _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower()))
    spaced = "".join(c if unicodedata.category(c) in _KEPT else " " for c in folded)
    words = (word for word in spaced.split() if any(map(str.isalnum, word)))
    slug = _cut(next(words, ""))
    for word in words:
        longer = f"{slug}-{word}"
        if _cut(longer) != longer:
            break
        slug = longer
    return slug


def _cut(slug: str) -> str:
    return slug[:LONGEST_SLUG].encode()[:240].decode(errors="ignore")


def slug_for(text: str, *, prefix: str) -> str:
    """A slug that is never empty: where no letter is left, the prefix and a digest of the text."""
    slug = slugify(text)
    if slug:
        return slug
    from hashlib import blake2b  # rare: only names without any letter come here

    return f"{prefix}-{blake2b(text.encode(errors='replace'), digest_size=4).hexdigest()}"


def identity(name: str) -> str:
    """What makes two spellings one name: letter case, Unicode form and runs of spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).split())


def without_accents(name: str) -> str:
    """What two spellings share that differ by accents alone: the `identity` without them.

    Accents are marks on Latin, Greek and Cyrillic letters. In other scripts a mark is a part of the word, as a vowel
    is in Hindi or Thai, and stays.
    """
    whole = identity(name)
    if whole.isascii():
        return whole
    kept, letter = [], " "
    for c in unicodedata.normalize("NFKD", whole):
        if unicodedata.category(c) != "Mn":
            letter = c
            kept.append(c)
        elif not unicodedata.name(letter, "").startswith(_ACCENTED) or (c == _BREVE and letter in "иу"):
            kept.append(c)
    return identity("".join(kept))


def web_address(text: str) -> str:
    """The text as an http or https address, or the empty string if it is none (`javascript:` never is).

    One with a user name is none either: `https://shop.example@evil.example/` reads as another host than it is.
    """
    if any(c.isspace() or not c.isprintable() for c in text):
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return ""
    plain = re.search(r"\w", host) and not _NOT_IN_HOSTS.search(parts.netloc) and "@" not in parts.netloc
    return text if parts.scheme in ("http", "https") and plain else ""


class SiteUrl(msgspec.Struct, frozen=True):
    """The full address of the site's front page, with its base path: `https://name.github.io/repo/`."""

    text: str

    @property
    def base_path(self) -> str:
        """`/` or `/repo/`: what stands between the host and the site."""
        return urlsplit(self.text).path or "/"

    @property
    def host(self) -> str:
        return urlsplit(self.text).hostname or ""

    def path(self, path: str) -> str:
        """A path of the site as an `href`: base path added, percent-encoded."""
        return self.base_path + quote_path(path.removeprefix("/"))

    def absolute(self, path: str) -> str:
        """A path of the site as a full address, for feeds, canonical links and the sitemap."""
        return self.text + quote_path(path.removeprefix("/"))


def quote_path(path: str) -> str:
    """Percent-encode a path (RFC 3986); query and fragment are not expected in it."""
    return quote(path, safe=_SAFE)


def output_path(path: str) -> str:
    """The file that answers for a path of the site: `/tags/` is `tags/index.html`, `/feed.xml` is `feed.xml`."""
    relative = path.removeprefix("/")
    return relative + "index.html" if relative.endswith("/") or not relative else relative


def stays_inside(path: str) -> bool:
    """Whether a path of the site is plain: no empty, `.` or `..` part, no backslash, no control character."""
    parts = path.removeprefix("/").removesuffix("/").split("/")
    return path.isprintable() and "\\" not in path and all(p not in ("", ".", "..") for p in parts)
