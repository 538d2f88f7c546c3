"""Built pages as a browser reads them: parsed by html5lib, which shares no code with Firsthand."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib

from tests.sites import SiteUnderTest


class PageRead(NamedTuple):
    """What a page says: its title, its headings of the first level, all its text, and the elements it is made of."""

    title: str
    headings: tuple[str, ...]
    text: str
    elements: tuple[Element, ...]

    def attributes(self, *names: str) -> list[str]:
        """The values of some attributes, in the order of the page."""
        return [value for element in self.elements for name in names if (value := element.get(name)) is not None]

    def marked(self, name: str) -> list[Element]:
        """The elements that have a class, in the order of the page."""
        return [element for element in self.elements if name in element.get("class", "").split()]

    def said(self, name: str) -> list[str]:
        """The words of those elements."""
        return [words_of(element) for element in self.marked(name)]

    def by_id(self, id_: str) -> Element:
        """The one element that has an id."""
        (found,) = (element for element in self.elements if element.get("id") == id_)
        return found

    @property
    def runs(self) -> list[str]:
        """The scripts that a browser would run; data for machines (JSON-LD) is none."""
        scripts = [element for element in self.elements if element.tag == "script"]
        return [words_of(script) for script in scripts if script.get("type") != "application/ld+json"]


def parse_page(html: str) -> PageRead:
    """Parse a whole document."""
    root: Element = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    elements = tuple(element for element in root.iter() if isinstance(element.tag, str))
    titles = [words_of(element) for element in elements if element.tag == "title"]
    headings = tuple(words_of(element) for element in elements if element.tag == "h1")
    return PageRead(titles[0] if titles else "", headings, words_of(root), elements)


def read_page(site: SiteUnderTest, path: str) -> PageRead:
    """Read one built page, `stories/kettle/index.html`."""
    return parse_page(site.read(path))


def words_of(element: Element) -> str:
    """The words of an element, as one line."""
    return " ".join("".join(element.itertext()).split())
