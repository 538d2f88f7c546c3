"""Permanent ids: no subscriber is shown a story again because its address changed, and no two stories are one."""

import pytest

from tests.conftest import MakeSite
from tests.site.linking import link
from tests.sites import story

TOML = '[site]\ntitle = "Told"\nurl = "{url}"\n{id}\n[build]\npermalink = "{permalink}"\n'
STORIES = {
    "content/stories/2024-01-01-a.md": story("A"),
    "content/stories/2024-01-02-b/index.md": story("B"),
    "content/stories/2024-01-03-c.md": story("C", id='"tag:told.example,2024:c"'),
}


def ids(
    make_site: MakeSite, folder: str, files: dict[str, str], *, url: str = "https://told.example/", **keys: str
) -> set[str]:
    id_ = f'id = "{keys["id"]}"' if "id" in keys else ""
    text = TOML.format(url=url, id=id_, permalink=keys.get("permalink", "/stories/{slug}/"))
    return {told.id for told in link(make_site({"site.toml": text, **files}, folder=folder)).site.stories}


def test_an_id_outlives_a_new_domain_and_a_new_pattern_of_addresses(make_site: MakeSite) -> None:
    first = ids(make_site, "1", STORIES, id="told")
    moved = ids(make_site, "2", STORIES, id="told", url="https://elsewhere.example/blog/", permalink="/{year}/{slug}/")
    assert first == moved
    assert len(first) == 3


def test_an_id_outlives_a_new_title_slug_date_and_a_folder_of_its_own(make_site: MakeSite) -> None:
    before = ids(make_site, "1", {"content/stories/2024-01-01-a.md": story("A")}, id="told")
    changed = story("New title", slug="new", date="2025-05-05")
    assert ids(make_site, "2", {"content/stories/2024-01-01-a/index.md": changed}, id="told") == before


def test_two_sites_give_the_same_file_different_ids(make_site: MakeSite) -> None:
    file = {"content/stories/2024-01-01-a.md": story("A")}
    found = [
        ids(make_site, "1", file, id="told"),
        ids(make_site, "2", file, id="other"),
        ids(make_site, "3", file),
        ids(make_site, "4", file, url="https://told.example/repo/"),
    ]
    assert len(set.union(*found)) == 4


def test_without_an_id_of_the_site_its_address_stands_in_whatever_its_scheme(make_site: MakeSite) -> None:
    file = {"content/stories/2024-01-01-a.md": story("A")}
    assert ids(make_site, "1", file) == ids(make_site, "2", file, url="http://TOLD.example")


def test_an_id_is_a_uri(make_site: MakeSite) -> None:
    found = ids(make_site, "1", STORIES, id="told")
    assert "tag:told.example,2024:c" in found
    assert all(one.startswith(("urn:uuid:", "tag:")) for one in found)


@pytest.mark.parametrize("first", ["2024-01-01-a", "2024-01-02-b"])
def test_two_stories_of_one_id_are_a_problem_naming_both(first: str, make_site: MakeSite) -> None:
    texts = {"2024-01-01-a": story("A", id="one"), "2024-01-02-b": story("B", id="one")}
    order = sorted(texts, key=lambda name: name != first)
    site = make_site({f"content/stories/{name}.md": texts[name] for name in order})
    assert link(site).said == (
        (
            "content/stories/2024-01-02-b.md:3:5: id: 'one' is also the id of content/stories/2024-01-01-a.md."
            " Give each story its own id, or delete the line."
        ),
    )
