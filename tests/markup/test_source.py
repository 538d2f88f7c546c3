"""A text is cleaned before anything reads it, and knows its lines."""

import pytest

from generator.markup.source import Source, clean, without_unwanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\0b\x02c\x03d\x1be\x7ff\x9fg", "abcdefg"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufdd0b\ufdefc\ufffed\uffffe\U0010fffff", "abcdef"),
        ("a\vb\fc\x85d\u2028e\u2029f", "a b c d e f"),
        ("a\n \t \nb", "a\n\nb"),
        ("a\n  b  \n", "a\n  b  \n"),
        ("Straße 日本 👩‍👧 \u00a0 \u200b \t x", "Straße 日本 👩‍👧 \u00a0 \u200b \t x"),
    ],
)
def test_what_no_page_can_hold_is_taken_away(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_cleaning_changes_no_line_number() -> None:
    assert clean("a\r\nb\x00\u2028\r\fc\n \t\nd").count("\n") == 4


def test_a_clean_text_is_left_as_it_is() -> None:
    assert without_unwanted("Plain — “text”.\n\tAnd\u00a0more.") == "Plain — “text”.\n\tAnd\u00a0more."


TEXT = Source("content/x.md", "[a](a.md)\n\n[b](a.md 'b')\n[c][c]\n![d](d.png)\n\n[c]: c.md\n", first_line=5)


@pytest.mark.parametrize(("offset", "line"), [(0, 5), (8, 5), (9, 5), (10, 6), (11, 7), (99, 12)])
def test_a_place_has_a_line_counted_from_the_start_of_the_file(offset: int, line: int) -> None:
    assert TEXT.at(offset).line == line


def test_words_have_the_line_where_they_first_stand() -> None:
    assert TEXT.line_of("d.png") == 9
    assert TEXT.line_of("e.png") is None
    assert TEXT.line_of("") is None


def test_targets_asked_for_in_order_have_a_line_each() -> None:
    source = Source(TEXT.path, TEXT.text, TEXT.first_line)
    targets = ("a.md", "a.md", "c.md", "d.png", "a.md", "x.md", "")
    assert [source.line_of_target(target) for target in targets] == [5, 7, 11, 9, 5, None, None]


def test_the_next_place_of_a_target_counts_however_it_is_written() -> None:
    source = Source("content/x.md", "![a](a.png 'b')\n\n[c](a.png)\n")
    assert [source.line_of_target("a.png") for _ in range(2)] == [1, 3]


def test_a_target_is_not_taken_for_the_start_of_a_longer_one() -> None:
    source = Source("content/x.md", "[a](a.md-old)\n[b](a.md)\n")
    assert source.line_of_target("a.md") == 2


def test_looking_for_very_many_targets_ends() -> None:
    source = Source("content/x.md", "x" * 1_000_000 + "\nsought")
    lines = [source.line_of_target("absent") for _ in range(300)]
    assert set(lines) == {None}
    assert source.line_of("sought") is None  # it has looked long enough


def test_a_text_on_one_line_of_the_file_stands_there_whatever_lines_it_has_itself() -> None:
    source = Source("content/x.md", "[a](a.md)\n\n[b](b.md)\n", first_line=5, on_one_line=True)
    assert [source.line_of_target(target) for target in ("a.md", "b.md")] == [5, 5]
    assert source.line_of("[b]") == 5
    assert str(source.at(12)) == "content/x.md:5"
