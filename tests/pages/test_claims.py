"""No output silently takes the place of another: two that claim one address are named with both sources."""

import pytest

from tests.conftest import MakeSite
from tests.sites import SITE_TOML, story

A, B = "content/stories/2024-01-01-a.md", "content/stories/2024-01-02-b.md"

CLAIMS = {
    "two slugs": (
        {A: story("A", slug="x"), B: story("B", slug="x")},
        (
            f"{B}:3:7: this story and {A} have the same address, /stories/x/."
            " Give one of them another slug, such as slug: x-2."
        ),
    ),
    "an alias and a story": (
        {A: story("A"), B: story("B", aliases="[/stories/a/]")},
        f"{B}:3:11: this alias and {A} have the same address, /stories/a/. Delete the alias or change it.",
    ),
    "an alias of an earlier story": (
        {A: story("A", aliases="[/stories/b/]"), B: story("B")},
        f"{A}:3:11: this alias and {B} have the same address, /stories/b/. Delete the alias or change it.",
    ),
    "two aliases": (
        {A: story("A", aliases="[/old/]"), B: story("B", aliases="[/old]")},
        f"{B}:3:11: this alias and the alias at {A}:3:11 have the same address, /old/. Delete the alias or change it.",
    ),
    "an alias and a list": (
        {A: story("A", aliases="[/tags/]")},
        f"{A}:3:11: this alias and the list of tags have the same address, /tags/. Delete the alias or change it.",
    ),
    "a page and a list": (
        {"content/pages/tags.md": "---\ntitle: T\n---\n"},
        "content/pages/tags.md: this page and the list of tags have the same address, /tags/. Rename this file.",
    ),
    "two pages": (
        dict.fromkeys(("content/pages/a.md", "content/pages/a/index.md"), "---\ntitle: T\n---\n"),
        (
            "content/pages/a/index.md: this page and content/pages/a.md have the same address, /a/."
            " Rename one of the files."
        ),
    ),
    "a static file and a page": (
        {"content/static/tags/index.html": "x"},
        (
            "content/static/tags/index.html: this file and the list of tags have the same address, /tags/."
            " Rename this file."
        ),
    ),
    "a static file and a story": (
        {A: story("A"), "content/static/stories/a/index.html": "x"},
        f"content/static/stories/a/index.html: this file and {A} have the same address, /stories/a/. Rename this file.",
    ),
    "letter case": (
        {A: story("A", aliases="[/Tags/]")},
        (
            f"{A}:3:11: this alias and the list of tags have addresses that differ only in letter case, /Tags/ and /tags/."
            " Some web servers cannot tell them apart. Delete the alias or change it."
        ),
    ),
    "Unicode form": (
        {A: story("A", aliases="[/\u00fc/]"), B: story("B", aliases="[/u\u0308/]")},
        (
            f"{B}:3:11: this alias and the alias at {A}:3:11 have addresses that differ only in the Unicode form of a"
            " letter, /u\u0308/ and /\u00fc/. Some web servers cannot tell them apart. Delete the alias or change it."
        ),
    ),
    "a file and a folder": (
        {"content/static/tags": "x"},
        (
            "content/static/tags: this file and the list of tags cannot both exist: /tags is a file, and /tags/ needs a"
            " folder of that name. Rename this file."
        ),
    ),
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_two_that_claim_one_address_are_a_problem_naming_both(claim: str, make_site: MakeSite) -> None:
    """The problem is at the one that an author can change."""
    files, said = CLAIMS[claim]
    site = make_site(files)
    assert site.problems() == (said,)
    assert site.tree() == {}


def test_a_file_of_a_story_may_not_take_the_place_of_the_story(make_site: MakeSite) -> None:
    folder = "content/stories/2024-01-01-a"
    site = make_site({f"{folder}/index.md": story("A", "[x](index.html)"), f"{folder}/index.html": "x"})
    (problem,) = site.problems()
    assert f"{folder}/index.html" in problem
    assert f"{folder}/index.md" in problem


def test_claims_are_told_with_everything_else_that_is_wrong(make_site: MakeSite) -> None:
    site = make_site(
        {
            A: story("A", "[x](gone.md)", slug="x"),
            B: story("B", slug="x", tag="fees", tags="[One]"),
            "content/stories/2024-01-03-c.md": story("C", tags="[one]"),
            "content/pages/tags.md": "---\ntitle: T\nfoo: 1\n---\n",
        }
    )
    said = sorted(problem.split(": ", 1)[1][:12] for problem in site.problems())
    assert said == ["foo is not a", "tag is not a", "there is no ", "this page an", "this story a", "warning: tag"]


def test_claims_are_told_where_site_toml_has_a_mistake(make_site: MakeSite) -> None:
    site = make_site({A: story("A", slug="x"), B: story("B", slug="x"), "site.toml": SITE_TOML + "[feeds]\nx = 1\n"})
    claim, unknown = site.problems()
    assert claim.startswith(f"{B}:3:7: this story and {A} have the same address, /stories/x/.")
    assert unknown.startswith("site.toml:7:1: feeds.x is not a key")


def test_warnings_are_told_beside_a_claim(make_site: MakeSite) -> None:
    draft = story("D", draft="true")
    linked = story("A", "[x](2024-01-04-d.md)", slug="x")
    site = make_site({A: linked, B: story("B", slug="x"), "content/stories/2024-01-04-d.md": draft})
    warning, claim = site.problems()
    assert "not published yet" in warning
    assert "have the same address" in claim


def test_a_withdrawn_storys_address_is_claimed_too(make_site: MakeSite) -> None:
    site = make_site({A: story("A", slug="x"), B: story("B", withdrawn="2024-02-02", slug="x")})
    (problem,) = site.problems()
    assert problem.startswith(f"{B}:4:7: this story and {A} have the same address, /stories/x/.")


def test_an_alias_with_a_name_of_firsthands_own_books_is_named_in_its_story(make_site: MakeSite) -> None:
    site = make_site({A: story("A", aliases="[/old/, /.firsthand-files]")})
    assert site.problems()[0].startswith(f"{A}:3:18: Firsthand needs the name .firsthand-files for itself.")


def test_an_alias_that_no_disk_could_hold_is_named_in_its_story(make_site: MakeSite) -> None:
    site = make_site({A: story("A", aliases=f"[/ok/, /{'x' * 300}/]")})
    assert site.problems() == (
        f"{A}:3:17: '{'x' * 57}…' is too long: a part of an address has at most 255 bytes. Make it shorter.",
    )
