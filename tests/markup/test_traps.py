"""No text of up to a megabyte, whatever it is made of, takes long or raises."""

import time
from collections.abc import Callable

import pytest

from generator.markup import Body
from generator.markup.guards import find_traps
from generator.markup.source import Source, clean
from tests.markup.reading import body_of
from tests.markup.traps import FORMS, UNITS

LIMIT = 8.0
"""Seconds of processor time. The worst take two and most a tenth; without the guards it would be minutes. The rest is
room for slow machines: this is to catch a hang, not to measure."""

TEXTS = {repr(unit): lambda n, unit=unit: unit * (n // len(unit)) for unit in UNITS} | FORMS


def timed(text: str) -> tuple[Body, float]:
    start = time.process_time()
    return body_of(text), time.process_time() - start


def longest_that_passes(text: Callable[[int], str]) -> str:
    """The longest text of a kind, up to a megabyte, that the guards let pass: the worst of its kind."""
    low, high = 100, 1_000_000
    while high - low > low // 20:
        middle = (low + high) // 2
        passes = not find_traps(Source("content/x.md", clean(text(middle))))
        low, high = (middle, high) if passes else (low, middle)
    return text(low)


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_made_to_cost_time_does_not(kind: str) -> None:
    body, seconds = timed(TEXTS[kind](10_000))
    assert seconds < LIMIT
    assert all(problem.message and problem.hint for problem in body.problems if problem.severity == "error")


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEXTS)
def test_the_worst_text_that_is_read_does_not_take_long(kind: str) -> None:
    body, seconds = timed(longest_that_passes(TEXTS[kind]))
    assert seconds < LIMIT
    assert not any("engine cannot read" in problem.message for problem in body.problems)


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEXTS)
def test_a_megabyte_of_it_is_read_or_refused_quickly(kind: str) -> None:
    assert timed(TEXTS[kind](1_000_000))[1] < LIMIT
