"""Pieces are finished HTML, cut where an address is open."""

import pytest

from generator.markup import ExternalLink, FileReference, FragmentReference, IdReference, ImageReference, SiteReference
from generator.markup.source import Source
from generator.markup.tree import Element
from generator.markup.writer import Writer
from tests.markup.reading import body_of, html_of, told

FOLDER = "stories/2024-01-01-x"


def test_a_text_without_references_is_one_piece() -> None:
    assert body_of("One *two* & <three").pieces == ("<p>One <em>two</em> &amp; &lt;three</p>",)


def test_a_link_is_cut_out_as_a_whole_attribute() -> None:
    assert body_of('One [two](../y.md#z "three").').pieces == (
        "<p>One <a",
        FileReference("stories/y.md", "", "#z", 1),
        ' title="three">two</a>.</p>',
    )


def test_every_kind_of_reference_is_cut_out_with_its_line() -> None:
    text = "[a](letter.pdf)\n[b](/tags/x/)\n[c](#d)\n\n![e](f.png)\n\n## G"
    assert body_of(text).references == (
        FileReference(f"{FOLDER}/letter.pdf", line=1),
        SiteReference("/tags/x/", 2),
        FragmentReference("d", 3),
        ImageReference(f"{FOLDER}/f.png", "e", first=True, line=5),
        IdReference("g"),
    )


def test_lines_are_those_of_the_file() -> None:
    assert [reference.line for reference in body_of("\n[a](b.md)", first_line=9).files] == [10]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("content/stories/2024-01-01-x.md", "stories/a.md"),
        ("content/stories/2024-01-01-x/index.md", "stories/2024-01-01-x/a.md"),
        ("content/pages/help/returns.md", "pages/help/a.md"),
        ("content/about.md", "a.md"),
    ],
)
def test_relative_targets_are_read_from_the_folder_of_the_text(source: str, path: str) -> None:
    assert [file.path for file in body_of("[a](a.md)", source=source).files] == [path]


def test_addresses_outside_are_listed_with_their_lines() -> None:
    text = "[a](https://a.example/?b&c)\n\n<https://d.example>\n\n[e](//f.example)\n\n[g](mailto:g@h.example)"
    assert body_of(text).links == (
        ExternalLink("https://a.example/?b&c", 1),
        ExternalLink("https://d.example", 3),
        ExternalLink("https://f.example", 5),
    )


def test_an_address_outside_stands_in_the_page_as_written() -> None:
    assert html_of("[a](https://a.example/b c?d&e)") == '<p><a href="https://a.example/b%20c?d&amp;e">a</a></p>'
    assert html_of("<dana@site.example>") == '<p><a href="mailto:dana@site.example">dana@site.example</a></p>'


def test_an_image_elsewhere_becomes_a_link_to_it_with_a_warning() -> None:
    text = "One\n\n![A cup](https://x.example/cup.png)"
    assert html_of(text) == '<p>One</p>\n<p><a href="https://x.example/cup.png">A cup</a></p>'
    assert body_of(text).links == (ExternalLink("https://x.example/cup.png", 3),)
    assert told(text) == [
        (
            ":3: warning: the picture 'https://x.example/cup.png' is on another website, so readers see a link to it "
            "instead. Download it into the folder of this text, and write only its name: cup.png."
        )
    ]


def test_an_image_elsewhere_inside_a_link_becomes_its_description_with_a_warning() -> None:
    (said,) = told("[![A cup](https://x.example/?id=7)](https://x.example/)")
    assert said == (
        ":1: warning: the picture 'https://x.example/?id=7' is on another website, so readers see its description "
        "instead. Download it into the folder of this text."
    )


def test_an_image_elsewhere_within_a_link_is_its_text_alternative() -> None:
    assert html_of("[![A cup](//x.example/cup.png)](/y/)") == '<p><a href="/base/y/">A cup</a></p>'


def test_an_image_elsewhere_without_an_alternative_shows_its_address() -> None:
    assert (
        html_of("![](//x.example/cup.png)")
        == '<p><a href="https://x.example/cup.png">https://x.example/cup.png</a></p>'
    )


@pytest.mark.parametrize(
    "image", ["![a](data:image/png;base64,AA)", "![a]()", "![a](../../../b.png)", "![a](mailto:b@c.example)"]
)
def test_an_image_that_is_none_is_left_out_with_a_problem(image: str) -> None:
    assert html_of(f"One {image}two") == "<p>One two</p>"
    assert len(told(image)) == 1


def test_only_the_first_image_is_marked_so() -> None:
    images = [file for file in body_of("![a](b.png)\n![c](d.png)").files if isinstance(file, ImageReference)]
    assert [(image.path, image.first) for image in images] == [(f"{FOLDER}/b.png", True), (f"{FOLDER}/d.png", False)]


def test_an_image_keeps_the_id_that_the_author_gave() -> None:
    assert 'id="cup"' in html_of("![a](b.png){: #cup }")
    assert body_of("![a](b.png){: #cup }").ids == ("cup",)


def test_the_source_of_a_quotation_is_an_address_of_the_web_or_nothing() -> None:
    assert html_of('<q cite="https://x.example">y</q>') == '<p><q cite="https://x.example">y</q></p>'
    assert html_of('<q cite="y.md">z</q>') == "<p><q>z</q></p>"


def test_code_keeps_its_first_empty_line() -> None:
    writer = Writer(Source("content/x.md", ""), "")
    writer.write(Element("main", {}, [Element("pre", {}, ["\nx"])]))
    assert writer.pieces == ["<pre>\n\nx</pre>"]  # a parser takes the first line end away


def test_values_are_escaped_once() -> None:
    assert html_of("[a & <](b.md \"c & 'd' <e>\")").endswith(' title="c &amp; ‘d’ &lt;e&gt;">a &amp; &lt;</a></p>')
