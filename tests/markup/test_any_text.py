"""What holds for every text that there is."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markup import Body, FileReference, ImageReference
from generator.markup.source import clean
from tests.markup.judge import faults
from tests.markup.reading import body_of, html_of
from tests.markup.vectors import VECTORS

_SNIPPETS = (
    *VECTORS,
    *(
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "1. ",
        "## ",
        "```\n",
        "~~~\n",
        "---\n",
        "===\n",
        "| a | b |\n|--:|:-:|\n",
        ": ",
    ),
    *(
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "](",
        ")",
        "![",
        "<",
        ">",
        "</",
        "&",
        "&amp;",
        "&#0;",
        "&#x1F;",
        "\\",
        '"',
        "'",
        "--",
        "...",
    ),
    *(
        "[^1]",
        "\n\n[^1]: ",
        "[a]: b\n",
        "{: #x .y z=1 }",
        "<!-- more -->",
        "<b>",
        "</b>",
        "<p>",
        "<table><td>",
        "<pre>\n",
    ),
    *(
        "a.md",
        "../x.png",
        "/y/",
        "#z",
        "http://x.example",
        "\r",
        "\0",
        "\x02",
        "\ufdd0",
        "\u2028",
        "\ud800",
        "é",
        "日本",
        "👩‍👧",
        "word ",
    ),
)
TEXTS = st.text() | st.lists(st.sampled_from(_SNIPPETS) | st.text(max_size=3), max_size=12).map("".join)


@given(TEXTS)
def test_every_text_becomes_html_that_is_sound(text: str) -> None:
    assert faults(html_of(text)) == []


@given(TEXTS, st.text(st.characters(codec="utf-8"), max_size=5))
def test_every_text_becomes_html_that_is_sound_in_a_feed(text: str, prefix: str) -> None:
    prefix = "".join(clean(prefix).split())
    assert faults(html_of(text, prefix=prefix, page="https://site.example/x/")) == []


@given(TEXTS)
def test_every_body_is_the_same_after_msgpack_and_each_time(text: str) -> None:
    body = body_of(text)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(body), type=Body) == body
    assert body_of(text) == body


@given(TEXTS)
def test_every_path_of_a_file_stays_in_content(text: str) -> None:
    for file in body_of(text).files:
        assert isinstance(file, FileReference | ImageReference)
        assert not file.path.startswith("/")
        assert not {"..", "."} & set(file.path.split("/"))
        assert "\\" not in file.path


@given(TEXTS)
def test_every_line_that_is_told_is_one_of_the_text(text: str) -> None:
    body = body_of(text, first_line=10)
    last = 10 + clean(text).count("\n")
    lines = [problem.at.line for problem in body.problems] + [file.line for file in body.files]
    assert all(line is None or 10 <= line <= last for line in lines)


@given(TEXTS)
def test_no_two_ids_of_a_body_are_the_same(text: str) -> None:
    ids = body_of(text).ids
    assert len(set(ids)) == len(ids)
    assert not any(not id_ or id_.split() != [id_] for id_ in ids)


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), max_size=200))
def test_words_alone_are_kept_as_they_are(text: str) -> None:
    words = " ".join(text.split())
    if words and not words[0].isdigit():
        assert body_of(words).first_paragraph.split() == words.split()
