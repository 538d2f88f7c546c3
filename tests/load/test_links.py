"""Links on the disk: one that stays inside content/ is followed, any other is a problem and never published."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.load import read_sources
from tests.conftest import MakeSite
from tests.load.reading import paths, said
from tests.sites import story

A = "content/stories/2024-01-01-a.md"
REFUSED = "this link does not lead to a file inside content/. Put a copy of the file here instead."


def test_a_link_to_a_file_inside_content_is_that_file(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "content/static/logo.png": b"png"})
    (site.root / "content/stories/logo.png").symlink_to("../static/logo.png")
    assert said(site) == ()
    *_, linked = read_sources(site.root).files
    assert (linked.path, linked.real.read_bytes()) == ("content/stories/logo.png", b"png")


@pytest.mark.parametrize("name", ["2024-02-02-b.md", "secret.png"])
@pytest.mark.parametrize("target", ["secret.txt", "site.toml", "content-too/x.md"])
def test_a_link_to_a_file_outside_content_is_refused(target: str, name: str, make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "secret.txt": "password", "content-too/x.md": "x"})
    (site.root / "content/stories" / name).symlink_to(site.root / target)
    assert said(site) == (f"content/stories/{name}: {REFUSED}",)
    assert paths(site) == (A,)


def test_a_link_that_reaches_outside_by_way_of_another_is_refused(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "secret.txt": "password"})
    (site.root / "content/static").mkdir()
    (site.root / "content/static/.hop").symlink_to(site.root / "secret.txt")
    (site.root / "content/stories/b.png").symlink_to("../static/.hop")
    assert said(site) == (f"content/static/.hop: {REFUSED}", f"content/stories/b.png: {REFUSED}")


@pytest.mark.parametrize("target", ["b.png", "c.png", "nowhere.png"], ids=["to itself", "in a circle", "to nowhere"])
def test_a_link_that_ends_nowhere_is_named(target: str, make_site: MakeSite) -> None:
    site = make_site({A: story("A")})
    (site.root / "content/stories/b.png").symlink_to(target)
    if target == "c.png":
        (site.root / "content/stories/c.png").symlink_to("b.png")
    assert f"content/stories/b.png: {REFUSED}" in said(site)
    assert paths(site) == (A,)


@pytest.mark.parametrize("target", [".", "..", "../.."])
def test_a_link_to_a_folder_is_not_entered_so_that_none_is_read_for_ever(target: str, make_site: MakeSite) -> None:
    site = make_site({A: story("A")})
    (site.root / "content/stories/again").symlink_to(target)
    assert said(site) == (f"content/stories/again: {REFUSED}",)
    assert paths(site) == (A,)


def test_the_folder_content_may_itself_be_a_link(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({A: story("A")})
    (site.root / "content").rename(tmp_path / "elsewhere")
    (site.root / "content").symlink_to(tmp_path / "elsewhere")
    assert (paths(site), said(site)) == ((A,), ())


class _Junction:
    """A folder that leads elsewhere, as Windows makes it without asking for any right: to Python it is no link."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self.name, self.path, self.is_dir = entry.name, entry.path, entry.is_dir

    def is_symlink(self) -> bool:
        return False

    def stat(self, *, follow_symlinks: bool = True) -> SimpleNamespace:
        return SimpleNamespace(st_reparse_tag=0xA0000003)


def test_a_junction_of_windows_to_outside_content_is_refused(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({"secret/diary.md": "Dear diary", "content/stories/2024-01-01-a.md": story()})
    (site.root / "content/static").mkdir()
    (site.root / "content/static/secret").symlink_to(site.root / "secret")
    real = os.scandir
    monkeypatch.setattr(
        os, "scandir", lambda path: (_Junction(one) if one.name == "secret" else one for one in real(path))
    )
    found = read_sources(site.root)
    assert [file.path for file in found.files] == ["content/stories/2024-01-01-a.md"]
    (problem,) = found.problems
    assert str(problem) == f"content/static/secret: {REFUSED}"
