"""The estimate of work: small for what people write, and as large as it is for what they do not."""

import pytest

from generator.markup.blocks import Block
from generator.markup.effort import brackets_left_open, effort


def reach(text: str) -> float:
    return effort(Block(0, text), length=len(text), marks=0)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("[a](b) [c][d] [e]", 0),
        ("[[[", 3),
        ("[[a]", 1),
        ("\\[\\[", 0),
        ("]]][", 1),
        ("[a](b] [", 1),
        ("![a](b", 0),
    ],
)
def test_brackets_that_nothing_closes_are_counted(text: str, count: int) -> None:
    assert brackets_left_open(Block(0, text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100,
        "[a](b) " * 100,
        "[a](b 'c d') " * 100,
        "`a` " * 100,
        "<b>a</b> " * 100,
        "<https://a.example/b?c#d> " * 100,
        "<img src='a.png' alt=\"b\" /> " * 100,
        "\\[ " * 100,
        "3 < 4 & 5 > 2 " * 100,
        "[a]: b\n" * 100,
    ],
)
def test_what_is_closed_reaches_not_far(text: str) -> None:
    assert reach(text) < 3 * len(text)


@pytest.mark.parametrize(
    "unit",
    ["[", "[a](b ", "`a ``", "<a ", "<![", "# a\n", "a\n=\n", "---\n", ": a\n", "x\n[a]: b\n", "``` a\n", "<b><!---->"],
)
def test_what_is_not_closed_reaches_to_the_end(unit: str) -> None:
    once, twice = reach(unit * 500), reach(unit * 1_000)
    assert twice > 3 * once
    assert twice > len(unit) * 1_000**2 / 8


def test_a_mark_that_is_not_closed_reaches_further_in_a_longer_text() -> None:
    block = Block(0, "<a ")
    assert effort(block, length=10_000, marks=0) > 10 * effort(block, length=900, marks=0)


def test_what_is_replaced_by_longer_text_makes_the_way_longer() -> None:
    assert reach("\\# [ " * 500) > 2 * reach("a.# [ " * 500)


def test_code_in_the_row_of_a_table_is_compared_with_every_bar() -> None:
    assert reach("`a`|" * 1_000) > 1_000_000


def test_every_mark_costs_something_in_a_long_block() -> None:
    assert effort(Block(0, "a" * 10_000), length=10_000, marks=100) > 1_000
