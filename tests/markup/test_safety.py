"""Whatever a text says, a page gets nothing active from it; judged by a parser that the room does not use."""

import pytest

from tests.markup.judge import faults
from tests.markup.reading import html_of
from tests.markup.vectors import VECTORS


@pytest.mark.parametrize("text", VECTORS)
def test_nothing_active_reaches_a_page(text: str) -> None:
    assert faults(html_of(text)) == []


@pytest.mark.parametrize(
    "around", ["> {}", "- {}", "*{}*", "| a |\n|---|\n| {} |", "x[^1]\n\n[^1]: {}", "<div>{}</div>", "[{}](y.md)"]
)
def test_nothing_active_reaches_a_page_from_within_other_markup(around: str) -> None:
    found = {text: faults(html_of(around.format(text))) for text in VECTORS}
    assert {text: wrong for text, wrong in found.items() if wrong} == {}


def test_all_vectors_in_one_text_change_nothing() -> None:
    assert faults(html_of("\n\n".join(VECTORS))) == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=javascript:x>x</a>",
        "<a href='java\nscript:x'>x</a>",
        "<svg></svg>",
        "<!-- x -->",
        "<p>\0</p>",
        "<p title=x title=y></p>",
        "<b>x",
    ],
)
def test_the_judge_sees(html: str) -> None:
    assert faults(html)


def test_the_judge_lets_sound_html_be() -> None:
    assert faults('<p id="x">One <a href="/y?z#q">two</a> <em>three</em>.</p><img src="a.png" alt="">') == []
