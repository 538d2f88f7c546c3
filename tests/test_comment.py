"""A comment's file: what it says, where it takes the rest from, and what is wrong with it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.comment import Comment, parse_comment
from generator.errors import in_order
from generator.fields.dates import Date
from generator.markup import ExternalLink, MarkupOptions, resolve
from tests.fields.any_text import FRONT_MATTER, damaged
from tests.markup.reading import Shown

FOLDER = "content/comments/2024-04-22-shoes"
KIM = f"{FOLDER}/2024-05-03-kim.md"


def parsed(text: str, source: str = KIM) -> Comment:
    return parse_comment(text, source, MarkupOptions())


def problems_of(text: str, source: str = KIM) -> list[str]:
    return [str(problem).removeprefix(f"{source}:") for problem in in_order(parsed(text, source).problems)]


def test_every_key_is_taken_as_it_is_written() -> None:
    comment = parsed(
        "---\nauthor: Kim No\ndate: 2024-05-04 10:30\nwebsite: https://kim.example/\nreply_to: 2024-05-02-lee\n---\nSo it *was*.\n"
    )
    assert comment.problems == ()
    assert (comment.source, comment.story, comment.stem) == (KIM, "2024-04-22-shoes", "2024-05-03-kim")
    assert (comment.author, comment.website) == ("Kim No", "https://kim.example/")
    assert comment.date == Date(dt.date(2024, 5, 4), dt.time(10, 30))
    assert (comment.reply_to, comment.places.at("reply_to").line) == ("2024-05-02-lee", 5)
    assert comment.body.first_paragraph == "So it was."


@pytest.mark.parametrize("keys", ["", "date:\nwebsite:\nreply_to:\n"])
def test_an_author_is_enough_where_the_file_s_name_says_the_day(keys: str) -> None:
    comment = parsed(f"---\nauthor: Kim\n{keys}---\nSo it was.\n")
    assert comment.problems == ()
    assert (comment.date, comment.website, comment.reply_to) == (Date(dt.date(2024, 5, 3)), "", "")


def test_a_comment_of_any_name_may_say_its_date() -> None:
    comment = parsed("---\nauthor: Kim\ndate: 2024-05-04\n---\nSo it was.\n", f"{FOLDER}/kim.md")
    assert (comment.problems, comment.stem, comment.date) == ((), "kim", Date(dt.date(2024, 5, 4)))


def test_the_comment_replied_to_may_be_named_with_md() -> None:
    assert parsed("---\nauthor: Kim\nreply_to: lee.md\n---\nSo it was.\n").reply_to == "lee"


@pytest.mark.parametrize("stem", ["kim", "2024-05-03-kim", "Kim_2", "größe", "靴", "k.i.m", "a+b"])
def test_a_file_s_name_that_can_stand_in_an_address_is_taken(stem: str) -> None:
    comment = parsed("---\nauthor: Kim\ndate: 2024-05-04\n---\nSo it was.\n", f"{FOLDER}/{stem}.md")
    assert (comment.stem, comment.problems) == (stem, ())


@pytest.mark.parametrize("stem", ["kim no", "kim#1", "kim?", "100%", "a&b", "a'b", 'a"b', "<b>", "a\u00a0b"])
def test_a_file_s_name_that_cannot_stand_in_an_address_is_named(stem: str) -> None:
    assert problems_of("---\nauthor: Kim\ndate: 2024-05-04\n---\nSo it was.\n", f"{FOLDER}/{stem}.md") == [
        f"2:1: (file name): {stem!r} cannot stand in an address. Rename it to letters, digits and hyphens: its name becomes part of an address."
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("---\ndate: 2024-05-04\n---\nSo.\n", ["2:1: author is missing. Add 'author' with a value."]),
        ("---\nauthor:\n---\nSo.\n", ["2:1: author is missing. Add 'author' with a value."]),
        ("---\nauthor: [Kim]\n---\nSo.\n", ["2:9: author: a list is not a text. Write one text."]),
        ("---\nauthor: Kim\ndate: May\n---\nSo.\n", ["3:7: date: 'May' is not a date. Write it as 2025-03-31, or 2025-03-31 10:30."]),
        ("---\nauthor: Kim\nwebsite: kim.example\n---\nSo.\n", ["3:10: website: 'kim.example' is not a web address. It starts with https:// or http://."]),
        ("---\nauthor: Kim\nwebsite: javascript:alert(1)\n---\nSo.\n", ["3:10: website: 'javascript:alert(1)' is not a web address. It starts with https:// or http://."]),
        ("---\nauthor: Kim\nreplyto: lee\n---\nSo.\n", ["3:1: replyto is not a key of a comment. Did you mean 'reply_to'?"]),
        ("---\nauthor: Kim\nemail: kim@x.example\n---\nSo.\n", ["3:1: email is not a key of a comment. Known here: author, date, website, reply_to."]),
        ("---\nauthor: Kim\n---\n", ["2:1: (text): there is none. Write the comment below the front matter, or delete the file."]),
        ("---\nauthor: Kim\n---\n\n<!-- nothing -->\n", ["2:1: (text): there is none. Write the comment below the front matter, or delete the file."]),
        ("---\nauthor: Kim\n---\n\nSo [it](../../../x.md).\n", ["5: '../../../x.md' leads out of content/. Put the file beside the story and write its name."]),
        ("So it was.\n", ["1:1: there is no front matter. Start the file with ---, 'title: …' and ---, a line each."]),
        ("---\nauthor: [\n---\nSo.\n", ["3:1: the front matter is not YAML: did not find expected node content. Is a closing quote or bracket missing?"]),
        ("", ["1:1: the file is empty. Start it with ---, 'title: …' and ---, a line each."]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_where_it_stands_with_what_to_do(text: str, problems: list[str]) -> None:
    assert problems_of(text) == problems


@pytest.mark.parametrize("name", ["kim", "2024-13-01-kim"])
def test_a_comment_without_a_plausible_date_is_told_where_to_write_one(name: str) -> None:
    (problem,) = problems_of("---\nauthor: Kim\n---\nSo.\n", f"{FOLDER}/{name}.md")
    assert problem.startswith("2:1: date: ")
    assert "like 2025-03-31-title.md" in problem


def test_a_comment_is_a_stranger_s_text_and_a_story_is_not() -> None:
    body = parsed("---\nauthor: Kim\n---\n# Loud\n\n[mine](https://kim.example/)\n").body
    assert body.headings == ()
    assert body.links == (ExternalLink("https://kim.example/", 6),)
    assert 'href="https://kim.example/" rel="nofollow ugc"' in resolve(body, Shown())


@settings(max_examples=60, deadline=None)
@given(
    FRONT_MATTER
    | st.builds(
        "---\n{}---\n{}".format,
        damaged({"author": "Kim", "date": "2024-05-04", "website": "https://kim.example/", "reply_to": "lee"}),
        st.text(max_size=20),
    )
)
def test_any_text_is_a_comment_or_has_problems_with_it(text: str) -> None:
    comment = parsed(text)
    assert (comment.author and comment.body.words) or comment.problems
    assert all(problem.at.path == KIM and str(problem).isprintable() for problem in comment.problems)
