"""From text to Body, as a whole."""

import pytest

from generator.errors import Location, Problem
from generator.markup import Body, MarkupOptions, parse_body, parsing
from generator.markup.parsing import folder_of
from tests.markup.reading import STORY, body_of, html_of, told

STORY_TEXT = """\
## The letter

"We *never* lose parcels," it said -- and [enclosed a parcel](parcel.png).[^1]

![A parcel.](parcel.png "Mine, on its way home. | Dana")

> It was in the van.
>
> -- the driver, [by letter](../2024-01-02-y.md)

<!-- more -->

That's all it takes.

[^1]: Not mine.
"""

STORY_HTML = """\
<h2 id="the-letter">The letter</h2>
<p>“We <em>never</em> lose parcels,” it said — and \
<a href="/at/stories/2024-01-01-x/parcel.png">enclosed a parcel</a>.\
<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup></p>
<figure><img src="/at/stories/2024-01-01-x/parcel.png" alt="A parcel." decoding="async">\
<figcaption>Mine, on its way home. <span class="credit">Dana</span></figcaption></figure>
<figure class="quote"><blockquote>
<p>It was in the van.</p>
</blockquote><figcaption>— the driver, <a href="/at/stories/2024-01-02-y.md">by letter</a></figcaption></figure>


<p>That’s all it takes.</p>
<div class="footnotes" role="doc-endnotes">
<hr>
<ol>
<li id="fn:1">
<p>Not mine.\u00a0<a class="footnote-backref" href="#fnref:1" role="doc-backlink">↩\ufe0e</a></p>
</li>
</ol>
</div>"""


def test_a_story_becomes_html_and_facts() -> None:
    body = body_of(STORY_TEXT, first_line=5)
    assert html_of(STORY_TEXT) == STORY_HTML
    assert body.problems == ()
    assert body.words == 33
    assert body.first_paragraph == "“We never lose parcels,” it said — and enclosed a parcel."
    assert body.summary.startswith("The letter “We never lose parcels,”")
    assert body.summary.endswith("It was in the van. — the driver, by letter")
    assert [(file.path, file.line) for file in body.files] == [
        ("stories/2024-01-01-x/parcel.png", 7),
        ("stories/2024-01-01-x/parcel.png", 9),
        ("stories/2024-01-02-y.md", 13),
    ]


def test_an_empty_text_is_an_empty_body() -> None:
    assert body_of("") == Body()
    assert body_of(" \n\n\t\n") == Body()


def test_problems_are_told_in_the_order_of_the_lines() -> None:
    text = "[a](C:\\b)\n\n<font>c</font>\n\n[d]()\n\n[e](../../../f)"
    assert [problem.at.line for problem in body_of(text, first_line=3).problems] == [3, 5, 7, 9]


def test_a_problem_whose_line_is_not_known_names_the_file_alone() -> None:
    assert body_of("[a](C&#58;\\\\b)").problems[0].at == Location(STORY)


def test_what_an_engine_raises_becomes_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(text: str) -> str:
        raise RecursionError("too deep")

    monkeypatch.setattr(parsing, "ENGINES", {"markdown": stumble})
    message = "Firsthand cannot read the Markdown of this text (RecursionError: too deep)."
    hint = "This is a mistake of ours: please report it."
    assert body_of("a").problems == (Problem(Location(STORY), message, hint),)


def test_html_that_is_too_deep_is_refused() -> None:
    assert told("<div>" * 150)[0].startswith(": tags, quotations or lists in this text are more than 100 levels deep.")


def test_the_language_and_the_engine_are_options() -> None:
    options = MarkupOptions(language="fr", engine="markdown")
    assert parse_body('"a"', source=STORY, options=options).first_paragraph == "«\u00a0a\u00a0»"


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("content/stories/2024-01-01-x.md", "stories"),
        ("content/stories/2024-01-01-x/index.md", "stories/2024-01-01-x"),
        ("content/about.md", ""),
        ("about.md", ""),
    ],
)
def test_targets_are_read_from_the_folder_below_content(path: str, folder: str) -> None:
    assert folder_of(path) == folder
