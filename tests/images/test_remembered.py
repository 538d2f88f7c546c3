"""What was made of a picture is remembered by its content; the store may lose anything and gets it back."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from generator.cache import open_cache
from generator.digests import content_digest
from generator.errors import FirsthandError
from generator.images import make, prepare_images, work
from generator.images import prepare as preparing
from generator.images import store as storing
from tests.images.conftest import File, Prepare, Result
from tests.images.making import grain, halves, photo, saved
from tests.images.test_metadata import jpeg_full_of_secrets

PHOTO = saved(photo(900, 600), "JPEG", quality=95)
OTHER = saved(halves(), "PNG")


class Watched:
    """A progress callback that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))


def made(prepare: Prepare, files: dict[str, bytes], **options: object) -> int:
    """How many pictures a run had to make."""
    watched = Watched()
    prepare(files, progress=watched, **options)
    return watched.told[-1][1] if watched.told else 0


def test_progress_is_told_from_none_to_all_and_only_of_what_is_made(prepare: Prepare) -> None:
    watched = Watched()
    prepare({"a.jpg": PHOTO, "b.png": OTHER, "broken.png": b""}, progress=watched)
    assert watched.told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    watched = Watched()
    prepare({"a.jpg": PHOTO, "b.png": OTHER}, progress=watched)
    assert watched.told == []


def test_a_second_build_makes_nothing_and_finds_the_same(prepare: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.jpg": jpeg_full_of_secrets(6), "b.png": OTHER, "a.svg": b"<svg><script/></svg>", "c.jpg": OTHER}
    first = prepare(files)
    monkeypatch.setattr(make, "make_picture", None)
    assert prepare(files).prepared == first.prepared


def test_pillow_is_not_even_loaded_where_nothing_is_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    code = """if True:
        import sys
        from pathlib import Path
        from generator.cache import open_cache
        from generator.digests import digest_of_file
        from generator.images import prepare_images
        from tests.images.conftest import File
        file = File("a.jpg", Path("a.jpg"), digest_of_file(Path("a.jpg")))
        with open_cache(Path("cache.sqlite")) as cache:
            found = prepare_images([file], store=Path("pictures"), cache=cache)
        print(sorted(found.images), "PIL" in sys.modules)
    """
    here = {"PYTHONPATH": str(Path(preparing.__file__).parents[2])}
    for loaded in (True, False):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=here, capture_output=True, text=True, check=True
        )
        assert done.stdout == f"['a.jpg'] {loaded}\n"


def test_one_content_under_many_names_is_made_once(prepare: Prepare) -> None:
    assert made(prepare, {"a.jpg": PHOTO, "stories/b/c.jpg": PHOTO}) == 1
    assert made(prepare, {"renamed.jpeg": PHOTO}) == 0


def test_a_changed_picture_is_made_again_and_no_other(prepare: Prepare) -> None:
    prepare({"a.jpg": PHOTO, "b.png": OTHER})
    assert made(prepare, {"a.jpg": PHOTO, "b.png": saved(halves(91, 40), "PNG")}) == 1


def test_another_version_of_the_code_makes_everything_again(prepare: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare({"a.jpg": PHOTO})
    monkeypatch.setattr("generator.cache.code_version", lambda: b"another")
    assert made(prepare, {"a.jpg": PHOTO}) == 1


def test_a_problem_is_said_again_in_every_build(prepare: Prepare) -> None:
    files = {"cut.jpg": PHOTO[:999], "lies.png": PHOTO, "a.svg": b"<svg><script/></svg>"}
    assert prepare(files).problems == prepare(files).problems
    assert len(prepare(files).problems) == 3


def flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def gone(file: Path) -> None:
    file.unlink()


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "x").touch()


@pytest.mark.parametrize("damage", [flipped, cut, gone])
def test_a_damaged_store_is_made_again_to_the_same_bytes(damage: Callable[[Path], None], prepare: Prepare) -> None:
    first = prepare({"a.jpg": PHOTO, "b.png": OTHER})
    expected = {path: first.files(path) for path in ("a.jpg", "b.png")}
    for number in range(len(first.image("a.jpg").files)):
        damage(stored(first)[number])
        again = prepare({"a.jpg": PHOTO, "b.png": OTHER})
        assert {path: again.files(path) for path in expected} == expected
        assert made(prepare, {"a.jpg": PHOTO, "b.png": OTHER}) == 0


def stored(result: Result) -> list[Path]:
    return sorted(path for path in result.store.iterdir() if path.is_file())


def test_the_store_may_be_deleted_and_the_cache_too(prepare: Prepare) -> None:
    first = prepare({"a.jpg": PHOTO})
    names = stored(first)
    for file in names:
        file.unlink()
    first.store.rmdir()
    assert stored(prepare({"a.jpg": PHOTO})) == names
    first.store.with_name("cache.sqlite").unlink()
    assert stored(prepare({"a.jpg": PHOTO})) == names


def test_what_the_output_holds_already_need_not_be_in_the_store(prepare: Prepare) -> None:
    first = prepare({"a.jpg": PHOTO})
    files = first.image("a.jpg").files
    for file in stored(first):
        file.unlink()
    assert made(prepare, {"a.jpg": PHOTO}, there=frozenset(("a.jpg", file.suffix) for file in files)) == 0
    assert made(prepare, {"a.jpg": PHOTO}, there=frozenset(("a.jpg", file.suffix) for file in files[1:])) == 1


def test_what_the_output_holds_of_one_picture_serves_no_other_of_the_same_content(prepare: Prepare) -> None:
    """A file is copied to its place from the store alone: what stands in the output may be deleted meanwhile."""
    first = prepare({"a.jpg": PHOTO})
    there = frozenset(("a.jpg", file.suffix) for file in first.image("a.jpg").files)
    for file in stored(first):
        file.unlink()
    assert made(prepare, {"a.jpg": PHOTO, "b.jpg": PHOTO}, there=there) == 1
    assert stored(prepare({"b.jpg": PHOTO})) == stored(first) != []


def test_a_store_that_cannot_be_written_is_said_and_no_traceback(tmp_path: Path, prepare: Prepare) -> None:
    (tmp_path / ".firsthand").mkdir()
    (tmp_path / ".firsthand/pictures").write_text("in the way")
    with pytest.raises(
        FirsthandError, match=r"^\.firsthand/pictures: cannot be written: a file with this name is there already."
    ):
        prepare({"a.jpg": PHOTO})


def test_a_folder_in_the_place_of_a_file_is_said(prepare: Prepare) -> None:
    a_folder(stored(prepare({"b.png": OTHER}))[0])
    with pytest.raises(
        FirsthandError, match=r"^\.firsthand/pictures: cannot be written: this is a folder, not a file."
    ):
        prepare({"b.png": OTHER})


def test_a_build_that_is_stopped_has_not_worked_in_vain(prepare: Prepare) -> None:
    files = {f"{n}.png": saved(grain(40 + n, 30, 9), "PNG") for n in range(12)}

    def stop(done: int, total: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare(files, progress=stop)
    assert made(prepare, files) == 7


def test_unused_files_stay_a_while_and_go_when_they_outgrow_the_rest(
    prepare: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    large, small = saved(photo(500, 500), "PNG", compress_level=0), saved(halves(), "PNG")
    prepare({"large.png": large, "small.png": small})
    assert made(prepare, {"small.png": small}) == 0
    assert made(prepare, {"large.png": large}) == 0, "a picture of yesterday was deleted although there is room"
    monkeypatch.setattr(storing, "_SPARE_BYTES", 1000)
    result = prepare({"small.png": small})
    assert [file.name for file in stored(result)] == [content_digest(small).hex()]
    assert made(prepare, {"large.png": large}) == 1
    monkeypatch.setattr(storing, "_SPARE_BYTES", 0)
    result = prepare({"large.png": large})
    assert content_digest(small).hex() in {file.name for file in stored(result)}, "less unused than used: it may stay"


def test_pruning_touches_nothing_but_files_of_the_store(prepare: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "_SPARE_BYTES", 0)
    result = prepare({"a.jpg": PHOTO})
    (result.store / "folder").mkdir()
    (result.store / "folder/file").write_bytes(bytes(10_000_000))
    prepare({"b.png": OTHER})
    assert (result.store / "folder/file").exists()


def test_the_bytes_do_not_depend_on_threads_order_or_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = {
        "a.jpg": PHOTO,
        "b.png": saved(photo(700, 500).convert("RGBA"), "PNG"),
        "c.avif": jpegless(),
        "d.webp": saved(photo(900, 600), "WEBP", quality=95),
    }
    found = []
    for cores, order in ((1, list(pictures)), (8, list(reversed(pictures)))):
        monkeypatch.setattr("os.cpu_count", lambda cores=cores: cores)
        folder = tmp_path / str(cores)
        folder.mkdir()
        for path, data in pictures.items():
            (folder / path).write_bytes(data)
        files = [File(path, folder / path, content_digest(pictures[path])) for path in order]
        with open_cache(folder / "cache") as cache:
            found.append(prepare_images(files, store=folder / "store", cache=cache).images)
    assert found[0] == found[1]
    assert all(found[0][path].others for path in pictures)


def jpegless() -> bytes:
    """An AVIF that has to be encoded anew."""
    return saved(photo(640, 480), "AVIF", xmp=b"<x/>")


def test_no_temporary_files_are_left(prepare: Prepare) -> None:
    result = prepare({"a.jpg": PHOTO})
    assert {file.name for file in stored(result)} == {file.digest.hex() for file in result.image("a.jpg").files}


def test_large_pictures_wait_for_each_other() -> None:
    """So that eight photos of 60 megapixels do not fill the memory at once."""
    budget = work.Budget(100)
    inside: list[int] = []
    most: list[int] = []

    def enter(pixels: int) -> None:
        with budget.admit(pixels):
            inside.append(min(pixels, 100))
            most.append(sum(inside))
            sleep(0.001)
            inside.remove(min(pixels, 100))

    assert len(list(work.in_threads(enter, [60, 60, 30, 500, 100, 10, 60, 40] * 20))) == 160
    assert max(most) <= 100
