"""What is no TOML is one located problem; what no machine should be asked to read is one too, never an exception."""

import re
import time

import pytest

from generator.fields import parse_toml
from tests.fields.nodes import shown

DEEP = "x.toml: lists or keys have too many levels to be read. Write them with fewer levels."

MISTAKES = [
    # a value
    ("[site]\ntitle = Told\n", '2:9: a value without quotation marks. Put the text in them: title = "Told".'),
    ("url = https://told.example/ # x\n", '1:7: a value without quotation marks. Put the text in them: url = "https://told.example/".'),
    ("[site]\n\ntitle =\n", "3:8: no value after 'title ='. Write one, or delete the line."),
    ("open = True\n", "1:8: 'True' where true belongs. Write open = true."),
    ("open = no\n", "1:8: 'no' where false belongs. Write open = false."),
    ("title = “Told”\n", '1:9: curly quotation marks around a value. Use straight ones: title = "Told".'),
    ("title = „Erzählt“\n", '1:9: curly quotation marks around a value. Use straight ones: title = "Erzählt".'),
    ('title = "Told\n', '1:9: a quotation mark that is not closed. Write one at the end of the value, too: title = "Told".'),
    ('title = "Told', '1:9: a quotation mark that is not closed. Write one at the end of the value, too: title = "Told".'),
    ("title = 'Told\n", "1:9: a quotation mark that is not closed. Write one at the end of the value, too: title = 'Told'."),
    ('x = """abc\n', '1:5: """ that is not closed. Write """ after the text, too.'),
    ('title = "She said "no""\n', "1:20: text after the closing quotation mark. Put the whole value in quotes of another kind: title = 'She said \"no\"'."),
    ("title = 'don't'\n", "1:14: text after the closing quotation mark. Put the whole value in quotes of another kind: title = \"don't\"."),
    ('output = "C:\\sites"\n', "1:13: a backslash inside double quotes. Put the value in single quotes: output = 'C:\\sites'."),
    ('title = "Told" // x\n', "1:16: a comment that starts with //. Start it with # instead."),
    ("banned = [\n  'a',\ny = 1\n", "1:10: a [ without a ]. Write ] after the last item."),
    ('title = "Told",\n', "1:15: a comma after the value. Delete it."),
    ('title = "Told";\n', "1:15: a semicolon after the value. Delete it."),
    ("paginate = 20,\n", "1:14: a comma after the value. Delete it."),
    ('banned = "a", "b"\n', '1:10: several values without brackets. Put them in brackets: banned = ["a", "b"].'),
    ("banned = [a, b]\n", '1:10: a list item without straight quotation marks. Write banned = ["a", "b"].'),
    ('banned = ["a", “b”]\n', '1:10: a list item without straight quotation marks. Write banned = ["a", "b"].'),
    ('banned = ["a" "b"]\n', '1:10: brackets whose items cannot be told apart. Put quotation marks around each text and a comma between two items, such as ["one", "two"].'),
    ('banned = ["a", "b"\ny = 1\n', '1:10: a [ without a ]. Write ] after the last item: banned = ["a", "b"].'),
    ("x = [1, 2]]\n", "1:11: text after the closing ]. Start a new line for it, or move it in front of the ]."),
    ("x = {a = 1,\n b = 2}\n", "1:5: braces that go over several lines. Write all of it on one line."),
    ("a = 2024-02-30\n", "1:5: '2024-02-30' is neither a number nor a date. Write a number as 20 and a date as 2025-03-31; put a text in quotation marks: a = \"2024-02-30\"."),
    ("a = 05\n", "1:5: '05' is neither a number nor a date. Write a number as 20 and a date as 2025-03-31; put a text in quotation marks: a = \"05\"."),
    ("a = 1 b = 2\n", "1:7: a second key on the same line. Start a new line for it."),
    ('a = "1" b = "2"\n', "1:9: a second key on the same line. Start a new line for it."),
    # a key
    ("title: Told\n", '1:6: a colon after \'title\'. Write an = sign instead: title = "Told".'),
    ('title: "Told"\n', '1:6: a colon after \'title\'. Write an = sign instead: title = "Told".'),
    ('title == "x"\n', "1:8: a second = after 'title ='. Delete it."),
    ('title "Told"\n', '1:1: a line without an = sign. Write a key, an = sign and a value: title = "Told".'),
    ("title\n", '1:1: a line without an = sign. Write a key, an = sign and a value: title = "My stories".'),
    ("= 1\n", '1:1: no key before the = sign. Write one: title = "My stories".'),
    ("my title = 1\n", "1:1: 'my title' cannot be a key. Use only letters without accents, digits, hyphens and underscores."),
    ("a = 1\na = 2\n", "2:1: a is here a second time; the first is on line 1. Keep one of them."),
    # a section
    ("[site\n", "1:1: a [ without a ]. Write as many brackets after the name as before it: [site]."),
    ("[[nav]\n", "1:1: a [[ without a ]]. Write as many brackets after the name as before it: [[nav]]."),
    ("[site]]\n", "1:1: a [ with a ]]. Write as many brackets after the name as before it: [site]."),
    ("[my site]\n", "1:1: [my site] cannot be the name of a section. Use only letters without accents, digits, hyphens and underscores, as in [site]."),
    ("[si[te]\n", "1:1: the name of a section has brackets in it. Write it like [site], or [[nav]]."),
    ('[site] title = "x"\n', "1:8: text after [site]. Start a new line for it."),
    ("[a]\n[b]\n[a]\n", "3:1: [a] is here a second time; the first is on line 1. Put its keys there, and delete this line."),
    ("[nav]\na = 1\n[nav]\n", "3:1: [nav] is here a second time; the first is on line 1. Write [[nav]] for each entry."),
    ("[nav]\na = 1\n[[nav]]\n", "3:1: [[nav]] is here a second time; the first is on line 1. Write [[nav]] for each entry."),
    ("[[nav]]\na = 1\n[nav]\n", "3:1: [nav] is here a second time; the first is on line 1. Write [[nav]] for each entry."),
    # another language
    ("---\ntitle: x\n---\n", "1:1: a line ---, which belongs only in Markdown files. Delete it."),
    ("// x\na = 1\n", "1:1: a comment that starts with //. Start it with # instead."),
    ('{ "site": {} }\n', "1:1: the line starts with {. Write a section such as [site], and below it a key, an = sign and a value on each line."),
    # invisible characters
    ("title\u00a0= 1\n", "1:6: U+00A0, a no-break space, outside quotation marks. Replace it with a plain space."),
    ("\u200btitle = 1\n", "1:1: U+200B, a zero-width space, outside quotation marks. Delete it."),
    ("a = '\x00'\n", "1:6: U+0000, a null character. Delete it."),
    ("\x1b[31m = 1\n", "1:1: U+001B, an escape character. Delete it."),
    ("a = 1\r", "1:6: U+000D, a carriage return. Delete it."),
    # texts and lists of several lines are not looked into
    ('x = """\na: b\n[c\n"""\ny = [\n  "a", # ]\n]\ntitle: x\n', '8:6: a colon after \'title\'. Write an = sign instead: title = "x".'),
    # a cause that has no name
    ("a.b = 1\na = 2\n", "2:6: the file cannot be read from this line on. Check that it does not repeat an earlier line, that text has quotation marks and that every bracket is closed."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), MISTAKES)
def test_a_mistake_is_named_where_it_is_with_what_to_do(text: str, problem: str) -> None:
    mapping, problems = parse_toml(text, path="x.toml")
    assert shown(problems) == [f"x.toml:{problem}"]
    assert mapping.entries == ()


@pytest.mark.parametrize("problem", [problem for _, problem in MISTAKES if re.search(r"[:.] \w+ = .+\.$", problem)])
def test_the_line_that_a_hint_shows_can_be_read(problem: str) -> None:
    line = re.split(r"[:.] (?:Write )?(?=\w+ = )", problem)[-1].removesuffix(".")
    assert parse_toml(line, path="x.toml")[1] == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[theme.options]\na = 0x" + "f" * 5_000 + "\n", "x.toml:2:5: the number is too large. Write a smaller one."),
        ("a = [1, 9223372036854775808]\n", "x.toml:1:9: the number is too large. Write a smaller one."),
        ("a = -9223372036854775809\n", "x.toml:1:5: the number is too large. Write a smaller one."),
        ("a = " + "9" * 5_000 + "\n", "x.toml: a number of thousands of digits. Write a smaller one."),
    ],
    ids=["in hexadecimals", "one more than 64 bits", "below them", "thousands of digits"],
)
def test_a_number_that_no_computer_word_holds_is_a_problem(text: str, problem: str) -> None:
    mapping, problems = parse_toml(text, path="x.toml")
    assert shown(problems) == [problem]
    assert mapping.entries == ()


def test_the_largest_numbers_are_read() -> None:
    assert parse_toml("a = 9223372036854775807\nb = -9223372036854775808\n", path="x.toml")[1] == ()


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 100_000, "a = " + "[" * 3_000 + "]" * 3_000, "a = " + "{a = " * 3_000 + "1" + "}" * 3_000, "a" + ".a" * 1_500 + " = 1\n", "[a" + ".a" * 1_500 + "]\n"],
    ids=["brackets", "lists", "inline tables", "a dotted key", "a header"],
)  # fmt: skip
def test_nesting_that_python_cannot_follow_is_a_problem_and_no_crash(text: str) -> None:
    started = time.process_time()
    mapping, problems = parse_toml(text, path="x.toml")
    assert time.process_time() - started < 2
    assert shown(problems) == [DEEP]
    assert mapping.entries == ()


@pytest.mark.parametrize("depth", [10, 100])
def test_deep_nesting_that_python_can_follow_is_read(depth: int) -> None:
    for text in (
        "a = " + "[" * depth + "]" * depth,
        "a = " + "{a = " * depth + "1" + "}" * depth,
        "a" + ".a" * depth + " = 1",
    ):
        assert parse_toml(text, path="x.toml")[1] == ()
