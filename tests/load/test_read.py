"""The site's folder on the way in: every file is read, and each that cannot be is a problem with its name."""

import os
import unicodedata

import pytest

from generator.digests import content_digest
from generator.load import read_sources
from generator.load.read import LONGEST_TEXT
from tests.conftest import MakeSite
from tests.load.reading import paths, refuse, said
from tests.sites import SITE_TOML, story

A = "content/stories/2024-01-01-a.md"
CHECK = "Check that it is there and that you may open it."


def test_everything_in_content_is_read_with_its_digest_and_markdown_with_its_bytes(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "content/stories/box.png": b"\x89PNG", "content/static/deep/er/x.txt": "x"})
    sources = read_sources(site.root)
    assert sources.config == SITE_TOML
    assert sources.problems == ()
    assert [(file.path, file.digest, file.data) for file in sources.files] == [
        ("content/static/deep/er/x.txt", content_digest(b"x"), None),
        (A, content_digest(story("A").encode()), story("A").encode()),
        ("content/stories/box.png", content_digest(b"\x89PNG"), None),
    ]


def test_markdown_under_static_is_a_file_like_any_other(make_site: MakeSite) -> None:
    site = make_site({"content/static/README.md": b"\xff not even text"})
    (file,) = read_sources(site.root).files
    assert (file.path, file.data) == ("content/static/README.md", None)


@pytest.mark.parametrize("name", ["2024-01-01-a.md", "box.png"])
def test_a_file_that_may_not_be_read_is_named(name: str, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site({A: story("A"), "content/stories/box.png": b"png"})
    refuse(monkeypatch, name)
    assert said(site) == (f"content/stories/{name}: the file cannot be read: Permission denied. {CHECK}",)
    assert len(paths(site)) == 1


def test_a_folder_that_may_not_be_read_is_named_and_the_rest_is_read(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({A: story("A"), "content/static/secret/x.txt": "x", "content/static/y.txt": "y"})
    refuse(monkeypatch, "secret")
    assert said(site) == (f"content/static/secret: the folder cannot be read: Permission denied. {CHECK}",)
    assert paths(site) == ("content/static/y.txt", A)


@pytest.mark.parametrize("name", ["2024-01-01-b.md", "pipe", "pipe.png"])
def test_a_pipe_is_not_waited_for(name: str, make_site: MakeSite) -> None:
    site = make_site({A: story("A")})
    os.mkfifo(site.root / "content/stories" / name)
    assert said(site) == (f"content/stories/{name}: this is neither a file nor a folder. Delete it.",)


def test_a_markdown_file_of_megabytes_is_named_and_not_read(make_site: MakeSite) -> None:
    site = make_site({A: b"x" * (LONGEST_TEXT + 1), "content/static/large.md": b"x" * (LONGEST_TEXT + 1)})
    (problem,) = said(site)
    assert problem.startswith(f"{A}: the file has 2,000,001 bytes; a Markdown file may have 2,000,000. Divide it, or")
    assert paths(site) == ("content/static/large.md",)


@pytest.mark.parametrize(
    ("name", "shown", "named"),
    [
        ("a\nb.png", "a[U+000A]b.png", "U+000A, a line break"),
        ("a\x1b[31m.png", "a[U+001B][31m.png", "U+001B, an escape character"),
        ("a\x7f.md", "a[U+007F].md", "U+007F, a delete character"),
        ("a\u202eb.png", "a[U+202E]b.png", "U+202E, a right-to-left override"),
        ("a\u00a0b.png", "a[U+00A0]b.png", "U+00A0, a no-break space"),
    ],
)
def test_an_invisible_character_in_a_name_is_named_so_that_no_terminal_obeys_it(
    name: str, shown: str, named: str, make_site: MakeSite
) -> None:
    site = make_site({f"content/stories/{name}": "x"})
    assert said(site) == (f"content/stories/{shown}: the name has {named}. Rename it without that character.",)
    assert paths(site) == ()


def test_a_name_that_is_not_utf_8_is_named(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "content/static/x.txt": "x"})
    (site.root / os.fsdecode(b"content/static/caf\xe9.txt")).write_text("x")
    (problem,) = said(site)
    assert problem.startswith("content/static/caf[U+DCE9].txt: ")
    assert paths(site) == ("content/static/x.txt", A)


def test_a_backslash_in_a_name_is_named_for_it_would_be_a_folder_elsewhere(make_site: MakeSite) -> None:
    site = make_site({"content/static/a\\b.txt": "x"})
    assert said(site) == ("content/static/a\\b.txt: the name has a backslash. Rename it without that character.",)


def test_a_name_in_another_unicode_form_is_the_same_name(make_site: MakeSite) -> None:
    """A Mac writes it decomposed, a link in a text is composed."""
    decomposed = unicodedata.normalize("NFD", "content/static/grüße.txt")
    site = make_site({decomposed: "x"})
    assert paths(site) == (unicodedata.normalize("NFC", decomposed),)
    assert said(site) == ()


def test_two_files_of_one_name_in_two_unicode_forms_are_a_problem(make_site: MakeSite) -> None:
    composed, decomposed = (unicodedata.normalize(form, "content/static/grüße.txt") for form in ("NFC", "NFD"))
    site = make_site({composed: "x", decomposed: "y"})
    if len(list((site.root / "content/static").iterdir())) == 1:
        pytest.skip("this file system knows one form alone")
    assert said(site) == (
        f"{composed}: two files have this name: ü is U+0075 U+0308 in the first and U+00FC in the second. Rename or delete one.",
    )


def test_what_systems_and_editors_leave_behind_is_passed_over(make_site: MakeSite) -> None:
    litter = (
        "content/.DS_Store",
        "content/.git/config",
        "content/stories/.a.md.swp",
        "content/stories/a.md~",
        "content/stories/Thumbs.db",
        "content/static/.DS_Store",
        "content/static/desktop.ini",
        "content/static/x.txt~",
    )
    site = make_site({A: story("A"), **dict.fromkeys(litter, "x")})
    assert (paths(site), said(site)) == ((A,), ())


def test_dot_files_under_static_are_meant(make_site: MakeSite) -> None:
    site = make_site({"content/static/.well-known/security.txt": "x", "content/static/.htaccess": "y"})
    assert paths(site) == ("content/static/.htaccess", "content/static/.well-known/security.txt")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("content/story/a.md", "content/story: 'story' is not one of the folders in content/. Did you mean 'stories'?"),
        ("content/a.md", "content/a.md: 'a.md' is not one of the folders in content/."),
        (
            "content/Stories/a.md",
            "content/Stories: 'Stories' is not one of the folders in content/. Did you mean 'stories'?",
        ),
        (
            "content/stories.md",
            "content/stories.md: 'stories.md' is not one of the folders in content/. Did you mean 'stories'?",
        ),
        (
            "content/xyz/a.md",
            "content/xyz: 'xyz' is not one of the folders in content/. Put it into one of these folders: stories, companies,",
        ),
        ("content/stories", "content/stories: this is a file, and a folder belongs here."),
        ("content/static", "content/static: this is a file, and a folder belongs here."),
        ("content/tag/a.md", "content/tag: 'tag' is not one of the folders in content/. Did you mean 'tags'?"),
        ("content/comments", "content/comments: this is a file, and a folder belongs here."),
        (
            "content/stories/2024-01-01-a.md/index.md",
            "content/stories/2024-01-01-a.md: this is a folder, and its name ends with .md. Rename the folder without .md.",
        ),
    ],
)
def test_what_stands_where_nothing_is_looked_for_is_named(path: str, problem: str, make_site: MakeSite) -> None:
    site = make_site({path: "x"})
    (found,) = said(site)
    assert found.startswith(problem)
    assert paths(site) == ()


def test_folders_nested_without_end_are_named_once(make_site: MakeSite) -> None:
    site = make_site({f"content/static/{'a/' * 40}x.txt": "x", f"content/static/{'b/' * 60}x.txt": "x"})
    (problem,) = said(site)
    assert problem.startswith("content/static/b/b/")
    assert ": this folder is more than 50 levels deep. " in problem
    assert paths(site) == (f"content/static/{'a/' * 40}x.txt",)


def test_a_folder_in_static_may_have_any_name(make_site: MakeSite) -> None:
    site = make_site({"content/static/a.md/b.txt": "x", "content/static/stories/c.txt": "y"})
    assert (len(paths(site)), said(site)) == (2, ())


@pytest.mark.parametrize("toml", [None, b"\xff\xfe", "folder"])
def test_without_a_site_toml_that_can_be_read_nothing_else_is_said(
    toml: bytes | str | None, make_site: MakeSite
) -> None:
    site = make_site({"content/story/a.md": "x"})
    site.delete("site.toml")
    if toml == "folder":
        (site.root / "site.toml").mkdir()
    elif toml:
        site.write("site.toml", toml)
    (problem,) = said(site)
    assert problem.startswith("site.toml: ")
    assert paths(site) == ()


def test_a_folder_without_content_says_where_to_go(make_site: MakeSite) -> None:
    site = make_site()
    site.delete("content")
    (problem,) = said(site)
    assert problem.startswith("content: there is no folder content/. Run firsthand in the folder that holds site.toml")
