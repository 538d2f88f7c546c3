"""Every link and picture of every page leads to a page or file of the site, and every #fragment to an id there."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.checks.check import Check, Rendered
from generator.errors import Location, Problem, nearest
from generator.markup import ExternalLink, FileReference, FragmentReference, SiteReference
from generator.markup.references import as_target
from generator.quoting import quoted
from generator.site import Site, SiteAddresses
from generator.urls import output_path

_Link = SiteReference | FileReference | FragmentReference | ExternalLink


class _PageLinks(NamedTuple):
    """What one page refers to, as written, and the ids that it has."""

    targets: tuple[str, ...]
    ids: frozenset[str]


class _Written(NamedTuple):
    """A link as its author wrote it, with its line."""

    target: str
    line: int | None


class _Fault(NamedTuple):
    """What is wrong with a link, said of the link, and what to do."""

    message: str
    hint: str = ""


def broken_links(rendered: Rendered) -> Iterator[Problem]:
    """One problem for each source and target, however many pages show the link."""
    pages = {path: _read(data) for path, data in rendered.outputs.items() if path.endswith(".html")}
    links = _written_links(rendered.site)
    seen: set[tuple[str, str]] = set()
    for path, page in pages.items():
        source = rendered.sources[path]
        for target in page.targets:
            if (source, target) in seen:
                continue
            seen.add((source, target))
            written = links.get((source, unquote(target)), _Written(target, None))
            if fault := _fault(rendered, pages, path, target, written.target):
                message = f"{quoted(written.target)} {fault.message}"
                yield Problem(Location(source, written.line), message, fault.hint)


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


def _fault(rendered: Rendered, pages: Mapping[str, _PageLinks], page: str, target: str, written: str) -> _Fault | None:
    """What is wrong with a target as seen from a page; nothing for addresses of other sites."""
    url = rendered.site.config.url
    base = url.text + page.removesuffix("index.html")
    try:
        parts = urlsplit(urljoin(base, target))
    except ValueError:
        return _Fault("is not a web address.", "Write it in full, such as https://example.org/page/.")
    own = urlsplit(url.text)
    if parts.scheme not in ("http", "https") or parts.netloc != own.netloc:
        return None
    if not parts.path.startswith(url.base_path):
        if target.startswith(("http://", "https://")):
            return None
        hint = f"In a template, write {{{{ path('{target}') }}}}." if target.startswith("/") else ""
        return _Fault(f"leads out of the site: its addresses start with {url.base_path}.", hint)
    path = "/" + unquote(parts.path[len(url.base_path) :])
    found = output_path(path)
    if found not in rendered.outputs:
        return _Fault("leads to no page or file of this site.", _address_hint(rendered, path, written))
    fragment = unquote(parts.fragment)
    if fragment and found in pages and fragment not in pages[found].ids:
        return _Fault("names a heading that is not on that page.", _id_hint(pages[found].ids, fragment))
    return None


def _address_hint(rendered: Rendered, path: str, written: str) -> str:
    """The address that is probably meant, as a text can name it."""
    base = rendered.site.config.url.base_path
    if base != "/" and written.startswith(base) and output_path("/" + written.removeprefix(base)) in rendered.outputs:
        return f"Write '/{written.removeprefix(base)}': Firsthand adds {base} itself."
    plain = re.sub(r"^/(content/)?(static|pages)/", "/", path)
    if plain != path and output_path(plain) in rendered.outputs:
        return f"Write '{as_target(plain)}'."
    near = nearest(path, ("/" + output.removesuffix("index.html") for output in rendered.outputs))
    return f"Did you mean '{as_target(near)}'?" if near else ""


def _id_hint(ids: frozenset[str], fragment: str) -> str:
    near = nearest(fragment, sorted(id_ for id_ in ids if not id_.startswith("_")))
    return f"Did you mean '#{near}'?" if near else "The heading 'Two weeks later', for example, is #two-weeks-later."


def _written_links(site: Site) -> Mapping[tuple[str, str], _Written]:
    """Each link that an author wrote, by file and address as pages show it."""
    addresses = SiteAddresses(site)
    links = [
        ((source, unquote(_address(reference, addresses))), _Written(_target(reference), reference.line))
        for source, body in site.bodies
        for reference in (*body.references, *body.links)
        if isinstance(reference, SiteReference | FileReference | FragmentReference | ExternalLink)
    ]
    return dict(reversed(links))  # of two that are the same, the first one counts


def _target(reference: _Link) -> str:
    match reference:
        case SiteReference():
            return reference.path
        case FileReference():
            return f"content/{reference.path}{reference.query}{reference.fragment}"
        case FragmentReference():
            return f"#{reference.id}"
        case ExternalLink():
            return reference.address


def _address(reference: _Link, addresses: SiteAddresses) -> str:
    match reference:
        case SiteReference():
            return addresses.site(reference.path)
        case FileReference():
            return (addresses.file(reference.path) or "") + reference.query + reference.fragment
        case FragmentReference():
            return f"#{reference.id}"
        case ExternalLink():
            return reference.address


CHECK = Check(id="broken-link", severity="error", run=broken_links)
