"""An author's own file: what it says, what it may leave out, and what is wrong with it."""

import pytest
from hypothesis import given, settings

from generator.author import AuthorProfile, parse_author
from generator.errors import in_order
from generator.markup import MarkupOptions
from generator.picture import Picture
from tests.fields.any_text import FRONT_MATTER

DANA = "content/authors/dana-lee.md"


def parsed(text: str, source: str = DANA) -> AuthorProfile:
    return parse_author(text, source, MarkupOptions())


def problems_of(text: str, source: str = DANA) -> list[str]:
    return [str(problem) for problem in in_order(parsed(text, source).problems)]


def test_every_key_is_taken_as_it_is_written() -> None:
    author = parsed(
        "---\nname: Dana L.\nwebsite: https://dana.example/\nemail: dana@told.example\nphoto: dana.jpg\n---\nWrites letters.\n"
    )
    assert author.problems == ()
    assert (author.source, author.slug, author.name) == (DANA, "dana-lee", "Dana L.")
    assert (author.website, author.email) == ("https://dana.example/", "dana@told.example")
    assert author.photo == Picture("authors/dana.jpg")
    assert author.body.first_paragraph == "Writes letters."


def test_a_photo_may_say_what_it_shows_and_whose_it_is() -> None:
    author = parsed(
        "---\nphoto: {src: /people/dana.jpg, alt: Dana, credit: Lee, credit_url: 'https://lee.example/'}\n---\n"
    )
    assert author.problems == ()
    assert author.photo == Picture("static/people/dana.jpg", "Dana", "Lee", "https://lee.example/")


@pytest.mark.parametrize("keys", ["", "name:\nwebsite:\nemail:\nphoto:\n"])
def test_everything_may_be_left_out_and_the_name_comes_from_the_file_s(keys: str) -> None:
    author = parsed(f"---\n{keys}---\n")
    assert author.problems == ()
    assert (author.name, author.slug, author.website, author.email, author.photo) == (
        "Dana Lee",
        "dana-lee",
        "",
        "",
        None,
    )


def test_a_name_that_yaml_would_take_for_something_else_stays_a_name() -> None:
    assert parsed("---\nname: No\n---\n").name == "No"
    assert parsed("---\nname: Null\n---\n").name == "Null"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("nmae: Dana", "2:1: nmae is not a key of an author. Did you mean 'name'?"),
        ("bio: Writes.", "2:1: bio is not a key of an author. Use one of: name, website, email, photo."),
        ("name: [Dana]", "2:7: name: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("website: dana.example", "2:10: website: 'dana.example' is not a web address. Write https://dana.example."),
        ("email: dana", "2:8: email: 'dana' is not an email address. Write it as name@example.org."),
        ("photo: https://dana.example/me.jpg", "2:8: photo: 'https://dana.example/me.jpg' is not a file of this site. Download the picture, if you may. Put it next to this file and write me.jpg, or into content/static/images/ and write /images/me.jpg."),
        ("photo: {alt: Dana}", "2:8: photo.src is missing. Add it under 'photo', such as src: picture.jpg."),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_named_where_it_stands_with_what_to_do(line: str, problem: str) -> None:
    assert problems_of(f"---\n{line}\n---\n") == [f"{DANA}:{problem}"]


def test_a_file_s_name_that_is_no_key_is_named_with_a_better_one() -> None:
    assert problems_of("---\nname: Dana\n---\n", "content/authors/Dana Lee.md") == [
        "content/authors/Dana Lee.md:2:1: the file's name, 'Dana Lee', cannot be part of an address. Rename the file to dana-lee.md, with small letters, digits and single hyphens only."
    ]


def test_all_problems_come_together() -> None:
    found = problems_of("---\nwebsite: x\nemail: y\nphoto: '//z'\nzzz: 1\n---\n")
    assert [problem.removeprefix(f"{DANA}:").split(": ")[:2] for problem in found] == [
        ["2:10", "website"],
        ["3:8", "email"],
        ["4:8", "photo"],
        ["5:1", "zzz is not a key of an author. Use one of"],
    ]


@settings(max_examples=40, deadline=None)
@given(FRONT_MATTER)
def test_any_text_is_an_author_or_has_problems_with_it(text: str) -> None:
    author = parsed(text)
    assert author.name
    assert all(problem.at.path == DANA for problem in author.problems)
