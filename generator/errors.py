"""What is wrong, where, and what to do about it.

A `Problem` is a value: pure functions return problems, commands print them. Nothing here prints.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]


class Location(msgspec.Struct, frozen=True, order=True):
    """A place in a source: the path as people know it (relative to the site's folder), 1-based line and column."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class Places(msgspec.Struct, frozen=True, eq=False):
    """Where the values of one file stand, by trail: `slug`, `image.src`, `aliases[0]`.

    Kept beside values for problems that only the whole site shows. It is no part of what they say: all are equal.
    """

    path: str
    known: tuple[tuple[str, int, int], ...] = ()

    def at(self, trail: str) -> Location:
        """The place of a value; for one that is not written, of what it would stand in, and at last the file.

        The one item of a list may be written without one: `reply[0].date` is `reply.date` then.
        """
        known = {there: (line, column) for there, line, column in self.known}
        alone = trail.replace("[0]", "")
        if alone in known and trail.partition("[0]")[0] + "[0]" not in known:
            trail = alone
        while trail and trail not in known:
            trail = trail[: max(trail.rfind("."), trail.rfind("["), 0)]
        return Location(self.path, *known.get(trail, ()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong. An error stops the build before anything is written; a warning does not."""

    at: Location
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "warning: " if self.severity == "warning" else ""
        return f"{self.at}: {mark}{self.message}" + (f" {self.hint}" if self.hint else "")


class FirsthandError(Exception):
    """Everything that is wrong with one run; the commands print it and end with status 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by place, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.at.path, p.at.line or 0, p.at.column or 0, p.message, p.hint)))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, or the empty string where none is near."""
    near = nearest(word, known)
    return f"Did you mean '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like a word, or the empty string where none is.

    Letter case does not count as a difference, so that `Good` finds `good`.
    """
    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else ""
