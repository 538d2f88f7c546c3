"""The output folder in bad hands: lists that lie, links that lead out, and builds killed at any moment."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from generator.output import LIST, read_output
from tests.folders import Killed, bring, build, folders_in, owned, problems, published, watched

BEFORE: Mapping[str, bytes] = {
    "index.html": b"old",
    "kept.html": b"kept",
    "stories/gone/index.html": b"withdrawn",
    "was-a-file": b"file",
    "was-a-folder/page.html": b"page",
    "Case/index.html": b"case",
}
AFTER: Mapping[str, bytes] = {
    "index.html": b"new",
    "kept.html": b"kept",
    "stories/new/index.html": b"published",
    "was-a-file/index.html": b"now a folder",
    "was-a-folder": b"now a file",
    "case/index.html": b"case",
}


def test_the_list_is_extended_before_the_first_write_and_trimmed_after_the_last_delete(tmp_path: Path) -> None:
    build(tmp_path, BEFORE)
    steps: list[tuple[str, str]] = []
    listed: list[set[str]] = []

    def note(when: str, name: str, path: Path) -> None:
        if when == "after":
            steps.append((name, path.name))
            listed.append(set(owned(tmp_path)))

    with watched(note):
        build(tmp_path, AFTER)
    assert steps[:2] == steps[-2:] == [("open", ".firsthand-new"), ("replace", LIST)]
    assert {("open", "was-a-folder"), ("unlink", "was-a-file"), ("replace", "index.html")} <= set(steps)
    assert all(known == BEFORE.keys() | AFTER.keys() for known in listed[1:-1])
    assert listed[-1] == set(AFTER)


@pytest.mark.parametrize("after", [AFTER, BEFORE, {"index.html": b"third"}], ids=["same", "taken back", "another"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_build_after_one_killed_at_any_step_is_right_and_leaves_no_orphan(
    moment: str, after: Mapping[str, bytes], tmp_path: Path
) -> None:
    """Killed at each change in turn; the next build wants the same, what was there before, or something else."""
    build(tmp_path / "whole", BEFORE)
    steps = _steps_until_killed(tmp_path / "whole", at=None)
    assert steps > 20
    for step in range(steps):
        folder = tmp_path / str(step)
        build(folder, BEFORE)
        (folder / "theirs.txt").write_bytes(b"by hand")
        _steps_until_killed(folder, at=(moment, step))
        assert set(published(folder)) - {"theirs.txt", ".firsthand-new"} <= set(owned(folder))
        build(folder, after)
        assert published(folder) == {**after, "theirs.txt": b"by hand"}, f"killed {moment} step {step}"
        assert folders_in(folder) == {parent for path in after for parent in _folders(path)}
        assert set(owned(folder)) == set(after)


def test_half_a_file_left_by_a_killed_build_is_never_published(tmp_path: Path) -> None:
    """Also where the next build has nothing to write."""
    build(tmp_path, BEFORE)

    def stop(when: str, name: str, path: Path) -> None:
        if when == "before" and name == "replace" and path.name == "index.html":
            raise Killed

    with watched(stop), pytest.raises(Killed):
        build(tmp_path, {**BEFORE, "index.html": b"new"})
    assert published(tmp_path) == {**BEFORE, ".firsthand-new": b"new"}
    build(tmp_path, BEFORE)
    assert published(tmp_path) == BEFORE


@pytest.mark.parametrize(
    "line", ["../victim.txt", "a/../../victim.txt", "{outside}/victim.txt", "./../victim.txt", "..\\victim.txt", "."]
)
def test_a_list_that_names_files_outside_deletes_none_of_them(line: str, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    folder = tmp_path / "out"
    bring(folder, {"index.html": b"1", "a/index.html": b"2"})
    with (folder / LIST).open("a", encoding="utf-8") as file:
        file.write(line.format(outside=tmp_path) + "\n")
    assert read_output(folder, "_site").owned == {"index.html", "a/index.html"}
    bring(folder, {"index.html": b"3"})
    assert victim.read_text() == "mine"
    assert published(folder) == {"index.html": b"3"}
    assert owned(folder) == ("index.html",)


def test_a_line_of_the_list_that_names_a_folder_deletes_nothing_in_it(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1", "notes": b"2"})
    (tmp_path / "notes").unlink()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mine.txt").write_text("by hand")
    bring(tmp_path, {}, kept=["index.html"])
    assert published(tmp_path) == {"index.html": b"1", "notes/mine.txt": b"by hand"}


def test_a_link_that_leads_out_of_the_folder_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder = tmp_path / "out"
    bring(folder, {"index.html": b"1"})
    (folder / "stories").symlink_to(tmp_path / "elsewhere")
    assert problems(folder, {"index.html": b"1", "stories/new/index.html": b"2"}) == (
        "_site/stories/new: cannot be written: this link leads out of the output folder.",
    )
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_link_that_leads_out_of_the_folder_is_not_deleted_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("mine")
    folder = tmp_path / "out"
    bring(folder, {"index.html": b"1", "stories/index.html": b"2"})
    (folder / "stories/index.html").unlink()
    (folder / "stories").rmdir()
    (folder / "stories").symlink_to(elsewhere)
    bring(folder, {}, kept=["index.html"])
    assert published(elsewhere) == {"index.html": b"mine"}


def test_a_link_in_place_of_the_half_written_file_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    folder = tmp_path / "out"
    bring(folder, {"index.html": b"1"})
    (folder / ".firsthand-new").symlink_to(victim)
    bring(folder, {"index.html": b"2"})
    assert victim.read_text() == "mine"
    assert published(folder) == {"index.html": b"2"}


@pytest.mark.parametrize("target", ["there", "not there"])
def test_a_link_in_place_of_a_page_is_replaced_and_its_target_left(target: str, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    folder = tmp_path / "out"
    bring(folder, {"index.html": b"1"})
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(tmp_path / target)
    bring(folder, {"index.html": b"2"})
    assert not (folder / "index.html").is_symlink()
    assert published(folder) == {"index.html": b"2"}
    assert published(tmp_path) == {"out/index.html": b"2", "there": b"mine"}


def test_the_output_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "www")
    bring(tmp_path / "out", {"a/index.html": b"1"})
    bring(tmp_path / "out", {"b/index.html": b"2"})
    assert published(tmp_path / "www") == {"b/index.html": b"2"}


def _steps_until_killed(folder: Path, *, at: tuple[str, int] | None) -> int:
    """Build AFTER, the machine stopped before or after the given change to the disk; the number of those reached."""
    count = 0

    def stop(when: str, name: str, path: Path) -> None:
        nonlocal count
        if at == (when, count - (when == "after")):
            raise Killed
        count += when == "before"

    with watched(stop), suppress(Killed):
        build(folder, AFTER)
    return count


def _folders(path: str) -> tuple[str, ...]:
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[: n + 1]) for n in range(len(parts)))
