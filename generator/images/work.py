"""Pictures made side by side, within the memory that a plain machine has."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_THREADS = 8


class Budget:
    """A number of pixels that may be in work at one time; a picture larger than that waits until it is alone.

    A pixel takes some ten bytes at the most: the picture, its turned copy, and what a progressive JPEG is read into.
    """

    def __init__(self, pixels: int) -> None:
        self._most = self._free = pixels
        self._changed = threading.Condition()

    @contextmanager
    def admit(self, pixels: int) -> Iterator[None]:
        """Wait until there is room for a picture, and hold it."""
        pixels = min(pixels, self._most)
        with self._changed:
            self._changed.wait_for(lambda: self._free >= pixels)
            self._free -= pixels
        try:
            yield
        finally:
            with self._changed:
                self._free += pixels
                self._changed.notify_all()


def in_threads(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[tuple[Item, Result]]:
    """Each item with its result, in the order in which they are done.

    Threads and not processes: Pillow lets go of the interpreter's lock while it decodes, scales, converts and encodes
    (a thread counting beside it got as much of a core as all of these took; only writing JPEG, a tenth of the work,
    keeps the lock). So nothing has to be started, and megabytes of bytes need not travel.
    """
    # This takes 5 ms to load, and a build with nothing to do has no use for it.
    from concurrent.futures import ThreadPoolExecutor, as_completed

    with ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_THREADS), "picture") as pool:
        waiting = {pool.submit(function, item): item for item in items}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        finally:  # also where the build is interrupted: what has not begun is not begun
            pool.shutdown(wait=True, cancel_futures=True)
