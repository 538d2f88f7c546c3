"""Atom: RFC 4287, element by element where feedgen or a story could go wrong."""

from generator.feeds import FeedAuthor, atom
from tests.feeds.rules import broken_rules
from tests.feeds.samples import ATOM, JUNE, feed_of, stories, story, tree

HERE = "https://stories.example/atom.xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def test_a_full_feed_breaks_no_rule() -> None:
    feed = atom(
        feed_of(
            story(language="de", tags=("Schuhe & Socken", "refunds")),
            *stories(3),
            address=HERE,
            author=FeedAuthor("The editors", "https://stories.example/about/", "editors@stories.example"),
            hub="https://hub.example/",
            copyright="© 2019 The authors",
            logo="https://stories.example/logo.svg",
        )
    )
    assert broken_rules(feed, location=HERE, now=JUNE) == []


def test_an_entry_carries_summary_and_content() -> None:
    entry = tree(atom(feed_of(story(summary="1 < 2 & 3", content="<p>At length.</p>")))).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}summary") == "1 < 2 & 3"
    content = entry.find(f"{ATOM}content")
    assert content is not None
    assert (content.get("type"), content.text) == ("html", "<p>At length.</p>")


def test_an_entry_without_content_says_its_summary_or_else_its_title() -> None:
    feed = atom(
        feed_of(story(summary="In short.", content=""), story(id="tag:stories.example,2019:2", summary=" ", content=""))
    )
    entries = tree(feed).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}summary") for entry in entries] == ["In short.", "The president answered"]
    assert [entry.find(f"{ATOM}content") for entry in entries] == [None, None]


def test_an_entry_without_summary_has_no_empty_one() -> None:
    assert tree(atom(feed_of(story(summary="")))).find(f"{ATOM}entry/{ATOM}summary") is None


def test_authors_are_given_with_what_is_known_of_them() -> None:
    dana = FeedAuthor("Dana", "https://dana.example/", "dana@stories.example")
    feed = tree(atom(feed_of(story(authors=(dana, FeedAuthor("Lee"))))))
    authors = feed.findall(f"{ATOM}entry/{ATOM}author")
    assert [{child.tag.removeprefix(ATOM): child.text for child in author} for author in authors] == [
        {"name": "Dana", "uri": "https://dana.example/", "email": "dana@stories.example"},
        {"name": "Lee"},
    ]


def test_an_entry_without_author_is_the_feed_s() -> None:
    feed = atom(feed_of(story(authors=()), author=FeedAuthor("The editors")))
    assert [name.text for name in tree(feed).findall(f"{ATOM}author/{ATOM}name")] == ["The editors"]


def test_where_nobody_is_named_the_feed_s_title_answers() -> None:
    feed = atom(feed_of(story(authors=()), title="Shoes"))
    assert [name.text for name in tree(feed).findall(f"{ATOM}author/{ATOM}name")] == ["Shoes"]
    assert broken_rules(feed) == []


def test_nobody_is_named_for_stories_that_all_have_authors() -> None:
    assert tree(atom(feed_of(story()))).find(f"{ATOM}author") is None


def test_the_feed_shows_its_subtitle_rights_and_logo() -> None:
    logo = "https://stories.example/logo.svg"
    feed = tree(atom(feed_of(description="What happened", copyright="© 2019 The authors", logo=logo)))
    shown = [feed.findtext(f"{ATOM}{name}") for name in ("subtitle", "rights", "logo")]
    assert shown == ["What happened", "© 2019 The authors", logo]


def test_tags_are_category_terms() -> None:
    feed = tree(atom(feed_of(story(tags=("refunds", "R&D")))))
    assert [category.get("term") for category in feed.findall(f"{ATOM}entry/{ATOM}category")] == ["refunds", "R&D"]


def test_the_feed_links_itself_its_page_and_its_hub() -> None:
    feed = tree(atom(feed_of(story(), address=HERE, hub="https://hub.example/")))
    assert [dict(link.items()) for link in feed.findall(f"{ATOM}link")] == [
        {"href": HERE, "rel": "self", "type": "application/atom+xml"},
        {"href": "https://stories.example/", "rel": "alternate", "type": "text/html"},
        {"href": "https://hub.example/", "rel": "hub"},
    ]


def test_the_language_of_a_story_is_said_where_it_is_not_the_feed_s() -> None:
    feed = tree(atom(feed_of(story(language="en"), story(language="de"), language="en")))
    assert feed.get(LANGUAGE) == "en"
    assert [entry.get(LANGUAGE) for entry in feed.findall(f"{ATOM}entry")] == [None, "de"]


def test_the_program_is_named_without_date_version_or_address() -> None:
    generator = tree(atom(feed_of(story()))).find(f"{ATOM}generator")
    assert generator is not None
    assert (generator.text, generator.keys()) == ("Firsthand", [])


def test_entries_stand_on_lines_of_their_own() -> None:
    lines = atom(feed_of(*stories(3))).splitlines()
    assert [line[:7] for line in lines[-4:]] == [b"<entry>", b"<entry>", b"<entry>", b"</feed>"]
