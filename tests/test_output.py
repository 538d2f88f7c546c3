"""The output folder: what is ours in it is brought up to date, and nothing else is ever touched."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from generator.digests import content_digest
from generator.errors import FirsthandError
from generator.output import LIST, LOCK, locked, read_output, same_place
from tests.folders import bring, folders_in, owned, problems, published, watched


def test_what_is_new_is_written_and_what_went_is_deleted(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1", "tags/refunds/index.html": b"2"})
    changes = bring(tmp_path, {"about/index.html": b"3"}, kept=["index.html"])
    assert changes == (("about/index.html",), ("tags/refunds/index.html",))
    assert published(tmp_path) == {"index.html": b"1", "about/index.html": b"3"}
    assert owned(tmp_path) == ("about/index.html", "index.html")


def test_a_file_that_is_kept_is_not_written_again(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1"})
    before = (tmp_path / "index.html").stat()
    bring(tmp_path, {"other.html": b"2"}, kept=["index.html"])
    after = (tmp_path / "index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_folders_that_orphans_leave_empty_go_too(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1", "a/b/c/index.html": b"2", "a/index.html": b"3"})
    bring(tmp_path, {}, kept=["index.html", "a/index.html"])
    assert folders_in(tmp_path) == {"a"}


def test_a_folder_with_a_file_of_somebody_else_stays_when_ours_goes(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1", "a/index.html": b"2"})
    (tmp_path / "a/notes.txt").write_text("mine")
    bring(tmp_path, {}, kept=["index.html"])
    assert published(tmp_path) == {"index.html": b"1", "a/notes.txt": b"mine"}


def test_a_file_to_copy_arrives_whole_however_large(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"0123456789abcdef" * 70_000)
    bring(tmp_path / "out", {"photo.jpg": photo})
    assert (tmp_path / "out/photo.jpg").read_bytes() == photo.read_bytes()


def test_what_is_ours_is_known_by_its_bytes_and_a_missing_file_is_noticed(tmp_path: Path) -> None:
    bring(tmp_path, {"a.html": b"1", "b.html": b"2", "c.html": b"3"})
    (tmp_path / "a.html").write_bytes(b"changed by hand")
    (tmp_path / "b.html").unlink()
    output = read_output(tmp_path, "_site")
    assert output.owned == {"a.html", "b.html", "c.html"}
    assert output.digests == {"a.html": content_digest(b"changed by hand"), "c.html": content_digest(b"3")}


def test_a_file_of_ours_that_is_gone_already_can_be_deleted(tmp_path: Path) -> None:
    bring(tmp_path, {"a/b.html": b"1", "c.html": b"2"})
    (tmp_path / "a/b.html").unlink()
    (tmp_path / "a").rmdir()
    assert bring(tmp_path, {}, kept=["c.html"]).deleted == ("a/b.html",)
    assert owned(tmp_path) == ("c.html",)


def test_a_folder_that_holds_other_files_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work")
    (said,) = problems(tmp_path, {"index.html": b"1"})
    assert said == (
        "_site: the output folder contains files that Firsthand did not write, such as thesis.tex."
        " Empty the folder, or choose another folder in site.toml ('output' under [build])."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_folder_with_nothing_but_a_killed_builds_lock_is_taken(tmp_path: Path) -> None:
    (tmp_path / LOCK).touch()
    bring(tmp_path, {"index.html": b"1"})
    assert published(tmp_path) == {"index.html": b"1"}


def test_a_file_of_somebody_else_is_never_overwritten(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1"})
    (tmp_path / "about.html").write_text("by hand")
    assert problems(tmp_path, {"index.html": b"2", "about.html": b"3"}) == (
        (
            "_site/about.html: a page of your site belongs here, but Firsthand did not write what is here now."
            " Move it out of this folder."
        ),
    )
    assert published(tmp_path) == {"index.html": b"1", "about.html": b"by hand"}


@pytest.mark.parametrize(
    ("theirs", "named"),
    [("a", "a"), ("a/index.html/notes.txt", "a/index.html")],
    ids=["where our folder is to be", "in a folder where our file is to be"],
)
def test_what_is_in_the_way_is_named_before_anything_is_written(theirs: str, named: str, tmp_path: Path) -> None:
    bring(tmp_path, {"0.html": b"1"})
    (tmp_path / theirs).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / theirs).write_text("by hand")
    assert problems(tmp_path, {"0.html": b"2", "a/index.html": b"3"}) == (
        (
            f"_site/{named}: a page of your site belongs here, but Firsthand did not write what is here now."
            " Move it out of this folder."
        ),
    )
    assert published(tmp_path) == {"0.html": b"1", theirs: b"by hand"}


def test_an_empty_folder_where_a_file_is_to_be_is_in_the_way(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1"})
    (tmp_path / "CNAME").mkdir()
    assert problems(tmp_path, {"index.html": b"2", "CNAME": b"told.example"})
    assert published(tmp_path) == {"index.html": b"1"}


def test_a_link_of_somebody_else_is_in_the_way_even_if_it_leads_nowhere(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1"})
    (tmp_path / "about.html").symlink_to("nowhere")
    assert problems(tmp_path, {"about.html": b"2"})
    assert (tmp_path / "about.html").is_symlink()


@pytest.mark.parametrize("name", [LIST, LOCK, ".firsthand-new"])
def test_no_output_takes_the_name_of_the_bookkeeping(name: str, tmp_path: Path) -> None:
    assert problems(tmp_path, {"index.html": b"1", name: b"mine"}) == (
        f"{name}: Firsthand needs the name {name} for itself. Choose another name.",
    )


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    bring(tmp_path, {"a": b"file", "b/c/d.html": b"2", "b/e.html": b"3"})
    bring(tmp_path, {"a/index.html": b"1", "b": b"file"})
    assert published(tmp_path) == {"a/index.html": b"1", "b": b"file"}


def test_a_change_of_letter_case_deletes_the_old_name_before_it_writes_the_new(tmp_path: Path) -> None:
    """On a file system that ignores letter case the other order would delete the new file."""
    bring(tmp_path, {"Shoes/index.html": b"1"})
    steps: list[tuple[str, str]] = []

    def note(when: str, name: str, path: Path) -> None:
        if when == "before" and name in ("unlink", "open"):
            steps.append((name, path.relative_to(tmp_path).as_posix()))

    with watched(note):
        changes = bring(tmp_path, {"shoes/index.html": b"1"})
    assert steps.index(("unlink", "Shoes/index.html")) < steps.index(("open", "shoes/index.html"))
    assert changes == (("shoes/index.html",), ("Shoes/index.html",))
    assert published(tmp_path) == {"shoes/index.html": b"1"}


def test_letter_case_and_unicode_form_do_not_make_two_places() -> None:
    assert same_place("Über/STRASSE.html") == same_place(unicodedata.normalize("NFD", "über/straße.html"))
    assert same_place("a.html") != same_place("b.html")


def test_a_second_build_at_the_same_time_says_so(tmp_path: Path) -> None:
    with locked(tmp_path, "_site"):
        assert problems(tmp_path, {"index.html": b"1"}) == (
            "_site: another build or preview is writing to this folder. Wait until it has finished, then try again.",
        )
    bring(tmp_path, {"index.html": b"1"})


def test_the_lock_of_a_killed_build_ends_with_it(tmp_path: Path) -> None:
    program = (
        "import pathlib, sys, time\nfrom generator.output import locked\n"
        "with locked(pathlib.Path(sys.argv[1]), '_site'):\n    print('held', flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        assert problems(tmp_path, {"index.html": b"1"})
        other.kill()
        other.wait()
    bring(tmp_path, {"index.html": b"1"})
    assert published(tmp_path) == {"index.html": b"1"}


def test_a_file_with_the_name_of_the_output_folder_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    assert problems(tmp_path / "out", {"index.html": b"1"}) == (
        (
            "_site: the output folder cannot be made: a file with this name is there already."
            " Move that file, or choose another folder in site.toml ('output' under [build])."
        ),
    )


def test_an_output_folder_below_a_file_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    (said,) = problems(tmp_path / "out/site", {"index.html": b"1"})
    assert said.startswith("_site: cannot be written: a part of this path is a file, not a folder.")


def test_a_lock_that_is_a_folder_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / LOCK).mkdir()
    (said,) = problems(tmp_path, {"index.html": b"1"})
    assert said == "_site: cannot be written: this is a folder, not a file. Move or rename the folder."


def test_a_disk_that_refuses_is_a_problem_that_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(tmp_path, {"index.html": b"1"})

    def full(old: object, new: object) -> None:
        raise OSError(28, "No space left on device", str(new))

    monkeypatch.setattr(os, "replace", full)
    assert problems(tmp_path, {"index.html": b"2"}) == (
        "_site/index.html: cannot be written: the disk is full. Delete something, then try again.",
    )


def test_a_path_that_is_too_long_for_the_disk_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    name = "x" * 300
    (said,) = problems(tmp_path, {f"{name}/index.html": b"1"})
    assert said.startswith(f"_site/{name}: cannot be written: the name is too long for this disk.")


def test_a_list_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    bring(tmp_path, {"index.html": b"1"})
    (tmp_path / LIST).write_bytes(b"# \xff\nindex.html\n")
    with pytest.raises(FirsthandError, match="Firsthand's list of the files here is damaged"):
        bring(tmp_path, {})
    assert published(tmp_path) == {"index.html": b"1"}
