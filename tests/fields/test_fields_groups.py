"""Groups of keys: inner mappings, lists of them, keys nobody knows, and how messages name all of these."""

import pytest

from generator.errors import Location
from generator.fields import Fields, parse_toml
from generator.fields.yaml import parse_yaml
from tests.fields.nodes import shown


def of_yaml(text: str) -> Fields:
    return Fields(parse_yaml(text, path="x.md")[0], path="x.md", what="a story")


def of_toml(text: str) -> Fields:
    return Fields(parse_toml(text, path="site.toml")[0], path="site.toml", what="site.toml")


def test_a_key_that_nobody_took_is_named_with_the_nearest_that_somebody_did() -> None:
    fields = of_yaml("title: x\nverdit: bad\n")
    fields.text("title")
    fields.choice("verdict", ("good", "bad"))
    assert shown(fields.finish()) == ["x.md:2:1: verdit is not a key of a story. Did you mean 'verdict'?"]


def test_where_no_known_key_is_near_all_are_listed_in_the_order_they_were_taken() -> None:
    fields = of_yaml("weather: rain\n")
    fields.text("title")
    fields.text("date")
    assert shown(fields.finish()) == ["x.md:1:1: weather is not a key of a story. Known here: title, date."]


def test_all_problems_come_together_and_unknown_keys_last() -> None:
    fields = of_yaml("zzz: 1\nwebsite: x\ndraft: maybe\nverdict: godo\n")
    fields.address("website")
    fields.flag("draft", default=False)
    fields.choice("verdict", ("good", "bad"))
    assert shown(fields.finish()) == [
        "x.md:2:10: website: 'x' is not a web address. It starts with https:// or http://.",
        "x.md:3:8: draft: 'maybe' is neither true nor false. Write true or false.",
        "x.md:4:10: verdict: 'godo' is not one of good, bad. Did you mean 'good'?",
        "x.md:1:1: zzz is not a key of a story. Known here: website, draft, verdict.",
    ]


def test_a_problem_in_a_group_is_named_by_the_whole_trail() -> None:
    fields = of_yaml("outcome:\n  status: odd\n  inner:\n    deep: no\n    x: y\n")
    outcome = fields.section("outcome")
    inner = outcome.section("inner")
    outcome.choice("status", ("resolved", "pending"))
    inner.integer("deep", 1, lowest=1, highest=5)
    inner.text("name", required=True)
    outcome.absorb(inner)
    fields.absorb(outcome)
    assert shown(fields.finish()) == [
        "x.md:2:11: outcome.status: 'odd' is not one of resolved, pending.",
        "x.md:4:11: outcome.inner.deep: 'no' is not a whole number from 1 to 5.",
        "x.md:4:5: outcome.inner.name is missing. Add 'name' with a value.",
        "x.md:5:5: outcome.inner.x is not a key of a story. Known here: deep, name.",
    ]


def test_what_is_missing_in_a_group_in_the_middle_of_a_line_is_named_there() -> None:
    fields = of_yaml("title: x\ncompany: [{name: A}, {verdict: bad}]\n")
    fields.text("title")
    for company in fields.sections("company"):
        company.text("name", required=True)
        company.text("verdict")
        fields.absorb(company)
    assert shown(fields.finish()) == ["x.md:2:22: company.name is missing. Add 'name' with a value."]


@pytest.mark.parametrize(
    ("written", "shown_as"),
    [("'x'", "'x'"), ("5", "5"), ("false", "false"), ("[{a = 1}]", "a list"), ('"' + "x" * 99 + '"', f"'{'x' * 56}…'")],
)
def test_what_is_no_group_of_keys_is_named_and_an_empty_group_taken(written: str, shown_as: str) -> None:
    fields = of_toml(f"site = {written}\n")
    assert fields.section("site").keys() == ()
    assert shown(fields.finish()) == [
        f"site.toml:1:8: site: {shown_as} is not a group of keys. Write its keys below it, with values."
    ]


def test_what_is_missing_in_a_group_that_is_left_out_is_named_where_its_own_group_starts() -> None:
    fields = of_toml("\n[build]\n")
    fields.section("build")
    site = fields.section("site")
    site.text("title", required=True)
    fields.absorb(site)
    assert shown(fields.finish()) == ["site.toml:1:1: site.title is missing. Add 'title' with a value."]


def test_groups_are_taken_from_a_list_or_alone() -> None:
    for text in ("nav: [{a: 1}, {a: 2}]\n", "nav:\n  - a: 1\n  -\n  - a: 2\n"):
        assert [item.text("a") for item in of_yaml(text).sections("nav")] == ["1", "2"]
    assert [item.text("a") for item in of_yaml("nav: {a: 1}\n").sections("nav")] == ["1"]


def test_what_is_no_group_in_a_list_of_groups_is_named_and_never_dropped_without_a_word() -> None:
    fields = of_yaml("nav:\n  - about.md\n  - {a: 1}\n  - [b]\n")
    assert [item.text("a") for item in fields.sections("nav")] == ["1"]
    assert shown(fields.finish()) == [
        "x.md:2:5: nav: 'about.md' is not a group of keys. Write its keys below it, with values.",
        "x.md:4:5: nav: a list is not a group of keys. Write its keys below it, with values.",
    ]


def test_texts_and_groups_may_stand_in_one_list() -> None:
    fields = of_yaml("company: [Acme, {name: Zeta}, '', [odd]]\n")
    first, second, third = fields.mixed("company")
    assert first == "Acme"
    assert isinstance(second, Fields)
    assert second.text("name") == "Zeta"
    assert third == ""
    assert shown(fields.finish()) == ["x.md:1:35: company: a list is not a text. Write one text."]


def test_one_text_or_one_group_is_a_list_of_one() -> None:
    assert of_yaml("company: Acme\n").mixed("company") == ("Acme",)
    [group] = of_yaml("company: {name: Zeta}\n").mixed("company")
    assert isinstance(group, Fields)


def test_a_group_of_unknown_keys_gives_its_plain_values_with_toml_s_types() -> None:
    fields = of_toml('[options]\na = "x"\nb = 5\nc = 1.5\nd = true\ne = 2024-01-31\nf = ""\n')
    assert fields.free("options") == (("a", "x"), ("b", 5), ("c", 1.5), ("d", True), ("e", "2024-01-31"), ("f", ""))
    assert fields.finish() == ()


def test_lists_and_groups_are_no_plain_values() -> None:
    fields = of_toml("[options]\na = [1]\nb = {c = 1}\nd = 1\n")
    assert fields.free("options") == (("d", 1),)
    assert shown(fields.finish()) == [
        "site.toml:2:5: options.a: a list is not a plain value.",
        "site.toml:3:5: options.b: a group of keys is not a plain value.",
    ]


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ('"\\u001b[31m"', r"'\x1b[31m'"),
        ('"two\\nlines"', r"'two\nlines'"),
        ('""', "''"),
        ('"a b"', "a b"),
        ('"ü"', "ü"),
    ],
)
def test_a_key_is_named_so_that_it_cannot_write_to_the_terminal(key: str, named: str) -> None:
    fields = of_toml(f"{key} = 1\n")
    fields.section("site")
    assert shown(fields.finish()) == [f"site.toml:1:1: {named} is not a key of site.toml. Known here: site."]


def test_a_place_is_that_of_the_value_or_of_the_group_it_is_missing_from() -> None:
    fields = of_yaml("\ntitle:  Shoes\ncompany:\n  name: Acme\n")
    company = fields.section("company")
    assert fields.at("title") == Location("x.md", 2, 9)
    assert fields.at("date") == Location("x.md", 2, 1)
    assert company.at("name") == Location("x.md", 4, 9)
    assert company.at("verdict") == Location("x.md", 4, 3)


def test_a_problem_may_be_a_warning_and_keeps_its_place() -> None:
    fields = of_yaml("title: SHOUT\n")
    fields.text("title")
    fields.wrong("title", "it shouts.", "Use small letters.", severity="warning")
    assert shown(fields.finish()) == ["x.md:1:8: warning: title: it shouts. Use small letters."]


def test_looking_whether_a_key_is_there_does_not_take_it() -> None:
    fields = of_yaml("title: x\ndate:\n")
    assert fields.has("title")
    assert not fields.has("date")
    assert fields.keys() == ("title", "date")
    assert fields.taken == ()
    assert len(fields.finish()) == 2


def test_what_was_taken_is_what_is_known() -> None:
    fields = of_yaml("")
    fields.text("title")
    fields.date("date")
    fields.text("title")
    assert fields.taken == ("title", "date")
