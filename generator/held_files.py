"""Changes to files that another program holds for a moment, as virus scanners and previews do on Windows."""

import time
from collections.abc import Callable

_HELD = frozenset((5, 32, 33))
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION; other systems change such files at once."""
_TRIES, _PAUSE = 20, 0.05


def when_free(change: Callable[[], object]) -> None:
    """Make a change. While another program holds the file, try again, for a second at most. Raises OSError."""
    for _ in range(_TRIES - 1):
        try:
            change()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(_PAUSE)
        else:
            return
    change()
