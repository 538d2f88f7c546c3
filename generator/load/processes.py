"""Work shared out among processes, where there is enough of it to pay for starting them."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_FORKING, WORTH_SPAWNING = 50, 400
"""Items from which processes pay: parsing a story takes some 3 ms, starting a process 20 ms, or 300 ms by spawning."""

_CHUNKS_A_PROCESS = 4


def map_in_processes(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """`[function(item) for item in items]`, in several processes if that is faster. The function is a module's own."""
    # Forking copies only the thread that forks; where there are others, a lock of theirs could stay held for ever.
    forks = sys.platform == "linux" and threading.active_count() == 1
    processes = min(os.cpu_count() or 1, 8)
    if processes == 1 or len(items) < (WORTH_FORKING if forks else WORTH_SPAWNING):
        return [function(item) for item in items]
    context = multiprocessing.get_context("fork" if forks else "spawn")
    chunk = len(items) // (processes * _CHUNKS_A_PROCESS) + 1
    with context.Pool(processes, initializer=_leave_interrupts_to_the_parent) as pool:
        return pool.map(function, items, chunksize=chunk)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
