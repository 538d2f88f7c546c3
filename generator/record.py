"""A company's record: plain counts of what is told here, never an average; and what orders by service go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

import msgspec

Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution: bounds hold with 95 % confidence."""


class Record(msgspec.Struct, frozen=True):
    """How many stories called a company's service good, mixed and bad, and how many did not say."""

    good: int = 0
    mixed: int = 0
    bad: int = 0
    unsaid: int = 0

    @property
    def total(self) -> int:
        return self.good + self.mixed + self.bad + self.unsaid

    @property
    def said(self) -> int:
        """The stories that give a verdict."""
        return self.good + self.mixed + self.bad


def record_of(verdicts: Iterable[str | None]) -> Record:
    """Count verdicts; None is a story that gives none."""
    counts = Counter(verdicts)
    return Record(good=counts["good"], mixed=counts["mixed"], bad=counts["bad"], unsaid=counts[None])


class Bounds(NamedTuple):
    """The ends of a confidence interval for a share, between 0 and 1."""

    lower: float
    upper: float


def wilson(count: int, of: int) -> Bounds:
    """The share that `count` of `of` speak for, as Wilson's score interval, without continuity correction.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927), 209-212; in the form of R. G. Newcombe, Statistics in Medicine 17 (1998),
    857-872, method 3. Of nothing nothing is known: 0 to 1. Evan Miller ("How not to sort by average rating", 2009)
    made the lower bound known as a key to sort by: few stories prove little, and it says how little.
    """
    if not of:
        return Bounds(0.0, 1.0)
    share, weight = count / of, Z * Z / of
    middle = share + weight / 2
    reach = Z * sqrt(share * (1 - share) / of + weight / (4 * of))
    lower = (middle - reach) / (1 + weight) if count else 0.0
    upper = (middle + reach) / (1 + weight) if count < of else 1.0
    return Bounds(max(0.0, lower), min(1.0, upper))


def best_served(record: Record) -> float:
    """The key of the order by good service, highest first: the least share that good stories can be trusted to have."""
    return wilson(record.good, record.said).lower


def worst_served(record: Record) -> float:
    """The key of the order by bad service, lowest first: the most that stories which are not bad may have as a share.

    That is one less the lower bound for bad ones. A mixed story is neither good nor bad: in this order it is among
    those that are not bad, in the other among those that are not good.
    """
    return wilson(record.said - record.bad, record.said).upper
