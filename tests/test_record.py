"""A company's record: plain counts, and no story is counted twice or forgotten."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.record import Record, record_of


def test_a_record_counts_each_verdict_and_the_stories_that_give_none() -> None:
    record = record_of(["good", "bad", None, "good", "mixed", "good", None])
    assert record == Record(good=3, mixed=1, bad=1, unsaid=2)
    assert record.total == 7


def test_no_stories_make_an_empty_record() -> None:
    assert record_of([]) == Record(good=0, mixed=0, bad=0, unsaid=0)
    assert record_of([]).total == 0


def test_stories_that_do_not_say_are_told_but_are_for_no_verdict() -> None:
    record = record_of([None, None])
    assert (record.good, record.mixed, record.bad, record.unsaid, record.total) == (0, 0, 0, 2, 2)


def test_a_record_is_nothing_but_four_counts() -> None:
    """No average, no percentage, no score: there is nothing to show that stories cannot bear."""
    assert [field.name for field in msgspec.structs.fields(Record)] == ["good", "mixed", "bad", "unsaid"]
    assert {name for name in vars(Record) if isinstance(vars(Record)[name], property)} == {"total", "said"}


@settings(deadline=None)
@given(st.lists(st.sampled_from(["good", "mixed", "bad", None])))
def test_the_order_of_stories_does_not_matter_and_none_is_lost(verdicts: list[str | None]) -> None:
    assert record_of(verdicts) == record_of(reversed(verdicts))
    assert record_of(iter(verdicts)).total == len(verdicts)
