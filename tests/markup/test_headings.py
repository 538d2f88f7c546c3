"""Every heading has a level, an id and a place in the list of headings."""

import pytest

from generator.markup import Heading
from tests.markup.reading import body_of, html_of, told


def headings(text: str) -> list[tuple[int, str, str]]:
    return [(heading.level, heading.id, heading.text) for heading in body_of(text).headings]


def test_an_id_is_made_of_the_words() -> None:
    assert headings("## Would I *go* back?") == [(2, "would-i-go-back", "Would I go back?")]
    assert html_of("## Größe & Maß") == '<h2 id="größe-maß">Größe &amp; Maß</h2>'


def test_a_heading_without_letters_is_a_section() -> None:
    assert [heading.id for heading in body_of("## !?\n\n## …").headings] == ["section", "section-2"]


def test_no_two_headings_have_one_id() -> None:
    ids = [heading.id for heading in body_of("## A\n\n## A\n\n## A 2\n\n## A").headings]
    assert ids == ["a", "a-2", "a-2-2", "a-3"]


def test_an_id_that_the_author_gave_is_kept_and_others_go_round_it() -> None:
    assert headings("## Letter\n\n## Other {#letter}\n\n<p id='other'>x</p>\n\n## Other") == [
        (2, "letter-2", "Letter"),
        (2, "letter", "Other"),
        (2, "other-2", "Other"),
    ]


def test_a_text_with_an_h1_has_all_its_headings_one_level_down() -> None:
    assert [heading.level for heading in body_of("# A\n\n## B\n\n###### C").headings] == [2, 3, 6]
    assert html_of("A\n=\n\nB\n-") == '<h2 id="a">A</h2>\n<h3 id="b">B</h3>'


def test_a_text_without_an_h1_keeps_its_levels() -> None:
    assert [heading.level for heading in body_of("## A\n\n#### B").headings] == [2, 4]


def test_headings_in_html_and_in_quotations_count() -> None:
    assert headings("<h1>A</h1>\n\n> ## B") == [(2, "a", "A"), (3, "b", "B")]


def test_a_heading_is_listed_as_readers_see_it() -> None:
    assert body_of('## "So" -- `x`[^1]\n\n[^1]: y').headings == (Heading(2, "so-x", "“So” — x"),)


def test_an_id_that_stands_twice_is_named_and_written_once() -> None:
    text = "## A {#x}\n\nb\n\n## C {#x}"
    assert html_of(text).count('id="x"') == 1
    assert told(text) == [
        ":1: warning: the id 'x' is in this text twice, and a link leads to the first. Give the second another id."
    ]


@pytest.mark.parametrize("count", [2_000])
def test_many_headings_of_one_name_take_no_time(count: int) -> None:
    ids = [heading.id for heading in body_of("## A\n\n" * count).headings]
    assert len(set(ids)) == count
