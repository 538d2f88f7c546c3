"""How much work a text makes for Python-Markdown, estimated in linear time.

An opening mark (`[`, `](`, a run of backticks, `<`) makes it look for the closing one, and where there is none, it
looks to the end of the block or of the text. The *reach* of a text is the number of characters looked through so:
a few thousand in any story, some hundred million in a text made of `[`. The weights come from timing: a unit of
reach takes some 0.1 to 0.3 microseconds.
"""

import re
from collections.abc import Sequence

from generator.markup.blocks import Block

_OPENINGS = re.compile(
    r"""
    \\.                                                             # an escaped mark opens nothing
  | (?P<ticks>`+)
  | (?P<open>\[)
  | (?P<link>\]\((?P<target>[^()<>"'\s]*(?:[ ]+(?:"[^"\n]*"|'[^'\n]*'))?\))?)
  | (?P<close>\])
  | <(?:
        (?P<tag>/?[A-Za-z][\w-]*(?:\s+[\w:.-]+(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)*\s*/?>   # a tag
          |[A-Za-z][\w+.-]*:[^\s<>"'`]*>|[^\s<>"'`]+@[^\s<>"'`]+>)                                # an address
      | (?P<comment>!--[^<>]*-->)
      | (?P<loose>[A-Za-z/!?])
    )
    """,
    re.VERBOSE | re.DOTALL,
)
# Headings, rules, definitions: each is cut out, and the rest of the block is read again.
_CUTS = re.compile(r"^ {0,3}(?:#|: |[-=*_][-=*_ ]*$|`{3}|~{3})", re.MULTILINE)
_ROW = re.compile(r"^.*\|.*$", re.MULTILINE)

_CUT_WEIGHT = 0.5
_BULK_WEIGHT = 0.0025


def brackets_left_open(block: Block) -> int:
    """How many `[` of a block have no `]`."""
    depth = 0
    for match in _OPENINGS.finditer(block.text):
        if match["open"]:
            depth += 1
        elif depth and (match["link"] or match["close"]):
            depth -= 1
    return depth


def effort(block: Block, *, length: int, marks: int) -> float:
    """The reach of a block, in characters, in a text of some length.

    `marks` is the number of marks in the block: each, even a harmless one, makes Python-Markdown copy the block.
    """
    end = len(block.text)
    to_end_of_text = length - block.offset
    reach = 0.0
    open_brackets: list[int] = []
    runs: list[tuple[int, int]] = []
    tags = comments = 0
    for match in _OPENINGS.finditer(block.text):
        start = match.start()
        if match["open"]:
            open_brackets.append(start)
        elif match["ticks"]:
            runs.append((start, len(match["ticks"])))
        elif match["link"] or match["close"]:
            if open_brackets:
                reach += start - open_brackets.pop()
            if match["link"] and not match["target"]:
                reach += end - start
        elif match["loose"]:
            reach += to_end_of_text - start
            tags += 1
        elif match["tag"]:
            tags += 1
        elif match["comment"]:
            comments += 1
    reach += sum(end - start for start in open_brackets)
    reach += _reach_of_ticks(runs, end)
    reach += comments * tags * end
    reach += _CUT_WEIGHT * sum(
        (to_end_of_text if cut.group().endswith(("`", "~")) else end) - cut.start()
        for cut in _CUTS.finditer(block.text)
    )
    reach += sum(row.group().count("|") * row.group().count("`") for row in _ROW.finditer(block.text))
    return reach + _BULK_WEIGHT * (marks * end + tags * length)


def _reach_of_ticks(runs: Sequence[tuple[int, int]], end: int) -> int:
    """How far it is from each run of backticks, given as start and length, to the one that closes it.

    After a run that nothing closes Python-Markdown goes on in the middle of the next one, so that from there on
    each may be looked for to the end.
    """
    next_of_length: dict[int, int] = {}
    closing = [-1] * len(runs)
    for index in reversed(range(len(runs))):
        closing[index] = next_of_length.get(runs[index][1], -1)
        next_of_length[runs[index][1]] = index
    reach = index = 0
    while index < len(runs):
        if closing[index] < 0:
            return reach + sum(end - start for start, _ in runs[index:])
        reach += runs[closing[index]][0] - runs[index][0]
        index = closing[index] + 1
    return reach
