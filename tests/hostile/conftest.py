"""No hostile input may hang a build: what a test here does in this process is cut off after a while."""

import signal
import sys
from collections.abc import Iterator
from types import FrameType

import pytest

LONGEST = 60
"""Seconds; many times what any of these tests takes on a busy machine."""


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    if sys.platform == "win32":  # which has no such alarm; there, the limit of the whole run has to do
        yield
        return

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"a build hung for {LONGEST} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
