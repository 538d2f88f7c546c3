"""What Python-Markdown is asked to do, and the traps of it that are closed here."""

import pytest

from generator.markup.engine import ENGINES, python_markdown


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("| a |\n|--:|\n| b |", '<td align="right">b</td>'),
        ("a[^1]\n\n[^1]: b", '<li id="fn:1">'),
        ("a\n:   b", "<dd>b</dd>"),
        ("# a {#b}", '<h1 id="b">a</h1>'),
        ("```python\nx\n```", '<pre><code class="language-python">x\n</code></pre>'),
        ("1. a\n\n- b", "</ol>\n<ul>"),
        ("3. a", '<ol start="3">'),
        ('"a" -- b...', '<p>"a" -- b...</p>'),
        ("<b>a</b>", "<p><b>a</b></p>"),
    ],
)
def test_the_extensions_are_those_that_the_writing_guide_names(text: str, part: str) -> None:
    assert part in python_markdown(text)


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    python_markdown("[a][b] c[^1]\n\n[b]: x\n[^1]: y\n\n<div>z</div>")
    assert python_markdown("[a][b] c[^1]") == "<p>[a][b] c[^1]</p>"


def test_there_are_no_english_words_in_the_output() -> None:
    html = python_markdown("1[^1]\n\n[^1]: 2\n")
    assert "Jump" not in html
    assert 'title=""' in html


@pytest.mark.parametrize("name", ["linenums", "use_pygments", "guess_lang", "noclasses", "hl_lines"])
def test_options_of_a_highlighter_that_is_not_there_do_no_harm(name: str) -> None:
    assert "<pre><code" in python_markdown(f'```{{.python {name}="true"}}\nx\n```')


@pytest.mark.parametrize("note", ["", "[x]: https://x.example"])
def test_a_footnote_without_text_does_no_harm(note: str) -> None:
    assert "a" in python_markdown(f"a[^1] b[^2]\n\n[^2]: c\n[^1]: {note}")


def test_engines_are_found_by_the_names_of_the_configuration() -> None:
    assert ENGINES["markdown"]("*a*") == "<p><em>a</em></p>"
