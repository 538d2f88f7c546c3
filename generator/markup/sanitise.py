"""Cleaning HTML with nh3 (ammonia), and telling the author what that takes away.

What passes here is parsed once more and written from that tree by the same allow-list (tree.py, writer.py), so that
a tag or an attribute would have to deceive two parsers and two filters to reach a page.
"""

from collections.abc import Iterator
from functools import cache

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.errors import Problem
from generator.markup import policy
from generator.markup.references import refused_scheme
from generator.markup.source import Source


def sanitise(html: str) -> str:
    """The HTML with only what the policy allows. Comments stay: `<!-- more -->` means something, and none is written."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    with_classes = {"a", "code", "div"}
    attributes = {
        tag: set(allowed | {"class"} if tag in with_classes else allowed)
        for tag, allowed in policy.TAGS.items()
    }
    return nh3.Cleaner(
        tags=set(policy.TAGS),
        clean_content_tags=set(policy.GONE_WITH_CONTENT),
        attributes={**attributes, "*": set(policy.GLOBAL_ATTRIBUTES)},
        url_schemes=set(policy.SCHEMES),
        strip_comments=False,
        link_rel=None,  # an author's own links need no nofollow
    )


def find_removed(html: str, source: Source) -> Iterator[Problem]:
    """A warning for each kind of thing that sanitising this HTML takes away, at the line where it first stands."""
    seen: set[str] = set()
    for node in LexborHTMLParser(f"<main>{html}</main>", is_fragment=True).root.traverse():
        ...
