"""What earlier builds found out: never an error, never what other code made, never a damaged value."""

import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, packages_distributions
from pathlib import Path

import pytest

import generator
from generator import cache as room
from generator.cache import _SHAPING, code_version, content_key, open_cache
from tests.test_architecture import HOMES


def remember(path: Path, **values: bytes) -> None:
    with open_cache(path) as cache:
        cache.put({key.encode(): value for key, value in values.items()})
        cache.keep_build("/out", b"kept")


def recall(path: Path, *keys: str) -> dict[bytes, bytes]:
    with open_cache(path) as cache:
        return dict(cache.get([key.encode() for key in keys]))


def test_what_was_put_is_found_again_by_the_next_build(tmp_path: Path) -> None:
    remember(tmp_path / "new/folder/cache.sqlite", a=b"1", b=b"2")
    assert recall(tmp_path / "new/folder/cache.sqlite", "a", "b", "c") == {b"a": b"1", b"b": b"2"}


def test_a_value_put_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    remember(tmp_path / "c", a=b"1")
    remember(tmp_path / "c", a=b"2")
    assert recall(tmp_path / "c", "a") == {b"a": b"2"}


def test_more_keys_than_a_query_can_hold_are_asked_for_at_once(tmp_path: Path) -> None:
    values = {b"%d" % n: b"%d" % -n for n in range(40_000)}
    with open_cache(tmp_path / "c") as cache:
        cache.put(values)
        assert cache.get(values) == values


def test_each_output_folder_has_a_last_build_of_its_own(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.keep_build("/out", b"1")
        cache.keep_build("/preview", b"2")
        cache.keep_build("/out", b"3")
    with open_cache(tmp_path / "c") as cache:
        assert [cache.last_build(folder) for folder in ("/out", "/preview", "/other")] == [b"3", b"2", None]


def test_what_is_no_longer_asked_for_is_forgotten_in_time_and_what_is_in_use_stays(tmp_path: Path) -> None:
    with open_cache(tmp_path / "c") as cache:
        cache.put({b"old %d" % n: b"x" for n in range(1200)})
    used = {b"used %d" % n: b"y" for n in range(50)}
    with open_cache(tmp_path / "c") as cache:
        cache.put(used)
    with open_cache(tmp_path / "c") as cache:
        assert cache.get(used) == used
        assert cache.get([b"old 0"]) == {}


def test_a_build_of_a_few_stories_forgets_nothing_that_the_site_still_has(tmp_path: Path) -> None:
    values = {b"%d" % n: b"x" for n in range(1500)}
    with open_cache(tmp_path / "c") as cache:
        cache.put(values)
    with open_cache(tmp_path / "c") as cache:
        cache.get(values)
        cache.put({b"new": b"y"})
    assert len(recall(tmp_path / "c", *(str(n) for n in range(1500)))) == 1500


def test_what_a_build_did_not_ask_for_stays_for_the_way_back(tmp_path: Path) -> None:
    """To another branch and back, or from the preview to the build."""
    with open_cache(tmp_path / "c") as cache:
        cache.put({b"%d" % n: b"x" for n in range(900)})
    remember(tmp_path / "c", other=b"y")
    assert len(recall(tmp_path / "c", *(str(n) for n in range(900)))) == 900


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def scribbled(path: Path) -> None:
    path.write_bytes(b"this is no database\n" * 1000)


def cut_short(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def zeroed_in_the_middle(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))


def of_another_version(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE remembered (id INTEGER); CREATE TABLE builds (id INTEGER)")
    connection.close()


def of_texts(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE remembered SET value = 'text'")
        connection.execute("UPDATE builds SET value = 'text'")
    connection.close()


def a_folder(path: Path) -> None:
    path.unlink()
    (path / "x").mkdir(parents=True)


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "damage", [emptied, scribbled, cut_short, zeroed_in_the_middle, of_another_version, of_texts, a_folder, gone]
)
def test_a_damaged_cache_is_an_empty_one_and_no_error(damage: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "c"
    remember(path, **{f"k{n}": bytes(5000) for n in range(50)})
    damage(path)
    recall(path, "k1", "k2")
    with open_cache(path) as cache:
        assert cache.last_build("/out") in (None, b"kept")
    remember(path, new=b"1")
    assert recall(path, "new") == ({} if damage is a_folder else {b"new": b"1"})


def test_a_value_whose_bytes_were_changed_on_disk_is_not_served(tmp_path: Path) -> None:
    path = tmp_path / "c"
    remember(path, a=b"the story as it is", b=b"another")
    path.write_bytes(path.read_bytes().replace(b"the story as it is", b"the story as it os"))
    assert recall(path, "a", "b") == {b"b": b"another"}
    with open_cache(path) as cache:
        cache.keep_build("/out", b"the last build")
    path.write_bytes(path.read_bytes().replace(b"the last build", b"the past build"))
    with open_cache(path) as cache:
        assert cache.last_build("/out") is None


def test_where_no_file_can_be_the_cache_lasts_as_long_as_the_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of a folder")
    with open_cache(tmp_path / "file/c") as cache:
        cache.put({b"a": b"1"})
        assert cache.get([b"a"]) == {b"a": b"1"}
    assert (tmp_path / "file").read_text() == "in the way of a folder"


def test_a_folder_that_may_not_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    with open_cache(tmp_path / "c") as cache:
        cache.put({b"a": b"1"})
        assert cache.get([b"a"]) == {b"a": b"1"}


def test_a_file_that_may_not_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(tmp_path / "c", a=b"1")
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: real(f"file:{path}?mode=ro", uri=True))
    with open_cache(tmp_path / "c") as cache:
        cache.put({b"b": b"2"})
        cache.keep_build("/out", b"2")
        assert cache.get([b"a", b"b"]) == {b"a": b"1"}
        assert cache.last_build("/out") == b"kept"


def test_a_cache_deleted_during_a_build_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "folder/c"
    with open_cache(path) as cache:
        cache.put({b"a": b"1"})
        for file in path.parent.iterdir():
            file.unlink()
        path.parent.rmdir()
        cache.put({b"b": b"2"})
        cache.keep_build("/out", b"2")
        cache.get([b"a"])
        cache.last_build("/out")


def test_a_cache_that_another_build_is_writing_to_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c"
    remember(path, a=b"1")
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: real(path, timeout=0))
    other = real(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_cache(path) as cache:
        cache.put({b"b": b"2"})
        assert cache.get([b"a", b"b"]) == {b"a": b"1"}
    other.close()


def test_a_key_tells_apart_what_file_where_and_how() -> None:
    keys = {
        content_key("Story", "content/stories/a.md", b"en", b"text"),
        content_key("ContentPage", "content/stories/a.md", b"en", b"text"),
        content_key("Story", "content/stories/b.md", b"en", b"text"),
        content_key("Story", "content/stories/a.md", b"de", b"text"),
        content_key("Story", "content/stories/a.md", b"en", b"other"),
        content_key("Story", "content/stories/a.m", b"den", b"text"),
    }
    assert len(keys) == 6


def test_the_version_of_the_code_changes_with_its_source_its_python_and_its_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that no build is ever served what other code made."""
    assert code_version() == code_version()
    monkeypatch.setattr(generator, "__file__", str(tmp_path / "__init__.py"))
    versions = []

    def note() -> None:
        versions.append(code_version.__wrapped__())

    (tmp_path / "__init__.py").write_text("")
    note()
    (tmp_path / "markup").mkdir()
    (tmp_path / "markup/body.py").write_text("x = 1")
    note()
    (tmp_path / "markup/body.py").write_text("x = 2")
    note()
    (tmp_path / "markup/body.py").rename(tmp_path / "markup/other.py")
    note()
    monkeypatch.setattr(room, "version", lambda name: "2" if name == "markdown" else "1")
    note()
    monkeypatch.setattr(room, "version", lambda _: "1")
    note()
    monkeypatch.setattr("sys.version", "3.99")
    note()
    assert len(set(versions)) == len(versions) == 7


def test_a_package_without_metadata_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(room, "version", unknown)
    assert code_version.__wrapped__() != code_version()


def test_every_library_that_shapes_the_output_is_part_of_the_version() -> None:
    """What commands and the preview use alone shapes nothing, and the standard library goes with Python."""
    shaping = {name for name, rooms in HOMES.items() if rooms - {"cli", "serve"}} - sys.stdlib_module_names
    packages = {name: packages_distributions()[name] for name in shaping}
    assert {name for name, found in packages.items() if not {one.lower() for one in found} & set(_SHAPING)} == set()
