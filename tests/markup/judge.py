"""An independent judge of HTML: html5lib's parser, with allow-lists of its own.

It shares no line with the room it judges: a hole would have to be made twice to go unseen.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_XHTML = "{http://www.w3.org/1999/xhtml}"
ELEMENTS = names(
    "a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption "
    "figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub "
    "summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
ATTRIBUTES = names(
    "abbr alt cite class colspan datetime decoding dir headers href hreflang id lang loading open rel reversed role "
    "rowspan scope span src start title type value"
)
ADDRESSES = {"href", "src", "cite"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ENDS = "".join(map(chr, range(0x21)))  # what browsers pass over around an address; line ends, also within

# What is wrong in these is where an author's own HTML put an element, not what a reader gets: browsers agree on it.
_HARMLESS_ERRORS = {
    "adoption-agency-1.1",
    "adoption-agency-1.2",
    "adoption-agency-1.3",
    "end-tag-too-early",
    "end-tag-too-early-named",
    "foreign-end-tag",
    "unexpected-cell-in-table-body",
    "unexpected-char-implies-table-voodoo",
    "unexpected-end-tag",
    "unexpected-end-tag-implies-table-voodoo",
    "unexpected-implied-end-tag-in-table-view",
    "unexpected-start-tag",
    "unexpected-start-tag-implies-end-tag",
    "unexpected-start-tag-implies-table-voodoo",
}


def faults(html: str) -> list[str]:
    """What is wrong with some HTML; empty if it is sound."""
    parser = html5lib.HTMLParser()
    tree = parser.parseFragment(html)
    wrong = [f"{code} at {place}" for place, code, _ in parser.errors if code not in _HARMLESS_ERRORS]
    return wrong + [fault for element in tree.iter() for fault in _faults_of(element)]


def _faults_of(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        yield "a comment"
    elif element.tag != "DOCUMENT_FRAGMENT" and element.tag.removeprefix(_XHTML) not in ELEMENTS:
        yield f"<{element.tag}>"
    for name, value in element.attrib.items():
        if name not in ATTRIBUTES:
            yield f"{element.tag} {name}={value!r}"
        if name in ADDRESSES and not is_harmless(value):
            yield f"{element.tag} {name}={value!r}"


def is_harmless(address: str) -> bool:
    """Whether an address, as a browser reads it, leads to a page, a mailbox or a telephone, and runs nothing."""
    scheme = _SCHEME.match(re.sub("[\t\n\r]", "", address.strip(_ENDS)))
    return scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:", "tel:")
