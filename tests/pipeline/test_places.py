"""What only the whole site shows to be wrong is told with the line and column at which it is written."""

import pytest

from tests.conftest import MakeSite
from tests.sites import SITE_TOML, story

A, B = "content/stories/2024-01-01-a.md", "content/stories/2024-01-02-b.md"
ABOUT = "content/pages/about.md"


@pytest.mark.parametrize(
    ("toml", "place"),
    [
        ('[theme]\nname = "nope"', "7:8: there is no theme 'nope'."),
        ("[theme.options]\nwidth = 1", "7:9: theme.options.width is not an option of the theme 'counter'."),
        ("[theme]\noptions = {width = 1}", "7:20: theme.options.width is not an option of the theme 'counter'."),
        ('logo = "/x.png"', "6:8: site.logo: no file of the site has the address '/x.png'."),
        ('[[nav]]\ntitle = "X"\nurl = "pages/gone.md"', "8:7: nav: there is no file content/pages/gone.md."),
        ('[[nav]]\ntitle = "A"\nurl = "/"\n[[nav]]\ntitle="X"\nurl="pages/gone.md"', "11:5: nav: there is no file"),
    ],
)
def test_in_site_toml(toml: str, place: str, make_site: MakeSite) -> None:
    (problem,) = make_site({"site.toml": SITE_TOML + toml}).problems()
    assert problem.startswith(f"site.toml:{place}")


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({A: story("A", image="box.png")}, f"{A}:3:8: image: there is no file"),
        ({A: story("A", image="\n  src: box.png")}, f"{A}:4:8: image: there is no file"),
        (
            {"content/authors/dana.md": "---\nphoto: dana.png\n---\n"},
            "content/authors/dana.md:2:8: photo: there is no file",
        ),
        ({A: story("A", id="one"), B: story("B", id="one")}, f"{B}:3:5: id: 'one' is also the id of"),
        ({A: story("A", slug="x"), B: story("B", slug="x")}, f"{B}:3:7: this story and {A} have the same address"),
        ({A: story("A", aliases="\n  - /x/\n  - /tags/")}, f"{A}:5:5: this alias and the list of tags"),
        (
            {A: story("A", series="S", part="1"), B: story("B", series="S", part="1")},
            f"{B}:4:7: part: content/stories/2024-01-01-a.md is part 1 of 'S', too.",
        ),
        ({A: story("A", updated="2030-01-01")}, f"{A}:3:10: updated: 2030-01-01 is in the future."),
        (
            {A: story("A", updates="\n  - date: 2030-01-01\n    note: x")},
            f"{A}:4:11: updates: 2030-01-01 is in the future.",
        ),
        (
            {A: story("A"), "content/comments/2024-01-01-a/2024-01-02-x.md": "---\nauthor: X\nreply_to: y\n---\nx"},
            "content/comments/2024-01-01-a/2024-01-02-x.md:3:11: reply_to: there is no comment",
        ),
        (
            {A: story("A", company="[Acme, Fish & Chips]"), B: story("B", mentions="[Zeta, Fish-Chips]")},
            f"{B}:3:18: company 'Fish-Chips' would share the address",
        ),
        (
            {
                "content/companies/a.md": "---\nname: A\naliases: [X]\n---\n",
                "content/companies/b.md": "---\nname: B\naliases:\n  - Y\n  - x\n---\n",
            },
            "content/companies/b.md:5:5: company 'x' is a name or an alias in content/companies/a.md, too.",
        ),
    ],
)
def test_in_front_matter(files: dict[str, str], place: str, make_site: MakeSite) -> None:
    (problem,) = make_site(files).problems()
    assert problem.startswith(place)


def test_it_is_remembered_and_moves_with_the_text(make_site: MakeSite) -> None:
    site = make_site({A: story("A", id="one"), B: story("B", id="one")})
    first = site.problems()
    assert site.problems() == first
    site.replace(B, "title: B", "# A remark\n\ntitle: B")
    assert site.problems()[0].startswith(f"{B}:5:5: id: ")


def test_a_change_of_place_alone_changes_no_page(make_site: MakeSite) -> None:
    site = make_site({A: story("A", slug="x", aliases="[/y/]")})
    site.build()
    site.replace(A, "slug", "\n\nslug")
    assert site.build().written == ()
