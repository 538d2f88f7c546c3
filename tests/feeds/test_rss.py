"""RSS 2.0: what feed readers find where the RSS Advisory Board's profile says it is."""

from generator.feeds import FeedAuthor, rss
from tests.feeds.rules import broken_rules
from tests.feeds.samples import ATOM, CONTENT, CREATOR, JUNE, feed_of, stories, story, tree


def test_a_full_feed_breaks_no_rule() -> None:
    feed = rss(
        feed_of(
            story(language="de", image="https://stories.example/shoes.jpg", tags=("Schuhe & Socken", "refunds")),
            *stories(3),
            author=FeedAuthor("The editors"),
            hub="https://hub.example/",
            copyright="© 2019 The authors",
            logo="https://stories.example/logo.png",
        )
    )
    assert broken_rules(feed, location="https://stories.example/feed.xml", now=JUNE) == []


def test_the_summary_comes_before_the_full_text() -> None:
    item = tree(rss(feed_of(story(summary="In short.", content="<p>At length.</p>")))).find("channel/item")
    assert item is not None
    tags = [child.tag for child in item]
    assert tags.index("description") < tags.index(CONTENT)
    assert item.findtext("description") == "In short."
    assert item.findtext(CONTENT) == "<p>At length.</p>"


def test_a_summary_that_looks_like_html_is_shown_as_written() -> None:
    feed = tree(rss(feed_of(story(summary="The form said <script> & nothing else"))))
    assert feed.findtext("channel/item/description") == "The form said &lt;script&gt; &amp; nothing else"


def test_a_story_without_content_is_carried_by_its_summary() -> None:
    item = tree(rss(feed_of(story(summary="In short.", content="")))).find("channel/item")
    assert item is not None
    assert item.findtext("description") == "In short."
    assert item.find(CONTENT) is None


def test_a_story_without_summary_is_carried_by_its_content() -> None:
    feed = rss(feed_of(story(summary="", content="<p>At length.</p>")))
    assert tree(feed).findtext("channel/item/description") == "<p>At length.</p>"
    assert broken_rules(feed) == []


def test_the_guid_is_a_permalink_only_where_it_is_the_address() -> None:
    feed = rss(
        feed_of(
            story(id="tag:stories.example,2019:1", url="https://stories.example/1/"),
            story(id="https://stories.example/2/", url="https://stories.example/2/"),
            story(id="https://old.example/3/", url="https://stories.example/3/"),
        )
    )
    guids = tree(feed).findall("channel/item/guid")
    assert [(guid.text, guid.get("isPermaLink")) for guid in guids] == [
        ("tag:stories.example,2019:1", "false"),
        ("https://stories.example/2/", "true"),
        ("https://old.example/3/", "false"),
    ]


def test_an_author_with_an_e_mail_is_named_once() -> None:
    item = tree(rss(feed_of(story(authors=(FeedAuthor("Dana", email="dana@stories.example"),))))).find("channel/item")
    assert item is not None
    assert [creator.text for creator in item.findall(CREATOR)] == ["Dana"]
    assert item.find("author") is None


def test_the_feed_s_own_author_is_its_managing_editor_only_with_an_e_mail() -> None:
    with_mail = tree(rss(feed_of(story(), author=FeedAuthor("Dana", email="dana@stories.example"))))
    assert with_mail.findtext("channel/managingEditor") == "dana@stories.example (Dana)"
    assert with_mail.find(f"channel/{CREATOR}") is None
    without = tree(rss(feed_of(story(), author=FeedAuthor("Dana"))))
    assert without.find("channel/managingEditor") is None
    assert without.findtext(f"channel/{CREATOR}") == "Dana"


def test_a_feed_without_description_is_described_by_its_title() -> None:
    assert tree(rss(feed_of(story(), title="Shoes", description=" "))).findtext("channel/description") == "Shoes"


def test_the_feed_shows_its_copyright_and_language() -> None:
    feed = tree(rss(feed_of(copyright="© 2019 The authors", language="de")))
    assert feed.findtext("channel/copyright") == "© 2019 The authors"
    assert feed.findtext("channel/language") == "de"


def test_only_a_picture_that_rss_knows_stands_for_the_channel() -> None:
    png = tree(rss(feed_of(story(), logo="https://stories.example/logo.PNG")))
    assert png.findtext("channel/image/url") == "https://stories.example/logo.PNG"
    assert tree(rss(feed_of(story(), logo="https://stories.example/logo.svg"))).find("channel/image") is None


def test_the_story_s_picture_is_no_enclosure() -> None:
    feed = rss(feed_of(story(image="https://stories.example/shoes.jpg")))
    assert b"enclosure" not in feed


def test_plain_text_writes_ampersands_the_way_most_readers_show() -> None:
    feed = rss(feed_of(story(title="AT&T <3", tags=("R&D",), authors=(FeedAuthor("Tom & Co"),))))
    assert b"<title>AT&#x26;T &#x3C;3</title>" in feed
    assert b"<category>R&#x26;D</category>" in feed
    assert b"<dc:creator>Tom &#x26; Co</dc:creator>" in feed


def test_the_language_of_a_story_is_said_where_it_is_not_the_feed_s() -> None:
    feed = tree(rss(feed_of(story(language="en"), story(language="de"), language="en")))
    name = "{http://purl.org/dc/elements/1.1/}language"
    assert [item.findtext(name) for item in feed.findall("channel/item")] == [None, "de"]


def test_the_program_is_named_without_date_version_or_address() -> None:
    generator = tree(rss(feed_of(story()))).find("channel/generator")
    assert generator is not None
    assert (generator.text, generator.keys()) == ("Firsthand", [])


def test_items_stand_on_lines_of_their_own() -> None:
    lines = rss(feed_of(*stories(3))).splitlines()
    assert [line[:6] for line in lines[-4:]] == [b"<item>", b"<item>", b"<item>", b"</chan"]


def test_the_feed_names_its_own_address_and_its_page() -> None:
    channel = tree(rss(feed_of(address="https://stories.example/good/feed.xml", home="https://stories.example/good/")))
    assert channel.findtext("channel/link") == "https://stories.example/good/"
    links = [dict(link.items()) for link in channel.findall(f"channel/{ATOM}link")]
    assert links == [{"href": "https://stories.example/good/feed.xml", "rel": "self", "type": "application/rss+xml"}]
