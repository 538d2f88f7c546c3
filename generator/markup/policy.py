"""Which HTML may stand in a page: one allow-list for every author, known or unknown.

Scripts would be held back by the content security policy anyway; but feeds are read where there is none, and a
page must not load, submit or restyle anything because of what somebody wrote. So there are no scripts, frames,
forms, styles or event handlers, nothing that loads from elsewhere, and none of the elements that make two parsers
read one text in two ways (svg, math, template, noscript, textarea, plaintext and their like). Classes are those
that Firsthand's own HTML has: how a page looks belongs to the theme.
"""

import re

GLOBAL_ATTRIBUTES = frozenset({"id", "lang", "dir", "title"})

TAGS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "hr", "br", "wbr"), frozenset()),
    **dict.fromkeys(("figure", "figcaption", "section", "aside", "ul", "dl", "dt", "dd"), frozenset()),
    **dict.fromkeys(("em", "strong", "b", "i", "u", "s", "small", "mark", "sub", "sup", "span"), frozenset()),
    **dict.fromkeys(("code", "kbd", "samp", "var", "cite", "dfn", "abbr", "bdi", "bdo"), frozenset()),
    **dict.fromkeys(("ruby", "rp", "rt", "table", "caption", "thead", "tbody", "tfoot", "tr"), frozenset()),
    **dict.fromkeys(("blockquote", "q"), frozenset({"cite"})),
    **dict.fromkeys(("del", "ins"), frozenset({"cite", "datetime"})),
    **dict.fromkeys(("col", "colgroup"), frozenset({"span"})),
    "a": frozenset({"href", "hreflang", "rel"}),
    "details": frozenset({"open"}),
    "div": frozenset(),
    "img": frozenset({"src", "alt"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "summary": frozenset(),
    "td": frozenset({"colspan", "rowspan", "headers", "align"}),
    "th": frozenset({"colspan", "rowspan", "headers", "align", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
}
"""The elements, each with the attributes it may have beside the global ones."""

BLOCKS = frozenset(
    "p pre h1 h2 h3 h4 h5 h6 blockquote figure figcaption section aside div ul ol li dl dt dd table caption "
    "thead tbody tfoot tr td th details summary hr".split()
)
"""The elements that stand on lines of their own."""

VOID = frozenset({"br", "col", "hr", "img", "wbr"})
"""The elements without an end tag."""

GONE_WITH_CONTENT = frozenset(
    "applet audio canvas embed frame frameset iframe math noembed noframes noscript object plaintext "
    "script select style svg template textarea title video xmp".split()
)
"""What stands in these is not text for readers. Of any other element that is not allowed, the text stays."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What an address may start with; see also references.py for addresses without a scheme."""

_CLASSES = {
    "a": re.compile("footnote-ref|footnote-backref"),
    "code": re.compile(r"language-[\w#.+-]+"),
    "div": re.compile("footnote"),
}
_ALIGNMENTS = {"left": "align-left", "center": "align-center", "right": "align-right"}


def is_allowed(tag: str, attribute: str) -> bool:
    """Whether an element may have an attribute, class apart."""
    return attribute in GLOBAL_ATTRIBUTES or attribute in TAGS[tag]


def classes(tag: str, value: str) -> tuple[str, ...]:
    """Those classes of an element that it may have."""
    pattern = _CLASSES.get(tag)
    return tuple(name for name in value.split() if pattern.fullmatch(name)) if pattern else ()


def alignment_class(value: str) -> str:
    """The class for a table cell's alignment, or the empty string."""
    return _ALIGNMENTS.get(value.strip().lower(), "")
