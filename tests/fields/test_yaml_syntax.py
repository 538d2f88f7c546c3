"""Slips of YAML: each message has the place of the slip and says what to do."""

import pytest

from generator.fields.yaml import parse_yaml
from tests.fields.nodes import shown

NOT_YAML = "the front matter is not YAML:"
COLON = "mapping values are not allowed in this context. A value that contains ': ' needs quotes around it."
SPECIAL = "A value that starts with a special character needs quotes around it."
MISSING = "Is a closing quote or bracket missing?"
WHOLE = "did not find expected key. Put quotes around the whole value, or the key in the same column as the others."
TABS = "Indent with spaces, not tabs."


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("title: Shoes: a story\n", "1:13", COLON),
        ("title: @dana wrote\n", "1:8", f"found character that cannot start any token. {SPECIAL}"),
        ("title: `x`\n", "1:8", f"found character that cannot start any token. {SPECIAL}"),
        ("title: %x\n", "1:8", f"found character that cannot start any token. {SPECIAL}"),
        ("title: *\n", "1:9", f"did not find expected alphabetic or numeric character. {SPECIAL}"),
        ('title: "She said "no" to me"\n', "1:19", WHOLE),
        ("title: 'it's'\n", "1:12", WHOLE),
        ("title: a\n  b:\n c: d\n", "2:4", "mapping values are not allowed in this context. Write one 'key: value' a line; quote values that contain quotes or start with one."),
        ("company:\n  name: a\n verdict: b\n", "3:2", WHOLE),
        ("tags: [a, b\ntitle: x\n", "2:6", f"did not find expected ',' or ']'. {MISSING}"),
        ("title: x\ndraft\ndate: y\n", "2:1", "could not find expected ':'. Write one 'key: value' a line; quote values that contain quotes or start with one."),
        ("\ttitle: x\n", "1:1", f"found character that cannot start any token. {TABS}"),
        ("title: x\n\tdate: y\n", "2:1", f"found a tab character that violates indentation. {TABS}"),
        ("company:\n\t- a\n", "2:1", f"found character that cannot start any token. {TABS}"),
        ("tags: > a\n", "1:9", "did not find expected comment or line break. Quote the value if it contains special characters."),
        ("a: - b\n", "1:4", "block sequence entries are not allowed in this context. Quote the value if it contains special characters."),
    ],
)  # fmt: skip
def test_a_slip_is_named_where_it_stands_with_what_to_do(text: str, place: str, said: str) -> None:
    mapping, problems = parse_yaml(text, path="x.md")
    assert shown(problems) == [f"x.md:{place}: {NOT_YAML} {said}"]
    assert mapping.entries == ()


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('title: x\nsummary: "never closed\ntags: [a]\n', "2:10", "found unexpected end of stream."),
        ("title: x\nsummary: 'never closed\n", "2:10", "found unexpected end of stream."),
        ("title: x\ntags: [a, b\n", "2:7", "did not find expected ',' or ']'."),
        ("title: x\nimage: {src: a.png\n\n\n", "2:8", "did not find expected ',' or '}'."),
    ],
)
def test_a_quote_or_bracket_that_is_never_closed_is_named_where_it_opens(text: str, place: str, said: str) -> None:
    assert shown(parse_yaml(text, path="x.md")[1]) == [f"x.md:{place}: {NOT_YAML} {said} {MISSING}"]


def test_a_last_line_without_a_colon_is_named_and_not_the_end() -> None:
    assert shown(parse_yaml("title: x\ndraft\n", path="x.md")[1]) == [
        f"x.md:2:1: {NOT_YAML} could not find expected ':'. Write one 'key: value' a line; quote values that contain quotes or start with one."
    ]


def test_a_first_line_without_a_colon_is_named_as_the_line_it_is() -> None:
    found = shown(parse_yaml("title Shoes\ndate: 2024-03-01\n", path="x.md", first_line=2)[1])
    assert found[0] == "x.md:2:1: the front matter is not a list of keys. Write one 'key: value' a line."


def test_what_was_wrong_before_a_slip_is_reported_with_it() -> None:
    found = shown(parse_yaml("a: 1\na: 2\nb: c: d\n", path="x.md")[1])
    assert found == [
        "x.md:2:1: a stands here twice; the first is on line 1. Keep one of them.",
        f"x.md:3:5: {NOT_YAML} {COLON}",
    ]


def test_a_tab_after_a_colon_or_in_a_value_is_no_slip() -> None:
    assert shown(parse_yaml("title:\tShoes\nsummary: 'one\ttwo'\ntags: [a,\tb]\n", path="x.md")[1]) == []
