"""An independent judge of everything that a site publishes: what may stand in a page of counter, and in a feed.

It is told the theme's own elements and attributes, and of texts it takes what `tests/markup/judge.py` takes. Whatever
else stands in an output came from somebody's text.
"""

import json
import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from lxml import etree

from tests.markup.judge import ADDRESSES, ATTRIBUTES, ELEMENTS, faults, is_harmless, names
from tests.reading import parse_page

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = (
    ELEMENTS
    | names("html head body header main footer nav article title meta link script data picture source")
    | {f"{_SVG}{name}" for name in ("svg", "path", "defs", "pattern", "rect", "text", "line")}
)
_ATTRIBUTES = ATTRIBUTES | names(
    "charset content name property http-equiv media viewBox width height d srcset sizes "
    "aria-hidden aria-label aria-labelledby aria-current role x y x1 x2 y1 y2 fill patternUnits patternTransform"
)
_DRAWINGS = ({"path"}, {"defs"}, {"rect"}, {"rect", "text", "line"})
"""What stands in the theme's own drawings: its sign, the textures of charts, a bar, a chart of years."""
_FILL = re.compile(r"url\(#_(mixed|bad)\)")
_REFRESH = re.compile(r"0; url=/[^;\"'<>\s]*")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_LEADING = frozenset(("url", "item", "image", "isBasedOn", "external_url", "home_page_url", "feed_url", "icon"))
"""The keys of JSON-LD and JSON Feed that hold addresses."""
_ATOM = "{http://www.w3.org/2005/Atom}"


def published_faults(tree: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What is wrong with each page and feed of a tree, by its path; empty for a sound one."""
    found = {path: list(_faults(path, data)) for path, data in tree.items()}
    return {path: wrong for path, wrong in found.items() if wrong}


def _faults(path: str, data: bytes) -> Iterator[str]:
    if path.endswith(".html"):
        yield from page_faults(data.decode())
    elif path.endswith(".json"):
        yield from _json_faults(data)
    elif path.endswith((".xml", ".opml")):
        yield from _xml_faults(data)


def page_faults(html: str) -> Iterator[str]:
    """What is wrong with a whole page."""
    page = parse_page(html)
    for element in page.elements:
        yield from _element_faults(element)
    scripts = [element for element in page.elements if element.tag == "script"]
    if len(scripts) > 1 or any(dict(script.attrib) != {"type": "application/ld+json"} for script in scripts):
        yield f"{len(scripts)} scripts: {[dict(script.attrib) for script in scripts]}"
    for script in scripts:
        yield from _json_ld_faults(script.text or "")
    if len([element for element in page.elements if element.tag == "main"]) > 1:
        yield "two main texts"
    policies = [e for e in page.elements if e.get("http-equiv") == "Content-Security-Policy"]
    refreshes = [e.get("content", "") for e in page.elements if e.get("http-equiv") == "refresh"]
    if not (len(policies) == 1 and not refreshes) and not (len(refreshes) == 1 and _REFRESH.fullmatch(refreshes[0])):
        yield f"{len(policies)} policies, refreshed to {refreshes}"


def _element_faults(element: Element) -> Iterator[str]:
    if element.tag not in _ELEMENTS:
        yield f"<{element.tag}>"
    for name, value in element.attrib.items():
        if name not in _ATTRIBUTES:
            yield f"<{element.tag} {name}={value!r}>"
        if name in (*ADDRESSES, "srcset", "action", "formaction", "data", "poster", "ping") and not is_harmless(value):
            yield f"<{element.tag} {name}={value!r}>"
    if element.tag == "link" and element.get("rel") not in ("canonical", "stylesheet", "icon", "alternate"):
        yield f"<link rel={element.get('rel')!r}>"
    if element.tag == "meta" and element.get("http-equiv") not in (None, "Content-Security-Policy", "refresh"):
        yield f"<meta http-equiv={element.get('http-equiv')!r}>"
    if element.tag == f"{_SVG}svg" and {child.tag.removeprefix(_SVG) for child in element} not in _DRAWINGS:
        yield "an svg that is none of the theme's"
    if not _FILL.fullmatch(element.get("fill", "url(#_bad)")):
        yield f"<{element.tag} fill={element.get('fill')!r}>"


def _json_ld_faults(text: str) -> Iterator[str]:
    try:
        graph = json.loads(text)["@graph"]
    except (ValueError, KeyError) as error:
        yield f"JSON-LD: {error}"
        return
    if not {thing["@type"] for thing in graph} <= {"BlogPosting", "Review", "BreadcrumbList"}:
        yield f"JSON-LD of {[thing['@type'] for thing in graph]}"
    yield from (f"JSON-LD: {address!r}" for address in _addresses(graph) if not _is_web(address))


def _addresses(value: object) -> Iterator[str]:
    """Every address in JSON-LD or a JSON Feed, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from _addresses(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in _LEADING:
                yield from (one for one in (item if isinstance(item, list) else [item]) if isinstance(one, str))
            yield from _addresses(item)


def _json_faults(data: bytes) -> Iterator[str]:
    feed = json.loads(data)
    for item in feed["items"]:
        yield from faults(item.get("content_html", ""))
    yield from (f"JSON Feed: {address!r}" for address in _addresses(feed) if not _is_web(address))


def _xml_faults(data: bytes) -> Iterator[str]:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield f"{element}"
            continue
        text = element.text or ""
        if element.tag in (_CONTENT, f"{_ATOM}content"):
            yield from faults(text)
        if element.tag == "description" and root.find("channel/description") is not element:
            yield from faults(text)
        if element.tag in ("link", "url", f"{_ATOM}uri", "loc", f"{_ATOM}logo") and not _is_web(text or "https://"):
            yield f"<{element.tag}> {text!r}"
        for name in ("href", "url", "xmlUrl", "htmlUrl"):
            if not _is_web(element.get(name, "https://")):
                yield f"<{element.tag} {name}={element.get(name)!r}>"


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://"))
