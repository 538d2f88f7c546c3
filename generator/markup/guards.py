"""What a text may not be, so that reading it takes neither minutes nor all memory.

Python-Markdown is quick on what people write and quadratic, or worse, on what they do not: 8,000 times `[` take
11 seconds. Each guard looks for one such trap, in time linear in the text. Together they hold a text of any kind
to some two seconds; the worst texts known are in tests/markup/traps.py. Stories stay far below: they hold one mark
of Markdown in fifty characters, and meet the first two guards alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.errors import Problem
from generator.markup.blocks import Block, blocks
from generator.markup.effort import brackets_left_open, effort
from generator.markup.source import Source

LONGEST = 1_000_000
"""Bytes of UTF-8 in one body."""

MOST_OPEN_BRACKETS = 1_000
"""Opening brackets without a closing one, in one block."""

DEEPEST = 50
"""Lists and quotes within each other. Each takes up to five frames of Python's stack, which has a thousand."""

_MARKS = b"*_`[]<>&\\|#!{}~=+-:^"
_CHEAP = 3_000_000  # marks times characters: below it no text is costly, whatever its marks are
_MOST_MARKS = 40_000
_MOST_EFFORT = 3_000_000
_MOST_CELLS = 10_000
_MOST_DEFINITIONS = 100
_MOST_TERMS = 5_000
_MOST_NOTES = 1_500
_MOST_CALLS = 300

_FENCE_IT = "If this is not Markdown, put it between two lines of ```."


def find_traps(source: Source) -> tuple[Problem, ...]:
    """Why this text must not be handed to the engine, as errors; nothing if it may be read."""
    text = source.text
    problems = (*_too_long(source), *_too_deep(source))
    marks = _marks(text) + 2 * text.count("\n\n")
    lines = text.count("\n")
    long_list = lines > _MOST_DEFINITIONS and _DEFINITION.search(text) is not None
    large_table = text.count("|") * lines > _MOST_CELLS
    many_brackets = text.count("[") > MOST_OPEN_BRACKETS
    if problems or not (marks * len(text) > _CHEAP or long_list or large_table or many_brackets):
        return problems
    found = tuple(blocks(text))
    # In this order, because the later ones rely on what the earlier ones exclude.
    return next((found_by for guard in _GUARDS if (found_by := tuple(guard(source, found)))), ())


def _too_long(source: Source) -> Iterator[Problem]:
    if len(source.text) * 4 <= LONGEST:  # no character takes more than four bytes
        return
    size = len(source.text.encode())
    if size > LONGEST:
        message = f"this text is {size / 1e6:.1f} MB long, and the limit is {LONGEST / 1e6:.0f} MB."
        yield Problem(source.file, message, "Split it, or put the long part into a file and link to it.")


_NESTED = re.compile(rf"\n(?=[ \t]*(?:>|[-+*] |\d+\. ))([ \t>+*\d.-]{{{DEEPEST},}}.*)")
_RULE = re.compile(r" {0,3}(?:-(?: {0,2}-)*|\*(?: {0,2}\*)*|_(?: {0,2}_)*) *")
_OPENER = re.compile(r"( *)(?:>|(?:[-+*]|\d+\.)(?= ))")


def _too_deep(source: Source) -> Iterator[Problem]:
    for line in _NESTED.finditer(f"\n{source.text}"):
        if not _RULE.fullmatch(line[1]) and _depth(line[1]) > DEEPEST:
            message = f"this list or quotation is more than {DEEPEST} levels deep."
            yield Problem(source.at(line.start()), message, _FENCE_IT)
            return


def _depth(line: str) -> int:
    """How many lists and quotes a line opens or stands in; four spaces stand for one."""
    depth = position = 0
    line = line.expandtabs(4)
    while opener := _OPENER.match(line, position):
        depth += 1 + len(opener[1]) // 4
        position = opener.end()
    return depth


def _brackets(source: Source, found: Sequence[Block]) -> Iterator[Problem]:
    for block in found:
        if (count := brackets_left_open(block)) > MOST_OPEN_BRACKETS:
            message = f"this paragraph has {count:,} brackets [ without a closing ]."
            yield Problem(source.at(block.offset), message, rf"Write \[ for a bracket that starts no link. {_FENCE_IT}")


def _number_of_marks(source: Source, found: Sequence[Block]) -> Iterator[Problem]:
    marks = sum(_marks(block.text) + 1 for block in found)
    # Blocks, also empty ones, and fences cost as much as a few marks each.
    marks += source.text.count("\n\n") + 4 * (source.text.count("\n```") + source.text.count("\n~~~"))
    if marks > _MOST_MARKS:
        message = f"this text has {marks:,} signs of Markdown, such as * and _, and the limit is {_MOST_MARKS:,}."
        yield Problem(source.file, message, _FENCE_IT)


def _effort(source: Source, found: Sequence[Block]) -> Iterator[Problem]:
    length = len(source.text)
    efforts = [effort(block, length=length, marks=_marks(block.text)) for block in found]
    if sum(efforts) > _MOST_EFFORT:
        worst = found[efforts.index(max(efforts))]
        message = "the Markdown of this paragraph would take too long to read."
        hint = f"Close everything that you open ([, (, <, `), and split the paragraph with blank lines. {_FENCE_IT}"
        yield Problem(source.at(worst.offset), message, hint)


def _cells(source: Source, found: Sequence[Block]) -> Iterator[Problem]:
    cells = 0
    for block in found:
        lines = block.text.split("\n", 2)
        if len(lines) > 1 and not lines[1].strip("|:- "):
            cells += (lines[0].count("|") + 1) * block.text.count("\n")
        if cells > _MOST_CELLS:
            message = f"the tables of this text have more than {_MOST_CELLS:,} cells."
            hint = "Put the data into a file in the folder of this text and link to it, such as [the data](data.csv)."
            yield Problem(source.at(block.offset), message, hint)
            return


_DEFINITION = re.compile(r"^ {0,3}: ", re.MULTILINE)


def _definitions(source: Source, found: Sequence[Block]) -> Iterator[Problem]:
    if not any(_DEFINITION.search(block.text) for block in found):
        return
    for block in found:
        if len(_DEFINITION.findall(block.text)) > _MOST_DEFINITIONS:
            message = f"more than {_MOST_DEFINITIONS} definitions follow each other here without a blank line."
            yield Problem(source.at(block.offset), message, "Write a blank line before each term.")
        if block.text.count("\n") > _MOST_TERMS:
            message = f"more than {_MOST_TERMS:,} lines of terms follow each other here without a blank line."
            yield Problem(source.at(block.offset), message, "Write a blank line before each term.")


_CALL = re.compile(r"\[\^([^\]\n]*)\]")


def _notes(source: Source, found: Sequence[Block]) -> Iterator[Problem]:
    calls = Counter(label for block in found for label in _CALL.findall(block.text))
    if len(calls) > _MOST_NOTES:
        yield Problem(source.file, f"this text has more than {_MOST_NOTES:,} footnotes.", "Split the text.")
    for label, count in calls.items():
        if count > _MOST_CALLS:
            message = f"the text refers to the footnote [^{label}] more than {_MOST_CALLS} times."
            yield Problem(source.file, message, "Refer to it once, where readers first need it.")


_GUARDS: tuple[Callable[[Source, Sequence[Block]], Iterator[Problem]], ...] = (
    _brackets,
    _number_of_marks,
    _effort,
    _cells,
    _definitions,
    _notes,
)


def _marks(text: str) -> int:
    """How many marks a text has at most, by their cost.

    A line break and the number of an item are one each; of quotation marks, which only typography looks at, eight
    are one.
    """
    quotes = text.count("'") + text.count('"')
    others = sum(map(text.count, (" \n", "\t\n", ". ")))
    data = text.encode()
    return len(data) - len(data.translate(None, _MARKS)) + others + quotes // 8
