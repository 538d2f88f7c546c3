"""What YAML has and front matter has not, and what is no YAML: named with its place and what to do, never executed."""

import time

import pytest

from generator.fields.yaml import parse_yaml
from tests.fields.nodes import plain, shown

ANCHORS = "anchors and aliases (&x, *x) are not used here. Write the value out, or in quotes if it starts with & or *."
NOT_A_KEY = "a key is not a plain word. Write one 'key: value' a line."
NO_MAPPING = "the front matter is not a list of keys. Write one 'key: value' a line."
CONTROL = "a control character stands in the front matter. Delete it."
TOO_DEEP = "lists or keys are nested more than 8 deep."


def problems_of(text: str) -> list[str]:
    return shown(parse_yaml(text, path="x.md", first_line=1)[1])


def tagged(tag: str) -> str:
    return f"YAML tags such as '{tag}' are not used here. Write the value alone, or in quotes if it starts with !."


def test_a_key_that_stands_twice_names_both_lines_and_the_first_one_counts() -> None:
    mapping, problems = parse_yaml("title: one\ndraft: no\ntitle: two\n", path="x.md", first_line=2)
    assert shown(problems) == ["x.md:4:1: title stands here twice; the first is on line 2. Keep one of them."]
    assert plain(mapping) == {"title": "one", "draft": "no"}


def test_a_key_that_stands_three_times_is_named_each_time_too_much() -> None:
    assert problems_of("a: 1\na: 2\na: 3\n") == [
        "x.md:2:1: a stands here twice; the first is on line 1. Keep one of them.",
        "x.md:3:1: a stands here twice; the first is on line 1. Keep one of them.",
    ]


def test_a_key_that_stands_twice_in_an_inner_group_is_found_and_the_same_key_in_two_groups_is_not() -> None:
    text = "company:\n  - {name: A, name: B}\n  - name: C\nname: D\n"
    assert problems_of(text) == ["x.md:2:15: name stands here twice; the first is on line 2. Keep one of them."]


def test_keys_are_one_key_only_if_they_are_spelt_alike() -> None:
    assert problems_of("title: a\nTitle: b\n'title ': c\n") == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("title: *shoes\n", [f"x.md:1:8: {ANCHORS}"]),
        ("company: &Sons\n", [f"x.md:1:10: {ANCHORS}"]),
        ("a: &x 1\nb: *x\n", [f"x.md:1:4: {ANCHORS}", f"x.md:2:4: {ANCHORS}"]),
        ("a: &x [*x]\n", [f"x.md:1:4: {ANCHORS}", f"x.md:1:8: {ANCHORS}"]),
        ("&x a: 1\n", [f"x.md:1:1: {ANCHORS}"]),
        ("&x\na: 1\n", [f"x.md:1:1: {ANCHORS}"]),
        ("a: &x 1\n*x : 2\n", [f"x.md:1:4: {ANCHORS}", f"x.md:2:1: {NOT_A_KEY}", f"x.md:2:1: {ANCHORS}"]),
    ],
)
def test_anchors_and_aliases_are_named_where_each_stands(text: str, problems: list[str]) -> None:
    assert problems_of(text) == problems


def test_a_billion_laughs_do_not_unfold() -> None:
    lines = ["l0: &l0 ha"] + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    started = time.process_time()
    found = problems_of("\n".join(lines))
    assert time.process_time() - started < 1
    assert found[:2] == [f"x.md:1:5: {ANCHORS}", f"x.md:2:5: {ANCHORS}"]
    assert len(found) == 12 + 11 * 10


@pytest.mark.parametrize(
    ("text", "tag", "column"),
    [
        ("a: !!python/object/apply:os.system [exit 1]\n", "!!python/object/apply:os.system", 4),
        ("a: !!python/name:os.system\n", "!!python/name:os.system", 4),
        ("a: !!int 5\n", "!!int", 4),
        ("a: !!str 5\n", "!!str", 4),
        ("a: !important\n", "!important", 4),
        ("a: ! 5\n", "!", 4),
        ("a: [!x y]\n", "!x", 5),
        ("!x a: b\n", "!x", 1),
        ("!!map\na: b\n", "!!map", 1),
    ],
)
def test_a_tag_is_named_and_nothing_is_made_of_it(text: str, tag: str, column: int) -> None:
    assert problems_of(text) == [f"x.md:1:{column}: {tagged(tag)}"]


def test_a_value_beside_a_tag_or_an_anchor_is_kept_so_that_no_second_problem_follows() -> None:
    mapping, _ = parse_yaml("title: !x Shoes\ncompany: &a Acme\n", path="x.md")
    assert plain(mapping) == {"title": "Shoes", "company": "Acme"}


@pytest.mark.parametrize(
    ("text", "problems", "rest"),
    [
        ("? [a, b]\n: c\nd: e\n", [f"x.md:1:3: {NOT_A_KEY}"], {"d": "e"}),
        ("{a: {b: c}}: d\ne: f\n", [f"x.md:1:1: {NOT_A_KEY}"], {"e": "f"}),
        ("'': a\nb: c\n", [f"x.md:1:1: {NOT_A_KEY}"], {"b": "c"}),
        ('"\\e[31mred": a\nb: c\n', [f"x.md:1:1: {NOT_A_KEY}"], {"b": "c"}),
        ('"two\\nlines": [a, {b: c}]\nd: e\n', [f"x.md:1:1: {NOT_A_KEY}"], {"d": "e"}),
    ],
)
def test_a_key_that_is_no_plain_word_is_passed_over_with_its_value(
    text: str, problems: list[str], rest: dict[str, str]
) -> None:
    mapping, _ = parse_yaml(text, path="x.md")
    assert problems_of(text) == problems
    assert plain(mapping) == rest


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("just a text\n", "1:1"),
        ("- a\n- b\n", "1:1"),
        ("\n# x\n[a, b]\n", "3:1"),
        ("'title: quoted'\n", "1:1"),
        ("a\n", "1:1"),
    ],
)
def test_a_text_that_is_no_list_of_keys_is_named_where_it_starts(text: str, place: str) -> None:
    mapping, _ = parse_yaml(text, path="x.md")
    assert problems_of(text) == [f"x.md:{place}: {NO_MAPPING}"]
    assert mapping.entries == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: \x00\n", "1:4"), ("a: b\nc: d\x07e\n", "2:5"), ("\x1b[31m: x\n", "1:1"), ("a: b\x0cc\n", "1:5"), ("a: \x7f\n", "1:4"), ("a: \x9b\n", "1:4"), ("a: '\ud800'\n", "1:5"), ("a: \uffff\n", "1:4")],
)  # fmt: skip
def test_a_control_character_is_named_where_it_stands(text: str, place: str) -> None:
    mapping, problems = parse_yaml(text, path="x.md")
    assert shown(problems) == [f"x.md:{place}: {CONTROL}"]
    assert mapping.entries == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [[[[[[[[[]]]]]]]]]\n", "1:12"),
        ("a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}\n", "1:36"),
        ("- - - - - - - - - x\n", "1:19"),
    ],
)
def test_nesting_deeper_than_any_key_needs_is_named_where_it_starts(text: str, place: str) -> None:
    mapping, problems = parse_yaml(text, path="x.md")
    assert shown(problems) == [f"x.md:{place}: {TOO_DEEP}"]
    assert mapping.entries == ()


def test_eight_deep_is_still_read() -> None:
    mapping, problems = parse_yaml("a: [[[[[[[x]]]]]]]\n", path="x.md")
    assert problems == ()
    assert plain(mapping) == {"a": [[[[[[["x"]]]]]]]}


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "[" * 90_000, "a: " + "{" * 90_000, "a: " + "{a: " * 30_000, "- " * 50_000, "? " * 50_000, "a: " + "[" * 40_000 + "]" * 40_000])  # fmt: skip
def test_a_hundred_thousand_brackets_are_a_problem_at_once_and_crash_nothing(text: str) -> None:
    started = time.process_time()
    found = problems_of(text)
    assert time.process_time() - started < 1
    assert any(TOO_DEEP in problem for problem in found)


def test_a_second_document_is_named_where_it_starts() -> None:
    assert problems_of("a: b\n--- # x\nc: d\n") == ["x.md:2:1: a second YAML document starts here. Delete the line."]
