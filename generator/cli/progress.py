"""How far a command has come with long work, for somebody who watches: nothing is shown where nobody does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from generator.images import Progress


@contextmanager
def picture_progress(*, shown: bool) -> "Iterator[Progress | None]":
    """Show a bar on the terminal while pictures are made. None if it is not `shown`, or if errors go elsewhere."""
    if not shown or not sys.stderr.isatty():
        yield None
        return
    progress = _PictureBar()
    try:
        yield progress.tell
    finally:
        progress.end()


class _PictureBar:
    """A bar that comes with the first picture and goes with the last, so that what is printed then stands alone."""

    def __init__(self) -> None:
        self._bar: Bar | None = None

    def tell(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = _started(total)
        for task in self._bar.task_ids:
            self._bar.update(task, completed=done)
        if done == total:
            self.end()

    def end(self) -> None:
        if self._bar is not None:
            with suppress(OSError):  # the terminal went away
                self._bar.stop()
            self._bar = None


def _started(total: int) -> "Bar":
    # rich takes a tenth of a second to load, and most builds have no picture to make.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("Preparing pictures"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("", total=total)
    bar.start()
    return bar
