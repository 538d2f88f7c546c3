"""The judge is judged: a good feed breaks no rule, and each way of spoiling it is told."""

import json
from datetime import timedelta

import pytest

from generator.feeds import FeedAuthor, FeedSource, atom, json_feed, rss
from tests.feeds.rules import broken_rules
from tests.feeds.samples import JUNE, feed_of, stories, story

QUAY = FeedSource("The lamp", "https://quay.example/lamp/", "Quay", "https://quay.example/feed.xml")
VIEW = feed_of(
    story(content="<p>Dear Sir</p>", authors=(FeedAuthor("Dana", "https://dana.example/"),), source=QUAY),
    *stories(1),
    author=FeedAuthor("The editors", email="editors@stories.example"),
    logo="https://stories.example/logo.png",
)
RSS, ATOM, JSON = rss(VIEW), atom(VIEW), json_feed(VIEW)
DEAR = b"&lt;p&gt;Dear Sir&lt;/p&gt;"


def spoiled(feed: bytes, before: str, after: str) -> bytes:
    assert before.encode() in feed, "the test no longer fits the feed"
    return feed.replace(before.encode(), after.encode(), 1)


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON])
def test_a_good_feed_breaks_no_rule(feed: bytes) -> None:
    assert broken_rules(feed, location="https://stories.example/feed.xml", now=JUNE) == []


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON])
def test_a_feed_published_elsewhere_than_it_says_is_told(feed: bytes) -> None:
    assert "not where the feed is" in " ".join(broken_rules(feed, location="https://stories.example/other.xml"))


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON])
def test_a_date_ahead_is_told_to_whoever_knows_the_time(feed: bytes) -> None:
    assert "implausible" in " ".join(broken_rules(feed, now=JUNE - timedelta(days=3)))


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON])
def test_a_feed_over_250_kb_is_told(feed: bytes) -> None:
    assert "bytes, over 250000" in broken_rules(feed + b" " * 250_000)[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<a href='/shoes/'>x</a>", "relative reference '/shoes/'"),
        ("<img src='shoes.jpg' alt=''>", "relative reference 'shoes.jpg'"),
        ("<img srcset='https://a.example/1.jpg 1x, 2.jpg 2x' alt=''>", "relative reference '2.jpg'"),
        ("<video poster='a.jpg'></video>", "relative reference 'a.jpg'"),
        ("<q cite='#a'>x</q>", "relative reference '#a'"),
        ("<script>alert(1)</script>", "dangerous element <script>"),
        ("<iframe src='https://a.example/'></iframe>", "dangerous element <iframe>"),
        ("<p onclick='x()'>x</p>", "an attribute that runs a script"),
        ("<p style='position: fixed'>x</p>", "dangerous style"),
        ("<p style='color: red; width: expression(x)'>x</p>", "dangerous style"),
        ("<b><i>x</b></i>", "invalid HTML"),
        ("<p>Donâ\x80\x99t</p>", "wrongly decoded character"),
    ],
)
def test_html_that_a_reader_cannot_show_is_told(content: str, told: str) -> None:
    escaped = content.replace("<", "&lt;").replace(">", "&gt;").encode()
    assert told in " ".join(broken_rules(RSS.replace(DEAR, escaped)))
    assert told in " ".join(broken_rules(ATOM.replace(DEAR, escaped)))
    item = json.loads(JSON)
    item["items"][0]["content_html"] = content
    assert told in " ".join(broken_rules(json.dumps(item).encode()))


@pytest.mark.parametrize(
    "content",
    [
        "<table><tbody><tr><td style='text-align: right'>1</td></tr></tbody></table>",
        "<figure><picture><source srcset='https://a.example/1.avif'><img src='https://a.example/1' alt=''></picture></figure>",
        "<figure><blockquote><p>x</p></blockquote><figcaption>y</figcaption></figure>",
        "<details><summary>x</summary><p>y</p></details>",
        "<p><a href='mailto:help@shoes.example'>x</a> R&amp;D é &lt;b&gt;</p>",
        "<!-- a comment -->",
    ],
)
def test_html_that_a_reader_can_show_is_not_told(content: str) -> None:
    assert broken_rules(rss(feed_of(story(content=content)))) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("<?xml version='1.0' encoding='UTF-8'?>\n", "", "XML declaration"),
        ("?>\n", "?>\n<!DOCTYPE rss>\n", "declares a document type"),
        ("UTF-8", "ISO-8859-1", "not declared as UTF-8"),
        ("</rss>", "", "not well-formed"),
        ('version="2.0"', 'version="0.92"', "version is not 2.0"),
        ("<title>Good and bad service</title>", "", "channel: no title"),
        ("<title>Good", "<title>&#x3C;b>x&#x3C;/b> Good", "HTML in plain text"),
        ("<title>Story 1", "<title>Q&#x26;amp;A 1", "HTML in plain text"),
        ("<title>Story 1", "<title>Q&amp;A 1", "hexadecimal character references"),
        ("<title>Story 1", "<title>Don\x92t", "wrongly decoded character"),
        ("<language>en", "<language>English please", "not a language tag"),
        ("<language>en</language>", "", "channel: no language"),
        ("<generator>", "<title>again</title><generator>", "title occurs more than once"),
        ('rel="self" ', 'rel="via" ', "0 atom:link with rel=self"),
        ("<link>https://stories.example/", "<link>/", "not a full web address"),
        ("/stories/1/</link>", "/stories/straße/</link>", "not a full web address"),
        ("editors@stories.example (The editors)", "editors@stories.example", "not an e-mail address with a name"),
        ("<dc:creator>", "<author>dana@stories.example</author><dc:creator>", "not an e-mail address with a name"),
        ("<dc:creator>", "<author>a@b.example (Dana)</author><dc:creator>", "say the same"),
        ("<description>A letter about a pair of shoes.</description>", "", "without a description before it"),
        ("<guid", "<guid isPermaLink='false'>tag:a,2019:1</guid><guid", "guid occurs more than once"),
        ("tag:stories.example,2019:1<", "tag:stories.example,2019:the-president-answered<", "occurs 2 times"),
        ("tag:stories.example,2019:1<", "1<", "not an absolute URI"),
        ('isPermaLink="false"', 'isPermaLink="true"', "not a full web address"),
        ("<pubDate>Mon, 03 Jun", "<pubDate>Mo, 03 Jun", "not an RFC 822 date"),
        ("<pubDate>Mon, 03 Jun", "<pubDate>Tue, 03 Jun", "is not a Tue"),
        ("<pubDate>Mon, 03 Jun 2019", "<pubDate>Thu, 01 Jan 1970", "implausible"),
        ("09:00:00 +0000</pubDate>", "09:00:00 +0545</pubDate>", "not an RFC 822 date"),
        ("logo.png", "logo.svg", "neither PNG, JPEG nor GIF"),
        (">Quay</source>", "></source>", "item 1: source: blank"),
        (
            '<source url="https://quay.example/feed.xml"',
            '<source url="/feed.xml"',
            "source: '/feed.xml' is not a full web address",
        ),
        ('rel="via" href="https://quay.example/lamp/"', 'rel="via" href="lamp/"', "'lamp/' is not a full web address"),
        ("<source", "<atom:updated>soon</atom:updated><source", "atom:updated: 'soon' is not an RFC 3339 date"),
        ("</channel>", "<copyright>x</copyright></channel>", "items stand before what describes the channel"),
    ],
)
def test_a_spoiled_rss_feed_is_told(before: str, after: str, told: str) -> None:
    assert told in " ".join(broken_rules(spoiled(RSS, before, after)))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("<title>Good and bad service</title>", "", "feed: not exactly one title"),
        ("<title>Good", "<title>&lt;b>x&lt;/b> Good", "HTML in plain text"),
        ("<title>Story 1", "<title>Q&amp;amp;A 1", "HTML in plain text"),
        ("<id>tag:stories.example,2019:1<", "<id>1<", "not an absolute URI"),
        ("<id>tag:stories.example,2019:1<", "<id>tag:Stories Example:1<", "not an absolute URI"),
        (",2019:1<", ",2019:the-president-answered<", "occurs 2 times"),
        (
            "2019-06-02T09:00:00+00:00</updated>",
            "2019-06-03T09:00:00+00:00</updated>",
            "updated: '2019-06-03T09:00:00+00:00' occurs 2",
        ),
        ("<updated>2019-06-03T09:00:00+00:00", "<updated>2019-06-03T09:00:00", "not an RFC 3339 date"),
        ("<updated>2019", "<updated>1919", "implausible"),
        ('rel="self"', 'rel="via"', "0 links with rel=self"),
        ('rel="alternate" type="text/html"/><summary', "/><summary", "link without rel or type"),
        ('type="html"', 'type="CDATA"', "content is of type 'CDATA'"),
        ('xml:lang="en"', 'xml:lang=""', "not a language tag"),
        ("<uri>https://dana.example/", "<uri>dana.example", "not a full web address"),
        ("editors@stories.example", "editors", "author's email is 'editors'"),
        ("</feed>", "<rights>x</rights></feed>", "entries stand before what describes the feed"),
        ("<title>Quay</title>", "", "entry 1: source: not exactly one title"),
        ("<id>https://quay.example/feed.xml</id>", "<id>quay</id>", "source: id: 'quay' is not an absolute URI"),
        ('rel="via" href="https://quay.example/lamp/"', 'rel="via" href="lamp/"', "'lamp/' is not a full web address"),
        ("<source>", "<source/><source>", "entry 1: more than one source"),
    ],
)
def test_a_spoiled_atom_feed_is_told(before: str, after: str, told: str) -> None:
    assert told in " ".join(broken_rules(spoiled(ATOM, before, after)))


def test_an_atom_feed_in_which_nobody_is_named_is_told() -> None:
    author = "<author><name>The editors</name><email>editors@stories.example</email></author>"
    named = "<author><name>Dana</name><uri>https://dana.example/</uri></author>"
    told = broken_rules(spoiled(spoiled(ATOM, author, ""), named, ""))
    assert told == ["entry 1: no author, nor has the feed one"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"items":', '"entries":', "not an object with items"),
        ("]}\n", "]", "not JSON in UTF-8"),
        ("version/1.1", "version/1", "does not begin with the version, 1.1"),
        ('"title":"Good and bad service"', '"title":""', "title: blank"),
        ('"title":"Story 1"', '"title":"<b>Story</b>"', "HTML in plain text"),
        ('"authors":', '"author":', "unknown key 'author'"),
        ('{"name":"The editors"}', "{}", "an author without name, url and avatar"),
        ('"url":"https://stories.example/stories/1/"', '"url":"/stories/1/"', "not a full web address"),
        ('"id":"tag:stories.example,2019:1"', '"id":1', "id is not text"),
        (",2019:1", ",2019:the-president-answered", "occurs 2 times"),
        ('"content_html":', '"_html":', "neither content_html nor content_text"),
        ('"date_published":"2019-06-03T09:00:00Z"', '"date_published":"2019-06-03"', "not an RFC 3339 date"),
        (
            '"external_url":"https://quay.example/lamp/"',
            '"external_url":"lamp/"',
            "external_url: 'lamp/' is not a full",
        ),
        ('"language":"en"', '"language":"e"', "not a language tag"),
        ('"refunds"', '""', "tags: blank"),
    ],
)
def test_a_spoiled_json_feed_is_told(before: str, after: str, told: str) -> None:
    assert told in " ".join(broken_rules(spoiled(JSON, before, after)))


def test_what_is_no_feed_is_told() -> None:
    assert broken_rules(b"<?xml version='1.0' encoding='UTF-8'?><html/>") == ["feed: neither RSS nor Atom but <html>"]
