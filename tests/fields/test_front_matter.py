"""A content file's text in two: its keys, and its body with the line on which the body starts."""

import re

import pytest

from generator.fields.front_matter import LONGEST, FrontMatter, parse_front_matter
from tests.fields.nodes import places, plain, shown

START = "Start it with ---, 'title: …' and ---, a line each."
NONE = "there is no front matter. Start the file with ---, 'title: …' and ---, a line each."
OPEN = "the front matter is not closed. Write --- on a line of its own after the last key."
PROSE = "text stands before the front matter. Move the opening --- to the first line of the file."
LONG = "100,000 is the most. Is the closing --- missing?"


def read(text: str) -> FrontMatter:
    return parse_front_matter(text, path="s.md")


def test_keys_and_body_are_parted_at_the_fences() -> None:
    matter = read("---\ntitle: Shoes\nverdict: no\n---\n\nThe body.\n")
    assert plain(matter.fields) == {"title": "Shoes", "verdict": "no"}
    assert places(matter.fields) == {"title": ((2, 1), (2, 8)), "verdict": ((3, 1), (3, 10))}
    assert (matter.body, matter.body_line, matter.problems) == ("The body.", 6, ())


@pytest.mark.parametrize(
    ("text", "title_line", "body", "body_line"),
    [
        ("---\ntitle: a\n---\nB", 2, "B", 4),
        ("---\ntitle: a\n---\n\n\n\nB", 2, "B", 7),
        ("---\ntitle: a\n---\n   \nB", 2, "   \nB", 4),
        ("---\ntitle: a\n---\n\n    code", 2, "    code", 5),
        ("---\ntitle: a\n---", 2, "", 3),
        ("---\ntitle: a\n---\n\n\n", 2, "", 3),
        ("---   \ntitle: a\n---\t\nB", 2, "B", 4),
        ("\n\n---\ntitle: a\n---\nB", 4, "B", 6),
        ("  \n ---\ntitle: a\n---\nB", 3, "B", 5),
        ("\u00a0\n---\ntitle: a\n---\nB", 3, "B", 5),
        ("---\n\n# x\ntitle: a\n\n---\nB", 4, "B", 7),
        ("\ufeff---\ntitle: a\n---\nB", 2, "B", 4),
        ("\ufeff\ufeff---\ntitle: a\n---\nB", 2, "B", 4),
        ("\ufeff\n---\ntitle: a\n---\nB", 3, "B", 5),
        ("---\r\ntitle: a\r\n---\r\n\r\nB\r\nC", 2, "B\nC", 5),
        ("---\rtitle: a\r---\r\rB\rC", 2, "B\nC", 5),
        ("\ufeff---\r\ntitle: a\n---\rB", 2, "B", 4),
        ("---\ntitle: a\n---\nB\n---\nC\n---\n", 2, "B\n---\nC\n---", 4),
        ("---\ntitle: a\n---\n---\nB", 2, "---\nB", 4),
        ("---\ntitle: a\n---\n\n----\nB", 2, "----\nB", 5),
        ("---\ntitle: a\n---\n- --- x\n", 2, "- --- x", 4),
        ("---\ntitle: a\nnote: |\n  ---\n---\nB", 2, "B", 6),
    ],
)  # fmt: skip
def test_the_lines_are_the_lines_of_the_file(text: str, title_line: int, body: str, body_line: int) -> None:
    matter = read(text)
    assert shown(matter.problems) == []
    assert places(matter.fields)["title"] == ((title_line, 1), (title_line, 8))
    assert (matter.body, matter.body_line) == (body, body_line)


@pytest.mark.parametrize("text", ["---\n---\nB", "---\n\n---\nB", "---\n# nothing yet\n---\nB"])
def test_front_matter_without_any_key_is_an_empty_mapping(text: str) -> None:
    matter = read(text)
    assert (matter.fields.entries, matter.body, matter.problems) == ((), "B", ())
    assert matter.body_line == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "problem", "body_line"),
    [
        ("", f"s.md:1:1: the file is empty. {START}", 1),
        ("\ufeff", f"s.md:1:1: the file is empty. {START}", 1),
        (" \r\n\t\n", f"s.md:1:1: the file is empty. {START}", 1),
        ("Only a body.\n", f"s.md:1:1: {NONE}", 1),
        ("\n\n  Only a body.\n", f"s.md:1:1: {NONE}", 3),
        ("title: x\n", f"s.md:1:1: {NONE}", 1),
        ("+++\ntitle = 'x'\n+++\n", f"s.md:1:1: {NONE}", 1),
        ("----\ntitle: x\n----\n", f"s.md:1:1: {NONE}", 1),
        ("---title: x\n---\n", f"s.md:1:1: {NONE}", 1),
        ("A heading\n---\nA body, with a rule above.\n", f"s.md:1:1: {NONE}", 1),
        ("---\ntitle: x\n", f"s.md:1:1: {OPEN}", 1),
        ("---\ntitle: x\n\nThe body.\n", f"s.md:1:1: {OPEN}", 1),
        ("\n\n---\ntitle: x\n----\nB", f"s.md:3:1: {OPEN}", 3),
        ("---\ntitle: x\n  ---\nB", f"s.md:1:1: {OPEN}", 1),
        ("---\ntitle: x\n...\nB", f"s.md:1:1: {OPEN}", 1),
        ("---", f"s.md:1:1: {OPEN}", 1),
        ("Hello.\n---\ntitle: x\n---\nB", f"s.md:2:1: {PROSE}", 1),
        ("\n\nHello.\n\n---\ndate: 2024-01-01\n---\nB", f"s.md:5:1: {PROSE}", 3),
        ("<!-- x -->\r\n---\r\ntitle:\r\n---\r\nB", f"s.md:2:1: {PROSE}", 1),
    ],
)
def test_front_matter_that_is_missing_unclosed_or_too_late_is_named(text: str, problem: str, body_line: int) -> None:
    matter = read(text)
    assert shown(matter.problems) == [problem]
    assert matter.fields.entries == ()
    assert matter.body_line == body_line


def test_problems_of_the_keys_have_the_lines_of_the_file() -> None:
    matter = read("\r\n---\r\ntitle: one\r\n\r\ntitle: two\r\nnote: &x y\r\n---\r\nB")
    assert shown(matter.problems) == [
        "s.md:5:1: title stands here twice; the first is on line 3. Keep one of them.",
        "s.md:6:7: anchors and aliases (&x, *x) are not used here. Write the value out, or in quotes if it starts with & or *.",
    ]
    assert (matter.body, matter.body_line) == ("B", 8)


def test_a_slip_of_yaml_leaves_the_body_and_its_line() -> None:
    matter = read("---\ntitle: Shoes: a story\n---\n\nThe body.")
    [problem] = shown(matter.problems)
    assert problem.startswith("s.md:2:13: the front matter is not YAML: mapping values are not allowed")
    assert problem.endswith("A value that contains ': ' needs quotes around it.")
    assert (matter.fields.entries, matter.body, matter.body_line) == ((), "The body.", 5)


def test_front_matter_that_goes_on_and_on_is_named_and_not_read() -> None:
    matter = read("---\ntitle: x\n" + "a prose line\n" * 10_000 + "---\nB")
    assert shown(matter.problems) == [f"s.md:1:1: the front matter has 130,010 characters; {LONG}"]
    assert (matter.fields.entries, matter.body, matter.body_line) == ((), "B", 10_004)


def test_the_longest_front_matter_is_still_read() -> None:
    value = "x" * (LONGEST - len("\ntitle: \n"))
    assert plain(read(f"---\ntitle: {value}\n---\n").fields) == {"title": value}
    assert shown(read(f"---\ntitle: {value}x\n---\n").problems) == [
        f"s.md:1:1: the front matter has 100,001 characters; {LONG}"
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("a: " + "[" * 100_000, f"s.md:1:1: the front matter has 100,005 characters; {LONG}"),
        ("a: " + "[" * 90_000, "s.md:2:*: lists or keys are nested more than 8 deep."),
        ("[" * 90_000, "s.md:2:*: lists or keys are nested more than 8 deep."),
    ],
    ids=["100,000 brackets", "90,000 brackets", "nothing else"],
)
def test_a_hundred_thousand_brackets_are_a_problem_of_the_front_matter(line: str, problem: str) -> None:
    """libyaml, from 0.2.6 on, stops by itself at the thousandth; the versions before it leave that to us."""
    (found,) = shown(read(f"---\n{line}\n---\nB").problems)
    assert re.sub(r":2:\d+:", ":2:*:", found) == problem
