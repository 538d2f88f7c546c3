"""A content file's text in two: its keys, and its body with the line on which the body starts."""

import re

import pytest

from generator.fields.front_matter import LONGEST, FrontMatter, parse_front_matter
from tests.fields.nodes import places, plain, shown

START = "Start the file with a line ---. Write the keys below it, such as title: New shoes, and then another line ---."
NONE = f"the front matter is missing. {START}"
OPEN = "the front matter is not closed. Write --- on its own line after the last key"
PROSE = "text above the front matter. Move the opening --- to the first line of the file."
ALONE = "Write three hyphens, ---, at the start of the line and nothing else on it."
LONG = "characters long; the limit is 100,000. Check that a line --- closes it."


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
        ("\n\n  Only a body.\n", f"s.md:3:1: {NONE}", 3),
        ("# A heading\n", f"s.md:1:1: {NONE}", 1),
        ("title: x\n", "s.md:1:1: the opening --- is missing. Write --- on its own line above 'title'.", 1),
        ("+++\ntitle = 'x'\n+++\n", "s.md:1:1: the front matter is between two lines +++. Write --- instead of each +++, and a colon after each key, such as title: My story.", 1),
        ("```yaml\n---\ntitle: x\n---\n```\n", "s.md:1:1: the file starts with ```. Delete that line and the one that closes it.", 1),
        ("--\ntitle: x\n---\nB", f"s.md:1:1: '--' does not open the front matter. {ALONE}", 1),
        ("—\ntitle: x\n—\nB", f"s.md:1:1: '—' does not open the front matter. {ALONE}", 1),
        ("----\ntitle: x\n----\n", f"s.md:1:1: '----' does not open the front matter. {ALONE}", 1),
        ("***\ntitle: x\n***\n", f"s.md:1:1: '***' does not open the front matter. {ALONE}", 1),
        ("\u200b---\ntitle: x\n---\n", f"s.md:1:1: U+200B, a zero-width space, next to the opening ---. {ALONE}", 1),
        ("“---”\ntitle: x\n---\n", f"s.md:1:1: '“---”' does not open the front matter. {ALONE}", 1),
        ("---\ntitle: x ---\nIt went.\n", f"s.md:2:10: the closing --- is at the end of a line. {ALONE}", 1),
        ("---\u00a0\ntitle: x\n---\n", f"s.md:1:4: U+00A0, a no-break space, next to the opening ---. {ALONE}", 1),
        ("---title: x\n---\n", "s.md:1:4: text after the opening ---. Write --- alone on the first line, and the keys below it.", 1),
        ("--- title: x\n---\n", "s.md:1:4: text after the opening ---. Write --- alone on the first line, and the keys below it.", 1),
        ("A heading\n---\nA body, with a rule above.\n", f"s.md:1:1: {NONE}", 1),
        ("---\ntitle: x\n", f"s.md:1:1: {OPEN}, below line 2.", 1),
        ("---\ntitle: x\nIt went.\n", f"s.md:1:1: {OPEN}, below line 2.", 1),
        ("\n---\ntitle: x\ntags:\n  - a\n- b\n\nThe body.\n", f"s.md:2:1: {OPEN}, below line 6.", 2),
        ("---", f"s.md:1:1: {OPEN}.", 1),
        ("---\ntitle: x\n--\nB", f"s.md:3:1: '--' does not close the front matter. {ALONE}", 1),
        ("\n\n---\ntitle: x\n----\nB", f"s.md:5:1: '----' does not close the front matter. {ALONE}", 3),
        ("---\ntitle: x\n  ---\nB", f"s.md:3:1: '  ---' does not close the front matter. {ALONE}", 1),
        ("---\ntitle: x\n---\u00a0\nB", f"s.md:3:1: '---[U+00A0]' (U+00A0 is a no-break space) does not close the front matter. {ALONE}", 1),
        ("---\ntitle: x\n...\nB", f"s.md:3:1: '...' does not close the front matter. {ALONE}", 1),
        ("---\ntitle: x\n\nThe body.\n\n--\n", f"s.md:1:1: {OPEN}, below line 2.", 1),
        ("Hello.\n---\ntitle: x\n---\nB", f"s.md:2:1: {PROSE}", 1),
        ("\n\nHello.\n\n---\ndate: 2024-01-01\n---\nB", f"s.md:5:1: {PROSE}", 3),
        ("<!-- x -->\r\n---\r\ntitle:\r\n---\r\nB", f"s.md:2:1: {PROSE}", 1),
    ],
)  # fmt: skip
def test_front_matter_that_is_missing_unclosed_or_too_late_is_named(text: str, problem: str, body_line: int) -> None:
    matter = read(text)
    assert shown(matter.problems) == [problem]
    assert matter.fields.entries == ()
    assert matter.body_line == body_line


def test_problems_of_the_keys_have_the_lines_of_the_file() -> None:
    matter = read("\r\n---\r\ntitle: one\r\n\r\ntitle: two\r\nnote: &x y\r\n---\r\nB")
    assert shown(matter.problems) == [
        "s.md:5:1: title is here twice; the first is on line 3. Keep one of them.",
        's.md:6:7: a value cannot start with &. Put the value in quotes: note: "&x y".',
    ]
    assert (matter.body, matter.body_line) == ("B", 8)


def test_a_mistake_in_the_keys_leaves_the_body_and_its_line() -> None:
    matter = read("---\ntitle: Shoes: a story\n---\n\nThe body.")
    assert shown(matter.problems) == [
        's.md:2:13: this value contains a colon. Put it in quotes: title: "Shoes: a story".'
    ]
    assert (matter.fields.entries, matter.body, matter.body_line) == ((), "The body.", 5)


def test_front_matter_that_goes_on_and_on_is_named_and_not_read() -> None:
    matter = read("---\ntitle: x\n" + "a prose line\n" * 10_000 + "---\nB")
    assert shown(matter.problems) == [f"s.md:1:1: the front matter is 130,010 {LONG}"]
    assert (matter.fields.entries, matter.body, matter.body_line) == ((), "B", 10_004)


def test_the_longest_front_matter_is_still_read() -> None:
    value = "x" * (LONGEST - len("\ntitle: \n"))
    assert plain(read(f"---\ntitle: {value}\n---\n").fields) == {"title": value}
    assert shown(read(f"---\ntitle: {value}x\n---\n").problems) == [f"s.md:1:1: the front matter is 100,001 {LONG}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("a: " + "[" * 100_000, f"s.md:1:1: the front matter is 100,005 {LONG}"),
        ("a: " + "[" * 90_000, "s.md:2:*: lists or keys are more than 8 levels deep. Write them with fewer levels."),
        ("[" * 90_000, "s.md:2:*: lists or keys are more than 8 levels deep. Write them with fewer levels."),
    ],
    ids=["100,000 brackets", "90,000 brackets", "nothing else"],
)
def test_a_hundred_thousand_brackets_are_a_problem_of_the_front_matter(line: str, problem: str) -> None:
    """libyaml, from 0.2.6 on, stops by itself at the thousandth; the versions before it leave that to us."""
    (found,) = shown(read(f"---\n{line}\n---\nB").problems)
    assert re.sub(r":2:\d+:", ":2:*:", found) == problem


def test_text_below_keys_that_are_not_closed_is_told_to_be_text() -> None:
    """The rule in the text is taken for the line that closes the keys."""
    matter = read("---\ntitle: x\n\nThe body, which ends: here.\n\n---\n\nMore.\n")
    assert shown(read("---\ntitle: x\n\nThe body.\n\n---\n\nMore.\n").problems) == [
        (
            "s.md:4:1: a line without a key and a colon."
            " If the text of the file starts here, write --- on its own line above it."
        )
    ]
    assert plain(matter.fields) == {"title": "x", "The body, which ends": "here."}
