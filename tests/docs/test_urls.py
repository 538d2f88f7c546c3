"""docs/reference/urls.md lists every address of a site, and no other; its slugs are those that Firsthand makes."""

import re

import pytest

from generator.output import RESERVED
from generator.urls import LONGEST_SLUG, slugify
from tests.conftest import MakeSite
from tests.docs.reading import FEEDS, URLS, code, section, table
from tests.sites import DOT, SITE_TOML, comment, story

LISTED = [code(row["Address"]) for row in table(section(URLS, "Addresses of a site").text, "Address")]
WHOLE = {
    "site.toml": SITE_TOML + "[build]\npaginate = 1\n",
    "content/companies/acme.md": "---\nname: Acme\n---\n",
    "content/authors/dana.md": "---\nname: Dana\n---\n",
    "content/tags/letters.md": "---\nname: letters\n---\n",
    "content/pages/about.md": "---\ntitle: About\n---\nWe.\n",
    "content/comments/2024-01-01-a/b.md": comment(date="2024-01-02"),
} | {
    f"content/stories/2024-01-0{day}-{name}.md": story(
        name, company="Acme", author="dana", tags="letters", verdict="bad", outcome="unresolved"
    )
    for day, name in enumerate("abc", start=1)
}
"""A site with every kind of page, and lists of several pages."""


TEXTS = {
    "stories": story("A story", "![A kettle.](kettle.png)"),
    "comments": comment(date="2026-11-23"),
    "pages": "---\ntitle: A page\n---\nText.\n",
}
"""A text for each folder whose files need one."""


def pattern(address: str) -> re.Pattern[str]:
    """What a listed address stands for, with the further pages of its list."""
    parts = re.split(r"(<\w+>)", address)
    one = "".join("[^/]+" if part.startswith("<") else re.escape(part) for part in parts)
    return re.compile(rf"{one}(page/\d+/)?" if address.endswith("/") else one)


def addresses(make_site: MakeSite) -> set[str]:
    site = make_site(WHOLE)
    site.build()
    return {f"/{path.removesuffix('index.html')}" for path in site.tree()}


def test_every_page_of_a_site_has_a_listed_address_and_every_listed_address_a_page(make_site: MakeSite) -> None:
    built = addresses(make_site)
    single = [address for address in LISTED if address != "/<page>/"]
    by_listed = {address: {one for one in built if pattern(address).fullmatch(one)} for address in single}
    assert [address for address, found in by_listed.items() if not found] == []
    assert built - set().union(*by_listed.values()) == {"/about/"}
    assert "/<page>/" in LISTED


def test_the_feeds_are_those_that_the_page_about_feeds_lists() -> None:
    rows = table(section(FEEDS, "Feeds of a site").text, "Address")
    listed = {address for row in rows for address in re.findall(r"`([^`]+)`", row["Address"])}
    assert listed == {address for address in LISTED if address.endswith((".xml", ".json"))} - {"/sitemap.xml"}


ROWS = table(section(URLS, "Content files").text, "File in `content/`")
FILES = {f"content/{code(row['File in `content/`'])}": row["Address"] for row in ROWS}


@pytest.mark.parametrize("path", [path for path, address in FILES.items() if "`" in address])
def test_a_content_file_has_the_address_in_its_row(path: str, make_site: MakeSite) -> None:
    story_itself = "content/stories/2026-11-22-the-kettle/index.md"
    files: dict[str, str | bytes] = {path: TEXTS.get(path.split("/")[1], "---\n---\n")}
    if path.startswith(story_itself.removesuffix("index.md")):
        files = {story_itself: TEXTS["stories"], story_itself.replace("index.md", "kettle.png"): DOT}
    elif path.endswith(".png"):
        files = {path: DOT}
    else:
        files = {path: str(files[path]).replace("![A kettle.](kettle.png)", "No picture.")}
    site = make_site(files)
    site.now = site.now.replace(year=2027)
    site.build()
    assert code(FILES[path]) in {f"/{built.removesuffix('index.html')}" for built in site.tree()}


@pytest.mark.parametrize("row", table(section(URLS, "Slugs").text, "Name"), ids=lambda row: row["Name"])
def test_a_name_has_the_slug_in_its_row(row: dict[str, str]) -> None:
    assert slugify(row["Name"]) == code(row["Slug"])


def test_the_limits_and_names_of_the_page_are_those_of_the_code() -> None:
    assert f"at most {LONGEST_SLUG} characters" in section(URLS, "Slugs").text
    reserved = re.search(r"The names (.+) are reserved", section(URLS, "Addresses of a site").text)
    assert reserved
    assert set(re.findall(r"`([^`]+)`", reserved[1])) == RESERVED
