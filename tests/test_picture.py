"""A picture as front matter names it: a file of content/, seen from the file that names it, and nothing else."""

import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import in_order
from generator.fields import Fields, Mapping, Scalar
from generator.fields.node import Entry
from generator.fields.yaml import parse_yaml
from generator.picture import Picture, parse_picture

FOLDER = "content/stories/2024-04-22-shoes/index.md"
ALONE = "content/stories/2024-04-22-shoes.md"


def parsed(yaml: str, source: str = FOLDER) -> tuple[Picture | None, list[str]]:
    fields = Fields(parse_yaml(yaml, path="x.md")[0], path="x.md", what="a story")
    picture = parse_picture(fields, "image", source=source)
    return picture, [str(problem) for problem in in_order(fields.finish())]


@pytest.mark.parametrize(
    ("src", "source", "path"),
    [
        ("box.png", FOLDER, "stories/2024-04-22-shoes/box.png"),
        ("box.png", ALONE, "stories/box.png"),
        ("./box.png", FOLDER, "stories/2024-04-22-shoes/box.png"),
        ("../box.png", FOLDER, "stories/box.png"),
        ("../../static/box.png", FOLDER, "static/box.png"),
        ("photos/the box.png", FOLDER, "stories/2024-04-22-shoes/photos/the box.png"),
        ("/images/box.png", FOLDER, "static/images/box.png"),
        ("/images/box.png", "content/authors/dana.md", "static/images/box.png"),
        ("dana.jpg", "content/authors/dana.md", "authors/dana.jpg"),
        ("Größe-1.10.png", ALONE, "stories/Größe-1.10.png"),
        ("a?b#c%20.png", ALONE, "stories/a?b#c%20.png"),
    ],
)
def test_a_picture_lies_beside_the_file_or_with_a_slash_under_static(src: str, source: str, path: str) -> None:
    assert parsed(f"image: '{src}'\n", source) == (Picture(path), [])


def test_a_picture_may_have_a_text_alternative_and_a_credit() -> None:
    yaml = "title: x\nimage:\n  alt: A  box\n  credit: Lee\n  credit_url: https://lee.example/\n  src: box.png\n"
    fields = Fields(parse_yaml(yaml, path="x.md")[0], path="x.md", what="a story")
    picture = parse_picture(fields, "image", source=ALONE)
    assert picture == Picture("stories/box.png", alt="A box", credit="Lee", credit_url="https://lee.example/")


@pytest.mark.parametrize("yaml", ["", "image:\n", "image: ''\n", "image: []\n", "image: ['']\n"])
def test_there_may_be_none(yaml: str) -> None:
    assert parsed(yaml) == (None, [])


HERE = "Put it next to this file and write box.png, or into content/static/images/ and write /images/box.png."
ELSEWHERE = f"is not a file of this site. Download the picture, if you may. {HERE}"
COMPUTER = f"is a path on your computer. {HERE}"
OUTSIDE = f"is outside content/. {HERE}"


@pytest.mark.parametrize(
    ("src", "problem"),
    [
        *((src, ELSEWHERE) for src in ("https://told.example/box.png", "//told.example/box.png", "data:image/png;base64,x", "javascript:alert(1)")),
        *((src, COMPUTER) for src in ("file:///etc/passwd", "C:/box.png", "C:\\Users\\box.png")),
        *((src, OUTSIDE) for src in ("../../..", "../../../box.png", "../../../../etc/passwd", "/../../box.png", "/../../../etc/passwd")),
        ("http://x/kettle.gif", ELSEWHERE.replace("box.png", "kettle.gif")),
        ("photos\\box.png", "has a backslash. Write / instead: photos/box.png."),
        ("..\\..\\x.png", "has a backslash. Write / instead: ../../x.png."),
        ("![A box](box.png)", "is Markdown, and a file name belongs here. Write the name alone: box.png."),
    ],
)  # fmt: skip
def test_what_is_no_file_of_content_is_named_and_not_taken(src: str, problem: str) -> None:
    picture, problems = parsed(f"image: '{src}'\n")
    assert picture is None
    assert problems == [f"x.md:1:8: image: '{src}' {problem}"]


def test_an_invisible_character_in_a_name_is_named() -> None:
    assert parsed('image: "box\\u200b.png"\n') == (
        None,
        ["x.md:1:8: image: 'box[U+200B].png' (U+200B is a zero-width space) has a character that no file name may have here. Type the name again without it."],
    )  # fmt: skip


def test_a_problem_with_the_file_of_a_group_is_named_by_its_key() -> None:
    picture, problems = parsed("image:\n  src: https://told.example/box.png\n  credit_url: lee\n  atl: A box\n")
    assert picture is None
    assert problems == [
        f"x.md:2:8: image.src: 'https://told.example/box.png' {ELSEWHERE}",
        "x.md:3:15: image.credit_url: 'lee' is not a web address. Write it in full: it starts with https:// or http://.",
        "x.md:4:3: image.atl is not a key of 'image'. Did you mean 'alt'?",
    ]


def test_a_group_without_a_file_is_no_picture() -> None:
    assert parsed("image: {alt: A box}\n") == (
        None,
        ["x.md:1:8: image.src is missing. Add it under 'image', such as src: picture.jpg."],
    )


def test_there_is_one_picture_and_the_first_of_several_is_it() -> None:
    assert parsed("image: [a.png, b.png]\n", ALONE) == (
        Picture("stories/a.png"),
        ["x.md:1:8: image: only one picture is allowed here. Show the others in the text."],
    )


def test_what_is_neither_a_text_nor_a_group_is_named() -> None:
    assert parsed("image: [[a.png]]\n") == (
        None,
        ["x.md:1:9: image: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."],
    )


@settings(deadline=None, max_examples=200)
@given(
    st.text(st.characters(), max_size=30)
    | st.lists(st.sampled_from(["..", ".", "/", "\\", "a", "", ":", "%2e", "~"]), max_size=8).map("/".join)
)
def test_no_text_names_a_file_outside_content(src: str) -> None:
    fields = Fields(Mapping((Entry("image", Scalar(src, 1, 8), 1, 1),), 1, 1), path="x.md", what="a story")
    picture = parse_picture(fields, "image", source=FOLDER)
    if picture is not None:
        path = posixpath.normpath(f"/site/content/{picture.path}")
        assert path == "/site/content" or path.startswith("/site/content/")
        assert not picture.path.startswith("/")
        assert picture.path.isprintable()
        assert "\\" not in picture.path
