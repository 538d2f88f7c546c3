"""A text is set as a whole: across emphasis and links, around code, in titles and alternatives."""

import pytest

from tests.markup.reading import html_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"*Hi*," she said', "<p>“<em>Hi</em>,” she said</p>"),
        ('*"Hi,"* she said', "<p><em>“Hi,”</em> she said</p>"),
        ('"[Hi](/x/)"', '<p>“<a href="/base/x/">Hi</a>”</p>'),
        ('**"*Hi*"**', "<p><strong>“<em>Hi</em>”</strong></p>"),
        ("*Dana*'s", "<p><em>Dana</em>’s</p>"),
        ('`"code"` "text"', '<p><code>"code"</code> “text”</p>'),
        ('"`x--y`"', "<p>“<code>x--y</code>”</p>"),
        ('    "pre"', '<pre><code>"pre"\n</code></pre>'),
        ('```\n"pre"...\n```', '<pre><code>"pre"...\n</code></pre>'),
        ("<kbd>\"</kbd> <samp>--</samp> <var>'x'</var>", "<p><kbd>\"</kbd> <samp>--</samp> <var>'x'</var></p>"),
        ('"one\n\n"two"', "<p>“one</p>\n<p>“two”</p>"),
        ('- "one\n- two"', "<ul>\n<li>“one</li>\n<li>two”</li>\n</ul>"),
        ('"one"  \n"two"', "<p>“one”<br>\n“two”</p>"),
        ("<https://x.example/a--b>", '<p><a href="https://x.example/a--b">https://x.example/a--b</a></p>'),
        ("[x](https://x.example/a--b...c'd)", '<p><a href="https://x.example/a--b...c&#x27;d">x</a></p>'),
    ],
)
def test_a_text_is_set(text: str, expected: str) -> None:
    assert html_of(text) == expected


def test_a_mark_before_a_footnote_closes() -> None:
    assert "“so”<sup" in html_of('He said "so"[^1].\n\n[^1]: x')


def test_a_mark_before_a_footnote_closes_where_it_is_no_apostrophe() -> None:
    assert "‚so‘<sup" in html_of("Er sagt 'so'[^1].\n\n[^1]: x", language="de")


def test_a_line_break_parts_words() -> None:
    assert html_of('one<br>"two"') == "<p>one<br>“two”</p>"


def test_titles_and_alternatives_are_set_each_by_itself() -> None:
    html = html_of('![a "b" c\'s](d.png "it\'s...") "e"')
    assert 'alt="a “b” c’s"' in html
    assert 'title="it’s…"' in html
    assert html.endswith(" “e”</p>")


def test_captions_are_set() -> None:
    assert "<figcaption>It’s ‘it’…</figcaption>" in html_of("![a](b.png \"It's 'it'...\")")


def test_the_source_of_a_quotation_is_set_from_its_own_start() -> None:
    assert "<figcaption>— “Dana” of ’24</figcaption>" in html_of('> "So\n>\n> -- "Dana" of \'24')


def test_the_language_of_the_text_decides() -> None:
    assert html_of('"So" -- ...', language="de-AT") == "<p>„So“ – …</p>"
