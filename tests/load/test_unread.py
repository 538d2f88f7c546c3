"""A text that nothing reads, for the end of its name or the lack of one, is named: no story stays away in silence."""

import pytest

from tests.conftest import MakeSite
from tests.load.reading import content, said
from tests.sites import story

A = "content/stories/2024-01-01-a.md"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/stories/2024-01-02-b.MD", "Rename it to 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b.markdown", "Rename it to 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b.txt", "Write it in Markdown and save it as 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b.md.txt", "Write it in Markdown and save it as 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b.html", "Write it in Markdown and save it as 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b.docx", "Write it in Markdown and save it as 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b", "Write it in Markdown and save it as 2024-01-02-b.md."),
        ("content/stories/2024-01-02-b/index.MD", "Rename it to index.md."),
        ("content/stories/2024-01-02-b/index.html", "Write it in Markdown and save it as index.md."),
        ("content/companies/acme.MD", "Rename it to acme.md."),
        ("content/authors/dana.txt", "Write it in Markdown and save it as dana.md."),
        ("content/tags/fees.Md", "Rename it to fees.md."),
        ("content/comments/2024-01-01-a/2024-01-02-lee.txt", "Write it in Markdown and save it as 2024-01-02-lee.md."),
        ("content/pages/about.html", "Write it in Markdown and save it as about.md."),
        ("content/pages/about/team.markdown", "Rename it to team.md."),
    ],
)
def test_a_text_with_another_ending_is_an_error_that_tells_its_right_name(
    path: str, hint: str, make_site: MakeSite
) -> None:
    (problem,) = content(make_site({A: story("A"), path: story("B")})).problems
    assert str(problem) == f"{path}: nothing reads this file, because its name does not end with .md. {hint}"


def test_a_story_with_another_ending_stops_the_build(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "content/stories/2024-01-02-b.MD": story("B")})
    (problem,) = site.problems()
    assert problem.startswith("content/stories/2024-01-02-b.MD: nothing reads this file")


def test_a_file_that_a_text_links_to_is_a_download_and_not_meant_to_be_read(make_site: MakeSite) -> None:
    site = make_site(
        {
            A: story("A", "The [letter](letter.txt), and [all of it](2024-01-02-b/index.html)."),
            "content/stories/letter.txt": "Dear Sirs,",
            "content/stories/2024-01-02-b/index.html": "<p>x</p>",
            "content/pages/about.md": "---\ntitle: About\n---\n[Terms](terms.html)\n",
            "content/pages/terms.html": "<p>x</p>",
        }
    )
    assert [problem.severity for problem in content(site).problems] == []


@pytest.mark.parametrize(
    "path",
    [
        "content/stories/2024-01-02-b/letter.txt",
        "content/stories/2024-01-02-b/notes.markdown",
        "content/stories/2024-01-02-b/index.html",
        "content/stories/2024-01-02-b/deep/index.txt",
        "content/stories/box.png",
        "content/companies/logos/acme.txt",
        "content/authors/dana.jpg",
        "content/static/index.html",
        "content/static/README.MD",
    ],
)
def test_what_may_lie_beside_a_text_is_let_be(path: str, make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-02-b/index.md": story("B"), path: "x"})
    assert content(site).problems == ()


@pytest.mark.parametrize("inside", [None, "photo.jpg", "story.txt", ".DS_Store"])
def test_a_storys_folder_without_a_story_is_a_warning(inside: str | None, make_site: MakeSite) -> None:
    site = make_site({A: story("A")})
    folder = "content/stories/2024-01-02-b"
    (site.root / folder).mkdir()
    if inside:
        site.write(f"{folder}/{inside}", "x")
    (problem,) = content(site).problems
    assert str(problem).startswith(
        f"{folder}: warning: there is no index.md in this folder, so it is not read as a story."
    )
    assert [str(warning) for warning in site.build().warnings] == [str(problem)]


def test_a_build_with_nothing_to_do_says_it_again_and_one_after_the_folder_is_gone_does_not(
    make_site: MakeSite,
) -> None:
    site = make_site({A: story("A")})
    assert site.build().warnings == ()
    (site.root / "content/stories/2024-01-02-b").mkdir()
    assert len(site.build().warnings) == len(site.build().warnings) == 1
    (site.root / "content/stories/2024-01-02-b").rmdir()
    assert site.build().warnings == ()


def test_a_folder_of_pictures_for_several_stories_is_no_story(make_site: MakeSite) -> None:
    site = make_site({A: story("A", "![x](pictures/x.png)"), "content/stories/pictures/x.png": "x"})
    assert content(site).problems == ()


def test_a_folder_whose_text_is_a_problem_of_its_own_is_named_once(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "secret.md": "x"})
    folder = site.root / "content/stories/2024-01-02-b"
    folder.mkdir()
    (folder / "index.md").symlink_to(site.root / "secret.md")
    assert len(said(site)) == 1
    assert content(site).problems == ()
