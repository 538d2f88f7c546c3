"""Footnotes: numbered as they are called, marked up for those who listen, in no language at all."""

import pytest

from tests.markup.reading import body_of, html_of, told


def test_a_footnote_is_called_told_and_led_back_from() -> None:
    assert html_of("Told.[^a]\n\n[^a]: By Dana.") == (
        '<p>Told.<sup id="fnref:a"><a class="footnote-ref" href="#fn:a" role="doc-noteref">1</a></sup></p>\n'
        '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n<li id="fn:a">\n'
        '<p>By Dana.\u00a0<a class="footnote-backref" href="#fnref:a" role="doc-backlink">↩\ufe0e</a></p>\n'
        "</li>\n</ol>\n</div>"
    )


def test_footnotes_are_numbered_in_the_order_in_which_they_are_called() -> None:
    html = html_of("One[^b] two[^a].\n\n[^a]: A.\n[^b]: B.")
    assert 'href="#fn:b" role="doc-noteref">1<' in html
    assert html.index("B.") < html.index("A.")


def test_a_label_with_blanks_makes_ids_that_are_valid() -> None:
    html = html_of("Told.[^by whom]\n\n[^by whom]: Dana.")
    assert 'id="fn:by-whom"' in html
    assert 'href="#fn:by-whom"' in html


def test_a_label_with_a_percent_sign_leads_where_it_should() -> None:
    html = html_of("Told.[^50%25]\n\n[^50%25]: Dana.")
    assert 'id="fn:50%25"' in html
    assert 'href="#fn:50%2525"' in html


def test_a_footnote_that_nothing_calls_is_named_and_leads_nowhere_back() -> None:
    text = "Told.\n\n[^a]: By Dana."
    assert "backref" not in html_of(text)
    assert told(text) == [
        (
            ":3: warning: nothing in the text refers to the footnote [^a]. "
            "Write [^a] in the text where the footnote belongs, or delete the footnote."
        )
    ]


def test_a_footnote_that_is_not_there_is_named_once_with_its_line() -> None:
    assert told("Told.\n\nBy whom?[^a] By *whom[^a]*? Again[^b].\n\n[^b]: Dana.") == [
        (
            ":3: warning: there is no footnote [^a]. "
            "Add a line below the text that starts with [^a]: and goes on with the words of the footnote."
        )
    ]


@pytest.mark.parametrize("text", ["`[^a]`", "\\[^a]", "```\n[^a]\n```", "[^]", "a[^b]\n\n[^b]: B."])
def test_what_only_looks_like_a_footnote_is_not_missed(text: str) -> None:
    assert told(text) == []


def test_a_footnote_called_twice_leads_back_twice() -> None:
    html = html_of("One[^a] two[^a].\n\n[^a]: A.")
    assert 'href="#fnref:a"' in html
    assert 'href="#fnref2:a"' in html
    assert told("One[^a] two[^a].\n\n[^a]: A.") == []


def test_an_empty_footnote_is_no_trouble() -> None:
    assert 'id="fn:a"' in html_of("One[^a] two[^b].\n\n[^b]: B.\n[^a]:")
    assert 'id="fn:a"' in html_of("One[^a].\n\n[^a]: [x]: https://x.example")


def test_numbers_of_footnotes_are_no_part_of_what_is_said() -> None:
    body = body_of("Told.[^a]\n\n[^a]: By Dana.")
    assert body.first_paragraph == "Told."
    assert body.words == 3


def test_a_way_back_that_an_author_made_up_does_no_harm() -> None:
    assert html_of('<a class="footnote-backref">x</a>') == (
        '<p><a class="footnote-backref" role="doc-backlink">x</a></p>'
    )
    assert told('<a class="footnote-backref" href="#nowhere">x</a>')[0].startswith(
        ": warning: nothing in the text refers to"
    )


def test_a_link_that_only_looks_like_a_call_stays_a_link() -> None:
    assert 'href="https://x.example"' in html_of('<a class="footnote-ref" href="https://x.example">1</a>')
