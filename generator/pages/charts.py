"""The geometry of charts, for templates to draw as static SVG: bars in per cent of their width, columns in pixels.

A library would bring a style sheet or script of its own into each page, or pictures that know nothing of light and
dark; these are a few rectangles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from generator.pages.parts import Counts, counts
from generator.record import Record

Shade = Literal["good", "mixed", "bad", "unsaid"]
SHADES: tuple[Shade, ...] = ("good", "mixed", "bad", "unsaid")

HEIGHT = 96
"""Pixels of the highest column."""
GROUND = HEIGHT + 18
"""Where columns stand, in pixels from the top of the chart: above the highest there is room for its number."""
_LEAST_WIDTH = 1.5
"""Per cent of a bar that one story of five hundred still gets: none may vanish."""
_LEAST_HEIGHT = 3
"""Pixels of a column that it still gets."""
_WIDEST_SLOT = 16.0
"""Per cent of a chart for one year: a few years stand together at its start."""
_INSET = 4.5
"""Per cent of a chart that stay free on both sides where a year has less room than its name."""
_YEARS_NAMED = 7
"""Years whose names stand side by side on a telephone."""


class Segment(msgspec.Struct, frozen=True):
    """A part of a bar: the stories of one verdict. `x` and `width` are per cent of the bar's whole width."""

    verdict: Shade
    count: int
    x: float
    width: float


class Block(msgspec.Struct, frozen=True):
    """A part of a column: the stories of one verdict. `y` and `height` are pixels, from the top of the chart."""

    verdict: Shade
    count: int
    y: int
    height: int


class Column(msgspec.Struct, frozen=True):
    """The stories of one year; `x`, `middle` and `width` are per cent of the chart's width. `named` says whether the
    year has room for its name below it, `top` is where the column ends, in pixels from the top of the chart."""

    year: int
    record: Counts
    x: float
    middle: float
    width: float
    top: int
    named: bool
    blocks: tuple[Block, ...]


class YearChart(msgspec.Struct, frozen=True):
    """Columns of years without a gap, oldest first; they stand `ground` pixels below the top. `shades` are the verdicts
    that appear, for the legend. `numbered` says whether each column has room for a number above it."""

    ground: int
    numbered: bool
    shades: tuple[Shade, ...]
    columns: tuple[Column, ...]


def bar(record: Record, *, of: int) -> tuple[Segment, ...]:
    """A record as one bar. `of` is the total that would fill the whole width; no segment is too small to be seen."""
    shares = {verdict: max(100 * count / of, _LEAST_WIDTH) for verdict, count in _parts(record)}
    least = _LEAST_WIDTH * len(shares)
    spare = sum(shares.values()) - least
    fit = max(100 * record.total / of - least, 0.0) / spare if spare else 1.0
    found, x = [], 0.0
    for verdict, count in _parts(record):
        width = _LEAST_WIDTH + (shares[verdict] - _LEAST_WIDTH) * fit  # what is small stays, what is large gives way
        found.append(Segment(verdict, count, round(x, 2), round(width, 2)))
        x += width
    return tuple(found)


def year_chart(years: tuple[tuple[int, Record], ...]) -> YearChart | None:
    """The records of years, oldest first, as columns; None for fewer than two years, where there is nothing to see."""
    if len(years) < 2:
        return None
    told = dict(years)
    first, last = years[0][0], years[-1][0]
    span, most = last - first + 1, max(record.total for _, record in years)
    inset = _INSET if span > _YEARS_NAMED else 0
    slot = min((100 - 2 * inset) / span, _WIDEST_SLOT)
    every = _spacing(span)
    columns = []
    for place, year in enumerate(range(first, last + 1)):
        record, x = told.get(year, Record()), inset + place * slot
        blocks = _blocks(record, most)
        column = Column(
            year=year,
            record=counts(record),
            x=round(x + slot * 0.15, 2),
            middle=round(x + slot * 0.5, 2),
            width=round(slot * 0.7, 2),
            top=blocks[-1].y if blocks else GROUND,
            named=(last - year) % every == 0,
            blocks=blocks,
        )
        columns.append(column)
    shades = tuple(shade for shade in SHADES if any(getattr(record, shade) for _, record in years))
    return YearChart(GROUND, span <= _YEARS_NAMED, shades, tuple(columns))


def _spacing(span: int) -> int:
    """Every how many years one is named, from the last on: so that the first is named too, where that can be."""
    least = -(-span // _YEARS_NAMED)
    return next((years for years in range(least, 2 * least + 1) if (span - 1) % years == 0), least)


def _blocks(record: Record, most: int) -> tuple[Block, ...]:
    """A column from the ground up. Heights are whole pixels, so that edges are sharp."""
    heights = {verdict: max(HEIGHT * count / most, _LEAST_HEIGHT) for verdict, count in _parts(record)}
    fit = min(1.0, HEIGHT / sum(heights.values())) if heights else 1.0
    found, ground = [], GROUND
    for verdict, count in _parts(record):
        height = max(1, round(heights[verdict] * fit))
        ground -= height
        found.append(Block(verdict, count, ground, height))
    return tuple(found)


def _parts(record: Record) -> Iterator[tuple[Shade, int]]:
    return ((verdict, count) for verdict in SHADES if (count := getattr(record, verdict)))
