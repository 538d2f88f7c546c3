"""Changes to files that another program holds for a moment, as Windows reports them."""

import time
from pathlib import Path

import pytest

from generator.digests import content_digest
from generator.held_files import when_free
from generator.images import store
from generator.images.model import Encoded, Variant


class Refusals:
    """A change that the system refuses some times before it succeeds."""

    def __init__(self, count: int, winerror: int | None) -> None:
        self.left, self.winerror, self.done = count, winerror, 0

    def __call__(self) -> None:
        if self.left:
            self.left -= 1
            error = PermissionError(13, "Access is denied")
            if self.winerror is not None:
                error.winerror = self.winerror  # type: ignore[attr-defined, unused-ignore]
            raise error
        self.done += 1


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that would have been made."""
    made: list[float] = []
    monkeypatch.setattr(time, "sleep", made.append)
    return made


def test_a_file_that_is_free_is_changed_at_once(pauses: list[float]) -> None:
    change = Refusals(0, None)
    when_free(change)
    assert (change.done, pauses) == (1, [])


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_changed_after_it(winerror: int, pauses: list[float]) -> None:
    change = Refusals(3, winerror)
    when_free(change)
    assert change.done == 1
    assert len(pauses) == 3


def test_a_file_that_stays_held_is_an_error_after_a_second(pauses: list[float]) -> None:
    with pytest.raises(PermissionError):
        when_free(Refusals(1000, 32))
    assert 0.5 < sum(pauses) < 1.5


@pytest.mark.parametrize("winerror", [None, 3, 112])
def test_any_other_error_is_one_at_once(winerror: int | None, pauses: list[float]) -> None:
    change = Refusals(1, winerror)
    with pytest.raises(PermissionError):
        when_free(change)
    assert (change.done, pauses) == (0, [])


def test_a_picture_that_another_thread_stored_meanwhile_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows replaces no file that somebody is reading. Its bytes are the same, because they are its name."""
    data = b"a picture"
    variant = Variant(width=1, height=1, media_type="image/png", size=len(data), suffix="", digest=content_digest(data))
    monkeypatch.setattr(Path, "replace", lambda *_: Refusals(1, None)())
    with pytest.raises(PermissionError):
        store.write_file(tmp_path, Encoded(variant, data))
    store.file_of(tmp_path, variant).write_bytes(data)
    store.write_file(tmp_path, Encoded(variant, data))
    assert [path.name for path in tmp_path.iterdir()] == [variant.digest.hex()]
