"""Which HTML may stand in a page: one allow-list for every author, known or unknown.

Scripts would be held back by the content security policy anyway; but feeds are read where there is none, and a
page must not load, submit or restyle anything because of what somebody wrote. So there are no scripts, frames,
forms, styles or event handlers, nothing that loads from elsewhere, and none of the elements that make two parsers
read one text in two ways (svg, math, template, noscript, textarea, plaintext and their like). Classes are those
that Firsthand's own HTML has: how a page looks belongs to the theme.
"""

import re


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


GLOBAL_ATTRIBUTES = _names("id lang dir title")

TAGS: dict[str, frozenset[str]] = {
    **dict.fromkeys(_names("p pre h1 h2 h3 h4 h5 h6 hr br wbr div section aside"), _names("")),
    **dict.fromkeys(_names("figure figcaption ul dl dt dd summary"), _names("")),
    **dict.fromkeys(_names("em strong b i u s small mark sub sup span cite dfn abbr bdi bdo"), _names("")),
    **dict.fromkeys(_names("code kbd samp var ruby rp rt"), _names("")),
    **dict.fromkeys(_names("table caption thead tbody tfoot tr"), _names("")),
    **dict.fromkeys(_names("col colgroup"), _names("span")),
    **dict.fromkeys(_names("blockquote q"), _names("cite")),
    **dict.fromkeys(_names("del ins"), _names("cite datetime")),
    "a": _names("href hreflang rel"),
    "details": _names("open"),
    "img": _names("src alt"),
    "li": _names("value"),
    "ol": _names("start reversed type"),
    "td": _names("colspan rowspan headers align"),
    "th": _names("colspan rowspan headers align scope abbr"),
    "time": _names("datetime"),
}
"""The elements, each with the attributes it may have beside the global ones."""

BLOCKS = _names(
    "p pre h1 h2 h3 h4 h5 h6 blockquote figure figcaption section aside div ul ol li dl dt dd table caption "
    "thead tbody tfoot tr td th details summary hr"
)
"""The elements that stand on lines of their own."""

VOID = _names("br col hr img wbr")
"""The elements without an end tag."""

GONE_WITH_CONTENT = _names(
    "applet audio canvas embed frame frameset iframe math noembed noframes noscript object plaintext "
    "script select style svg template textarea title video xmp"
)
"""What stands in these is not text for readers. Of any other element that is not allowed, the text stays."""

SCHEMES = _names("http https mailto tel")
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
