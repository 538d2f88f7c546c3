"""nh3 takes away what is not allowed, and the author is told."""

import pytest

from generator.markup.engine import python_markdown
from generator.markup.sanitise import sanitise
from generator.markup.source import clean
from tests.markup.judge import faults
from tests.markup.reading import html_of, told
from tests.markup.vectors import VECTORS


@pytest.mark.parametrize("text", VECTORS)
def test_nh3_alone_holds_back_all_that_is_active(text: str) -> None:
    html = sanitise(python_markdown(clean(text)))
    left_to_the_tree = ("a comment", " align=", " cite=", "invalid-codepoint")
    assert [fault for fault in faults(html) if not any(part in fault for part in left_to_the_tree)] == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>H<sub>2</sub>O, <kbd>Ctrl</kbd>, <mark>this</mark>, <del>that</del> and <ins>those</ins></p>",
        '<p lang="de" dir="ltr" id="x" title="y">z</p>',
        '<details open=""><summary>More</summary><p>text</p></details>',
        '<p><abbr title="Value added tax">VAT</abbr> <time datetime="2024-01-01">then</time> <q>so</q> <s>no</s></p>',
        '<ol start="3" type="a"><li value="5">five</li></ol>',
        "<dl><dt>term</dt><dd>meaning</dd></dl>",
        '<table><caption>c</caption><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
        '<blockquote cite="https://x.example/y"><p>z</p></blockquote>',
        '<p><a href="https://x.example/" rel="nofollow" hreflang="de">y</a></p>',
        "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
    ],
)
def test_html_that_says_something_stays_as_it_is(html: str) -> None:
    assert html_of(html) == html
    assert told(html) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "one\n\n<font color=red>two</font>",
            (
                ":3: warning: <font> is not allowed in a text; the tag was left out. "
                "Write `<font>` if the characters are meant."
            ),
        ),
        (
            "one\ntwo <script>alert(1)</script>",
            (
                ":2: warning: <script> is not allowed in a text; it was left out with what stands in it. "
                "A text may have links, images, lists, tables and the like."
            ),
        ),
        (
            "<p onclick=alert(1)>one</p>",
            ":1: warning: the attribute 'onclick' of <p> is not allowed; it was left out.",
        ),
        (
            "one\n\n*two*{: .lead }",
            ":3: warning: the class 'lead' of <em> was left out. How a page looks is the theme's business.",
        ),
        ("one\n[two](javascript:x)", ":2: warning: 'javascript:x': addresses with javascript: are not allowed."),
        (
            "one\n[two](C:\\Users\\x.pdf)",
            (
                ":2: 'C:\\\\Users\\\\x.pdf' is a path on one computer; readers cannot open it. "
                "Put the file beside the story and write its name."
            ),
        ),
        (
            "![two](data:image/png;base64,AAAA)",
            ":1: warning: 'data:image/png;base64,AAAA': addresses with data: are not allowed.",
        ),
        ("<P STYLE='color:red'>one</P>", ": warning: the attribute 'style' of <p> is not allowed; it was left out."),
    ],
)
def test_what_is_taken_away_is_named_with_its_line(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_each_kind_is_named_once_where_it_first_stands() -> None:
    assert [problem.split(": ")[0] for problem in told("<font>a</font>\n\n<font>b</font>\n\n<u style=x>c</u>")] == [
        ":1",
        ":5",
    ]


def test_what_stands_in_a_removed_element_is_not_named_again() -> None:
    assert len(told("<svg><g><path d='M0 0'/></g></svg>")) == 1


def test_words_in_angle_brackets_are_not_lost_silently() -> None:
    assert "Write `<your>` if the characters are meant." in told("Dear <your name here>,")[0]


@pytest.mark.parametrize(
    "text",
    [
        "a < b > c",
        "`<script>`",
        "    <font>",
        "[x](https://x.example)",
        "<https://x.example>",
        "<a@b.example>",
        "![x](y.png)",
        "a[^1]\n\n[^1]: b",
        "| a |\n|--:|\n| b |",
        "# a {#b}",
        "<!-- aside -->",
    ],
)
def test_what_loses_nothing_brings_no_warning(text: str) -> None:
    assert told(text) == []


def test_an_encoded_scheme_is_named_too() -> None:
    assert "addresses with javascript: are not allowed" in told("[x](&#106;avascript:alert)")[0]
