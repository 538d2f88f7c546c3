"""Read files become typed content: each kind in its place, remembered until a byte changes."""

import pytest

from generator.load import parse as room
from generator.markup import MarkupOptions
from tests.conftest import MakeSite
from tests.load.reading import ENGLISH, content
from tests.sites import SiteUnderTest, story

A = "content/stories/2024-01-01-a.md"
SITE = {
    A: story("A"),
    "content/stories/2024-02-02-b/index.md": story("B"),
    "content/stories/2024-02-02-b/box.png": b"png",
    "content/companies/acme.md": "---\nname: Acme\n---\n",
    "content/authors/dana.md": "---\nname: Dana\n---\n",
    "content/tags/refunds.md": "---\nname: Refunds\n---\n",
    "content/comments/2024-01-01-a/kim.md": "---\nauthor: Kim\ndate: 2024-01-02\n---\nSo it was with me.\n",
    "content/pages/about.md": "---\ntitle: About\n---\n",
    "content/pages/about/team/index.md": "---\ntitle: Team\n---\n",
    "content/static/x.txt": "x",
}


def test_each_file_becomes_what_its_folder_says(make_site: MakeSite) -> None:
    found = content(make_site(SITE))
    assert [one.title for one in found.stories] == ["A", "B"]
    assert [one.name for one in found.companies] == ["Acme"]
    assert [one.name for one in found.authors] == ["Dana"]
    assert [one.name for one in found.tags] == ["Refunds"]
    assert [(one.story, one.author) for one in found.comments] == [("2024-01-01-a", "Kim")]
    assert [one.path for one in found.pages] == ["/about/", "/about/team/"]
    assert set(found.files) == {"stories/2024-02-02-b/box.png", "static/x.txt"}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (
            "content/stories/2024/a.md",
            "a story cannot be in this place. Move it directly into content/stories/, or name it index.md in",
        ),
        ("content/stories/2024-02-02-b/notes.md", "a story cannot be in this place."),
        ("content/stories/2024-02-02-b/deep/index.md", "a story cannot be in this place."),
        (
            "content/companies/a/acme.md",
            "nothing reads a file in this place. Move it directly into content/companies/.",
        ),
        ("content/authors/x/index.md", "nothing reads a file in this place. Move it directly into content/authors/."),
        ("content/tags/a/refunds.md", "nothing reads a file in this place. Move it directly into content/tags/."),
        (
            "content/comments/kim.md",
            "a comment cannot be in this place. Move it into a folder of content/comments/ that has the name",
        ),
        ("content/comments/2024-01-01-a/b/kim.md", "a comment cannot be in this place."),
    ],
)
def test_markdown_where_nothing_reads_it_is_named(path: str, problem: str, make_site: MakeSite) -> None:
    (found,) = content(make_site({**SITE, path: story("C")})).problems
    assert str(found).startswith(f"{path}: {problem}")


def test_a_story_that_is_both_a_file_and_a_folder_is_named(make_site: MakeSite) -> None:
    site = make_site(
        {"content/stories/2024-01-01-a.md": story("A"), "content/stories/2024-01-01-a/index.md": story("B")}
    )
    (problem,) = content(site).problems
    assert str(problem) == (
        "content/stories/2024-01-01-a/index.md: content/stories/2024-01-01-a.md is the same story. Keep one of the two."
    )


SAVE = "Save the file as UTF-8: most editors offer that as the encoding when you save under a new name."
UTF_16 = f"{A}: the file is saved as UTF-16, not as UTF-8 text. {SAVE}"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"---\ntitle: caf\xe9\n", f"{A}:2:11: byte 0xe9 is not UTF-8 text (in Windows-1252 it is 'é'). {SAVE}"),
        ("größe ".encode() + b"\x80", f"{A}:1:7: byte 0x80 is not UTF-8 text (in Windows-1252 it is '€'). {SAVE}"),
        (b"a\n\nb\x81", f"{A}:3:2: byte 0x81 is not UTF-8 text. {SAVE}"),
        ("---\ntitle: x\n---\n".encode("utf-16"), UTF_16),
        ("---\ntitle: x\n---\n".encode("utf-16-le"), UTF_16),
        (b"\xff\xfe", UTF_16),
    ],
)
def test_bytes_that_are_no_text_are_named_with_line_and_column(data: bytes, problem: str, make_site: MakeSite) -> None:
    assert [*map(str, content(make_site({A: data})).problems)] == [problem]


def test_a_link_to_a_file_that_is_no_text_is_not_called_broken_as_well(make_site: MakeSite) -> None:
    found = content(make_site({A: b"\xff"}))
    assert "stories/2024-01-01-a.md" in found.files


def test_all_problems_of_all_files_are_told_in_one_run(make_site: MakeSite) -> None:
    site = make_site(
        {
            A: story("A", verdict="great"),
            "content/stories/2024-02-02-b.md": story("B", verdict="awful", tag="x"),
            "content/companies/acme.md": "---\nwebsite: nowhere\n---\n",
            "content/tags/Refunds.md": "---\n---\n",
            "content/comments/2024-01-01-a/kim.md": "---\ndate: 2024-01-02\n---\nSo it was with me.\n",
            "content/pages/about.md": "no front matter",
        }
    )
    assert [str(problem.at).rsplit(":", 2)[0] for problem in content(site).problems] == [
        A,
        "content/stories/2024-02-02-b.md",
        "content/stories/2024-02-02-b.md",
        "content/companies/acme.md",
        "content/tags/Refunds.md",
        "content/comments/2024-01-01-a/kim.md",
        "content/pages/about.md",
    ]


class Parsed:
    """The titles and names of what was parsed, not remembered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sources: list[str] = []
        real = room._parsed

        def note(job: room._Job) -> bytes:
            self.sources.append(job.source)
            return real(job)

        monkeypatch.setattr(room, "_parsed", note)

    def by(self, site: SiteUnderTest, options: MarkupOptions = ENGLISH) -> list[str]:
        self.sources.clear()
        content(site, options)
        return sorted(self.sources)


def test_only_a_file_whose_bytes_changed_is_parsed_again(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site, parsed = make_site(SITE), Parsed(monkeypatch)
    assert len(parsed.by(site)) == 8
    assert parsed.by(site) == []
    site.replace(A, "title: A", "title: Z")
    site.write("content/stories/2024-02-02-b/box.png", b"changed")
    assert parsed.by(site) == [A]
    assert [one.title for one in content(site).stories] == ["Z", "B"]


def test_a_file_of_the_same_bytes_in_another_place_is_parsed_for_that_place(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, parsed = make_site({A: story("A")}), Parsed(monkeypatch)
    parsed.by(site)
    (site.root / A).rename(site.root / "content/stories/2025-05-05-a.md")
    assert parsed.by(site) == ["content/stories/2025-05-05-a.md"]
    assert content(site).stories[0].date.day.year == 2025


def test_other_options_of_the_markup_parse_again(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site, parsed = make_site({A: story("A", '"Quoted"')}), Parsed(monkeypatch)
    assert parsed.by(site) == parsed.by(site, MarkupOptions(language="de")) == [A]


def test_the_problems_of_a_remembered_file_are_told_again(make_site: MakeSite) -> None:
    site = make_site({A: story("A", verdict="great")})
    first, second = content(site), content(site)
    assert first == second
    assert len(second.problems) == 1


def test_files_of_equal_bytes_are_each_what_they_are(make_site: MakeSite) -> None:
    site = make_site({A: story("A"), "content/stories/2024-01-02-a.md": story("A")})
    assert len(content(site).stories) == 2
