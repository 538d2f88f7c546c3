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
    (?P<escape>\\.)
  | (?P<ticks>`+)
  | (?P<open>\[)
  | \]\((?P<target>[^()<>"'\s]*(?:[ ]+(?:"[^"\n]*"|'[^'\n]*'))?\))
  | (?P<link>\]\()
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
# Headings, rules, definitions and fences: each is cut out, and the rest of the block is read again.
_CUT = re.compile(r"^ {0,3}(?:#|: |[-=*_][-=*_ ]*$|(?P<fence>`{3}|~{3})|(?P<label>\[[^\]\n]*\]:))", re.MULTILINE)
_DEFINITION = re.compile(r" *\S.*")
_ROW = re.compile(r"^.*\|.*$", re.MULTILINE)

_CUT_WEIGHT = 0.5
_BULK_WEIGHT = 0.0025
_PLACEHOLDER = 14  # characters that stand for one mark that is done


def brackets_left_open(block: Block) -> int:
    """How many `[` of a block have no `]`."""
    depth = 0
    for match in _OPENINGS.finditer(block.text):
        if match["open"]:
            depth += 1
        elif depth and match.lastgroup in ("target", "link", "close"):
            depth -= 1
    return depth


def effort(block: Block, *, length: int, marks: int) -> float:
    """The reach of a block, in characters, in a text of some length.

    `marks` is the number of marks in the block: each, even a harmless one, makes Python-Markdown copy the block.
    """
    end = len(block.text)
    to_end_of_text = length - block.offset
    brackets = outside = tags = comments = 0
    open_brackets: list[int] = []
    runs: list[tuple[int, int]] = []
    escapes = 0
    for match in _OPENINGS.finditer(block.text):
        start = match.start()
        match match.lastgroup:
            case "open":
                open_brackets.append(start)
            case "link" | "target" | "close":
                if open_brackets:
                    brackets += start - open_brackets.pop()
                if match.lastgroup == "link":
                    brackets += end - start
            case "ticks":
                runs.append((start, match.end() - start))
            case "escape":
                escapes += 1
            case "tag":
                tags += 1
            case "comment":
                comments += 1
            case "loose":
                tags += 1
                outside += to_end_of_text - start
    brackets += sum(end - start for start in open_brackets)
    grown = 1 + _PLACEHOLDER * (escapes + len(runs)) / end  # brackets are looked for when these have been replaced
    rows = sum(row.group().count("|") * row.group().count("`") for row in _ROW.finditer(block.text))
    return (
        brackets * grown
        + outside
        + comments * tags * end
        + _reach_of_ticks(runs, end)
        + _CUT_WEIGHT * _reach_of_cuts(block.text, to_end_of_text)
        + rows
        + _BULK_WEIGHT * (marks * end + tags * length)
    )


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


def _reach_of_cuts(text: str, to_end_of_text: int) -> int:
    reach, end_of_definition = 0, -1
    for cut in _CUT.finditer(text):
        # Definitions of addresses and footnotes that follow each other, a line each, are cut out at once.
        if cut.start() != end_of_definition + 1 or not cut["label"]:
            reach += (to_end_of_text if cut["fence"] else len(text)) - cut.start()
        rest = _DEFINITION.match(text, cut.end()) if cut["label"] else None
        end_of_definition = rest.end() if rest else -2
    return reach
