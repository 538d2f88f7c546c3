"""One tree for every place: under a host, under a repository's path, under an own domain."""

import re

import msgspec
import pytest

from generator.feeds import FeedView
from generator.pages.frame import make_frame
from tests.conftest import MakeSite
from tests.pages.planning import URLS, at, plan
from tests.sites import story

SITE = {
    "content/stories/2024-01-01-a.md": story(
        "A",
        "[b](2024-01-02-b/index.md) ![box](box.png) [tags](/tags/)",
        company="Acme",
        aliases="[/old/]",
        image="box.png",
    ),
    "content/stories/2024-01-02-b/index.md": story("B", tags="[Grüße]", author="dana", verdict="good"),
    "content/stories/box.png": b"png",
    "content/companies/acme.md": "---\nname: Acme\n---\n\n[a](../stories/2024-01-01-a.md)\n",
    "content/authors/dana.md": "---\nname: Dana\nphoto: /dana.jpg\n---\n",
    "content/static/dana.jpg": b"jpg",
    "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\n\n[feed](/feed.xml)\n",
}


@pytest.mark.parametrize("url", URLS)
def test_every_page_says_its_own_address_in_full_and_as_a_path(url: str, make_site: MakeSite) -> None:
    base = "/" + url.split("/", 3)[3]
    planned = plan(make_site(SITE | at(url)))
    heads = {path: page.view.head for path, page in planned.pages.items() if hasattr(page.view, "head")}
    assert len(heads) > 15
    for path, head in heads.items():
        quoted = path.replace("ü", "%C3%BC").replace("ß", "%C3%9F").removeprefix("/")
        assert head.url == base + quoted
        assert head.canonical == url + quoted


def test_nothing_but_the_address_of_the_site_changes_with_it(make_site: MakeSite) -> None:
    """No link, picture, canonical or feed entry anywhere that forgets the base path or has it twice."""
    texts = []
    for base in ("/repo/", "/another-repo/"):
        planned = plan(make_site(SITE | at(f"https://name.github.io{base}"), folder=base.strip("/")))
        views = {path: page.view for path, page in planned.pages.items() if path != "/robots.txt"}
        text = msgspec.json.encode((make_frame(planned.site), views)).decode()
        assert f"{base}{base.strip('/')}/" not in text
        # The hash of a page's data changes with the addresses in it.
        texts.append(re.sub('"sha256-[^"]+"', "", text.replace(base, "/")))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("url", URLS)
def test_every_address_in_every_view_leads_into_the_site(url: str, make_site: MakeSite) -> None:
    base = "/" + url.split("/", 3)[3]
    planned = plan(make_site(SITE | at(url)))
    for page in planned.pages.values():
        for value in strings(msgspec.to_builtins(page.view)):
            if value.startswith("/") and page.kind != "hosting":
                assert value.startswith(base), (page.path, value)


@pytest.mark.parametrize("url", URLS)
def test_a_feed_has_full_addresses_alone(url: str, make_site: MakeSite) -> None:
    planned = plan(make_site(SITE | at(url)))
    view = planned.view("/feed.xml", FeedView)
    (told,) = (entry for entry in view.entries if entry.title == "A")
    assert (view.home, view.address) == (url, f"{url}feed.xml")
    assert (told.url, told.image) == (f"{url}stories/a/", f"{url}stories/box.png")
    assert f'href="{url}stories/b/"' in told.content
    assert f'src="{url}stories/box.png"' in told.content
    assert f'href="{url}tags/"' in told.content


def strings(value: object) -> list[str]:
    """Every text in a view that is an address or could be one."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in strings(inner)]
    return []
