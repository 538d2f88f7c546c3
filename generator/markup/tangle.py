"""How far HTML is from being well nested, estimated before a parser takes it up.

Where tags are not closed, or not in order, a parser opens them anew in every later block (HTML Standard,
section 13.2.4.3): 1,000 times `<b id=…>` and 1,000 times `<p>` make a million elements.
"""

import re
from collections import Counter

from generator.errors import Problem
from generator.markup import policy
from generator.markup.source import Source

_TAG = re.compile(
    r"""
    <(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)
     (?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))?)*+\s*/?>
  | <!--(?!-?>)[^-]*+(?:-(?!-)[^-]*+)*+-->
  | (?P<other><)
    """,
    re.VERBOSE,
)

_FEW_TAGS = 400
_MOST = 300_000
"""Elements that a parser may have to make up. A second takes it a million."""


def find_tangle(html: str, source: Source) -> tuple[Problem, ...]:
    """Why this HTML must not be handed to a parser, as an error; nothing if it may be."""
    if html.count("<") < _FEW_TAGS or _elements_made_up(html) <= _MOST:
        return ()
    message = "too many HTML tags in this text are not closed, or are closed in the wrong order."
    return (Problem(source.file, message, "Close every tag that you open, the last one first."),)


def _elements_made_up(html: str) -> int:
    """The most elements that a parser may make of nothing: each open tag again for each that follows."""
    open_tags: list[str] = []
    count_open: Counter[str] = Counter()
    tags = mistakes = deepest = 0
    for tag in _TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if tag["other"] or name in policy.GONE_WITH_CONTENT:
            mistakes += 1  # what follows may not be the tags that it seems to be
        if not name or name in policy.VOID:
            continue
        tags += 1
        if not tag["end"]:
            open_tags.append(name)
            count_open[name] += 1
            deepest = max(deepest, len(open_tags))
            continue
        mistakes += open_tags[-1:] != [name]
        while count_open[name] and (closed := open_tags.pop()):
            count_open[closed] -= 1
            if closed == name:
                break
    return (mistakes + len(open_tags) + deepest) * tags
