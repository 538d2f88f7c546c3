"""Killed between any two writes, with the cache gone, damaged or foreign: the next build is right all the same."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from generator.output import LIST
from generator.pipeline.render import _RENDER as RENDERERS
from tests.conftest import MakeSite
from tests.sites import SiteUnderTest, story

SITE = {
    "content/stories/2024-01-01-kept.md": story("Kept", company="Acme", tags="[phone]"),
    "content/stories/2024-02-02-secret.md": story("Secret", company="Zeta", tags="[phone]"),
}


class Killed(BaseException):
    """Stands in for SIGKILL: nothing in the package catches it."""


def changes_to_disk(site: SiteUnderTest, monkeypatch: pytest.MonkeyPatch, *, die_at: int | None) -> int:
    """Build, dying before the n-th rename or deletion; the number of these that were reached."""
    count = 0

    def counted(original: object) -> object:
        def wrapper(*args: object, **kwargs: object) -> object:
            nonlocal count
            if count == die_at:
                raise Killed
            count += 1
            return original(*args, **kwargs)  # type: ignore[operator]

        return wrapper

    with monkeypatch.context() as patch:
        for name in ("replace", "unlink", "rmdir"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        with suppress(Killed):
            site.build()
    return count


def test_killed_before_any_write_or_deletion_the_next_build_withdraws_the_draft(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(SITE)
    site.build()
    site.replace("content/stories/2024-02-02-secret.md", "title: Secret", "title: Secret\ndraft: true")
    site.write("content/stories/2024-03-03-new.md", story("New"))
    total = changes_to_disk(site, monkeypatch, die_at=None)
    right = site.tree()
    assert total > 10
    for n in range(total):
        again = make_site(SITE, folder=f"killed-{n}")
        again.build()
        again.replace("content/stories/2024-02-02-secret.md", "title: Secret", "title: Secret\ndraft: true")
        again.write("content/stories/2024-03-03-new.md", story("New"))
        changes_to_disk(again, monkeypatch, die_at=n)
        if n % 3 == 0:
            again.delete(".firsthand")
        again.build()
        assert again.tree() == right
        assert not any(b"Secret" in data for data in again.tree().values())


def test_killed_in_the_very_first_build_the_next_one_still_owns_what_was_written(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(SITE)
    changes_to_disk(site, monkeypatch, die_at=7)
    site.delete("content/stories/2024-02-02-secret.md")
    site.build()
    assert site.tree() == site.clean_tree()


@pytest.mark.parametrize("damage", ["deleted", "emptied", "scribbled over", "cut short", "a folder in its place"])
def test_the_next_build_is_right_whatever_happened_to_the_cache(make_site: MakeSite, damage: str) -> None:
    site = make_site(SITE)
    site.build()
    site.delete("content/stories/2024-02-02-secret.md")
    cache = site.root / ".firsthand/cache.sqlite"
    data = cache.read_bytes()
    for path in cache.parent.glob("cache.sqlite*"):
        path.unlink()
    match damage:
        case "emptied":
            cache.write_bytes(b"")
        case "scribbled over":
            cache.write_bytes(b"SQLite format 3\0" + os.urandom(5000))
        case "cut short":
            cache.write_bytes(data[: len(data) // 2])
        case "a folder in its place":
            cache.mkdir()
    site.build()
    assert site.tree() == site.clean_tree()
    assert site.build().written == ()


def test_a_cache_made_by_other_code_is_never_believed(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(SITE)
    with monkeypatch.context() as patch:
        for room in ("generator.cache", "generator.pipeline.last"):
            patch.setattr(f"{room}.code_version", lambda: b"other code")
        patch.setattr("generator.load.parse.parse_story", parse_as_other_code)
        site.build()
        assert b"made by other code" in site.tree()["stories/kept/index.html"]
    site.build()
    assert b"made by other code" not in site.tree()["stories/kept/index.html"]
    assert site.tree() == site.clean_tree()


def parse_as_other_code(text: str, source: str, options: object) -> object:
    from generator.story import parse_story

    return parse_story(text.replace("It went like this.", "It was made by other code."), source, options)  # type: ignore[arg-type]


def test_a_draft_withdrawn_with_the_cache_deleted_is_gone(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    site.delete(".firsthand")
    site.replace("content/stories/2024-02-02-secret.md", "title: Secret", "title: Secret\ndraft: true")
    assert "stories/secret/index.html" in site.build().deleted
    assert not any(b"Secret" in data for data in site.tree().values())


def test_a_file_that_firsthand_did_not_write_survives_every_build(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    site.write("_site/stories/kept/mine.txt", "mine")
    site.delete("content/stories/2024-01-01-kept.md")
    site.build()
    assert (site.root / "_site/stories/kept/mine.txt").read_text() == "mine"
    assert LIST in {path.name for path in (site.root / "_site").iterdir()}


def test_pages_that_other_code_rendered_are_rendered_again(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(SITE)
    with monkeypatch.context() as patch:
        for room in ("generator.cache", "generator.pipeline.last", "generator.pipeline.plan"):
            patch.setattr(f"{room}.code_version", lambda: b"other code")
        patch.setitem(RENDERERS, "rss", lambda view: b"rendered by other code")
        site.build()
        assert site.tree()["feed.xml"] == b"rendered by other code"
    site.build()
    assert site.tree() == site.clean_tree()
