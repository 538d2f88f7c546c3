"""What YAML has and front matter has not, and what is no YAML: named with its place and what to do, never executed."""

import time

import pytest

from generator.fields.yaml import parse_yaml
from tests.fields.nodes import plain, shown

NOT_A_KEY = "brackets or braces where a key belongs. If they are part of a text, put the whole text in quotes."
TOO_DEEP = "lists or keys are more than 8 levels deep. Write them with fewer levels."


def problems_of(text: str) -> list[str]:
    return shown(parse_yaml(text, path="x.md", first_line=1)[1])


def starts_with(place: str, sign: str, written: str = "") -> str:
    quoted = f": {written}" if written else ""
    return f"x.md:{place}: a value cannot start with {sign}. Put the value in quotes{quoted}."


def test_a_key_that_stands_twice_names_both_lines_and_the_first_one_counts() -> None:
    mapping, problems = parse_yaml("title: one\ndraft: no\ntitle: two\n", path="x.md", first_line=2)
    assert shown(problems) == ["x.md:4:1: title is here twice; the first is on line 2. Keep one of them."]
    assert plain(mapping) == {"title": "one", "draft": "no"}


def test_a_key_that_stands_three_times_is_named_each_time_too_much() -> None:
    assert problems_of("a: 1\na: 2\na: 3\n") == [
        "x.md:2:1: a is here twice; the first is on line 1. Keep one of them.",
        "x.md:3:1: a is here twice; the first is on line 1. Keep one of them.",
    ]


def test_a_key_that_stands_twice_in_an_inner_group_is_found_and_the_same_key_in_two_groups_is_not() -> None:
    text = "company:\n  - {name: A, name: B}\n  - name: C\nname: D\n"
    assert problems_of(text) == [
        "x.md:2:15: name is here twice; the first is on line 2. Keep one of them, or start each entry with a dash if there are several."
    ]


def test_keys_are_one_key_only_if_they_are_spelt_alike() -> None:
    assert problems_of("title: a\nTitle: b\n'title ': c\n") == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("title: *shoes\n", [starts_with("1:8", "*", 'title: "*shoes"')]),
        ("company: &Sons\n", [starts_with("1:10", "&", 'company: "&Sons"')]),
        ("a: &x 1\nb: *x\n", [starts_with("1:4", "&", 'a: "&x 1"'), starts_with("2:4", "*", 'b: "*x"')]),
        ("a: &x [*x]\n", [starts_with("1:4", "&", 'a: "&x [*x]"'), starts_with("1:8", "*")]),
        ("&x a: 1\n", ["x.md:1:1: a key cannot start with &. Put the key in quotes."]),
        ("&x\na: 1\n", [starts_with("1:1", "&")]),
        ("a: &x 1\n*x : 2\n", [starts_with("1:4", "&", 'a: "&x 1"'), f"x.md:2:1: {NOT_A_KEY}", starts_with("2:1", "*")]),
        ("image: ![A box](box.png)\n", ["x.md:1:8: a value cannot start with !. Write the name of the file alone: image: box.png."]),
    ],
)  # fmt: skip
def test_a_value_that_starts_with_a_sign_of_yaml_s_own_is_named_where_it_stands(text: str, problems: list[str]) -> None:
    assert problems_of(text) == problems


def test_a_billion_laughs_do_not_unfold() -> None:
    lines = ["l0: &l0 ha"] + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    started = time.process_time()
    found = problems_of("\n".join(lines))
    assert time.process_time() - started < 1
    assert found[0] == starts_with("1:5", "&", 'l0: "&l0 ha"')
    assert len(found) == 12 + 11 * 10


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: !!python/object/apply:os.system [exit 1]\n", starts_with("1:4", "!", 'a: "!!python/object/apply:os.system [exit 1]"')),
        ("a: !!python/name:os.system\n", starts_with("1:4", "!", 'a: "!!python/name:os.system"')),
        ("a: !!int 5\n", starts_with("1:4", "!", 'a: "!!int 5"')),
        ("a: !important\n", starts_with("1:4", "!", 'a: "!important"')),
        ("a: ! 5\n", starts_with("1:4", "!", 'a: "! 5"')),
        ("a: [!x y]\n", starts_with("1:5", "!")),
        ("!x a: b\n", "x.md:1:1: a key cannot start with !. Put the key in quotes."),
        ("!!map\na: b\n", starts_with("1:1", "!")),
    ],
)  # fmt: skip
def test_a_tag_is_named_and_nothing_is_made_of_it(text: str, problem: str) -> None:
    assert problems_of(text) == [problem]


def test_a_value_beside_a_tag_or_an_anchor_is_kept_so_that_no_second_problem_follows() -> None:
    mapping, _ = parse_yaml("title: !x Shoes\ncompany: &a Acme\n", path="x.md")
    assert plain(mapping) == {"title": "Shoes", "company": "Acme"}


@pytest.mark.parametrize(
    ("text", "problems", "rest"),
    [
        ("? [a, b]\n: c\nd: e\n", [f"x.md:1:3: {NOT_A_KEY}"], {"d": "e"}),
        ("{a: {b: c}}: d\ne: f\n", [f"x.md:1:1: {NOT_A_KEY}"], {"e": "f"}),
        ("title: {{ x }}\nd: e\n", [f"x.md:1:9: {NOT_A_KEY}"], {"title": {}, "d": "e"}),
        ("'': a\nb: c\n", ["x.md:1:1: a colon without a key before it. Write a key before it, such as title: My story."], {"b": "c"}),
        ('"\\e[31mred": a\nb: c\n', ["x.md:1:1: the key '[U+001B][31mred' (U+001B is an escape character) has an invisible character. Type the key again: [31mred:."], {"b": "c"}),
        ("title\u00a0: [a, {b: c}]\nd: e\n", ["x.md:1:1: the key 'title[U+00A0]' (U+00A0 is a no-break space) has an invisible character. Type the key again: title:."], {"d": "e"}),
        ("\u200bd: a\nd: e\n", ["x.md:1:1: the key '[U+200B]d' (U+200B is a zero-width space) has an invisible character. Type the key again: d:."], {"d": "e"}),
        ("\u00a0d: a\nd: e\n", ["x.md:1:1: U+00A0, a no-break space, before 'd:'. Replace it with plain spaces, or delete it."], {"d": "e"}),
    ],
)  # fmt: skip
def test_a_key_that_is_no_plain_word_is_passed_over_with_its_value(
    text: str, problems: list[str], rest: dict[str, object]
) -> None:
    mapping, _ = parse_yaml(text, path="x.md")
    assert problems_of(text) == problems
    assert plain(mapping) == rest


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("just a text\n", '1:1: a line without a key and a colon. Write a key, a colon, a space and a value: just: "a text".'),
        ("a\n", "1:1: a line without a key and a colon. Write a key, a colon, a space and a value: title: My story."),
        ("- a\n- b\n", "1:1: a dash before a key. Delete it, and start each key in the first column, such as title: My story."),
        ("\n# x\n[a, b]\n", "3:1: the line starts with [. Start it with a key, such as title: My story."),
        ("'title: quoted'\n", '1:1: quotation marks around the whole line. Put them around the value alone: title: "quoted".'),
        ("title:Shoes\ndate:2024\n", "1:7: no space after 'title:'. Put one there: title: Shoes."),
        ("title = Shoes\n", "1:7: '=' after 'title', where a colon belongs. Write a colon and a space: title: Shoes."),
    ],
)  # fmt: skip
def test_a_text_that_is_no_list_of_keys_is_named_where_it_starts(text: str, problem: str) -> None:
    mapping, _ = parse_yaml(text, path="x.md")
    assert problems_of(text) == [f"x.md:{problem}"]
    assert mapping.entries == ()


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        ("a: \x00\n", "1:4", "U+0000, a null character"),
        ("a: b\nc: d\x07e\n", "2:5", "U+0007, a control character"),
        ("\x1b[31m: x\n", "1:1", "U+001B, an escape character"),
        ("a: b\x0cc\n", "1:5", "U+000C, a control character"),
        ("a: \x7f\n", "1:4", "U+007F, a delete character"),
        ("a: '\ud800'\n", "1:5", "U+D800, half of a broken character"),
        ("a: \uffff\n", "1:4", "U+FFFF, an unassigned character"),
    ],
)
def test_a_control_character_is_named_where_it_stands(text: str, place: str, named: str) -> None:
    mapping, problems = parse_yaml(text, path="x.md")
    assert shown(problems) == [f"x.md:{place}: {named}, in the front matter. Delete it."]
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
    assert problems_of("a: b\n--- # x\nc: d\n") == [
        (
            "x.md:2:1: a line between the keys that starts with ---."
            " Write --- alone on its line if the keys end here, or delete the line."
        )
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tags:\n  -a\n  -b\n", "2:3: no space after the dash of a list item. Write a dash and a space: - a."),
        ("tags:\n  • a\n  • b\n", "2:3: a list item that starts with •. Write a dash and a space: - a."),
        ("tags: a\n  - b\n  - c\n", "2:3: a list below a line that has a value. Write the key of the list above it, with nothing after its colon, or put the whole text in quotes."),
    ],
)  # fmt: skip
def test_a_list_that_would_be_read_as_a_text_is_named(text: str, problem: str) -> None:
    assert problems_of(text) == [f"x.md:{problem}"]


@pytest.mark.parametrize(
    "text",
    ["rating:\n  -1\n", "summary:\n  — said the man.\n", "summary: one\n  two - three\n", "summary: |\n  -a\n  -b\n", "title: a-b\n", "tags: ['-a']\n"],
)  # fmt: skip
def test_a_dash_that_starts_no_list_is_part_of_the_text(text: str) -> None:
    assert problems_of(text) == []
