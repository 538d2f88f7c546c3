"""Texts as messages show them: nothing invisible stays unseen, and texts that look alike are told apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quoting import LONGEST, any_of, hidden_difference, is_invisible, name_of, named, quoted, visible

DECOMPOSED = unicodedata.normalize("NFD", "\u00c4rger")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Acme", "'Acme'"),
        ("it's", '"it\'s"'),
        ('a "b"', "'a \"b\"'"),
        ('it\'s "so"', "'it's \"so\"'"),
        ("images\\box.png", "'images\\box.png'"),
        ("größe 😀", "'größe 😀'"),
        ("Acme\u00a0Ltd", "'Acme[U+00A0]Ltd' (U+00A0 is a no-break space)"),
        ("a\u200bb\u200bc", "'a[U+200B]b[U+200B]c' (U+200B is a zero-width space)"),
        ("\ufeffa\u00ad", "'[U+FEFF]a[U+00AD]' (U+FEFF is a byte order mark, U+00AD is a soft hyphen)"),
        ("a\nb", "'a[U+000A]b' (U+000A is a line break)"),
        ("\x1b[31m", "'[U+001B][31m' (U+001B is an escape character)"),
        ("\ud800", "'[U+D800]' (U+D800 is half of a broken character)"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 57}…'"),
        ("x" * 100 + "\u00a0" + "y" * 9, f"'…{'x' * 20}[U+00A0]{'y' * 9}' (U+00A0 is a no-break space)"),
        (4.5, "4.5"),
        (20, "20"),
    ],
)
def test_a_text_is_quoted_with_its_invisible_characters_named(text: str | float, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\t", "U+0009, a tab"),
        ("\u00a0", "U+00A0, a no-break space"),
        ("\u202f", "U+202F, a narrow no-break space"),
        ("\u200b", "U+200B, a zero-width space"),
        ("\u200d", "U+200D, a zero-width joiner"),
        ("\u2003", "U+2003, an em space"),
        ("\u3000", "U+3000, an ideographic space"),
        ("\u200e", "U+200E, a left-to-right mark"),
        ("\u2013", "U+2013, an en dash"),
        ("\x07", "U+0007, a control character"),
        ("\ue000", "U+E000, a private-use character"),
        ("\uffff", "U+FFFF, an unassigned character"),
        ("\U0001f600", "U+1F600, a grinning face"),
    ],
)
def test_a_character_is_named_by_code_point_and_plain_name(character: str, name: str) -> None:
    assert named(character) == name


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        (DECOMPOSED, "\u00c4rger", "\u00c4 is U+0041 U+0308 in the first and U+00C4 in the second"),
        ("\u00c4rger", DECOMPOSED, "\u00c4 is U+00C4 in the first and U+0041 U+0308 in the second"),
        ("Acme", "Ac\u200bme", "c is U+0063 in the first and U+0063 U+200B (a zero-width space) in the second"),
        ("\u200eAcme", "Acme", "A is U+200E (a left-to-right mark) U+0041 in the first and U+0041 in the second"),
        ("A B", "A\u00a0B", "the space is U+0020 in the first and U+00A0 (a no-break space) in the second"),
        ("Acme", "ACME", ""),
        ("Cafe", "Café", ""),
        ("Acme", "Acme", ""),
    ],
)
def test_what_a_reader_cannot_tell_apart_is_told_apart_by_code_point(one: str, other: str, difference: str) -> None:
    assert hidden_difference(one, other) == difference


@pytest.mark.parametrize(
    ("words", "said"), [(("a",), "a"), (("a", "b"), "a or b"), (("good", "bad", "mixed"), "good, bad or mixed")]
)
def test_choices_are_listed_as_a_sentence_lists_them(words: tuple[str, ...], said: str) -> None:
    assert any_of(words) == said


@given(st.text(st.characters(codec=None)))
def test_whatever_a_text_holds_its_quotation_can_be_printed_and_is_not_much_longer(text: str) -> None:
    shown = quoted(text)
    assert shown.isprintable()
    assert not any(map(is_invisible, visible(text)))
    assert len(shown.partition("' (U+")[0]) <= (LONGEST + 2) * len("[U+10FFFF]")


@given(st.characters(codec=None))
def test_every_character_has_a_name_with_an_article(character: str) -> None:
    assert name_of(character).startswith(("a ", "an ", "half of a "))


@given(st.text(), st.text())
def test_texts_that_are_told_apart_do_look_alike(one: str, other: str) -> None:
    assert not hidden_difference(one, one)
    if hidden_difference(one, other):
        assert one != other
        assert hidden_difference(other, one)


def test_choices_show_their_invisible_characters() -> None:
    assert any_of(["good", "b\u200bad"]) == "good or b[U+200B]ad"
