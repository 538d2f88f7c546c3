"""The line in a new site's requirements.txt: where to install this Firsthand, as its installer recorded it (PEP 610)."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator import __version__
from generator.cli.checkout import Checkout
from generator.cli.requirement import DISTRIBUTION, Requirement, folder_of, from_folder, installed_from
from tests.running import CHECKOUT

COMMIT = "9f1e6bd80b6ec4d1f9bd9e35a9a1a0c4c7a3b3e1"
REPOSITORY = "https://git.example/dana/firsthand.git"
WHEEL = "firsthand_ssg-0.1.0-py3-none-any.whl"
SHA256 = "ab" * 32


def from_git(url: str = REPOSITORY, **more: str) -> Requirement:
    vcs = {"vcs": "git", "requested_revision": "main", "commit_id": COMMIT}
    return installed_from(json.dumps({"url": url, "vcs_info": vcs, **more}))


def from_archive(url: str, **info: Any) -> Requirement:
    return installed_from(json.dumps({"url": url, "archive_info": info}))


def test_the_line_names_the_distribution_that_this_project_builds() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == DISTRIBUTION


def test_installed_from_a_repository_it_names_the_commit() -> None:
    assert from_git() == Requirement(f"firsthand-ssg @ git+{REPOSITORY}@{COMMIT}")


def test_a_subfolder_of_a_repository_is_part_of_the_line() -> None:
    line = f"firsthand-ssg @ git+{REPOSITORY}@{COMMIT}#subdirectory=tools/firsthand"
    assert from_git(subdirectory="tools/firsthand") == Requirement(line)


@pytest.mark.parametrize(
    "url",
    [
        "ssh://git@github.com/dana/firsthand.git",
        "ssh://github.com/dana/firsthand.git",
        "https://dana:secret@github.com/dana/firsthand.git",
        "https://token@github.com/dana/firsthand.git",
    ],
)
def test_a_workflow_can_use_the_address_without_a_key_and_without_your_password(url: str) -> None:
    assert from_git(url) == Requirement(f"firsthand-ssg @ git+https://github.com/dana/firsthand.git@{COMMIT}")


def test_where_only_ssh_is_known_the_line_has_to_wait_for_a_key() -> None:
    found = from_git("ssh://git@git.example:2222/dana/firsthand.git")
    assert found.line == f"firsthand-ssg @ git+ssh://git@git.example:2222/dana/firsthand.git@{COMMIT}"
    assert found.todo == ("Give the workflow an SSH key for this repository, or write its https address.",)


def test_installed_from_the_file_of_a_release_on_the_web_it_names_the_address_and_the_checksum() -> None:
    address = f"https://files.example/v0.1.0/{WHEEL}"
    fixed = Requirement(f"firsthand-ssg @ {address}#sha256={SHA256}")
    assert from_archive(address, hashes={"sha256": SHA256}) == fixed
    assert from_archive(address, hash=f"sha256={SHA256}") == fixed, "as older versions of pip write it"
    assert from_archive(address) == Requirement(f"firsthand-ssg @ {address}"), "uv writes no checksum"
    source = "https://files.example/firsthand_ssg-0.1.0.tar.gz"
    assert from_archive(source, hashes={"sha256": SHA256}).line == f"firsthand-ssg @ {source}#sha256={SHA256}"


def test_an_archive_of_a_branch_has_no_checksum_because_it_changes() -> None:
    address = "https://git.example/dana/firsthand/archive/main.zip"
    assert from_archive(address, hashes={"sha256": SHA256}) == Requirement(f"firsthand-ssg @ {address}")


def test_installed_by_its_name_it_pins_the_version_that_is_released() -> None:
    assert installed_from(None, "0.1.0") == Requirement("firsthand-ssg==0.1.0")
    assert installed_from(None, "1.2.0.post1") == Requirement("firsthand-ssg==1.2.0.post1")


@pytest.mark.parametrize("version", ["0.1.0.dev0", "0.1.0rc1", "0.1.0+local", "0.0.0.dev0+g123"])
def test_a_version_that_is_not_released_is_never_required_by_name(version: str) -> None:
    found = installed_from(None, version)
    assert found.line == "firsthand-ssg @ git+https://github.com/NAME/firsthand@main"
    assert found.todo


@pytest.mark.parametrize("name", [WHEEL, "firsthand_ssg-0.1.0.tar.gz", "firsthand_ssg-0.1.0.dev0-py3-none-any.whl"])
def test_installed_from_a_local_file_it_names_a_copy_of_the_file_in_the_site(name: str) -> None:
    found = from_archive(f"file:///home/dana/Downloads/{name}", hashes={"sha256": SHA256})
    assert found == Requirement(
        f"./{name}", (f"Copy {name}, which you installed Firsthand from, to the site's folder.",)
    )


UNKNOWN: dict[str, str] = {
    "a repository on this computer": json.dumps(
        {"url": "file:///src", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    ),
    "a repository without an address": json.dumps({"vcs_info": {"vcs": "git", "commit_id": COMMIT}}),
    "a repository over plain http": json.dumps(
        {"url": "http://git.example/f", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    ),
    "an archive over plain http": json.dumps({"url": "http://files.example/firsthand.zip", "archive_info": {}}),
    "an archive at an address with a key": json.dumps(
        {"url": f"https://files.example/{WHEEL}?key=secret", "archive_info": {}}
    ),
    "an archive at an address that pip would fill in": json.dumps(
        {"url": f"https://files.example/${{HOME}}/{WHEEL}", "archive_info": {}}
    ),
    "a local archive with a name of its own": json.dumps({"url": "file:///tmp/firsthand.zip", "archive_info": {}}),
    "an address that is none": json.dumps({"url": "https://[::1/x", "archive_info": {}}),
    "nothing at all": "{}",
    "no JSON": "not JSON",
    "another shape": json.dumps({"url": 3, "vcs_info": []}),
}


@pytest.mark.parametrize("installed", UNKNOWN)
def test_installed_from_anything_else_it_requires_nothing_and_says_what_to_write(installed: str) -> None:
    found = installed_from(UNKNOWN[installed], "0.1.0")
    assert found.line == "firsthand-ssg @ git+https://github.com/NAME/firsthand@main"
    assert found.todo == ("Write the address of Firsthand's repository in place of https://github.com/NAME/firsthand.",)


def test_what_does_not_work_yet_is_a_comment_whose_last_line_does() -> None:
    found = from_archive(f"file:///tmp/{WHEEL}")
    assert found.text.splitlines() == [
        "# The workflow cannot install Firsthand yet.",
        f"# Copy {WHEEL}, which you installed Firsthand from, to the site's folder.",
        '# Then remove the "# " before the last line.',
        f"# ./{WHEEL}",
    ]
    assert found.hint == (
        f"Copy {WHEEL}, which you installed Firsthand from, to the site's folder. Then add this line: ./{WHEEL}"
    )


def test_what_works_is_the_line_alone() -> None:
    assert from_git().text == from_git().line


@pytest.mark.parametrize("info", [{}, {"editable": True}])
def test_an_installation_from_a_folder_is_known(info: dict[str, bool]) -> None:
    assert folder_of(json.dumps({"url": "file:///home/dana/first%20hand", "dir_info": info})) == Path(
        "/home/dana/first hand"
    )
    assert folder_of(json.dumps({"url": f"file:///tmp/{WHEEL}", "archive_info": {}})) is None
    assert folder_of(None) is None


def test_a_folder_whose_commit_is_pushed_is_required_from_its_repository() -> None:
    found = from_folder(Checkout("git@github.com:dana/firsthand.git", COMMIT, pushed=True))
    assert found.text == f"firsthand-ssg @ git+https://github.com/dana/firsthand.git@{COMMIT}"
    assert found.remark == (
        "requirements.txt installs Firsthand from https://github.com/dana/firsthand.git, commit 9f1e6bd80b6e."
        " It does not have your later changes."
    )


def test_a_commit_that_is_not_pushed_has_to_be_pushed_first() -> None:
    found = from_folder(Checkout(REPOSITORY, COMMIT, pushed=False))
    assert found.line == f"firsthand-ssg @ git+{REPOSITORY}@{COMMIT}"
    assert found.todo == (f"Push commit 9f1e6bd80b6e of Firsthand to {REPOSITORY}.",)
    assert found.text.startswith("# ")


@pytest.mark.parametrize(
    ("checkout", "revision"),
    [
        (None, "main"),
        (Checkout("", COMMIT, pushed=False), COMMIT),
        (Checkout("/srv/firsthand.git", COMMIT, pushed=True), COMMIT),
        (Checkout("mine:firsthand", COMMIT, pushed=True), COMMIT),
        (Checkout(REPOSITORY, "", pushed=False), "main"),
    ],
)
def test_a_folder_that_nothing_is_known_of_has_to_get_a_repository(checkout: Checkout | None, revision: str) -> None:
    found = from_folder(checkout)
    assert found.line == f"firsthand-ssg @ git+https://github.com/NAME/firsthand@{revision}"
    assert found.todo[0] == "Push your copy of Firsthand to a repository."
    assert all(line.startswith("# ") for line in found.text.splitlines())


def test_this_version_is_required_by_name_only_if_it_is_a_release() -> None:
    assert (installed_from(None).line == f"firsthand-ssg=={__version__}") == ("dev" not in __version__)
