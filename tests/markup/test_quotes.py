"""Each language's own quotation marks."""

import pytest

from generator.markup.quotes import CUSTOMS, ENGLISH, custom_of
from generator.markup.typography import set_text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“one ‘two’”"),
        ("de", "„one ‚two‘“"),
        ("fr", "«\u00a0one “two”\u00a0»"),
        ("es", "«one “two”»"),
        ("it", "«one “two”»"),
        ("pl", "„one «two»”"),
        ("cs", "„one ‚two‘“"),
        ("sv", "”one ’two’”"),
        ("fi", "”one ’two’”"),
        ("nb", "«one ‘two’»"),
        ("hu", "„one »two«”"),
        ("ru", "«one „two“»"),
        ("uk", "«one „two“»"),
        ("pt", "“one ‘two’”"),
        ("nl", "“one ‘two’”"),
        ("ja", "「one 『two』」"),
    ],
)
def test_a_language_has_its_own_marks(language: str, expected: str) -> None:
    assert set_text("\"one 'two'\"", language) == expected


@pytest.mark.parametrize("tag", ["de", "de-CH", "DE", "de_AT", "de-Latn-DE-1996"])
def test_only_the_first_part_of_a_language_tag_counts(tag: str) -> None:
    assert custom_of(tag) == CUSTOMS["de"]


@pytest.mark.parametrize("tag", ["", "xx", "tlh", "nonsense"])
def test_english_stands_in_for_the_unknown(tag: str) -> None:
    assert custom_of(tag) == ENGLISH


def test_the_apostrophe_is_the_same_everywhere() -> None:
    assert {set_text("geht's", language) for language in CUSTOMS} == {"geht’s"}


def test_words_with_an_apostrophe_in_front_are_known_by_language() -> None:
    assert set_text("'s avonds in 't huis", "nl") == "’s avonds in ’t huis"
    assert set_text("'ne Tasse", "de") == "’ne Tasse"


def test_some_thirty_languages_are_known() -> None:
    assert len(CUSTOMS) >= 25
    assert all(tag == tag.lower() and tag.isalpha() for tag in CUSTOMS)
