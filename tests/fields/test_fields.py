"""One mapping taken field by field: each type with right, wrong, empty and left-out values, and where problems stand."""

import pytest

from generator.fields.reader import LongText
from tests.fields.nodes import of_toml, of_yaml, shown

IN_FULL = "Write it in full: it starts with https:// or http://."
QUOTE = "'"


def test_text_is_one_line_without_outer_spaces() -> None:
    fields = of_yaml("title: |\n    two\n  \n    lines\t here \n")
    assert fields.text("title") == "two lines here"


@pytest.mark.parametrize("text", ["", "title:", "title: ''", "title: '  '", "title: |\n", "other: x"])
def test_a_key_left_out_or_left_empty_takes_the_default(text: str) -> None:
    fields = of_yaml(text)
    assert fields.text("title", "Untitled") == "Untitled"
    assert fields.optional_text("title") is None
    assert fields.texts("title") == ()
    assert fields.flag("title", default=True) is True
    assert fields.integer("title", 7, lowest=1, highest=9) == 7
    assert fields.optional_integer("title", lowest=1, highest=9) is None
    assert fields.choice("title", ("a", "b")) is None
    assert fields.date("title") is None
    assert fields.partial_date("title") is None
    assert fields.long_text("title").text.strip() == ""
    assert fields.language("title", "en") == "en"
    assert fields.address("title") == ""
    assert fields.email("title") == ""
    assert fields.sections("title") == ()
    assert fields.mixed("title") == ()
    assert fields.free("title") == ()
    assert not fields.has("title")
    assert fields.section("title").keys() == ()
    _ = fields.text("other")
    assert shown(fields.finish()) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("date: x\n", "x.md:1:1: title is missing. Add a line such as title: Shoes."),
        ("date: x\ntitle:\n", "x.md:2:1: title has no value. Write one, such as title: Shoes."),
        ("date: x\ntitle: ' '\n", "x.md:2:1: title has no value. Write one, such as title: Shoes."),
        ("", "x.md:1:1: title is missing. Add a line such as title: Shoes."),
    ],
)
def test_a_required_text_that_is_missing_is_named_where_its_key_or_its_group_stands(text: str, problem: str) -> None:
    fields = of_yaml(text)
    fields.text("date")
    assert fields.text("title", example="Shoes") == ""
    assert shown(fields.finish()) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title = 5\n", 'site.toml:1:9: title: 5 has no quotation marks, and a text needs them. Write "5".'),
        ("title = 1.5\n", 'site.toml:1:9: title: 1.5 has no quotation marks, and a text needs them. Write "1.5".'),
        ("title = true\n", 'site.toml:1:9: title: true has no quotation marks, and a text needs them. Write "true".'),
        (
            "title = ['a']\n",
            "site.toml:1:9: title: this is a list, and one text belongs here. Write one text in quotation marks.",
        ),
        (
            "title = {a = 1}\n",
            "site.toml:1:9: title: these are keys, and one text belongs here. Write one text in quotation marks.",
        ),
        (
            "[title]\na = 1\n",
            "site.toml:1:1: title: these are keys, and one text belongs here. Write one text in quotation marks.",
        ),
        (
            'title = "a\\u0000b"\n',
            r"site.toml:1:9: title: 'a[U+0000]b' (U+0000 is a null character) has a character that no page can show. Delete it.",
        ),
        (
            'title = "\\u001B[31m"\n',
            r"site.toml:1:9: title: '[U+001B][31m' (U+001B is an escape character) has a character that no page can show. Delete it.",
        ),
    ],
)
def test_what_is_no_text_is_named_where_it_stands(text: str, problem: str) -> None:
    fields = of_toml(text)
    assert fields.text("title") == ""
    assert shown(fields.finish()) == [problem]


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("a", ("a",)),
        ("a, b", ("a, b",)),
        ("[a, b]", ("a", "b")),
        ("[a, '', b, ]", ("a", "b")),
        ("[]", ()),
        ("[no, 1.10]", ("no", "1.10")),
    ],
)
def test_one_text_is_a_list_of_one_and_empty_ones_are_left_out(written: str, texts: tuple[str, ...]) -> None:
    fields = of_yaml(f"tags: {written}\n")
    assert fields.texts("tags") == texts
    assert fields.finish() == ()


def test_each_wrong_item_of_a_list_is_named_where_it_stands_and_the_others_are_kept() -> None:
    fields = of_yaml("tags:\n  - a\n  - [b]\n  - c: d\n  - e\n")
    assert fields.texts("tags") == ("a", "e")
    assert shown(fields.finish()) == [
        "x.md:3:5: tags: this is a list, and one text belongs here. Write one text, in quotes if it starts with [.",
        "x.md:4:5: tags: these are keys, and one text belongs here. Write one text, in quotes if it starts with {.",
    ]


@pytest.mark.parametrize(("written", "flag"), [("true", True), ("True", True), ("yes", True), ("on", True), ("false", False), ("No", False), ("OFF", False), ("'no'", False)])  # fmt: skip
def test_a_flag_is_any_of_yaml_s_words_for_it(written: str, flag: bool) -> None:
    for default in (True, False):
        fields = of_yaml(f"draft: {written}\n")
        assert fields.flag("draft", default=default) is flag
        assert fields.finish() == ()


@pytest.mark.parametrize(
    ("written", "shown_as"),
    [("maybe", "'maybe'"), ("1", "'1'"), ("y", "'y'"), ("null", "'null'"), ("[true]", "a list"), ("{a: b}", "a group of keys"), ("x" * 99, f"'{'x' * 57}…'")],
)  # fmt: skip
def test_what_is_no_flag_is_named_and_the_default_taken(written: str, shown_as: str) -> None:
    fields = of_yaml(f"draft: {written}\n")
    assert fields.flag("draft", default=True) is True
    assert shown(fields.finish()) == [f"x.md:1:8: draft: {shown_as} is neither true nor false. Write true or false."]


def test_toml_s_own_booleans_are_flags_and_its_numbers_are_not() -> None:
    fields = of_toml("a = true\nb = false\nc = 1\n")
    assert (fields.flag("a", default=False), fields.flag("b", default=True), fields.flag("c", default=True)) == (
        True,
        False,
        True,
    )
    assert shown(fields.finish()) == ["site.toml:3:5: c: 1 is neither true nor false. Write true or false."]


@pytest.mark.parametrize(("text", "number"), [("nav: 1\n", 1), ("nav: 9\n", 9), ("nav: 007\n", 7), ("nav: '5'\n", 5)])
def test_a_whole_number_within_its_bounds_is_taken(text: str, number: int) -> None:
    fields = of_yaml(text)
    assert fields.integer("nav", 3, lowest=1, highest=9) == number
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("written", "shown_as"),
    [("0", "'0'"), ("10", "'10'"), ("-1", "'-1'"), ("+5", "'+5'"), ("5.0", "'5.0'"), ("1_0", "'1_0'"), ("five", "'five'"), ("٥", "'٥'"), ("²", "'²'"), ("[5]", "a list"), ("9" * 5_000, f"'{'9' * 57}…'")],
)  # fmt: skip
def test_what_is_no_whole_number_within_its_bounds_is_named_and_the_default_taken(written: str, shown_as: str) -> None:
    fields = of_yaml(f"nav: {written}\n")
    assert fields.integer("nav", 3, lowest=1, highest=9) == 3
    assert shown(fields.finish()) == [
        f"x.md:1:6: nav: {shown_as} is not a whole number from 1 to 9. Write a number such as 4."
    ]


@pytest.mark.parametrize(("written", "shown_as"), [("true", "true"), ("5.0", "5.0"), ("inf", "inf"), ("nan", "nan"), ("10", "10"), ("0x7fffffffffffffff", "9223372036854775807")])  # fmt: skip
def test_toml_s_other_types_are_no_whole_numbers(written: str, shown_as: str) -> None:
    fields = of_toml(f"nav = {written}\n")
    assert fields.optional_integer("nav", lowest=0, highest=9) is None
    assert shown(fields.finish()) == [
        f"site.toml:1:7: nav: {shown_as} is not a whole number from 0 to 9. Write a number such as 3."
    ]


def test_an_optional_number_may_be_nought() -> None:
    assert of_yaml("nav: 0\n").optional_integer("nav", lowest=0, highest=9) == 0
    assert of_yaml("nav: 0\n").integer("nav", 5, lowest=0, highest=9) == 0


@pytest.mark.parametrize(
    ("written", "hint"),
    [("godo", " Did you mean 'good'?"), ("Good", " Did you mean 'good'?"), ("2024", ""), ("no", "")],
)
def test_a_word_that_is_not_one_of_the_choices_is_named_with_all_of_them(written: str, hint: str) -> None:
    fields = of_yaml(f"verdict: {written}\n")
    assert fields.choice("verdict", ("good", "bad", "mixed"), noun="a verdict") is None
    assert shown(fields.finish()) == [
        f"x.md:1:10: verdict: '{written}' is not a verdict. Use good, bad or mixed.{hint}"
    ]


def test_a_word_whose_meaning_is_known_gets_the_choice_it_means_as_its_hint() -> None:
    fields = of_yaml("verdict: Great\n")
    assert fields.choice("verdict", ("good", "bad"), meaning={"great": "good"}) is None
    assert shown(fields.finish()) == [
        "x.md:1:10: verdict: 'Great' is neither good nor bad. Use good or bad. Did you mean 'good'?"
    ]


@pytest.mark.parametrize("choice", ["good", "bad"])
def test_a_choice_is_taken_as_it_is(choice: str) -> None:
    fields = of_yaml(f"verdict: {choice}\n")
    assert fields.choice("verdict", ("good", "bad")) == choice
    assert fields.finish() == ()


def test_taking_a_key_twice_gives_the_same_twice() -> None:
    fields = of_yaml("title: Shoes\n")
    assert fields.text("title") == fields.text("title") == "Shoes"
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("|\n  One.\n\n    Two.\n", LongText("One.\n\n  Two.\n", 3, is_block=True)),
        ("|-\n\n  One.\n", LongText("\nOne.", 3, is_block=True)),
        (">\n  One.\n  Two.\n", LongText("One. Two.\n", 3, is_block=True)),
        ("One.\n", LongText("One.", 2)),
        ('"One.\\n\\nTwo."\n', LongText("One.\n\nTwo.", 2)),
    ],
)
def test_a_long_text_is_as_it_is_written_and_knows_the_line_on_which_it_starts(written: str, text: LongText) -> None:
    fields = of_yaml(f"title: x\nnote: {written}")
    fields.text("title")
    assert fields.long_text("note", example="Paid") == text
    assert fields.finish() == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: x\n", "x.md:1:1: note is missing. Add a line such as note: Paid."),
        ("a: x\nnote:\n", "x.md:2:1: note has no value. Write one, such as note: Paid."),
        ("a: x\nnote: |\n\n", "x.md:2:1: note has no value. Indent the lines of its text further than the key."),
        (
            "a: x\nnote: [b]\n",
            "x.md:2:7: note: this is a list, and one text belongs here. Write one text, in quotes if it starts with [.",
        ),
        (
            "a: x\nnote: {b: c}\n",
            "x.md:2:7: note: these are keys, and one text belongs here. Write one text, in quotes if it starts with {.",
        ),
    ],
)
def test_a_long_text_that_is_needed_is_named_where_it_is_missing_or_none(text: str, problem: str) -> None:
    fields = of_yaml(text)
    fields.text("a")
    assert fields.long_text("note", example="Paid").text == ""
    assert shown(fields.finish()) == [problem]


def test_an_item_of_a_list_is_one_of_the_choices_or_named_where_the_key_stands() -> None:
    fields = of_yaml("source: [own, odd]\n")
    first, second = fields.mixed("source")
    assert isinstance(first, str)
    assert isinstance(second, str)
    assert fields.chosen("source", first, ("own", "feed")) == "own"
    assert fields.chosen("source", second, ("own", "feed"), meaning={"odd": "feed"}) is None
    assert shown(fields.finish()) == [
        "x.md:1:9: source: 'odd' is neither own nor feed. Use own or feed. Did you mean 'feed'?"
    ]
