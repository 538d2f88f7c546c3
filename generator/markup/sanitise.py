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

_ADDRESSES = ("href", "src", "cite")
_OUTER = {"main", *policy.TAGS}
_LONGEST_SHOWN = 40


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
        message = f"<{tag}> is not allowed in a text; it was left out with what stands in it."
        return _Removed(message, "A text may have links, images, lists, tables and the like.", written)
    message = f"<{tag[:_LONGEST_SHOWN]}> is not allowed in a text; the tag was left out."
    return _Removed(message, f"Write `<{tag[:_LONGEST_SHOWN]}>` if the characters are meant.", written)


def _removed_of(tag: str, name: str, value: str) -> Iterator[_Removed]:
    if name == "class":
        kept = policy.classes(tag, value)
        for unknown in (name for name in value.split() if name not in kept):
            message = f"the class {unknown[:_LONGEST_SHOWN]!r} of <{tag}> was left out."
            yield _Removed(message, "How a page looks is the theme's business.", (unknown,))
    elif not policy.is_allowed(tag, name):
        message = f"the attribute {name[:_LONGEST_SHOWN]!r} of <{tag}> is not allowed; it was left out."
        yield _Removed(message, "", (f"{name}=", name))
    elif name in _ADDRESSES and (refused := refused_scheme(value)):
        yield _Removed(refused.message, refused.hint, (f"({value}", value), refused.severity)
