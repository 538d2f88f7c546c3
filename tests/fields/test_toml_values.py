"""TOML values are tomllib's own, and the places of keys and values are where they stand in the text."""

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.fields import Entry, Mapping, Node, Sequence, parse_toml
from tests.fields.nodes import plain
from tests.fields.toml_documents import Places, Trail, documents


def places_of(node: Node, trail: Trail = ()) -> dict[Trail, tuple[tuple[int, int], tuple[int, int]]]:
    found = {}
    match node:
        case Mapping():
            steps: list[tuple[str | int, Entry | Node, Node]] = [
                (entry.key, entry, entry.value) for entry in node.entries
            ]
        case Sequence():
            steps = [(number, item, item) for number, item in enumerate(node.items)]
        case _:
            steps = []
    for step, key, value in steps:
        found[*trail, step] = ((key.line, key.column), (value.line, value.column))
        found.update(places_of(value, (*trail, step)))
    return found


def iso(value: Any) -> Any:
    """Dates as the text that they are for a field."""
    match value:
        case dict():
            return {key: iso(inner) for key, inner in value.items()}
        case list():
            return [iso(item) for item in value]
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return value


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_has_tomllib_s_values_and_each_key_and_value_its_place(
    document: tuple[dict[str, Any], str, Places],
) -> None:
    values, text, offsets = document
    assert tomllib.loads(text) == values
    mapping, problems = parse_toml(text, path="x.toml")
    assert problems == ()
    assert plain(mapping) == iso(values)
    expected = {trail: (place(text, key), place(text, value)) for trail, (key, value) in offsets.items()}
    assert places_of(mapping) == expected


def place(text: str, offset: int) -> tuple[int, int]:
    lines = text[:offset].split("\n")
    return len(lines), len(lines[-1]) + 1


FORMS = r"""
site.title = "Told"
site . "url" = 'https://told.example/'
[build]   # [not] = a table
  output = "_site" # x = 1
paginate= 10
text = QQQ
output = "no"
[no]
\QQQ ""\QQQ"
when = 1979-05-27 07:32:00
list = [ 1, # ] [
  "]", {k = 'v', l.m = [ {n = 2} ] } ]
[ theme . "op=tions" ]
literal = ['''a'''', ']', 5]
basic = [QQQaQQQ", "]", 6]
[[nav]]
title = "A"
[nav.sub]
x = 1
[[nav.item]]
[[nav.item]]
y = 1
[[nav]]
[[nav.item]]
z = 1
""".replace("QQQ", '"' * 3)


@pytest.mark.parametrize(
    ("trail", "key", "value"),
    [
        (("site",), "site.title =", "site.title ="),
        (("site", "title"), "site.title =", '"Told"'),
        (("site", "url"), 'site . "url"', "'https:"),
        (("build",), "[build]", "[build]"),
        (("build", "output"), 'output = "_site"', '"_site"'),
        (("build", "paginate"), "paginate=", "10"),
        (("build", "text"), "text =", '"""'),
        (("build", "when"), "when =", "1979"),
        (("build", "list"), "list =", "[ 1,"),
        (("build", "list", 0), "1, #", "1, #"),
        (("build", "list", 1), '"]",', '"]",'),
        (("build", "list", 2), "{k", "{k"),
        (("build", "list", 2, "k"), "k = 'v'", "'v'"),
        (("build", "list", 2, "l"), "l.m", "l.m"),
        (("build", "list", 2, "l", "m"), "l.m", "[ {n"),
        (("build", "list", 2, "l", "m", 0, "n"), "n = 2", "2}"),
        (("theme",), "[ theme", "[ theme"),
        (("theme", "op=tions"), "[ theme", "[ theme"),
        (("theme", "op=tions", "literal", 0), "'''a", "'''a"),
        (("theme", "op=tions", "literal", 2), "5]", "5]"),
        (("theme", "op=tions", "basic", 2), "6]", "6]"),
        (("nav",), "[[nav]]\ntitle", "[[nav]]\ntitle"),
        (("nav", 0, "title"), 'title = "A"', '"A"'),
        (("nav", 0, "sub"), "[nav.sub]", "[nav.sub]"),
        (("nav", 0, "sub", "x"), "x = 1\n[[nav.item]]", "1\n[[nav.item]]"),
        (("nav", 0, "item"), "[[nav.item]]\n[[nav.item]]", "[[nav.item]]\n[[nav.item]]"),
        (("nav", 0, "item", 1), "[[nav.item]]\ny", "[[nav.item]]\ny"),
        (("nav", 0, "item", 1, "y"), "y = 1", "1\n[[nav]]"),
        (("nav", 1), "[[nav]]\n[[nav.item]]\nz", "[[nav]]\n[[nav.item]]\nz"),
        (("nav", 1, "item", 0, "z"), "z = 1", "1\n"),
    ],
)
def test_each_form_of_toml_has_its_places(trail: Trail, key: str, value: str) -> None:
    mapping, problems = parse_toml(FORMS, path="x.toml")
    assert problems == ()
    at_key, at_value = places_of(mapping)[trail]
    assert text_at(FORMS, *at_key).startswith(key)
    assert text_at(FORMS, *at_value).startswith(value)


def text_at(text: str, line: int, column: int) -> str:
    return "\n".join(text.split("\n")[line - 1 :])[column - 1 :]


def test_a_table_of_its_own_counts_more_for_a_place_than_one_it_is_only_named_in() -> None:
    mapping, _ = parse_toml("[a.b]\nx = 1\n[a]\ny = 1\n", path="x.toml")
    assert places_of(mapping)["a",] == ((3, 1), (3, 1))


@pytest.mark.parametrize("text", ['\ufeff[site]\ntitle = "x"\n', '[site]\r\ntitle = "x"\r\n', '[site]\ntitle = "x"'])
def test_a_byte_order_mark_windows_line_ends_and_a_missing_last_one_change_nothing(text: str) -> None:
    mapping, problems = parse_toml(text, path="x.toml")
    assert problems == ()
    assert places_of(mapping) == {("site",): ((1, 1), (1, 1)), ("site", "title"): ((2, 1), (2, 9))}


@pytest.mark.parametrize("text", ["", "\n", "# nothing", "\ufeff"])
def test_a_text_without_any_key_is_an_empty_mapping(text: str) -> None:
    mapping, problems = parse_toml(text, path="x.toml")
    assert (mapping.entries, mapping.line, mapping.column, problems) == ((), 1, 1, ())
