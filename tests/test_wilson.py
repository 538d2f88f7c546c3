"""Wilson's interval: the published numbers, the equation that defines it, and the orders that go by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record import Record, Z, best_served, wilson, worst_served

COUNTS = st.integers(1, 100_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
RECORDS = st.builds(Record, *[st.integers(0, 300)] * 4)


@pytest.mark.parametrize(
    ("count", "of", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_bounds_are_those_that_newcombe_published(count: int, of: int, lower: float, upper: float) -> None:
    """Statistics in Medicine 17 (1998), table I, method 3: to four places."""
    assert tuple(round(bound, 4) for bound in wilson(count, of)) == (lower, upper)


@pytest.mark.parametrize("of", [1, 2, 5, 20, 1000])
def test_where_all_or_none_speak_for_it_the_far_bound_has_a_form_of_its_own(of: int) -> None:
    """With a count of 0 the equation is linear: p = Z² / (n + Z²)."""
    none, all_ = wilson(0, of), wilson(of, of)
    assert (none.lower, all_.upper) == (0.0, 1.0)
    assert none.upper == pytest.approx(Z * Z / (of + Z * Z))
    assert all_.lower == pytest.approx(of / (of + Z * Z))


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(COUNTS)
def test_the_share_lies_between_its_bounds_and_they_between_nought_and_one(told: tuple[int, int]) -> None:
    count, of = told
    lower, upper = wilson(count, of)
    assert 0 <= lower <= count / of <= upper <= 1
    assert lower < upper


@given(COUNTS)
def test_each_bound_solves_the_equation_that_defines_it(told: tuple[int, int]) -> None:
    """The shares that lie just Z standard errors away from what was seen, where the error is that of the share itself:
    (p - k/n)² = Z² p (1 - p) / n. A parabola has two such, and the bounds are not one and the same."""
    count, of = told
    for bound in wilson(count, of):
        assert of * (bound - count / of) ** 2 == pytest.approx(Z * Z * bound * (1 - bound), rel=1e-6, abs=1e-9)


@given(COUNTS)
def test_the_others_share_has_the_mirrored_bounds(told: tuple[int, int]) -> None:
    count, of = told
    assert wilson(count, of).lower == pytest.approx(1 - wilson(of - count, of).upper, abs=1e-12)
    assert wilson(count, of).upper == pytest.approx(1 - wilson(of - count, of).lower, abs=1e-12)


@given(COUNTS, st.integers(2, 50))
def test_more_of_the_same_share_is_surer(told: tuple[int, int], times: int) -> None:
    count, of = told
    few, many = wilson(count, of), wilson(count * times, of * times)
    assert many.upper - many.lower < few.upper - few.lower
    assert few.lower <= many.lower
    assert many.upper <= few.upper


@given(COUNTS)
def test_one_more_that_speaks_for_it_raises_both_bounds_and_one_against_it_lowers_them(told: tuple[int, int]) -> None:
    count, of = told
    before, more, fewer = wilson(count, of), wilson(count + 1, of + 1), wilson(count, of + 1)
    assert fewer.lower <= before.lower <= more.lower
    assert fewer.upper <= before.upper <= more.upper


def test_two_good_stories_of_two_stand_below_twenty_of_twenty_five() -> None:
    assert best_served(Record(good=2)) < best_served(Record(good=20, bad=5))


def test_two_bad_stories_of_two_stand_below_twenty_of_twenty_five() -> None:
    """In the order by bad service the lowest key comes first."""
    assert worst_served(Record(bad=20, good=5)) < worst_served(Record(bad=2))


def test_of_as_many_stories_those_with_more_good_ones_come_first() -> None:
    records = [Record(good=good, bad=10 - good) for good in range(11)]
    assert sorted(records, key=best_served) == records
    assert sorted(records, key=worst_served) == records


def test_a_mixed_story_is_not_a_good_one_and_not_a_bad_one() -> None:
    """It weighs what a bad one weighs in the order by good service, and what a good one weighs in that by bad."""
    assert best_served(Record(good=5, mixed=3)) == best_served(Record(good=5, bad=3))
    assert worst_served(Record(bad=5, mixed=3)) == worst_served(Record(bad=5, good=3))


@given(RECORDS)
def test_a_story_without_a_verdict_moves_a_company_in_no_order(record: Record) -> None:
    silent = Record(record.good, record.mixed, record.bad)
    assert best_served(record) == best_served(silent)
    assert worst_served(record) == worst_served(silent)


@given(RECORDS)
def test_the_order_by_bad_service_is_that_by_good_with_good_and_bad_exchanged(record: Record) -> None:
    exchanged = Record(record.bad, record.mixed, record.good, record.unsaid)
    assert worst_served(record) == pytest.approx(1 - best_served(exchanged), abs=1e-12)
