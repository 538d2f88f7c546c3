"""Where each file of content/ stands in the site, and which references lead nowhere."""

from typing import Literal
from unicodedata import normalize
from urllib.parse import quote, unquote

import pytest

from generator.fields.yaml_values import as_value
from generator.markup import FileReference, ImageReference, SiteReference
from generator.site.files import nearest_file
from tests.conftest import MakeSite
from tests.site.linking import link
from tests.sites import comment, story

PNG = b"\x89PNG"


def test_every_file_has_its_place(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", slug="first"),
            "content/stories/2024-01-02-b/index.md": story("B"),
            "content/stories/2024-01-02-b/box.png": PNG,
            "content/stories/2024-01-02-b/deep/er.png": PNG,
            "content/stories/loose.png": PNG,
            "content/stories/no-story/x.png": PNG,
            "content/stories/2024-01-03-c/index.md": story("C", draft="true"),
            "content/stories/2024-01-03-c/secret.png": PNG,
            "content/stories/2024-01-04-d.md": story("D", draft="true"),
            "content/companies/acme.md": "---\nname: Acme\n---\n",
            "content/companies/logo.png": PNG,
            "content/authors/dana.md": "---\nname: Dana\n---\n",
            "content/authors/dana.jpg": PNG,
            "content/tags/refunds.md": "---\nname: Refunds\n---\n",
            "content/tags/coin.png": PNG,
            "content/comments/2024-01-02-b/kim.md": comment(date="2024-01-03"),
            "content/pages/about.md": "---\ntitle: About\n---\n",
            "content/pages/about/team.md": "---\ntitle: Team\n---\n",
            "content/pages/about/plan.png": PNG,
            "content/static/.well-known/security.txt": "x",
            "content/static/robots.txt": "x",
        }
    )
    assert dict(link(site).site.files) == {
        "stories/2024-01-01-a.md": "/stories/first/",
        "stories/2024-01-02-b/index.md": "/stories/b/",
        "stories/2024-01-02-b/box.png": "/stories/b/box.png",
        "stories/2024-01-02-b/deep/er.png": "/stories/b/deep/er.png",
        "stories/loose.png": "/stories/loose.png",
        "stories/no-story/x.png": "/stories/no-story/x.png",
        "stories/2024-01-03-c/index.md": None,
        "stories/2024-01-03-c/secret.png": None,
        "stories/2024-01-04-d.md": None,
        "companies/acme.md": "/companies/acme/",
        "companies/logo.png": "/companies/logo.png",
        "authors/dana.md": "/authors/dana/",
        "authors/dana.jpg": "/authors/dana.jpg",
        "tags/refunds.md": "/tags/refunds/",
        "tags/coin.png": "/tags/coin.png",
        "pages/about.md": "/about/",
        "pages/about/team.md": "/about/team/",
        "pages/about/plan.png": "/about/plan.png",
        "static/.well-known/security.txt": "/.well-known/security.txt",
        "static/robots.txt": "/robots.txt",
    }


def test_a_preview_gives_a_drafts_pictures_their_place(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-03-c/index.md": story("C", draft="true"),
            "content/stories/2024-01-03-c/secret.png": PNG,
        }
    )
    files = link(site, include_held_back=True).site.files
    assert files["stories/2024-01-03-c/index.md"] == "/stories/c/"
    assert files["stories/2024-01-03-c/secret.png"] == "/stories/c/secret.png"


def test_a_link_to_a_file_that_is_not_there_is_named_with_its_line_and_the_nearest(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", "One.\n\nSee [this](2024-01-02-bee.md).\n\n![box](box.pgn)"),
            "content/stories/2024-01-02-bees.md": story("B"),
            "content/stories/box.png": PNG,
        }
    )
    assert link(site).said == (
        (
            "content/stories/2024-01-01-a.md:7: there is no file content/stories/2024-01-02-bee.md."
            " Did you mean '2024-01-02-bees.md'?"
        ),
        ("content/stories/2024-01-01-a.md:9: there is no file content/stories/box.pgn. Did you mean 'box.png'?"),
    )


AWKWARD = (
    "my box (1).png", "it's done.png", "[done] box.png", "50% off #1.png", "a & b.png", "box: two.png", "größe 靴.png", "- dash.png", "@home box.png",
    "*star* box.png", "`tick` box.png", "www.box.png", "<b> box.png", "a box?.png", "“curly” box.png", "{x} box.png", "a_b_box.png", "~box.png",
    "!box.png", "1.10.png", 'the "box".png', "box, two.png", "box - two.png", "box..two.png", "box|two.png", "a%20box.png", "&amp; box.png", "a--box.png",
)  # fmt: skip
"""Names that Markdown, an address or front matter would take for something else."""


def suggested(said: str) -> str:
    """What a message says that was meant."""
    return said.split(" Did you mean '", 1)[1].removesuffix("'?")


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("folder", ["stories", "stories/2024-01-01-a", "static/images", "authors"])
def test_the_name_that_is_suggested_for_a_picture_can_be_pasted(folder: str, name: str, make_site: MakeSite) -> None:
    source, picture = "content/stories/2024-01-01-a/index.md", f"content/{folder}/{name}"
    wrong = name.removesuffix(".png") + ".gif"
    for text in ("![A box](FILE)", "[a box](FILE)", '<img src="FILE" alt="">'):
        site = make_site({source: story("A", text.replace("FILE", f"./{quote(wrong)}")), picture: PNG}, folder="body")
        (said,) = link(site).said
        site.write(source, story("A", text.replace("FILE", suggested(said))))
        linked = link(site)
        assert linked.said == (), suggested(said)
        (found,) = linked.story("A").story.body.references
        if isinstance(found, SiteReference):
            assert unquote(found.path) == f"/{folder}/{name}".removeprefix("/static")
        else:
            assert isinstance(found, FileReference | ImageReference)
            assert found.path == f"{folder}/{name}"
    site = make_site({source: story("A", image=as_value(f"./{wrong}")), picture: PNG}, folder="front")
    (said,) = link(site).said
    site.write(source, story("A", image=suggested(said)))
    linked = link(site)
    assert linked.said == (), suggested(said)
    image = linked.story("A").story.image
    assert image is not None
    assert image.path == f"{folder}/{name}"


NAMES = (
    "stories/2024-01-03-b.md",
    "stories/2024-02-02-the-kettle/index.md",
    "stories/2024-02-03-kettles.md",
    "stories/2024-02-02-the-kettle/box.png",
    "companies/kettles.md",
    "static/images/doorstep.png",
)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("stories/zz.md", ""),
        ("stories/2024-01-03-zz.md", ""),
        ("stories/2024-01-04-b.md", "stories/2024-01-03-b.md"),
        ("stories/the-ketle.md", "stories/2024-02-02-the-kettle/index.md"),
        ("stories/2024-02-02-the-kettle.md", "stories/2024-02-02-the-kettle/index.md"),
        ("stories/kettles.md", "stories/2024-02-03-kettles.md"),
        ("company/kettles.md", "companies/kettles.md"),
        ("stories/doorstep.jpg", "static/images/doorstep.png"),
        ("stories/2024-02-03-kettles.html", "stories/2024-02-03-kettles.md"),
        ("stories/2024-02-02-the-kettle/xob.png", ""),
    ],
)
def test_the_nearest_file_is_the_one_with_the_nearest_name_of_its_own(path: str, near: str) -> None:
    """The folder, the date and the ending are alike in all."""
    assert nearest_file(path, NAMES) == near
    assert nearest_file(path, reversed(NAMES)) == near


def test_a_link_that_only_asks_names_no_file(make_site: MakeSite) -> None:
    (problem,) = make_site({"content/stories/2024-01-01-a.md": story("A", "[x](?page=2)")}).problems()
    assert problem == (
        "content/stories/2024-01-01-a.md:5: '?page=2' names no page. Write the name of a file or a path before the ?."
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/companies/acme.md", "---\nname: Acme\n---\n\n[x](gone.md)\n"),
        ("content/authors/dana.md", "---\nname: Dana\n---\n\n[x](gone.md)\n"),
        ("content/pages/about.md", "---\ntitle: About\n---\n\n[x](gone.md)\n"),
        ("content/tags/refunds.md", "---\nname: Refunds\n---\n\n[x](gone.md)\n"),
    ],
)
def test_the_texts_of_companies_authors_pages_and_tags_are_looked_at_too(
    path: str, text: str, make_site: MakeSite
) -> None:
    (said,) = link(make_site({path: text})).said
    assert said.startswith(f"{path}:5: there is no file content/{path.split('/')[1]}/gone.md.")


def test_the_notes_of_updates_and_the_texts_of_replies_are_looked_at_too(make_site: MakeSite) -> None:
    text = story(
        "A",
        company="Acme",
        updates="\n  - date: 2024-02-01\n    note: |\n      Paid.\n\n      [x](gone.md)",
        reply="\n  from: Kim\n  text: '![y](gone.png)'",
    )
    assert [said.split(" Did")[0] for said in link(make_site({"content/stories/2024-01-01-a.md": text})).said] == [
        "content/stories/2024-01-01-a.md:9: there is no file content/stories/gone.md. Put the file there, or correct the path.",
        "content/stories/2024-01-01-a.md:12: there is no file content/stories/gone.png. Put the file there, or correct the path.",
    ]


def test_a_storys_picture_and_an_authors_photo_have_to_be_there(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", image="box.png"),
            "content/stories/2024-01-02-b.md": story("B", image="/images/box.png"),
            "content/stories/2024-01-03-c.md": story("C", image="\n  alt: A box\n  src: bx.png"),
            "content/authors/dana.md": "---\nname: Dana\nphoto: dana.jpg\n---\n",
        }
    )
    assert [said.split(" Did")[0] for said in link(site).said] == [
        "content/stories/2024-01-01-a.md:3:8: image: there is no file content/stories/box.png. Put the file there, or correct the path.",
        "content/stories/2024-01-02-b.md:3:8: image: there is no file content/static/images/box.png. Put the file there, or correct the path.",
        "content/stories/2024-01-03-c.md:5:8: image: there is no file content/stories/bx.png. Put the file there, or correct the path.",
        "content/authors/dana.md:3:8: photo: there is no file content/authors/dana.jpg. Put the file there, or correct the path.",
    ]


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_text", ["NFC", "NFD"])
def test_a_file_is_found_whatever_the_unicode_form_of_its_name(
    in_text: Literal["NFC", "NFD"], on_disk: Literal["NFC", "NFD"], make_site: MakeSite
) -> None:
    """A Mac decomposes the names of files and some editors what is typed."""
    picture = normalize(on_disk, "content/stories/grüße.png")
    text = normalize(in_text, story("A", "![x](grüße.png) [y](gr%C3%BC%C3%9Fe.png)", image="grüße.png"))
    linked = link(make_site({"content/stories/2024-01-01-a.md": text, picture: PNG}))
    assert linked.said == ()
    assert linked.site.files["stories/grüße.png"] == "/stories/grüße.png"


@pytest.mark.parametrize("held", ["draft: true", "date: 2030-01-01"])
def test_a_link_to_a_story_held_back_is_a_warning(held: str, make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", "[next](2024-01-02-b.md)"),
            "content/stories/2024-01-02-b.md": f"---\ntitle: B\n{held}\n---\n",
        }
    )
    assert link(site).said == (
        (
            "content/stories/2024-01-01-a.md:5: warning: content/stories/2024-01-02-b.md is not published yet, so the link"
            " to it is left out. It appears when that story is published."
        ),
    )
    assert link(site, include_held_back=True).said == ()


def test_the_references_of_a_draft_are_looked_at_when_it_is_shown(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", "[x](gone.md)", draft="true")})
    assert link(site).said == ()
    assert len(link(site, include_held_back=True).said) == 1


def test_pages_stand_in_the_order_of_their_numbers_and_those_without_last(make_site: MakeSite) -> None:
    numbers = {"zoo": "nav: 1", "about": "nav: 20", "team": "nav: 3", "more": "", "home": "nav: 0", "also": "nav: 3"}
    site = make_site({f"content/pages/{name}.md": f"---\ntitle: X\n{nav}\n---\n" for name, nav in numbers.items()})
    paths = [page.path for page in link(site).site.pages]
    assert paths == ["/home/", "/zoo/", "/also/", "/team/", "/about/", "/more/"]


def test_years_stand_newest_first_with_their_stories(make_site: MakeSite) -> None:
    days = ("2022-12-31", "2024-01-01", "2024-12-31", "2023-06-01")
    linked = link(make_site({f"content/stories/{day}-s.md": story(day) for day in days}))
    assert [(year.path, [told.story.title for told in year.stories]) for year in linked.site.years] == [
        ("/archive/2024/", ["2024-12-31", "2024-01-01"]),
        ("/archive/2023/", ["2023-06-01"]),
        ("/archive/2022/", ["2022-12-31"]),
    ]
