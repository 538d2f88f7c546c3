"""Every link and picture of every page leads to a page or file of the site, and every #fragment to an id there."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.checks.check import Check, Rendered
from generator.errors import Location, Problem, did_you_mean
from generator.markup import FileReference, FragmentReference, SiteReference
from generator.site import Site, SiteAddresses
from generator.urls import output_path


class _PageLinks(NamedTuple):
    """What one page refers to, as written, and the ids that it has."""

    targets: tuple[str, ...]
    ids: frozenset[str]


def broken_links(rendered: Rendered) -> Iterator[Problem]:
    """One problem for each source and target, however many pages show the link."""
    pages = {path: _read(data) for path, data in rendered.outputs.items() if path.endswith(".html")}
    lines = _lines_of_links(rendered.site)
    seen: set[tuple[str, str]] = set()
    for path, page in pages.items():
        source = rendered.sources[path]
        for target in page.targets:
            if (source, target) in seen:
                continue
            seen.add((source, target))
            message = _fault(rendered, pages, path, target)
            if message:
                at = Location(source, lines.get((source, unquote(target))))
                yield Problem(at, f"{target} {message}", _hint(rendered, target))


def _read(data: bytes) -> _PageLinks:
    from selectolax.lexbor import LexborHTMLParser  # a build with nothing to do checks nothing

    tree = LexborHTMLParser(data)
    targets: list[str] = []
    for node in tree.css("[href], [src], [srcset], [poster]"):
        attributes = node.attributes
        targets += [value for name in ("href", "src", "poster") if (value := attributes.get(name))]
        # A comma may be part of an address; only one before white space parts two of them (HTML Standard, 4.8.4.2.1).
        targets += [part.split()[0] for part in re.split(r",\s", attributes.get("srcset") or "") if part.split()]
    ids = frozenset(value for node in tree.css("[id]") if (value := node.attributes.get("id")))
    return _PageLinks(tuple(dict.fromkeys(targets)), ids)


def _fault(rendered: Rendered, pages: Mapping[str, _PageLinks], page: str, target: str) -> str:
    """What is wrong with a target as seen from a page; empty for addresses of other sites."""
    url = rendered.site.config.url
    base = url.text + page.removesuffix("index.html")
    try:
        parts = urlsplit(urljoin(base, target))
    except ValueError:
        return "is not an address."
    own = urlsplit(url.text)
    if parts.scheme not in ("http", "https") or parts.netloc != own.netloc:
        return ""
    if not parts.path.startswith(url.base_path):
        return (
            "" if target.startswith(("http://", "https://")) else f"leaves the site: its base path is {url.base_path}."
        )
    found = output_path("/" + unquote(parts.path[len(url.base_path) :]))
    if found not in rendered.outputs:
        return "is not part of the site."
    fragment = unquote(parts.fragment)
    if fragment and found in pages and fragment not in pages[found].ids:
        return f"names a place that is not on that page: there is no id {fragment!r}."
    return ""


def _hint(rendered: Rendered, target: str) -> str:
    try:
        path = unquote(urlsplit(target).path)
    except ValueError:
        return ""
    path = "/" + path.removeprefix(rendered.site.config.url.base_path).removeprefix("/")
    if output_path(path) in rendered.outputs:
        return ""  # the page is right, the place on it is not
    known = ("/" + output.removesuffix("index.html") for output in rendered.outputs)
    return did_you_mean(path, known)


def _lines_of_links(site: Site) -> Mapping[tuple[str, str], int | None]:
    """The line on which an author wrote a link, by file and address as pages show it."""
    addresses = SiteAddresses(site)
    return {
        (source, unquote(_address(reference, addresses))): reference.line
        for source, body in site.bodies
        for reference in body.references
        if isinstance(reference, SiteReference | FileReference | FragmentReference)
    }


def _address(reference: SiteReference | FileReference | FragmentReference, addresses: SiteAddresses) -> str:
    match reference:
        case SiteReference():
            return addresses.site(reference.path)
        case FileReference():
            return (addresses.file(reference.path) or "") + reference.query + reference.fragment
        case FragmentReference():
            return f"#{reference.id}"


CHECK = Check(id="broken-link", severity="error", run=broken_links)
