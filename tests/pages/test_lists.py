"""Lists on several screens: every story once, and a new one never renumbers what search engines and readers know."""

from collections.abc import Mapping
from typing import cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import parse_config
from generator.load import Content
from generator.pages.home import HomeView
from generator.pages.lists import Screen, screens
from generator.pages.parts import Card
from generator.site import LinkedStory, Site, link_site
from tests.conftest import MakeSite
from tests.pages.planning import plan
from tests.site.linking import WORDS
from tests.sites import NOW, SITE_TOML, story

SIZES = (1, 2, 3, 4, 5, 10, 20)


def empty_site(size: int, url: str = "https://told.example/") -> Site:
    text = f'[site]\ntitle = "Told"\nurl = "{url}"\n[build]\npaginate = {size}\n'
    config, _ = parse_config(text)
    site, _ = link_site(config, Content((), (), (), (), (), (), {}, ()), words=WORDS, now=NOW)
    return site


SITES = {size: empty_site(size) for size in SIZES}


def cut(count: int, site: Site, path: str = "/tags/phone/") -> tuple[Screen[LinkedStory], ...]:
    """The screens of `count` stories; a number, the oldest 1, stands for each story."""
    newest_first = cast(tuple[LinkedStory, ...], tuple(range(count, 0, -1)))
    return screens(site, path, newest_first)


def by_path(found: tuple[Screen[LinkedStory], ...]) -> Mapping[str, Screen[LinkedStory]]:
    return {screen.path: screen for screen in found}


def check(count: int, size: int, site: Site) -> None:
    """Everything that is promised of a list of so many stories, and of the next story that is added to it."""
    found = cut(count, site)
    first, *numbered = found
    shown: list[object] = [one for screen in found for one in screen.items]
    assert shown == list(range(count, 0, -1)), "every story once, newest first"
    assert all(len(screen.items) == size for screen in numbered), "numbered screens are full"
    assert (first.path, first.first) == ("/tags/phone/", True)
    assert not any(screen.first for screen in numbered)
    assert [screen.path for screen in numbered] == [f"/tags/phone/page/{n}/" for n in range(len(numbered), 0, -1)]
    assert min(count, (size + 1) // 2) <= len(first.items) < size + (size + 1) // 2
    paths = [screen.path for screen in found]
    assert [screen.pager.page for screen in found] == [None, *range(len(numbered), 0, -1)], "as in their addresses"
    assert [screen.pager.after for screen in found] == [*paths[1:], ""]
    assert [screen.pager.before for screen in found] == ["", *paths[:-1]]

    before, after = by_path(found), by_path(cut(count + 1, site))
    changed = {path for path in before if before[path].items != after[path].items}
    assert changed == {"/tags/phone/"}, "a new story changes the first screen alone"
    assert len(after.keys() - before.keys()) <= 1, "or adds one screen"
    assert before.keys() <= after.keys(), "and takes none away"
    same = [path for path in before if before[path] == after[path]]
    assert len(same) >= len(before) - 2, "beside it only the neighbour of a new screen gets another pager"


@pytest.mark.parametrize("size", SIZES)
def test_lists_of_every_length_keep_every_promise(size: int) -> None:
    for count in range(101):
        check(count, size, SITES[size])


@settings(deadline=None)
@given(st.integers(0, 3000), st.integers(1, 1000))
def test_lists_of_any_length_and_size_keep_every_promise(count: int, size: int) -> None:
    site = SITES[1]
    check(count, size, msgspec.structs.replace(site, config=msgspec.structs.replace(site.config, paginate=size)))


def test_an_empty_list_has_one_empty_screen() -> None:
    (screen,) = cut(0, SITES[20], "/")
    assert (screen.path, screen.first, screen.items) == ("/", True, ())
    assert (screen.pager.before, screen.pager.after) == ("", "")


def test_pagers_lead_through_the_base_path() -> None:
    first, second = cut(3, empty_site(2, "https://name.github.io/repo/"), "/")
    assert (first.pager.after, second.pager.before) == ("/repo/page/1/", "/repo/")
    assert second.path == "/page/1/"


def newest(view: object) -> tuple[Card, ...]:
    """The story that leads the front page, and no other list."""
    return (view.overview.newest,) if isinstance(view, HomeView) and view.overview else ()


def test_every_list_of_a_site_is_cut_the_same_way(make_site: MakeSite) -> None:
    stories = {
        f"content/stories/2024-01-{n:02}-s{n}.md": story(
            f"S{n}", company="Acme", tags="[phone]", verdict="bad", author="Dana"
        )
        for n in range(1, 10)
    }
    pages = plan(make_site({"site.toml": SITE_TOML + "[build]\npaginate = 3\n", **stories})).pages
    for top in ("/", "/companies/acme/", "/tags/phone/", "/bad/", "/authors/dana/"):
        assert {path for path in pages if path.startswith(f"{top}page/")} == {f"{top}page/1/", f"{top}page/2/"}
        shown = [pages[path].view for path in (top, f"{top}page/2/", f"{top}page/1/")]
        titles = [card.title for view in shown for card in (*newest(view), *view.stories)]
        assert titles == [f"S{n}" for n in range(9, 0, -1)]
        assert [(view.first, view.head.indexed) for view in shown[:2]] == [(True, True), (False, False)]
        assert [getattr(view, "count", 9) for view in shown[:2]] == [9, 9], "all its stories, not the screen's"
    assert "/good/page/1/" not in pages
