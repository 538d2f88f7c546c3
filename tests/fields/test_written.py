"""Texts written as YAML and TOML values are read back as they were given, on one line."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields.written import one_line, toml_text, yaml_text

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_any_text_is_read_back_from_toml(text: str) -> None:
    assert tomllib.loads(f"key = {toml_text(text)}") == {"key": one_line(text)}


@given(TEXT)
def test_a_written_value_is_one_line(text: str) -> None:
    for written in (toml_text(text), yaml_text(text), one_line(text)):
        assert len(written.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dana Whitlock", "Dana Whitlock"),
        ("Acme: pots", '"Acme: pots"'),
        ('"quoted"', '"\\"quoted\\""'),
        ("- dash", '"- dash"'),
        ("two\nlines", "two lines"),
        ("", '""'),
    ],
)
def test_yaml_has_quotes_only_where_it_needs_them(text: str, written: str) -> None:
    assert yaml_text(text) == written


@pytest.mark.parametrize("text", ["a\r\nb", "a\tb", "a\x00b", "a\x1b b", "a \u2028 b", " a  b "])
def test_line_ends_and_control_characters_become_single_spaces(text: str) -> None:
    assert one_line(text) == "a b"
