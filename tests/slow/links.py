"""Do the links of a built tree lead anywhere? Answered from the files alone; shares no code with Firsthand's own check."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

_FROM_FEEDS = ("link", "guid", "id", "url", "comments", "docs", "logo", "icon", "loc")


class Tree(NamedTuple):
    """A built site: its files, the address it is made for, and the ids of its pages as they are asked for."""

    files: Mapping[str, bytes]
    address: str
    ids: dict[str, frozenset[str]]

    def fault(self, target: str, *, base: str) -> str:
        """What is wrong with a target seen from an address; empty for one that leads somewhere, or to other sites."""
        written, site = urlsplit(target), urlsplit(self.address)
        found = urlsplit(urljoin(base, target))
        if found.scheme not in ("http", "https") or found.netloc != site.netloc:
            return ""
        if not found.path.startswith(site.path):
            return "" if written.netloc else "leaves the site"
        path = unquote(found.path.removeprefix(site.path))
        path += "index.html" if path.endswith("/") or not path else ""
        if path not in self.files:
            return "is not in the tree"
        if found.fragment and unquote(found.fragment) not in self._ids_of(path):
            return "names an id that is not there"
        return ""

    def _ids_of(self, path: str) -> frozenset[str]:
        if path not in self.ids:
            elements = html.document_fromstring(self.files[path]).iter(etree.Element)
            self.ids[path] = frozenset(found for element in elements if (found := str(element.get("id") or "")))
        return self.ids[path]


def broken_links(files: Mapping[str, bytes], address: str) -> list[str]:
    """Each link of each page, feed and index that leads nowhere, and each of a feed that is not absolute."""
    tree = Tree(files, address, {})
    return [f"{path}: {fault}" for path, data in files.items() for fault in _faults(tree, path, data)]


def _faults(tree: Tree, path: str, data: bytes) -> Iterator[str]:
    if path.endswith(".html"):
        base = tree.address + path.removesuffix("index.html")
        for target in targets(html.document_fromstring(data)):
            if fault := tree.fault(target, base=base):
                yield f"{target} {fault}"
    elif path.endswith((".xml", ".opml", "feed.json", "robots.txt")):
        for target in _of_a_feed(path, data):
            if not urlsplit(target).scheme:
                yield f"{target} is not absolute"
            elif fault := tree.fault(target, base=tree.address):
                yield f"{target} {fault}"


def targets(root: html.HtmlElement) -> Iterator[str]:
    """Everything that a browser may follow or load."""
    for element in root.iter(etree.Element):
        for name, value in element.items():
            if name in ("href", "src", "poster", "cite", "action", "data"):
                yield str(value)
            elif name == "srcset":
                yield from (part.split()[0] for part in str(value).split(","))
        if element.get("http-equiv") == "refresh":
            yield str(element.get("content")).partition("url=")[2]
        if element.get("property") in ("og:url", "og:image"):
            yield str(element.get("content"))


def _of_a_feed(path: str, data: bytes) -> Iterator[str]:
    if path.endswith("feed.json"):
        yield from _of_json(json.loads(data))
    elif path == "robots.txt":
        yield data.decode().partition("Sitemap: ")[2].strip()
    else:
        yield from _of_xml(etree.fromstring(data))


def _of_json(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _of_json(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner, key)
    elif isinstance(value, str) and key == "content_html":
        yield from targets(html.fragment_fromstring(value, create_parent="div"))
    elif isinstance(value, str) and key in ("url", "home_page_url", "feed_url", "image", "icon", "external_url"):
        yield value


def _of_xml(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        for attribute, value in element.items():
            if attribute in ("href", "url", "xmlUrl", "htmlUrl", "src", "uri"):
                yield str(value)
        text = (element.text or "").strip()
        if name in _FROM_FEEDS and text and element.get("isPermaLink") != "false":
            yield text
        if name in ("encoded", "content", "description", "summary") and text.startswith("<"):
            yield from targets(html.fragment_fromstring(text, create_parent="div"))
