"""The geometry of charts: whatever is counted, nothing overlaps, nothing sticks out, and no story vanishes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.charts import GROUND, HEIGHT, SHADES, Column, YearChart, bar, year_chart
from generator.pages.parts import counts
from generator.record import Record

ROUNDED = 0.02
"""Per cent: what two roundings to two places can make."""
COUNT = st.one_of(st.just(0), st.integers(0, 5), st.integers(0, 500))
RECORDS = st.builds(Record, COUNT, COUNT, COUNT, COUNT)
YEARS = st.dictionaries(
    st.integers(1900, 2040), RECORDS.filter(lambda record: record.total > 0), min_size=2, max_size=12
)


def chart_of(years: dict[int, Record]) -> YearChart:
    chart = year_chart(tuple(sorted(years.items())))
    assert chart
    return chart


def column(years: dict[int, Record], year: int) -> Column:
    (found,) = (one for one in chart_of(years).columns if one.year == year)
    return found


def test_a_record_alone_fills_its_bar_in_the_order_good_mixed_bad_unsaid() -> None:
    segments = bar(Record(good=5, mixed=1, bad=2, unsaid=2), of=10)
    assert [(one.verdict, one.count, one.x, one.width) for one in segments] == [
        ("good", 5, 0, 50),
        ("mixed", 1, 50, 10),
        ("bad", 2, 60, 20),
        ("unsaid", 2, 80, 20),
    ]


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    (segment,) = bar(Record(bad=3), of=12)
    assert (segment.verdict, segment.x, segment.width) == ("bad", 0, 25)


@pytest.mark.parametrize("of", [0, 1, 500])
def test_a_company_of_which_nothing_is_told_has_no_bar(of: int) -> None:
    assert bar(Record(), of=of) == ()


def test_one_story_of_five_hundred_is_seen() -> None:
    (segment,) = bar(Record(good=1), of=500)
    assert segment.width >= 1.5
    assert all(one.width >= 1.5 for one in bar(Record(good=497, mixed=1, bad=1, unsaid=1), of=500))


@given(RECORDS.filter(lambda record: record.total > 0), st.integers(0, 1000))
def test_segments_adjoin_keep_their_order_fit_and_are_never_too_small_to_be_seen(record: Record, more: int) -> None:
    segments = bar(record, of=record.total + more)
    assert [one.verdict for one in segments] == [shade for shade in SHADES if getattr(record, shade)]
    assert [one.count for one in segments] == [getattr(record, one.verdict) for one in segments]
    assert segments[0].x == 0
    assert all(abs(left.x + left.width - right.x) <= ROUNDED for left, right in pairwise(segments))
    assert segments[-1].x + segments[-1].width <= 100 + ROUNDED
    assert all(one.width >= 1.5 for one in segments), "less is lost beside the others"


@given(RECORDS.filter(lambda record: record.total > 0))
def test_a_bar_of_all_stories_reaches_the_end(record: Record) -> None:
    last = bar(record, of=record.total)[-1]
    assert last.x + last.width == pytest.approx(100, abs=ROUNDED)


@given(RECORDS.filter(lambda record: record.total > 0))
def test_more_stories_never_have_a_narrower_segment(record: Record) -> None:
    by_count = sorted(bar(record, of=record.total), key=lambda one: one.count)
    assert all(fewer.width <= more.width for fewer, more in pairwise(by_count))


def test_one_year_or_none_is_no_chart() -> None:
    assert year_chart(()) is None
    assert year_chart(((2024, Record(good=3)),)) is None


def test_columns_stand_for_their_years_with_their_counts() -> None:
    years = {2022: Record(good=2, bad=1), 2023: Record(mixed=6)}
    chart = chart_of(years)
    assert [(one.year, one.record) for one in chart.columns] == [(year, counts(years[year])) for year in years]
    assert chart.shades == ("good", "mixed", "bad")
    (block,) = column(years, 2023).blocks
    assert (block.verdict, block.count, block.y, block.height) == ("mixed", 6, GROUND - HEIGHT, HEIGHT)
    low, high = column(years, 2022).blocks
    assert (low.verdict, low.count, low.y, low.height) == ("good", 2, GROUND - 32, 32)
    assert (high.verdict, high.count, high.y, high.height) == ("bad", 1, GROUND - 48, 16)


def test_a_year_without_stories_has_its_empty_place() -> None:
    years = {2020: Record(good=1), 2023: Record(bad=1)}
    assert [one.year for one in chart_of(years).columns] == [2020, 2021, 2022, 2023]
    empty = column(years, 2021)
    assert (empty.record.total, empty.blocks, empty.top) == (0, (), GROUND)


def test_a_few_years_stand_together_at_the_start() -> None:
    columns = chart_of({2023: Record(good=1), 2024: Record(bad=1)}).columns
    assert columns[-1].x + columns[-1].width < 40


def test_a_hundred_years_apart_are_a_hundred_and_one_columns_and_six_names_from_first_to_last() -> None:
    chart = chart_of({1924: Record(bad=500), 2024: Record(good=1)})
    assert len(chart.columns) == 101
    assert [one.year for one in chart.columns if one.named] == [1924, 1944, 1964, 1984, 2004, 2024]
    assert chart.columns[-1].blocks[0].height >= 3, "one story beside five hundred is seen"


def test_the_highest_column_of_all_four_verdicts_is_as_high_as_any() -> None:
    """Three of them are too small to draw as they are, so the fourth gives way."""
    tall = column({2023: Record(good=1), 2024: Record(good=497, mixed=1, bad=1, unsaid=1)}, 2024)
    assert tall.top == pytest.approx(GROUND - HEIGHT, abs=2)
    assert all(block.height >= 2 for block in tall.blocks)


@given(YEARS)
def test_no_year_is_missing_between_the_first_and_the_last(years: dict[int, Record]) -> None:
    columns = chart_of(years).columns
    assert [one.year for one in columns] == list(range(min(years), max(years) + 1))
    assert all(one.record == counts(years.get(one.year, Record())) for one in columns)


@given(YEARS)
def test_columns_stand_side_by_side_within_the_chart(years: dict[int, Record]) -> None:
    columns = chart_of(years).columns
    assert columns[0].x >= 0
    assert all(left.x + left.width < right.x for left, right in pairwise(columns))
    assert columns[-1].x + columns[-1].width <= 100
    assert all(one.middle == pytest.approx(one.x + one.width / 2, abs=ROUNDED) for one in columns)


@given(YEARS)
def test_blocks_stand_on_each_other_from_the_ground_and_leave_room_for_the_number(years: dict[int, Record]) -> None:
    for one in chart_of(years).columns:
        ground = GROUND
        for block in one.blocks:
            assert block.y + block.height == ground
            assert block.height >= 1, "no story vanishes"
            ground = block.y
        assert one.top == ground
        assert ground >= GROUND - HEIGHT - 2, "no higher than the highest, but for four roundings"
        assert [block.verdict for block in one.blocks] == [shade for shade in SHADES if getattr(one.record, shade)]
        assert [block.count for block in one.blocks] == [getattr(one.record, block.verdict) for block in one.blocks]


@given(YEARS)
def test_a_year_of_more_stories_has_no_lower_column_but_for_what_is_too_small_to_draw(years: dict[int, Record]) -> None:
    """Four verdicts take three pixels each to be seen at all, and each is rounded."""
    columns = sorted(chart_of(years).columns, key=lambda one: one.record.total)
    assert all(more.top <= fewer.top + 12 + 4 for fewer, more in pairwise(columns))


@given(YEARS)
def test_at_most_seven_years_are_named_evenly_and_the_last_always(years: dict[int, Record]) -> None:
    columns = chart_of(years).columns
    named = [one.year for one in columns if one.named]
    assert 1 <= len(named) <= 7
    assert named[-1] == columns[-1].year
    assert len({right - left for left, right in pairwise(named)}) <= 1
    assert all(right.middle - left.middle > 10 for left, right in pairwise([one for one in columns if one.named]))


@given(YEARS)
def test_the_legend_names_the_verdicts_that_appear_and_no_other(years: dict[int, Record]) -> None:
    chart = chart_of(years)
    assert set(chart.shades) == {block.verdict for one in chart.columns for block in one.blocks}
    assert [shade for shade in SHADES if shade in chart.shades] == list(chart.shades)
