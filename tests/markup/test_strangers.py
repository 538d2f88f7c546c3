"""Strangers' texts: their links vouch for nothing, whatever they are made of, and they have no headings."""

import html5lib
import pytest
from hypothesis import given, settings

from generator.markup import Body, MarkupOptions, parse_body, resolve
from tests.markup.judge import faults
from tests.markup.reading import Shown, html_of
from tests.markup.test_any_text import TEXTS
from tests.markup.vectors import VECTORS

COMMENT = "content/comments/x/kim.md"


def body(text: str) -> Body:
    return parse_body(text, source=COMMENT, options=MarkupOptions(by_strangers=True))


def html(text: str) -> str:
    return resolve(body(text), Shown())


def vouched_for(html: str) -> list[str]:
    """The addresses of links that say nothing of `nofollow ugc`; those within the text do not count."""
    root = html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(html)
    links = [link for link in root.iter("a") if link.get("href", "#")[0] != "#"]
    return [link.get("href", "") for link in links if link.get("rel") != "nofollow ugc"]


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://spam.example/)",
        "[x](https://spam.example/){: rel=follow }",
        "<https://spam.example/>",
        "[x][1]\n\n[1]: https://spam.example/",
        '<a href="https://spam.example/" rel="me dofollow">x</a>',
        '<a class="footnote-ref" href="https://spam.example/">x</a>',
        "[x](https://spam.example/){: .footnote-backref }",
        "![x](https://spam.example/x.png)",
        "[![x](https://spam.example/x.png)](https://spam.example/)",
        '![x](https://spam.example/x.png "A caption | a credit")',
        "> Said.\n> — [x](https://spam.example/)",
        "# [x](https://spam.example/)",
        "| a |\n|---|\n| [x](https://spam.example/) |",
        "Said.[^1]\n\n[^1]: [x](https://spam.example/)",
        "[x](//spam.example/)",
        "<spam@spam.example>",
        "[x](/companies/acme/)",
    ],
)
def test_no_link_is_vouched_for_however_it_is_written(text: str) -> None:
    found = html(text)
    assert "<a" in found
    assert vouched_for(found) == []
    assert faults(found) == []


def test_a_picture_that_became_a_link_counts_as_one() -> None:
    assert [link.address for link in body("![x](https://spam.example/x.png)").links] == ["https://spam.example/x.png"]


def test_the_links_of_the_site_s_own_texts_keep_what_their_authors_say() -> None:
    assert "nofollow" not in html_of("[x](https://acme.example/) ![y](https://acme.example/y.png)")
    assert 'rel="me"' in html_of('<a href="https://dana.example/" rel="me">x</a>')


def test_a_footnote_and_its_mark_lead_to_each_other_and_are_no_strangers() -> None:
    found = html("Said.[^1]\n\n[^1]: By Dana.")
    assert 'href="#fn:1" role="doc-noteref"' in found
    assert "nofollow" not in found


def test_headings_are_paragraphs_in_strong_words_and_none_is_listed() -> None:
    text = "# One *two*\n\nThree\n=====\n\n###### Four\n\n<h2>Five</h2>"
    assert html(text) == (
        "<p><strong>One <em>two</em></strong></p>\n<p><strong>Three</strong></p>\n"
        "<p><strong>Four</strong></p>\n<p><strong>Five</strong></p>"
    )
    assert body(text).headings == ()


@pytest.mark.parametrize("id_", ["_comment-lee", "__x", "_update-1"])
def test_no_id_of_a_text_is_one_of_the_page_s_own(id_: str) -> None:
    for found in (html(f"Said. {{: #{id_} }}"), html(f'<p id="{id_}">x</p>'), html(f'<span id=" {id_} ">x</span>')):
        assert 'id="_' not in found


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_executable_is_left_of_a_stranger_s_text(vector: str) -> None:
    found = html(f"Before {vector} after")
    assert faults(found) == []
    assert vouched_for(found) == []


@settings(max_examples=100)
@given(TEXTS)
def test_every_stranger_s_text_becomes_sound_html_without_headings_and_vouches_for_nothing(text: str) -> None:
    found = html(text)
    assert faults(found) == []
    assert vouched_for(found) == []
    assert body(text).headings == ()
    assert not any(f"<h{level}" in found for level in range(1, 7))
