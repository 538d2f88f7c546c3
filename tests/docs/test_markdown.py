"""What docs/writing.md says of Markdown is so."""

import re

import pytest

from generator.markup import Body, MarkupOptions, parse_body, resolve
from generator.shown import ShownImage
from tests.docs.reading import WRITING, below, blocks, section, table

EXAMPLES = [(one.title, block.text) for one in below(WRITING, "Markdown") for block in blocks(one.text)]


class Places:
    """Addresses for a text by itself."""

    page = ""

    def file(self, path: str) -> str | None:
        return f"/{path}"

    def picture(self, path: str) -> ShownImage | None:
        return ShownImage(f"/{path}")

    def site(self, path: str) -> str:
        return path


def parsed(text: str) -> Body:
    return parse_body(text, source="content/stories/2026-05-04-shoes.md", options=MarkupOptions())


def html(text: str) -> str:
    return resolve(parsed(text), Places())


def first_example(title: str) -> str:
    return next(text for one, text in EXAMPLES if one == title)


@pytest.mark.parametrize(("title", "text"), EXAMPLES, ids=lambda value: value if "\n" not in value else "")
def test_every_example_is_read_without_a_problem(title: str, text: str) -> None:
    assert parsed(text).problems == ()
    assert html(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Quotations", "<figcaption>— Idris, at the counter</figcaption>"),
        ("Captions", '<figcaption>Back in its usual place. <span class="credit">Inês Valdorre</span></figcaption>'),
        ("Links to your own pages", 'href="/stories/2022-09-05-forty-one-minutes-at-hallow-cross.md"'),
        ("Footnotes", 'role="doc-noteref"'),
        ("Tables", "<td>We arrive.</td>"),
        ("Lists of terms", "<dt>Dear Zo</dt>"),
        ("Text as it is", '<pre><code class="language-text">10:32  Fennel'),
    ],
)
def test_an_example_becomes_what_the_page_says(title: str, expected: str) -> None:
    assert expected in html(first_example(title))


def test_the_summary_ends_where_the_page_says() -> None:
    text = first_example("Where the summary ends")
    assert parsed(text).summary == "Ten to seven in the evening, and for once I am on the other side of the counter."
    assert "more" not in html(text)


def test_a_first_heading_moves_all_headings_one_level_down() -> None:
    assert re.findall(r"<(h\d)", html("# One\n\n## Two {#claim}\n\n[above](#claim)")) == ["h2", "h3"]


@pytest.mark.parametrize("sign", ["**strong**", "[Brindlewire](https://brindlewire.example)", r"\*"])
def test_the_table_of_signs_shows_signs_that_work(sign: str) -> None:
    assert sign in section(WRITING, "Markdown").text
    assert parsed(sign).problems == ()
    assert html(sign) != f"<p>{sign}</p>"


def test_what_the_page_calls_harmless_stays() -> None:
    harmless = re.findall(r"`<(\w+)>`", section(WRITING, "What is removed").text.split("\n|")[0])
    assert harmless
    for tag in harmless:
        assert f"<{tag}" in html(f"Told <{tag}>so</{tag}>."), tag


def test_what_the_page_says_is_removed_is_removed_with_a_warning() -> None:
    rows = table(section(WRITING, "What is removed").text, "What")
    whole, tag_alone = (re.findall(r"`<(\w+)>`", row["What"]) for row in rows[:2])
    attributes = re.findall(r"`(\w+)`", rows[2]["What"])
    schemes = re.findall(r"`(\w+:)`", rows[4]["What"])
    assert whole
    assert tag_alone
    assert attributes
    assert schemes
    for tag in whole:
        assert "told" not in html(f"So <{tag}>told</{tag}>."), tag
    for tag in tag_alone:
        found = html(f"So <{tag}>told</{tag}>.")
        assert "told" in found, tag
        assert f"<{tag}" not in found, tag
    for name in attributes:
        assert name not in html(f'So <b {name}="x">told</b>.')
    for scheme in schemes:
        assert html(f"[told]({scheme}x)") == "<p><a>told</a></p>"
    for text in ("<script>x</script>", "<form>x</form>", '<b style="x">x</b>', "<b class='x'>x</b>", "[x](data:x)"):
        assert [problem.severity for problem in parsed(text).problems] == ["warning"], text


def test_a_picture_elsewhere_becomes_a_link_with_a_warning() -> None:
    text = "![A glove.](https://x.example/glove.png)"
    assert html(text) == '<p><a href="https://x.example/glove.png">A glove.</a></p>'
    assert [problem.severity for problem in parsed(text).problems] == ["warning"]
