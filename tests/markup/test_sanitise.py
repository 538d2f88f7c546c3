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
                ":3: warning: the tag <font> is not allowed in a text, so it is left out. "
                "To show it as it is, write it in backticks: `<font>`."
            ),
        ),
        (
            "one\ntwo <script>alert(1)</script>",
            (
                ":2: warning: <script> is not allowed in a text, so it is left out with everything in it. "
                "Pages run no scripts."
            ),
        ),
        (
            "one\n\n<iframe src='https://v.example/'></iframe>",
            (
                ":3: warning: <iframe> is not allowed in a text, so it is left out with everything in it. "
                "Write a link instead, such as [Watch the video](https://example.org/video)."
            ),
        ),
        (
            "<math><mi>x</mi></math>",
            (
                ":1: warning: <math> is not allowed in a text, so it is left out with everything in it. "
                "Write it in Markdown, or delete it."
            ),
        ),
        (
            "<p onclick=alert(1)>one</p>",
            ":1: warning: the attribute 'onclick' of <p> is not allowed, so it is left out. Pages run no scripts.",
        ),
        (
            "<img src='a.png' alt='' width='10'>",
            (
                ":1: warning: the attribute 'width' of <img> is not allowed, so it is left out. "
                "Delete it: Firsthand writes the size of every picture itself."
            ),
        ),
        (
            "<p tabindex='1'>one</p>",
            ":1: warning: the attribute 'tabindex' of <p> is not allowed, so it is left out. Delete it.",
        ),
        (
            "one\n\n*two*{: .lead }",
            ":3: warning: the class 'lead' of <em> is left out. The theme decides how a page looks.",
        ),
        (
            "one\n[two](javascript:x)",
            (
                ":2: warning: the address 'javascript:x' is left out, because javascript: is not allowed. "
                "Write an address that starts with https:, mailto: or tel:, or the name of a file."
            ),
        ),
        (
            "one\n[two](C:\\Users\\x.pdf)",
            (
                ":2: 'C:\\Users\\x.pdf' is a file on your own computer, and readers cannot open it. "
                "Copy the file into the folder of this text, and write only its name: x.pdf."
            ),
        ),
        (
            "![two](data:image/png;base64,AAAA)",
            (
                ":1: warning: the address 'data:image/png;base64,AAAA' is left out, because data: is not allowed. "
                "Save it as a file in the folder of this text and write its name, such as kettle.jpg."
            ),
        ),
        (
            "<P STYLE='color:red'>one</P>",
            (
                ": warning: the attribute 'style' of <p> is not allowed, so it is left out. "
                "The theme decides how a page looks."
            ),
        ),
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
    assert "To show it as it is, write it in backticks: `<your>`." in told("Dear <your name here>,")[0]


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
    assert "is left out, because javascript: is not allowed." in told("[x](&#106;avascript:alert)")[0]
