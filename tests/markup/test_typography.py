"""Straight signs become the signs of the language, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup.typography import BLOCK, BREAK, END, OPAQUE, set_text

SIGNS = str.maketrans(dict.fromkeys("\"'“”„‘‚’«»「」『』″′\u00a0-–—.…", ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Hello," she said.', "“Hello,” she said."),
        ("'Hello,' she said.", "‘Hello,’ she said."),
        ("He said, \"She said 'no'.\"", "He said, “She said ‘no’.”"),
        ('("so")', "(“so”)"),
        ("\"'So,' he began\"", "“‘So,’ he began”"),
        ('one "two" three "four"', "one “two” three “four”"),
        ('"one', "“one"),
        ('x="y"', "x=“y”"),
        ('"so"-called', "“so”-called"),
        ('half-"so"', "half-“so”"),
        ('"so"—"not so"', "“so”—“not so”"),
        ('¿"Sí"?', "¿“Sí”?"),
    ],
)
def test_quotation_marks_open_and_close(text: str, expected: str) -> None:
    assert set_text(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't, I'd, it's", "don’t, I’d, it’s"),
        ("the dogs' bowl", "the dogs’ bowl"),
        ("the '90s, '68 and 1990's", "the ’90s, ’68 and 1990’s"),
        ("'90s music isn't '80s music", "’90s music isn’t ’80s music"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'Tis so; tell 'em 'bout it", "’Tis so; tell ’em ’bout it"),
        ("O'Neill's", "O’Neill’s"),
        ("the 'net is wide", "the ’net is wide"),
        ("\"the 'net is\" wide, 'so'", "“the ’net is” wide, ‘so’"),
        ("'It isn't,' she said", "‘It isn’t,’ she said"),
        ("James'", "James’"),
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str, expected: str) -> None:
    assert set_text(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("5'10\" tall", "5′10″ tall"), ('a 27" screen', "a 27″ screen"), ('"a 27"', "“a 27”")]
)
def test_feet_and_inches_are_no_quotation_marks(text: str, expected: str) -> None:
    assert set_text(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "one -- two", "one — two"),
        ("en", "one--two", "one—two"),
        ("en", "no--", "no—"),
        ("de", "eins -- zwei", "eins – zwei"),
        ("es", "dijo --con calma-- que", "dijo —con calma— que"),
        ("en", "one --- two", "one — two"),
        ("en", "9--12, A--Z", "9–12, A—Z"),
        ("en", "use --force", "use --force"),
        ("en", "----", "----"),
        ("en", "well-known - so", "well-known - so"),
        ("en", "--Dana", "—Dana"),
    ],
)
def test_double_hyphens_become_the_dash_of_the_language(language: str, text: str, expected: str) -> None:
    assert set_text(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "so...", "so…"),
        ("en", "so....", "so…."),
        ("en", "so.....", "so....."),
        ("en", "a.b..c", "a.b..c"),
        ("zh", "so...", "so……"),
    ],
)
def test_three_dots_become_an_ellipsis(language: str, text: str, expected: str) -> None:
    assert set_text(text, language) == expected


@pytest.mark.parametrize(
    "text",
    ["https://x.example/a--b/'c'...d", "see www.x.example/a--b", "http://x.example/?q=it's--so&r=1...2#f"],
)
def test_addresses_stay_as_they_are(text: str) -> None:
    assert set_text(text, "en") == text


def test_an_address_ends_before_the_marks_around_it() -> None:
    assert set_text("\"See https://x.example/a--b.\" 'https://x.example/it's'...", "en") == (
        "“See https://x.example/a--b.” ‘https://x.example/it's’…"
    )


def test_marks_see_through_the_ends_of_texts() -> None:
    assert set_text(f'"{END}Hi{END}," she {END}"{END}said{END}"', "en") == (
        f"“{END}Hi{END},” she {END}“{END}said{END}”"
    )


def test_code_stands_like_a_word() -> None:
    assert set_text(f'"{OPAQUE}" and {OPAQUE}\'s', "en") == f"“{OPAQUE}” and {OPAQUE}’s"


def test_a_footnote_and_a_line_break_end_a_word() -> None:
    assert set_text(f'"so"{BREAK}, "so"{BREAK}"not so"', "en") == f"“so”{BREAK}, “so”{BREAK}“not so”"


def test_nothing_stays_open_across_paragraphs() -> None:
    assert set_text(f'"One{BLOCK}"Two"{BLOCK}three"', "en") == f"“One{BLOCK}“Two”{BLOCK}three”"
    assert set_text(f"'One{BLOCK}'Two'{BLOCK}", "en") == f"‘One{BLOCK}‘Two’{BLOCK}"


TEXTS = st.text(st.sampled_from(f"ab1 9s\n\"'-.,()/:w\u00e9—“{END}{OPAQUE}{BREAK}{BLOCK}")) | st.text()


@given(TEXTS, st.sampled_from(["en", "de", "fr", "es", "nl", "zh", "xx"]))
def test_only_quotation_marks_dashes_and_dots_ever_change(text: str, language: str) -> None:
    assert set_text(text, language).translate(SIGNS) == text.translate(SIGNS)


@given(TEXTS, st.sampled_from(["en", "sv"]))
def test_what_is_set_stays_as_it_is_when_set_again(text: str, language: str) -> None:
    once = set_text(text, language)
    assert set_text(once, language).translate(SIGNS) == once.translate(SIGNS)


@given(st.text(st.sampled_from("abc ABC,;!?—“”\n")))
def test_a_text_without_straight_signs_stays_as_it_is(text: str) -> None:
    assert set_text(text, "en") == text


@pytest.mark.parametrize(
    "text",
    [
        '"a ' * 50_000,
        "'a " * 50_000,
        "a'" * 50_000,
        '"' * 100_000,
        END * 100_000 + '"',
        "://" * 50_000,
        "www." * 50_000,
        "-- " * 50_000,
    ],
)
def test_texts_made_of_signs_take_no_time(text: str) -> None:
    assert len(set_text(text, "en")) >= len(text) // 3
