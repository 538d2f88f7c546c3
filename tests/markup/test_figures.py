"""Pictures with captions and quotations with sources become figures; nothing else does."""

import pytest

from tests.markup.reading import html_of


def img(name: str, *, title: str = "", first: bool = True) -> str:
    title = f' title="{title}"' if title else ""
    lazy = "" if first else ' loading="lazy"'
    return f'<img src="/at/stories/2024-01-01-x/{name}" alt="A cup"{title}{lazy} decoding="async">'


def test_an_image_with_a_title_alone_in_its_paragraph_becomes_a_figure() -> None:
    expected = f"<figure>{img('cup.png')}<figcaption>The cup.</figcaption></figure>"
    assert html_of('![A cup](cup.png "The cup.")') == expected


def test_what_follows_a_bar_in_the_title_is_the_credit() -> None:
    credit = '<figcaption>The cup. <span class="credit">Dana</span></figcaption>'
    assert html_of('![A cup](cup.png "The cup. | Dana")') == f"<figure>{img('cup.png')}{credit}</figure>"


def test_a_credit_may_stand_alone() -> None:
    credit = '<figcaption><span class="credit">Dana</span></figcaption>'
    assert html_of('![A cup](cup.png "| Dana")') == f"<figure>{img('cup.png')}{credit}</figure>"


def test_a_link_around_the_image_stays_around_it() -> None:
    link = f'<a href="/base/big/">{img("cup.png")}</a>'
    assert html_of('[![A cup](cup.png "The cup.")](/big/)') == (
        f"<figure>{link}<figcaption>The cup.</figcaption></figure>"
    )


def test_an_image_among_words_keeps_its_title() -> None:
    assert html_of('See ![A cup](cup.png "The cup.").') == f"<p>See {img('cup.png', title='The cup.')}.</p>"


@pytest.mark.parametrize("text", ["![A cup](cup.png)", '![A cup](cup.png " ")'])
def test_an_image_without_a_title_stays_in_its_paragraph(text: str) -> None:
    assert html_of(text).startswith("<p><img ")


def test_two_images_in_one_paragraph_are_no_figure() -> None:
    html = html_of('![A cup](a.png "A")\n![A cup](b.png "B")')
    assert html == f"<p>{img('a.png', title='A')}\n{img('b.png', title='B', first=False)}</p>"


def test_a_caption_is_text_and_no_html() -> None:
    assert "<figcaption>a &lt;b&gt; c</figcaption>" in html_of('![A cup](cup.png "a <b> c")')


@pytest.mark.parametrize("dash", ["—", "–", "--", "---", "— ", "-- "])
def test_a_quotation_whose_last_paragraph_starts_with_a_dash_names_its_source(dash: str) -> None:
    assert html_of(f"> Never again.\n>\n> {dash}Dana") == (
        '<figure class="quote"><blockquote>\n<p>Never again.</p>\n</blockquote><figcaption>— Dana</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "text", ["> Never again.\n> -- Dana", "> Never again.  \n> -- Dana", "> Never again.\n-- Dana"]
)
def test_the_source_may_be_the_last_line_of_the_words(text: str) -> None:
    assert html_of(text) == (
        '<figure class="quote"><blockquote>\n<p>Never again.</p></blockquote><figcaption>— Dana</figcaption></figure>'
    )


def test_a_link_in_the_source_stays_a_link() -> None:
    html = html_of("> Never *ever*\n> again.\n> -- Dana in [her letter](https://x.example), *2024*")
    source = '— Dana in <a href="https://x.example">her letter</a>, <em>2024</em>'
    assert html == (
        '<figure class="quote"><blockquote>\n<p>Never <em>ever</em>\nagain.</p></blockquote>'
        f"<figcaption>{source}</figcaption></figure>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "> -- Dana",
        "> Never again.\n>\n> --",
        "> Never -- again.",
        "> Never again.\n>\n> -- Dana\n>\n> And more.",
        "> Never again.\n>\n> - one\n> - two",
        "> Never again.\n> `-- Dana`",
        "-- Dana",
    ],
)
def test_a_dash_elsewhere_names_nobody(text: str) -> None:
    assert "<figure" not in html_of(text)


def test_a_quotation_in_a_quotation_keeps_its_own_source() -> None:
    html = html_of("> > Never.\n> >\n> > -- Dana\n>\n> So she said.\n>\n> -- Lee")
    assert html.count('<figure class="quote">') == 2
    assert html.index("— Dana") < html.index("So she said.") < html.index("— Lee")


def test_a_picture_in_a_quotation_is_a_figure_too() -> None:
    html = html_of('> ![A cup](cup.png "The cup.")\n>\n> -- Dana')
    assert html.startswith(f'<figure class="quote"><blockquote>\n<figure>{img("cup.png")}<figcaption>The cup.')
