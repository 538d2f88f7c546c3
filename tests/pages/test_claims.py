"""No output silently takes the place of another: two that claim one address are named with both sources."""

import pytest

from tests.conftest import MakeSite
from tests.sites import SITE_TOML, story

A, B = "content/stories/2024-01-01-a.md", "content/stories/2024-01-02-b.md"

CLAIMS = {
    "two slugs": (
        {A: story("A", slug="x"), B: story("B", slug="x")},
        f"{B}:3:7: this and {A} have the address /stories/x/.",
    ),
    "an alias and a story": (
        {A: story("A"), B: story("B", aliases="[/stories/a/]")},
        f"{B}:3:11: this and {A} have the address /stories/a/.",
    ),
    "two aliases": (
        {A: story("A", aliases="[/old/]"), B: story("B", aliases="[/old]")},
        f"{B}:3:11: this and {A} have the address /old/.",
    ),
    "an alias and a list": (
        {A: story("A", aliases="[/tags/]")},
        f"{A}:3:11: this and the list of tags have the address /tags/.",
    ),
    "a page and a list": (
        {"content/pages/tags.md": "---\ntitle: T\n---\n"},
        "content/pages/tags.md: this and the list of tags have the address /tags/.",
    ),
    "a static file and a page": (
        {"content/static/tags/index.html": "x"},
        "content/static/tags/index.html: this and the list of tags have the address /tags/.",
    ),
    "letter case": (
        {A: story("A", aliases="[/Tags/]")},
        f"{A}:3:11: this and the list of tags differ only in spelling, or as file and folder, in the address /Tags/.",
    ),
    "a file and a folder": (
        {"content/static/tags": "x"},
        "content/static/tags: this and the list of tags differ only in spelling, or as file and folder, in the address /t",
    ),
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_two_that_claim_one_address_are_a_problem_naming_both(claim: str, make_site: MakeSite) -> None:
    """Told at the one that an author can mend."""
    files, said = CLAIMS[claim]
    site = make_site(files)
    (problem,) = site.problems()
    assert problem.startswith(said)
    assert problem.endswith(" Give one of them another slug, alias or name.")
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
    assert said == ["foo is not a", "tag is not a", "there is no ", "this and con", "this and the", "warning: tag"]


def test_claims_are_told_where_site_toml_has_a_mistake(make_site: MakeSite) -> None:
    site = make_site({A: story("A", slug="x"), B: story("B", slug="x"), "site.toml": SITE_TOML + "[feeds]\nx = 1\n"})
    claim, unknown = site.problems()
    assert claim.startswith(f"{B}:3:7: this and {A} have the address /stories/x/.")
    assert unknown.startswith("site.toml:7:1: feeds.x is not a key")


def test_warnings_are_told_beside_a_claim(make_site: MakeSite) -> None:
    draft = story("D", draft="true")
    linked = story("A", "[x](2024-01-04-d.md)", slug="x")
    site = make_site({A: linked, B: story("B", slug="x"), "content/stories/2024-01-04-d.md": draft})
    warning, claim = site.problems()
    assert "not published yet" in warning
    assert "have the address" in claim


def test_a_withdrawn_storys_address_is_claimed_too(make_site: MakeSite) -> None:
    site = make_site({A: story("A", slug="x"), B: story("B", withdrawn="2024-02-02", slug="x")})
    (problem,) = site.problems()
    assert problem.startswith(f"{B}:4:7: this and {A} have the address /stories/x/.")


def test_an_alias_with_a_name_of_firsthands_own_books_is_named_in_its_story(make_site: MakeSite) -> None:
    site = make_site({A: story("A", aliases="[/old/, /.firsthand-files]")})
    assert site.problems()[0].startswith(f"{A}:3:18: Firsthand keeps its own books under this name.")
