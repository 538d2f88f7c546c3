"""Pieces become HTML, for the site's own pages and for those who read elsewhere."""

import pytest

from generator.markup import (
    Body,
    FileReference,
    FragmentReference,
    IdReference,
    ImageReference,
    Reference,
    SiteReference,
    resolve,
    text_of,
)
from generator.shown import ShownImage, Source
from tests.markup.reading import Shown, body_of, html_of


def resolved(*pieces: str | Reference, page: str = "", prefix: str = "") -> str:
    return resolve(Body(pieces=pieces), Shown(page), prefix=prefix)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (FileReference("stories/a.md"), ' href="/at/stories/a.md"'),
        (FileReference("stories/a.md", "?q=1&r=2", "#f"), ' href="/at/stories/a.md?q=1&amp;r=2#f"'),
        (SiteReference("/tags/x/?q#f"), ' href="/base/tags/x/?q#f"'),
        (SiteReference('/"><script>'), ' href="/base/&quot;&gt;&lt;script&gt;"'),
        (FragmentReference("the-letter"), ' href="#the-letter"'),
        (FragmentReference("größe <b>"), ' href="#gr%C3%B6%C3%9Fe%20%3Cb%3E"'),
        (FragmentReference(""), ' href="#"'),
        (IdReference("fn:1"), ' id="fn:1"'),
        (IdReference('"x'), ' id="&quot;x"'),
    ],
)
def test_a_reference_becomes_a_whole_attribute(reference: Reference, expected: str) -> None:
    assert resolved("<a", reference, ">x</a>") == f"<a{expected}>x</a>"


def test_a_link_to_a_file_that_is_not_published_stands_without_href() -> None:
    assert resolved("<a", FileReference("stories/draft.md", fragment="#f"), ">soon</a>") == "<a>soon</a>"


def test_an_image_that_is_not_published_is_its_text_alternative() -> None:
    assert resolved("<p>", ImageReference("draft.png", "A <cup>"), "</p>") == "<p>A &lt;cup&gt;</p>"


def test_every_image_but_the_first_is_loaded_lazily() -> None:
    assert resolved(ImageReference("a.png", first=True)) == '<img src="/at/a.png" alt="" decoding="async">'
    assert resolved(ImageReference("b.png")) == '<img src="/at/b.png" alt="" loading="lazy" decoding="async">'


def test_an_image_carries_its_alternative_title_and_id() -> None:
    image = ImageReference("a.png", 'A "cup"', "Mine & yours", "cup", first=True)
    expected = '<img src="/at/a.png" alt="A &quot;cup&quot;" title="Mine &amp; yours" id="p-cup" decoding="async">'
    assert resolved(image, prefix="p-") == expected


PHOTO = ShownImage(
    src="/a.jpg",
    width=960,
    height=640,
    image=Source("image/jpeg", (("/a.jpg.480.jpg", 480), ("/a.jpg", 960))),
    sources=(Source("image/avif", (("/a.jpg.480.avif", 480), ("/a.jpg.960.avif", 960))),),
    sizes='"40em"',
)


class Photos(Shown):
    """Every picture is one photo."""

    def picture(self, path: str) -> ShownImage | None:
        return PHOTO


def test_a_photo_is_offered_in_all_its_formats_and_widths() -> None:
    image = ImageReference("a.jpg", "A", "Mine", "a")
    assert resolve(Body(pieces=(image,)), Photos(), prefix="p-") == (
        "<picture>"
        '<source type="image/avif" srcset="/a.jpg.480.avif 480w, /a.jpg.960.avif 960w" sizes="&quot;40em&quot;">'
        '<img src="/a.jpg" alt="A" title="Mine" id="p-a" width="960" height="640"'
        ' srcset="/a.jpg.480.jpg 480w, /a.jpg 960w" sizes="&quot;40em&quot;" loading="lazy" decoding="async">'
        "</picture>"
    )


def test_in_a_feed_a_photo_is_one_file_with_its_size() -> None:
    image = ImageReference("a.jpg", "A", first=True)
    expected = '<img src="/a.jpg" alt="A" width="960" height="640">'
    assert resolve(Body(pieces=(image,)), Photos("https://site.example/x/")) == expected


def test_below_another_picture_the_first_image_is_lazy_too() -> None:
    body = Body(pieces=(ImageReference("a.png", first=True), ImageReference("b.png")))
    expected = [f'<img src="/at/{name}.png" alt="" loading="lazy" decoding="async">' for name in "ab"]
    assert resolve(body, Shown(), below_picture=True) == "".join(expected)


def test_a_prefix_keeps_the_ids_of_two_bodies_on_one_page_apart() -> None:
    text = "Told.[^1]\n\n## When\n\n[above](#when)\n\n[^1]: By Dana."
    first, second = html_of(text, prefix="a-"), html_of(text, prefix="b-")
    assert second == first.replace('"a-', '"b-').replace('"#a-', '"#b-')
    assert 'id="a-fn:1"' in first
    assert 'href="#a-fn:1"' in first
    assert 'href="#a-when"' in first


def test_what_refers_to_the_text_beside_it_has_no_prefix_and_leads_to_the_page_of_both() -> None:
    text = "See [the letter](#the-letter).[^1]\n\n[^1]: Again."
    beside = html_of(text, prefix="a-")
    assert 'href="#the-letter"' in beside
    assert 'href="#a-fn:1"' in beside
    page = "https://site.example/stories/x/"
    assert f'href="{page}#the-letter"' in html_of(text, prefix="a-", page=page)
    away = resolve(body_of(text), Shown(), prefix="a-", home="/stories/x/")
    assert 'href="/stories/x/#the-letter"' in away
    assert 'href="#a-fn:1"' in away


def test_in_a_feed_fragments_lead_to_the_page_where_ids_have_the_same_prefix() -> None:
    page = "https://site.example/stories/x/"
    html = html_of("Told.[^1]\n\n[up](#)\n\n[^1]: By Dana.", prefix="a-", page=page)
    assert f'href="{page}#a-fn:1"' in html
    assert f'href="{page}#"' in html


def test_the_top_of_the_page_has_no_prefix() -> None:
    assert html_of("[up](#)", prefix="a-") == '<p><a href="#">up</a></p>'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One *two*, three.", "One two, three."),
        ("ca<b>si</b>no", "casino"),
        ("See [here](z.md), and [there](https://x.example/).", "See here, and there."),
        ("# One\n\ntwo  \nthree\n\n- four\n- five", "One two three four five"),
        ("a &lt; b &amp;amp; `<i>`", "a < b &amp; <i>"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("", ""),
    ],
)
def test_the_words_of_a_body_are_those_that_a_reader_sees(text: str, words: str) -> None:
    assert " ".join(text_of(body_of(text)).split()) == words


def test_no_word_of_an_address_or_an_id_is_a_word_of_the_body() -> None:
    words = text_of(body_of('[a](https://casino.example/casino "casino") ![b](casino.png) <i id="casino">c</i>'))
    assert words.split() == ["a", "c"]
