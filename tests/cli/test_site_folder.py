"""A command in a folder without a site says where the nearest one is, and how to get there."""

import os
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.running import run
from tests.sites import story

COMMANDS = ("build", "check", "serve", "new A")


@pytest.mark.parametrize("command", COMMANDS)
def test_below_a_site_s_folder_it_says_how_to_go_up(command: str, make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-first.md": story("First")})
    result = run(*command.split(), at=site.root / "content/stories")
    assert result.exit_code == 1
    assert result.stderr == (
        "site.toml: there is no site.toml here. The site is in a folder above this one. Go there first: cd ../..\n"
    )


def test_above_a_site_s_folder_it_says_how_to_go_down(make_site: MakeSite) -> None:
    site = make_site()
    os.rename(site.root, site.root.parent / "my stories")
    result = run("build", at=site.root.parent)
    assert result.exit_code == 1
    assert "There is a site in my stories. Go there first: cd 'my stories'" in result.stderr


def test_another_folder_without_a_site_is_named_with_the_one_to_write(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({"content/stories/2024-01-01-first.md": story("First")})
    below = run("build", "--site", str(site.root / "content"), at=tmp_path)
    assert below.exit_code == 1
    assert below.stderr.startswith(f"{site.root / 'content/site.toml'}: there is no site.toml in this folder.")
    assert f"Write --site {site.root}\n" in below.stderr


def test_where_no_site_is_near_it_says_how_to_start_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("build", at=tmp_path / "empty")
    assert result.stderr == (
        "site.toml: there is no site.toml here."
        " Go to the folder of your site, or start a new site: firsthand init my-stories\n"
    )


def test_a_site_toml_that_cannot_be_read_is_not_said_to_be_missing(make_site: MakeSite) -> None:
    site = make_site()
    site.delete("site.toml")
    (site.root / "site.toml").symlink_to("site.toml")
    result = run("build", at=site.root)
    assert result.exit_code == 1
    assert "there is no site.toml" not in result.stderr
    assert result.stderr.startswith("site.toml: ")
