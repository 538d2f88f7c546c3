"""Cleaning HTML with nh3 (ammonia), and telling the author what that takes away.

What passes here is parsed once more and written from that tree by the same allow-list (tree.py), so that markup
would have to deceive two parsers and two filters to reach a page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import nh3
from selectolax.lexbor import LexborHTMLParser

from generator.errors import Location, Problem, Severity
from generator.markup import policy
from generator.markup.references import refused_scheme
from generator.markup.source import Source
from generator.quoting import quoted

_ADDRESSES = ("href", "src", "cite")
_OUTER = {"main", *policy.TAGS}
_LONGEST_SHOWN = 40

_THEME_DECIDES = "The theme decides how a page looks."
_NO_SCRIPTS = "Pages run no scripts."
_INSTEAD_OF = {
    **dict.fromkeys(("script", "noscript", "template"), _NO_SCRIPTS),
    **dict.fromkeys(
        ("applet", "audio", "embed", "frame", "frameset", "iframe", "object", "video"),
        "Write a link instead, such as [Watch the video](https://example.org/video).",
    ),
    "style": _THEME_DECIDES,
    "svg": "Save the drawing as a file in the folder of this text and show it: ![A kettle](kettle.svg).",
}
"""What to do about an element that is left out with everything in it."""


def sanitise(html: str) -> str:
    """The HTML with only what the policy allows, and its comments: `<!-- more -->` has a meaning; none is written."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(policy.TAGS),
        clean_content_tags=set(policy.GONE_WITH_CONTENT),
        attributes={
            "*": set(policy.GLOBAL_ATTRIBUTES),
            **{tag: {*allowed, "class"} for tag, allowed in policy.TAGS.items()},
        },
        url_schemes=set(policy.SCHEMES),
        strip_comments=False,
        link_rel=None,  # nh3 would mark every link, also an author's own
    )


@dataclass(frozen=True)
class _Removed:
    message: str
    hint: str
    written: tuple[str, ...]
    """How it may be written in the text, to find its line; the likeliest first."""
    severity: Severity = "warning"


# An address that starts with a scheme, other than the usual ones; it may be written with character references.
_SCHEMES = tuple(re.compile(rf'{name}="(?!https?:|mailto:|#)[^"/?]*[:&]') for name in ("href", "src"))


def find_removed(html: str, source: Source) -> Iterator[Problem]:
    """What sanitising this HTML takes away, each kind once, at the line where it first stands."""
    by_hand = "<" in source.text or "{" in source.text
    if not by_hand and not any(scheme.search(html) for scheme in _SCHEMES):
        return  # as in most texts: Python-Markdown itself writes nothing that is not allowed
    kinds = {removed.message: removed for removed in _all_removed(html)}
    for removed in kinds.values():
        line = next((line for words in removed.written if (line := source.line_of(words))), None)
        yield Problem(Location(source.path, line), removed.message, removed.hint, removed.severity)


def _all_removed(html: str) -> Iterator[_Removed]:
    root = LexborHTMLParser(f"<main>{html}</main>", is_fragment=True).root
    for node in root.traverse() if root else ():
        tag = node.tag or ""
        if tag in policy.TAGS:
            for name, value in node.attributes.items():
                yield from _removed_of(tag, name, value or "")
        elif tag != "main" and not tag.startswith("-") and node.parent and node.parent.tag in _OUTER:
            yield _removed_element(tag)


def _removed_element(tag: str) -> _Removed:
    written = (f"<{tag}", f"<{tag.upper()}")
    if tag in policy.GONE_WITH_CONTENT:
        message = f"<{tag}> is not allowed in a text, so it is left out with everything in it."
        return _Removed(message, _INSTEAD_OF.get(tag, "Write it in Markdown, or delete it."), written)
    message = f"the tag <{tag[:_LONGEST_SHOWN]}> is not allowed in a text, so it is left out."
    return _Removed(message, f"To show it as it is, write it in backticks: `<{tag[:_LONGEST_SHOWN]}>`.", written)


def _without_attribute(tag: str, name: str) -> str:
    if name.startswith("on"):
        return _NO_SCRIPTS
    if tag == "img" and name in ("width", "height", "sizes", "srcset", "loading"):
        return "Delete it: Firsthand writes the size of every picture itself."
    return (
        _THEME_DECIDES if name in ("style", "align", "bgcolor", "border", "color", "width", "height") else "Delete it."
    )


def _removed_of(tag: str, name: str, value: str) -> Iterator[_Removed]:
    if name == "class":
        kept = policy.classes(tag, value)
        for unknown in (name for name in value.split() if name not in kept):
            message = f"the class {quoted(unknown)} of <{tag}> is left out."
            yield _Removed(message, _THEME_DECIDES, (unknown,))
    elif not policy.is_allowed(tag, name):
        message = f"the attribute {quoted(name)} of <{tag}> is not allowed, so it is left out."
        yield _Removed(message, _without_attribute(tag, name), (f"{name}=", name))
    elif name in _ADDRESSES and (refused := refused_scheme(value)):
        yield _Removed(refused.message, refused.hint, (f"({value}", value), refused.severity)
