"""A company's record: plain counts of the stories told here, never an average."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec


class Record(msgspec.Struct, frozen=True):
    """How many stories called a company's service good, mixed and bad, and how many did not say."""

    good: int = 0
    mixed: int = 0
    bad: int = 0
    unsaid: int = 0

    @property
    def total(self) -> int:
        return self.good + self.mixed + self.bad + self.unsaid


def record_of(verdicts: Iterable[str | None]) -> Record:
    """Count verdicts; None is a story that gives none."""
    counts = Counter(verdicts)
    return Record(good=counts["good"], mixed=counts["mixed"], bad=counts["bad"], unsaid=counts[None])
