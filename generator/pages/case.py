"""How a case went, as views: when it took place, its steps, what came of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from generator.fields.dates import PartialDate
from generator.story import OutcomeStatus, Story


class When(msgspec.Struct, frozen=True):
    """A date known to the day, the month or the year. `iso` is for `datetime`; `precision` is a form for the filter
    `date`, which then shows no more of `day` than is known."""

    day: dt.date
    precision: Literal["day", "month", "year"]
    iso: str


class OutcomeView(msgspec.Struct, frozen=True):
    """What came of a case."""

    status: OutcomeStatus
    day: dt.date | None
    note: str


class StepView(msgspec.Struct, frozen=True):
    """One step of a case."""

    when: When
    event: str


def when(date: PartialDate | None) -> When | None:
    return _when(date) if date else None


def outcome(story: Story) -> OutcomeView | None:
    found = story.outcome
    return OutcomeView(found.status, found.date.day if found.date else None, found.note) if found else None


def timeline(story: Story) -> tuple[StepView, ...]:
    return tuple(StepView(_when(step.date), step.event) for step in story.timeline)


def _when(date: PartialDate) -> When:
    return When(date.day, date.precision, str(date))
