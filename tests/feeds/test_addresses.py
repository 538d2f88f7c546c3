"""No feed sends its reader to half an address."""

from collections.abc import Callable

import pytest

from generator.feeds import FeedAuthor, FeedView, atom, json_feed, relative_addresses, rss
from generator.feeds.addresses import ascii_address
from tests.feeds.samples import ATOM, FORMATS, feed_of, story, tree


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="/stories/shoes/">x</a>', ("/stories/shoes/",)),
        ('<a href="../shoes/">x</a>', ("../shoes/",)),
        ('<a href="#fn-1">1</a>', ("#fn-1",)),
        ('<a href="//shoes.example/">x</a>', ("//shoes.example/",)),
        ("<a href=shoes.html>x</a>", ("shoes.html",)),
        ('<a href="">x</a>', ("",)),
        ("<a href>x</a>", ("",)),
        ('<a href="http:shoes">x</a>', ("http:shoes",)),
        ('<a href="https:///shoes">x</a>', ("https:///shoes",)),
        ('<a href="javascript:alert(1)">x</a>', ("javascript:alert(1)",)),
        ('<a href="ftp://shoes.example/">x</a>', ("ftp://shoes.example/",)),
        ('<img src="photo.jpg" alt="">', ("photo.jpg",)),
        ('<img src="data:image/png;base64,AA==" alt="">', ("data:image/png;base64,AA==",)),
        ('<img src="mailto:dana@stories.example" alt="">', ("mailto:dana@stories.example",)),
        ('<video poster="still.jpg" src="https://stories.example/v.mp4"></video>', ("still.jpg",)),
        ('<blockquote cite="letter.html">x</blockquote>', ("letter.html",)),
        ('<img srcset="https://a.example/1.jpg 1x, 2.jpg 2x,  3.jpg" alt="">', ("2.jpg", "3.jpg")),
        ('<img srcset="a,b.jpg 1x" alt="">', ("a,b.jpg",)),
        ('<source srcset="photo.avif">', ("photo.avif",)),
        ('<object data="letter.pdf"></object>', ("letter.pdf",)),
        ('<A HREF="/x">x</A>', ("/x",)),
        ("<img/src='/x'/>", ("/x",)),
        ('<a href="&#47;x">x</a>', ("/x",)),
        ('<a href="/b">1</a><a href="/a">2</a><a href="/b">3</a>', ("/b", "/a")),
    ],
)
def test_an_address_that_depends_on_where_it_is_read_is_found(html: str, found: tuple[str, ...]) -> None:
    assert relative_addresses(html) == found


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://shoes.example/">x</a>',
        '<a href="HTTP://shoes.example">x</a>',
        '<a href=" https://shoes.example/ ">x</a>',
        '<a href="mailto:dana@stories.example">x</a> or <a href="tel:+15551234567">call</a>',
        '<img src="https://a.example/1.jpg" srcset="https://a.example/1,2.jpg 1x, https://a.example/2.jpg 2x," alt="">',
        "<p>see /stories/ or &lt;a href=&quot;/x&quot;&gt;</p>",
        '<p id="a" class="/b" title="/c">text</p><!-- <a href="/x"> -->',
        "",
    ],
)
def test_what_is_whole_or_no_address_is_let_be(html: str) -> None:
    assert relative_addresses(html) == ()


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://stories.example/straße/?q=ü#é", "https://stories.example/stra%C3%9Fe/?q=%C3%BC#%C3%A9"),
        ("https://bücher.example/1/", "https://xn--bcher-kva.example/1/"),
        ("https://stories.example/a%20b/?x=1&y=2#z", "https://stories.example/a%20b/?x=1&y=2#z"),
        ('https://stories.example/a b"<c>', "https://stories.example/a%20b%22%3Cc%3E"),
        ("https://stories.example:8080/", "https://stories.example:8080/"),
        ("https://[::1]/", "https://[::1]/"),
        ("https://ü..example/", "https://%C3%BC..example/"),
        ("", ""),
    ],
)
def test_an_address_is_written_in_ascii(address: str, written: str) -> None:
    assert ascii_address(address) == written
    assert ascii_address(written) == written


def test_every_format_links_a_story_with_an_unusual_name_by_the_same_address() -> None:
    view = feed_of(story(id="https://stories.example/straße/", url="https://stories.example/straße/"))
    address = "https://stories.example/stra%C3%9Fe/"
    item = tree(rss(view)).find("channel/item")
    assert item is not None
    assert (item.findtext("link"), item.findtext("guid")) == (address, address)
    link = tree(atom(view)).find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == address
    assert f'"url":"{address}"'.encode() in json_feed(view)


@pytest.mark.parametrize("render", FORMATS)
def test_no_address_in_a_feed_has_characters_that_readers_may_not_know(render: Callable[[FeedView], bytes]) -> None:
    feed = render(
        feed_of(
            story(
                url="https://stories.example/straße/",
                image="https://stories.example/füße.jpg",
                authors=(FeedAuthor("Dana", "https://jürgen.example/"),),
            ),
            home="https://stories.example/ä/",
            address="https://stories.example/ö/feed.xml",
            hub="https://hüb.example/",
            logo="https://stories.example/ü.png",
        )
    )
    assert feed.isascii()
