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


@pytest.mark.parametrize(
    ("stem", "shown", "better"),
    [
        ("kim no", "'kim no'", "kim-no"),
        ("kim#1", "'kim#1'", "kim-1"),
        ("kim?", "'kim?'", "kim"),
        ("100%", "'100%'", "100"),
        ("a&b", "'a&b'", "a-b"),
        ("a'b", '"a\'b"', "ab"),
        ('a"b', "'a\"b'", "a-b"),
        ("<b>", "'<b>'", "b"),
        ("a\u00a0b", "'a[U+00A0]b' (U+00A0 is a no-break space)", "a-b"),
        ("??", "'??'", "comment"),
    ],
)
def test_a_file_s_name_that_cannot_be_part_of_an_address_is_named_with_a_better_one(
    stem: str, shown: str, better: str
) -> None:
    assert problems_of("---\nauthor: Kim\ndate: 2024-05-04\n---\nSo it was.\n", f"{FOLDER}/{stem}.md") == [
        f"2:1: the file's name, {shown}, cannot be part of an address. Rename the file to {better}.md, with letters, digits and hyphens only."
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("---\ndate: 2024-05-04\n---\nSo.\n", ["2:1: author is missing. Add a line such as author: Kim."]),
        ("---\nauthor:\n---\nSo.\n", ["2:1: author has no value. Write one, such as author: Kim."]),
        ("---\nauthor: [Kim]\n---\nSo.\n", ["2:9: author: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."]),
        ("---\nauthor: Kim\ndate: May\n---\nSo.\n", ["3:7: date: 'May' is not a date: it has no year. Write it with its year, such as 2025-05-01."]),
        ("---\nauthor: Kim\nwebsite: kim.example\n---\nSo.\n", ["3:10: website: 'kim.example' is not a web address. Write https://kim.example."]),
        ("---\nauthor: Kim\nwebsite: javascript:alert(1)\n---\nSo.\n", ["3:10: website: 'javascript:alert(1)' is not a web address. Write it in full: it starts with https:// or http://."]),
        ("---\nauthor: Kim\nreplyto: lee\n---\nSo.\n", ["3:1: replyto is not a key of a comment. Did you mean 'reply_to'?"]),
        ("---\nauthor: Kim\nemail: kim@x.example\n---\nSo.\n", ["3:1: email is not a key of a comment. Use one of: author, date, website, reply_to."]),
        ("---\nauthor: Kim\n---\n", ["2:1: the comment has no text. Write the comment below the second ---, or delete the file."]),
        ("---\nauthor: Kim\n---\n\n<!-- nothing -->\n", ["2:1: the comment has no text. Write the comment below the second ---, or delete the file."]),
        ("---\nauthor: Kim\n---\n\nSo [it](../../../x.md).\n", ["5: '../../../x.md' leads out of the folder content/. Copy the file into the folder of this text, and write only its name: x.md."]),
        ("So it was.\n", ["1:1: the front matter is missing. Start the file with a line ---, then write the keys, each on its own line, then another line ---."]),
        ("---\nauthor: [\n---\nSo.\n", ["2:9: a [ without a ]. Write ] after the last item, or put the whole value in quotes."]),
        ("", ["1:1: the file is empty. Start the file with a line ---, then write the keys, each on its own line, then another line ---."]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_where_it_stands_with_what_to_do(text: str, problems: list[str]) -> None:
    assert problems_of(text) == problems


@pytest.mark.parametrize("name", ["kim", "2024-13-01-kim"])
def test_a_comment_without_a_plausible_date_is_told_where_to_write_one(name: str) -> None:
    (problem,) = problems_of("---\nauthor: Kim\n---\nSo.\n", f"{FOLDER}/{name}.md")
    assert problem.startswith("2:1: date")
    assert problem.endswith("2025-03-31-title.md.")


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
