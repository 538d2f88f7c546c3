"""Raw HTML that nothing closes takes the rest of a text: that is told, with the line."""

import pytest

from generator.markup import MarkupOptions, parse_body


def said(text: str) -> list[str]:
    body = parse_body(text, source="content/stories/a.md", first_line=5, options=MarkupOptions())
    return [str(problem) for problem in body.problems if "not closed" in problem.message]


@pytest.mark.parametrize(
    ("text", "line", "tag"),
    [
        ("<div>\n\n**b**", 5, "div"),
        ("a\n\n   <div>\n\n**b**\n\nc", 7, "div"),
        ("<div>\na\n</div>\n\n<DIV class='x'>\n\n**b**", 9, "div"),
        ("~~~\n<p>\n~~~\n\n<section>\n**b**", 9, "section"),
        ("<p>x\n\n**b**", 5, "p"),
        ("<details><summary>s</summary>\n\n**b**\n", 5, "details"),
        ("<div>\n<div>\n</div>\n\n**b**", 5, "div"),
    ],
)
def test_a_block_that_is_not_closed_is_a_warning_at_its_line(text: str, line: int, tag: str) -> None:
    (problem,) = said(text)
    assert problem == (
        f"content/stories/a.md:{line}: warning: <{tag}> is not closed, so the Markdown below it is shown as plain text."
        f" Write </{tag}> where it ends."
    )


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n**b**\n\n</div>",
        "<details>\n<summary>s</summary>\n<div>\n</details>\n\n**b**",
        "a <div> b",
        "<span>\n\n**b**",
        "<hr>\n\n**b**",
        "<br>\n\n<img src='x.png' alt=''>\n\n**b**",
        "~~~\n<div>\n~~~\n\n**b**",
        "    <div>\n\n**b**",
        "`<div>`\n\n**b**",
        "<!-- more -->\n\n**b**",
        "</div>\n\n**b**",
        "1 <div 2",
    ],
)
def test_what_is_closed_or_takes_nothing_with_it_is_let_be(text: str) -> None:
    assert said(text) == []


def test_what_follows_is_indeed_shown_as_it_is_written() -> None:
    body = parse_body("<div>\n\n**b**", source="content/stories/a.md", options=MarkupOptions())
    assert body.pieces == ("<div>\n\n**b**</div>",)
