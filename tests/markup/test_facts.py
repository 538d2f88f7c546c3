"""What a text says, as plain text."""

import pytest

from tests.markup.reading import body_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two three.", 3),
        ("One -- two *three*four", 3),
        ("# Title\n\n- one\n- two", 3),
        ("One`two` three\n\n    four five\n", 4),
        ("日本語です", 5),
        ("I said 日本 twice", 5),
        ("She said:\u00a0no", 3),
        ("one<br>two", 2),
        ("| a | b |\n|---|---|\n| c | d |", 4),
        ("<!-- not a word -->", 0),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert body_of(text).words == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One *two*\nthree.\n\nFour.", "One two three."),
        ("# Title\n\n> Quoted.\n\n- item\n\nTold.", "Told."),
        ("![a](b.png)\n\nTold.", "Told."),
        ('"So," she said -- `x < y`...', "“So,” she said — x < y…"),
        ("One  \ntwo", "One two"),
        ("Told.[^1]\n\n[^1]: Note.", "Told."),
        ("- only a list", ""),
        ("", ""),
    ],
)
def test_the_first_paragraph_is_plain_text(text: str, expected: str) -> None:
    assert body_of(text).first_paragraph == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo *three*.\n\n<!-- more -->\n\nFour.", "One. Two three."),
        ("One <!--more--> two", "One"),
        ("One.\n\n<!--  MORE  -->\n\nTwo.", "One."),
        ("# One\n\n- two\n- three\n\n<!-- more -->", "One two three"),
        ("One.[^1]\n\n<!-- more -->\n\n[^1]: Two.", "One."),
        ("<!-- more -->\n\nOne.", ""),
        ("One.\n\n<!-- less -->\n\nTwo.", ""),
        ("One.\n\n`<!-- more -->`\n\nTwo.", ""),
        ("One.\n\nTwo.", ""),
    ],
)
def test_the_summary_is_what_stands_before_more(text: str, expected: str) -> None:
    assert body_of(text).summary == expected


def test_more_is_not_written() -> None:
    assert "more" not in str(body_of("One.\n\n<!-- more -->\n\nTwo.").pieces)


def test_no_break_spaces_stay_in_plain_text() -> None:
    assert body_of('"Oui"', language="fr").first_paragraph == "«\u00a0Oui\u00a0»"
