"""What a Git repository on disk says about itself, compared with Git; its files are read, and no program runs."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.cli.checkout import Checkout, read_checkout

NOBODY = {
    "GIT_AUTHOR_NAME": "Dana",
    "GIT_AUTHOR_EMAIL": "dana@example.org",
    "GIT_COMMITTER_NAME": "Dana",
    "GIT_COMMITTER_EMAIL": "dana@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, env=os.environ | NOBODY, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """A repository as it is at its host."""
    folder = tmp_path / "hosted"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


@pytest.fixture
def clone(hosted: Path, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "--quiet", str(hosted), "clone")
    return tmp_path / "clone"


def test_a_clone_names_its_remote_and_its_commit_is_there(hosted: Path, clone: Path) -> None:
    assert read_checkout(clone) == Checkout(str(hosted), git(hosted, "rev-parse", "HEAD"), pushed=True)


def test_a_commit_of_your_own_is_not_pushed(hosted: Path, clone: Path) -> None:
    made = commit(clone)
    assert read_checkout(clone) == Checkout(str(hosted), made, pushed=False)


def test_after_a_push_it_is(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "-b", "mine")
    made = commit(clone)
    found = read_checkout(clone)
    assert found
    assert (found.commit, found.pushed) == (made, False)
    git(clone, "push", "--quiet", "origin", "mine")
    found = read_checkout(clone)
    assert found
    assert (found.commit, found.pushed) == (made, True)


def test_packed_and_detached_it_says_the_same(hosted: Path, clone: Path) -> None:
    git(clone, "pack-refs", "--all")
    expected = Checkout(str(hosted), git(hosted, "rev-parse", "HEAD"), pushed=True)
    assert not (clone / ".git/refs/heads/main").exists()
    assert read_checkout(clone) == expected
    git(clone, "checkout", "--quiet", "--detach")
    assert read_checkout(clone) == expected


def test_a_linked_work_tree_has_its_own_commit_and_the_same_remote(hosted: Path, clone: Path, tmp_path: Path) -> None:
    git(clone, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "linked"))
    made = commit(tmp_path / "linked")
    assert read_checkout(tmp_path / "linked") == Checkout(str(hosted), made, pushed=False)
    found = read_checkout(clone)
    assert found
    assert found.pushed


def test_of_two_remotes_it_is_the_one_that_has_the_commit(clone: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "fork")
    git(clone, "remote", "add", "fork", str(tmp_path / "fork"))
    made = commit(clone)
    git(clone, "push", "--quiet", "fork", "HEAD:main")
    assert read_checkout(clone) == Checkout(str(tmp_path / "fork"), made, pushed=True)


def test_without_a_remote_or_a_commit_there_is_less_to_say(hosted: Path, tmp_path: Path) -> None:
    assert read_checkout(hosted) == Checkout("", git(hosted, "rev-parse", "HEAD"), pushed=False)
    git(tmp_path, "init", "--quiet", "empty")
    assert read_checkout(tmp_path / "empty") == Checkout("", "", pushed=False)


def test_a_folder_without_git_is_no_checkout_and_one_inside_another_neither(hosted: Path, tmp_path: Path) -> None:
    (hosted / "inside").mkdir()
    assert read_checkout(hosted / "inside") is None, "what is around it may be another project"
    assert read_checkout(tmp_path / "missing") is None


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"gitdir: nowhere", b"gitdir: ../../../etc"])
def test_a_folder_whose_git_files_make_no_sense_is_no_checkout(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / ".git").write_bytes(damage)
    assert read_checkout(tmp_path) is None


def test_nothing_that_the_folder_names_is_run(clone: Path, tmp_path: Path) -> None:
    """Git itself would run this program to ask what has changed."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    program.chmod(0o755)
    git(clone, "config", "core.fsmonitor", str(program))
    assert read_checkout(clone)
    assert not (tmp_path / "ran").exists()
