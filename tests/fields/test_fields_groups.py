"""Groups of keys: inner mappings, lists of them, keys nobody knows, and how messages name all of these."""

import pytest

from generator.errors import Location
from generator.fields import Fields
from generator.fields.yaml import parse_yaml
from tests.fields.nodes import of_toml, of_yaml, shown


def test_a_key_that_nobody_took_is_named_with_the_nearest_that_somebody_did() -> None:
    fields = of_yaml("title: x\nverdit: bad\n")
    fields.text("title")
    fields.choice("verdict", ("good", "bad"))
    assert shown(fields.finish()) == ["x.md:2:1: verdit is not a key of a story. Did you mean 'verdict'?"]


def test_where_no_known_key_is_near_all_are_listed_in_the_order_they_were_taken() -> None:
    fields = of_yaml("weather: rain\n")
    fields.text("title")
    fields.text("date")
    assert shown(fields.finish()) == ["x.md:1:1: weather is not a key of a story. Use one of: title, date."]


def test_all_problems_come_together_and_unknown_keys_last() -> None:
    fields = of_yaml("zzz: 1\nwebsite: x\ndraft: maybe\nverdict: godo\n")
    fields.address("website")
    fields.flag("draft", default=False)
    fields.choice("verdict", ("good", "bad"))
    assert shown(fields.finish()) == [
        "x.md:2:10: website: 'x' is not a web address. Write it in full: it starts with https:// or http://.",
        "x.md:3:8: draft: 'maybe' is neither true nor false. Write true or false.",
        "x.md:4:10: verdict: 'godo' is neither good nor bad. Use good or bad. Did you mean 'good'?",
        "x.md:1:1: zzz is not a key of a story. Use one of: website, draft, verdict.",
    ]


def test_a_problem_in_a_group_is_named_by_the_whole_trail() -> None:
    fields = of_yaml("outcome:\n  status: odd\n  inner:\n    deep: no\n    x: y\n")
    outcome = fields.section("outcome")
    inner = outcome.section("inner")
    outcome.choice("status", ("resolved", "pending"))
    inner.integer("deep", 1, lowest=1, highest=5)
    inner.text("name", example="Acme")
    outcome.absorb(inner)
    fields.absorb(outcome)
    assert shown(fields.finish()) == [
        "x.md:2:11: outcome.status: 'odd' is neither resolved nor pending. Use resolved or pending.",
        "x.md:4:11: outcome.inner.deep: 'no' is not a whole number from 1 to 5. Write a number such as 4.",
        "x.md:5:5: outcome.inner.x is not a key of 'outcome.inner'. Use one of: deep, name.",
        "x.md:4:5: outcome.inner.name is missing. Add it under 'outcome.inner', such as name: Acme.",
    ]


def test_what_is_missing_in_a_group_in_the_middle_of_a_line_is_named_there() -> None:
    fields = of_yaml("title: x\ncompany: [{name: A}, {verdict: bad}]\n")
    fields.text("title")
    for company in fields.sections("company"):
        company.text("name", example="Acme")
        company.text("verdict")
        fields.absorb(company)
    assert shown(fields.finish()) == ["x.md:2:22: company.name is missing. Add it under 'company', such as name: Acme."]


@pytest.mark.parametrize(
    ("written", "shown_as"),
    [
        ("'x'", "'x' is one value"),
        ("5", "5 is one value"),
        ("false", "false is one value"),
        ("[{a = 1}]", "this is a list"),
        ('"' + "x" * 99 + '"', f"'{'x' * 57}…' is one value"),
    ],
)
def test_what_is_no_group_of_keys_is_named_and_an_empty_group_taken(written: str, shown_as: str) -> None:
    fields = of_toml(f"site = {written}\n")
    assert fields.section("site").keys() == ()
    assert shown(fields.finish()) == [
        f"site.toml:1:8: site: {shown_as}, and keys belong here. Write [site] on its own line, and the keys below it."
    ]


def test_what_is_missing_in_a_group_that_is_left_out_is_named_where_its_own_group_starts() -> None:
    fields = of_toml("\n[build]\n")
    fields.section("build")
    site = fields.section("site")
    site.text("title", example="Told")
    fields.absorb(site)
    assert shown(fields.finish()) == [
        'site.toml:1:1: site.title is missing. Add it under [site], such as title = "Told".'
    ]


def test_groups_are_taken_from_a_list_or_alone() -> None:
    for text in ("nav: [{a: 1}, {a: 2}]\n", "nav:\n  - a: 1\n  -\n  - a: 2\n"):
        assert [item.text("a") for item in of_yaml(text).sections("nav")] == ["1", "2"]
    assert [item.text("a") for item in of_yaml("nav: {a: 1}\n").sections("nav")] == ["1"]


def test_what_is_no_group_in_a_list_of_groups_is_named_and_never_dropped_without_a_word() -> None:
    fields = of_yaml("nav:\n  - about.md\n  - {a: 1}\n  - [b]\n")
    assert [item.text("a") for item in fields.sections("nav")] == ["1"]
    assert shown(fields.finish()) == [
        "x.md:2:5: nav: 'about.md' is one value, and keys belong here. Write keys below 'nav', indented, each with a value.",
        "x.md:4:5: nav: this is a list, and keys belong here. Write keys below 'nav', indented, each with a value.",
    ]


def test_texts_and_groups_may_stand_in_one_list() -> None:
    fields = of_yaml("company: [Acme, {name: Zeta}, '', [odd]]\n")
    first, second, third = fields.mixed("company")
    assert first == "Acme"
    assert isinstance(second, Fields)
    assert second.text("name") == "Zeta"
    assert third == ""
    assert shown(fields.finish()) == [
        "x.md:1:35: company: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."
    ]


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
        "site.toml:2:5: options.a: a list is not one value. Write a text, a number, true or false.",
        "site.toml:3:5: options.b: a group of keys is not one value. Write a text, a number, true or false.",
    ]


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ('"\\u001b[31m"', "'[U+001B][31m' (U+001B is an escape character)"),
        ('"two\\nlines"', "'two[U+000A]lines' (U+000A is a line break)"),
        ('"weat\u200bher"', "'weat[U+200B]her' (U+200B is a zero-width space)"),
        ('""', "''"),
        ('"a b"', "'a b'"),
        ('"ü"', "ü"),
    ],
)
def test_a_key_is_named_so_that_it_cannot_write_to_the_terminal(key: str, named: str) -> None:
    fields = of_toml(f"{key} = 1\n")
    fields.section("site")
    assert shown(fields.finish()) == [f"site.toml:1:1: {named} is not a key of site.toml. Use one of: site."]


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


def known_within(text: str) -> Fields:
    within = {"timeline": ("date", "event"), "image": ("src", "alt")}
    fields = Fields(parse_yaml(text, path="x.md")[0], path="x.md", what="a story", within=within)
    for step in fields.sections("timeline"):
        step.text("date", example="2025-03-31")
        step.text("event", example="I called")
        fields.absorb(step)
    fields.texts("tags")
    fields.mixed("image")
    return fields


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("timeline:\n- date: x\nevent: y\n", "3:1: event is not a key of a story. It belongs under 'timeline': indent it there."),
        ("image: box.png\nalt: A box\n", "2:1: alt is not a key of a story. It belongs under 'image': indent it there."),
        ("timeline:\n  date: x\n  event: y\n  tags: z\n", "4:3: timeline.tags is not a key of 'timeline'. It is a key of a story: start it in the first column."),
        ("timeline:\n- date: x\n- event: y\n", "3:3: timeline: the dash before 'event' starts a new item. If it belongs to the item above, remove the dash and start it in the same column as 'date'."),
        ("timeline:\n- 2025-03-31: y\n", "2:3: timeline.2025-03-31 is not a key of 'timeline'. Write two keys, each on its own line: date: 2025-03-31, and event."),
        ("timeline: 2025-03-31 y\n", "1:11: timeline: '2025-03-31 y' is one value, and keys belong here. Write keys below 'timeline', indented, each with a value: date, event."),
    ],
)  # fmt: skip
def test_a_key_in_the_wrong_place_is_told_where_it_belongs(text: str, problem: str) -> None:
    assert shown(known_within(text).finish()) == [f"x.md:{problem}"]


def test_a_key_that_is_misspelled_is_not_called_missing_as_well_and_another_is() -> None:
    assert shown(known_within("timeline:\n- date: x\n  evnt: y\n- date: z\n").finish()) == [
        "x.md:3:3: timeline.evnt is not a key of 'timeline'. Did you mean 'event'?",
        "x.md:4:3: timeline.event is missing. Add it under 'timeline', such as event: I called.",
    ]


def test_a_key_in_another_section_than_its_own_is_told_which() -> None:
    fields = of_toml('[site]\n[build]\nurl = "x"\n')
    site, build = fields.section("site"), fields.section("build")
    site.text("url", example="https://name.example/")
    build.text("output")
    for section in (site, build):
        fields.absorb(section)
    assert shown(fields.finish()) == [
        "site.toml:3:1: build.url is not a key of [build]. It belongs under [site]: move it there."
    ]


def test_a_section_that_is_not_known_is_named_as_people_write_it() -> None:
    fields = of_toml("[sight]\nx = 1\n[[weather]]\n")
    fields.section("site")
    assert shown(fields.finish()) == [
        "site.toml:1:1: [sight] is not a section of site.toml. Did you mean [site]?",
        "site.toml:3:1: [weather] is not a section of site.toml. Use one of: [site].",
    ]


def test_letters_that_look_like_others_are_named() -> None:
    fields = of_yaml("titl\u0435: x\n")
    fields.text("title")
    assert shown(fields.finish()) == [
        (
            "x.md:1:1: titl\u0435 is not a key of a story. Look at its letters: \u0435 is U+0435, a cyrillic small letter ie."
            " Did you mean 'title'?"
        )
    ]


def test_a_value_that_is_a_comment_is_told_why_there_is_none() -> None:
    fields = of_yaml("title: #1 in service\n")
    fields.text("title", example="Shoes")
    assert shown(fields.finish()) == [
        'x.md:1:1: title has no value: what follows a # is left out. Write title: "#1 in service" to keep it.'
    ]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("title:: Shoes", "Write a space after 'title:'."),
        ("title Shoes: late", "Write a colon and a space after 'title'."),
        ("It went like this: late", "If this is text and not a key, indent it below its key, or write --- above it."),
        ("category: phones", "Did you mean 'tags'?"),
        ("headline: Shoes", "Did you mean 'title'?"),
    ],
)
def test_a_key_that_is_more_or_other_than_a_known_one_is_told_what_was_meant(line: str, hint: str) -> None:
    fields = of_yaml(f"{line}\n")
    fields.text("title")
    fields.texts("tags")
    (problem,) = fields.finish()
    assert problem.hint == hint


def test_a_section_written_as_a_key_and_keys_of_a_misspelled_section_are_told_once() -> None:
    fields = of_toml('[site]\nbuild = "x"\n[biuld]\noutput = "x"\n')
    site, build = fields.section("site"), fields.section("build")
    site.text("title")
    build.text("output", example="_site")
    for section in (site, build):
        fields.absorb(section)
    assert shown(fields.finish()) == [
        "site.toml:3:1: [biuld] is not a section of site.toml. Did you mean [build]?",
        "site.toml:2:1: site.build is not a key of [site]. It is a section: write [build] on its own line.",
    ]


def test_a_text_below_a_sign_that_is_not_indented_is_told_so() -> None:
    fields = of_yaml("note: |\nThey rang: all is well.\n")
    fields.long_text("note", example="They called")
    assert [str(problem) for problem in fields.finish() if "note" in problem.message] == [
        "x.md:1:1: note has no value. Indent the lines of its text further than the key."
    ]
