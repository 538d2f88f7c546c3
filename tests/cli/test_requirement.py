"""The requirements line of a new site: where this Firsthand came from, as PEP 610 records it, and never its bare name."""

import json
import re
from typing import Any

import pytest

from generator.cli.init import installed_from

COMMIT = "9f1e6bd80b6ec4d1f9bd9e35a9a1a0c4c7a3b3e1"
REPOSITORY = "https://git.example/dana/firsthand.git"

FROM_GIT = {"url": REPOSITORY, "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": COMMIT}}
ARCHIVE = "https://files.example/firsthand-0.1.0.tar.gz"
UNKNOWN: dict[str, dict[str, Any] | None] = {
    "from a package index": None,
    "from a folder": {"url": "file:///home/dana/firsthand", "dir_info": {}},
    "from a folder, editable": {"url": "file:///home/dana/firsthand", "dir_info": {"editable": True}},
    "from a wheel on disk": {"url": "file:///tmp/firsthand-0.1.0-py3-none-any.whl", "archive_info": {}},
    "without an address": {"vcs_info": {"vcs": "git", "commit_id": COMMIT}},
    "from an archive over plain http": {"url": "http://files.example/firsthand.zip", "archive_info": {}},
    "as nothing at all": {},
}


def test_installed_from_a_repository_it_names_the_very_commit() -> None:
    assert installed_from(json.dumps(FROM_GIT)) == f"firsthand @ git+{REPOSITORY}@{COMMIT}"


def test_installed_from_an_archive_it_names_its_address() -> None:
    archive = {"url": ARCHIVE, "archive_info": {"hashes": {"sha256": "ab" * 32}}}
    assert installed_from(json.dumps(archive)) == f"firsthand @ {ARCHIVE}"


@pytest.mark.parametrize("installed", UNKNOWN)
def test_installed_from_elsewhere_it_requires_nothing_and_says_what_to_write(installed: str) -> None:
    record = UNKNOWN[installed]
    lines = installed_from(None if record is None else json.dumps(record)).splitlines()
    assert all(line.startswith("#") for line in lines), "a comment: pip would take a bare name from the index"
    assert any(re.fullmatch(r"# firsthand @ git\+https://\S+", line) for line in lines)
    assert "/home/" not in " ".join(lines)


def test_a_subfolder_of_a_repository_is_part_of_the_line() -> None:
    inside = {**FROM_GIT, "subdirectory": "tools/firsthand"}
    assert installed_from(json.dumps(inside)) == f"firsthand @ git+{REPOSITORY}@{COMMIT}#subdirectory=tools/firsthand"
