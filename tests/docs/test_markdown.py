"""docs/reference/markdown.md says what a text can contain, and it is so."""

import re

import pytest

from generator.images import svg
from generator.images.formats import FORMATS
from generator.images.prepare import LARGEST_FILE
from generator.images.stripped import MOST_PIXELS
from generator.images.widths import WIDTHS
from generator.markup import Body, MarkupOptions, guards, parse_body, policy, resolve, tree
from generator.shown import ShownImage
from tests.docs.reading import MARKDOWN, blocks, section, sections, table

EXAMPLES = [(one.title, block.text) for one in sections(MARKDOWN) for block in blocks(one.text)]


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
        ("Links", 'href="/stories/2022-09-05-forty-one-minutes-at-hallow-cross.md"'),
        ("Footnotes", 'role="doc-noteref"'),
        ("Tables", "<td>We arrive.</td>"),
        ("Definition lists", "<dt>Dear Zo</dt>"),
        ("Code blocks", '<pre><code class="language-text">10:32  Fennel'),
    ],
)
def test_an_example_becomes_what_the_page_says(title: str, expected: str) -> None:
    assert expected in html(first_example(title))


def test_the_summary_ends_where_the_page_says() -> None:
    text = first_example("Summary")
    assert parsed(text).summary == "Ten to seven in the evening, and for once I am on the other side of the counter."
    assert "more" not in html(text)


def test_a_first_heading_moves_all_headings_one_level_down() -> None:
    assert re.findall(r"<(h\d)", html("# One\n\n## Two {#claim}\n\n[above](#claim)")) == ["h2", "h3"]


@pytest.mark.parametrize("sign", ["**strong**", "[Brindlewire](https://brindlewire.example)", r"\*"])
def test_the_table_of_signs_shows_signs_that_work(sign: str) -> None:
    assert sign in section(MARKDOWN, "Basics").text
    assert parsed(sign).problems == ()
    assert html(sign) != f"<p>{sign}</p>"


def test_the_page_lists_the_elements_that_stay() -> None:
    listed = re.findall(r"`(\w+)`", section(MARKDOWN, "HTML").text.split("\n\n")[2])
    assert listed == sorted(policy.TAGS)


def test_the_page_lists_the_attributes_that_an_element_can_have() -> None:
    text = section(MARKDOWN, "HTML").text
    everywhere = re.search(r"All of them can have these attributes: ([^.]+)\.", text)
    assert everywhere
    assert set(re.findall(r"`(\w+)`", everywhere[1])) == policy.GLOBAL_ATTRIBUTES
    listed = {
        element: frozenset(re.findall(r"`(\w+)`", row["Attributes"]))
        for row in table(text, "Element")
        for element in re.findall(r"`(\w+)`", row["Element"])
    }
    assert listed == {element: more for element, more in policy.TAGS.items() if more}


def test_what_the_page_says_is_removed_is_removed_with_a_warning() -> None:
    rows = table(section(MARKDOWN, "What is removed").text, "You write")
    whole, tag_alone = (re.findall(r"`<(\w+)>`", row["You write"]) for row in rows[:2])
    attributes = re.findall(r"`(\w+)`", rows[2]["You write"])
    schemes = re.findall(r"`(\w+:)`", rows[4]["You write"])
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


def test_the_page_lists_the_schemes_that_a_link_can_have() -> None:
    listed = re.search(r"Links can start with ([^.]+)\.", section(MARKDOWN, "What is removed").text)
    assert listed
    assert set(re.findall(r"`(\w+):`", listed[1])) == policy.SCHEMES


def test_a_picture_elsewhere_becomes_a_link_with_a_warning() -> None:
    text = "![A glove.](https://x.example/glove.png)"
    assert html(text) == '<p><a href="https://x.example/glove.png">A glove.</a></p>'
    assert [problem.severity for problem in parsed(text).problems] == ["warning"]


def test_a_comment_in_html_goes_without_a_warning() -> None:
    assert html("So <!-- hidden -->told.") == "<p>So told.</p>"
    assert parsed("So <!-- hidden -->told.").problems == ()


@pytest.mark.parametrize("text", ["~~told~~", "- [ ] told", "https://told.example"])
def test_what_the_page_says_has_no_effect_has_none(text: str) -> None:
    assert text.removeprefix("- ") in html(text)


def test_the_limits_of_a_text_are_those_of_the_code() -> None:
    rows = table(section(MARKDOWN, "Limits").text, "What")
    limits = [
        guards.LONGEST,
        guards.MOST_OPEN_BRACKETS,
        guards.DEEPEST,
        tree.DEEPEST,
        guards._MOST_MARKS,
        guards._MOST_CELLS,
        guards._MOST_DEFINITIONS,
        guards._MOST_TERMS,
        guards._MOST_NOTES,
        guards._MOST_CALLS,
    ]
    assert [row["At most"] for row in rows] == ["1 MB", *(f"{limit:,}" for limit in limits[1:])]
    assert limits[0] == 1_000_000


def test_the_formats_and_limits_of_pictures_are_those_of_the_code() -> None:
    text = section(MARKDOWN, "Picture files").text
    rows = table(text, "Format")
    assert set(rows[0]["Format"].split(", ")) | {rows[2]["Format"]} == {one.name for one in FORMATS}
    assert "{} and {} pixels wide".format(", ".join(map(str, WIDTHS[:-1])), WIDTHS[-1]) in text
    assert f"at most {MOST_PIXELS // 10**6} million pixels and {LARGEST_FILE // 10**6} MB" in text
    assert f"at most {svg.LONGEST // 10**6} MB" in text
