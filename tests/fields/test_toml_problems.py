"""What is no TOML is one located problem; what no machine should be asked to read is one too, never an exception."""

import time

import pytest

from generator.fields import parse_toml
from tests.fields.nodes import shown

QUOTES = 'Text needs quotes: title = "My stories".'
TWICE = "A key or section stands twice; keep one of them."
DEEP = "x.toml: lists or keys are nested too deep to be read."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[site]\ntitle = Told\n", f"x.toml:2:9: this is not TOML: Invalid value. {QUOTES}"),
        ("[site]\n\ntitle =\n", f"x.toml:3:8: this is not TOML: Invalid value. {QUOTES}"),
        ("title: Told\n", "x.toml:1:6: this is not TOML: Expected '=' after a key in a key/value pair."),
        ('title = "Told\n', r"x.toml:1:14: this is not TOML: Illegal character '\n'."),
        ('title = "Told', "x.toml: this is not TOML: Unterminated string."),
        ("[site\n", "x.toml:1:6: this is not TOML: Expected ']' at the end of a table declaration."),
        ("a = 1\na = 2\n", f"x.toml:2:6: this is not TOML: Cannot overwrite a value. {TWICE}"),
        ("[a]\n[b]\n[a]\n", f"x.toml:3:3: this is not TOML: Cannot declare ('a',) twice. {TWICE}"),
        ("a = 1 b = 2\n", "x.toml:1:7: this is not TOML: Expected newline or end of document after a statement."),
        ("a = 2024-02-30\n", "x.toml:1:5: this is not TOML: Invalid date or datetime."),
        ("a = '\x00'\n", r"x.toml:1:6: this is not TOML: Found invalid character '\x00'."),
        ("\x1b[31m = 1\n", "x.toml:1:1: this is not TOML: Invalid statement."),
        ("a = 1\r", "x.toml:1:6: this is not TOML: Expected newline or end of document after a statement."),
        ("= 1\n", "x.toml:1:1: this is not TOML: Invalid statement."),
        ("---\ntitle: x\n---\n", "x.toml:1:4: this is not TOML: Expected '=' after a key in a key/value pair."),
    ],
)
def test_a_slip_is_named_where_it_stands(text: str, problem: str) -> None:
    mapping, problems = parse_toml(text, path="x.toml")
    assert [*map(without_wording, shown(problems))] == [without_wording(problem)]
    assert mapping.entries == ()


def without_wording(problem: str) -> str:
    """Place, our words and the hint. What Python says in between may change with its version."""
    before, _, after = problem.partition("this is not TOML: ")
    return f"{before}this is not TOML: … {after.partition('. ')[2]}"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[theme.options]\na = 0x" + "f" * 5_000 + "\n", "x.toml:2:5: the number is too large."),
        ("a = [1, 9223372036854775808]\n", "x.toml:1:9: the number is too large."),
        ("a = -9223372036854775809\n", "x.toml:1:5: the number is too large."),
        ("a = " + "9" * 5_000 + "\n", "x.toml: there is a number of thousands of digits."),
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
