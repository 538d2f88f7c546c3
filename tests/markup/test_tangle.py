"""HTML that would make a parser make up elements by the million is refused."""

import pytest

from generator.markup.source import Source
from generator.markup.tangle import find_tangle
from tests.markup.reading import told
from tests.markup.traps import FORMS


def tangled(html: str) -> bool:
    return find_tangle(html, Source("content/x.md", "")) != ()


@pytest.mark.parametrize(
    "html",
    [
        "".join(f"<b id={n}>" for n in range(600)) + "<p>x" * 600,
        "<p>" + "".join(f'<b id="{n}">' for n in range(600)) + "</p><p>x</p>" * 600,
        "".join(f"<b id={n}>{'<div>' * 10}</b>{'</div>' * 10}" for n in range(300)),
        "<div>" * 2_000 + "</div>" * 2_000,
        "<b title='</b>'>" * 600 + "<p>x</p>" * 600,
        "<b title='<'>" * 600 + "<p>x</p>" * 600,
        "<b><textarea></b></textarea>" * 600,
        "<b><!-- > </b> -->" * 600,
        "<b></i>" * 600,
        "<table><b>x</b><tr>" * 600,
    ],
)
def test_html_that_is_tangled_is_refused(html: str) -> None:
    assert tangled(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a <b>b</b> <i>c</i></p>\n" * 5_000,
        "<ul>" + "<li>a</li>" * 5_000 + "</ul>",
        "<table>" + "<tr><td>a</td><td><em>b</em></td></tr>" * 2_000 + "</table>",
        "<blockquote>" * 30 + "<p>a</p>" * 2_000 + "</blockquote>" * 30,
        "<p>a<br>b<img src='c'><hr></p>" * 2_000,
        "<b>" * 20 + "<p>a</p>" * 300,
        "<P>a</P><!-- <b> -->" * 2_000,
    ],
)
def test_html_that_is_long_but_in_order_is_not(html: str) -> None:
    assert not tangled(html)


def test_the_author_is_told_what_to_do() -> None:
    assert told(FORMS["paragraphs that open formatting anew"](20_000)) == [
        (
            ": too many HTML tags in this text are not closed, or are closed in the wrong order. "
            "Close every tag that you open, the last one first."
        )
    ]
