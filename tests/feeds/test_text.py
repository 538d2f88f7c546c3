"""Whatever people write, the feed parses and says it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.feeds import FeedAuthor, FeedEntry, FeedView, atom, json_feed, rss
from tests.feeds.samples import ATOM, CONTENT, FORMATS, feed_of, story, tree

# Lone surrogates and control characters included.
TEXT = st.text(st.characters(), max_size=40)
DATES = st.datetimes(
    min_value=datetime(1800, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.builds(timezone, st.timedeltas(timedelta(hours=-13), timedelta(hours=14))),
)
AUTHORS = st.builds(FeedAuthor, name=TEXT, url=TEXT, email=TEXT)
ENTRIES = st.builds(
    FeedEntry,
    id=TEXT.map("tag:stories.example,2019:{}".format),
    url=TEXT.map("https://stories.example/{}".format),
    title=TEXT,
    summary=TEXT,
    content=TEXT,
    published=DATES,
    updated=DATES,
    authors=st.lists(AUTHORS, max_size=2).map(tuple),
    tags=st.lists(TEXT, max_size=2).map(tuple),
    image=TEXT,
    language=TEXT,
)
VIEWS = st.builds(
    FeedView,
    id=TEXT.map("tag:stories.example,2019:{}".format),
    title=TEXT,
    description=TEXT,
    home=TEXT.map("https://stories.example/{}".format),
    address=TEXT.map("https://stories.example/{}".format),
    language=TEXT,
    entries=st.lists(ENTRIES, max_size=2).map(tuple),
    author=st.none() | AUTHORS,
    hub=TEXT,
    copyright=TEXT,
    logo=TEXT,
)
any_view = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def allowed(character: str) -> bool:
    """XML 1.0, §2.2 "Char", without the controls that its note discourages."""
    code = ord(character)
    return (
        character in "\t\n\r"
        or (0x20 <= code <= 0x7E)
        or (0xA0 <= code <= 0xD7FF)
        or (0xE000 <= code <= 0xFFFD)
        or code >= 0x10000
    )


def kept(text: str) -> str:
    return "".join(filter(allowed, text))


@any_view
@given(VIEWS)
def test_any_text_in_any_field_gives_rss_that_says_the_titles(view: FeedView) -> None:
    titles = [title.text or "" for title in tree(rss(view)).findall("channel/item/title")]
    assert len(titles) == len(view.entries)
    for title, entry in zip(titles, view.entries, strict=True):
        assert title == kept(entry.title) or not kept(entry.title).strip()


@any_view
@given(VIEWS)
def test_any_text_in_any_field_gives_atom_that_says_the_titles(view: FeedView) -> None:
    titles = [title.text or "" for title in tree(atom(view)).findall(f"{ATOM}entry/{ATOM}title")]
    assert len(titles) == len(view.entries)
    for title, entry in zip(titles, view.entries, strict=True):
        assert title == kept(entry.title) or not kept(entry.title).strip()


@any_view
@given(VIEWS)
def test_any_text_in_any_field_gives_a_json_feed_that_says_the_titles(view: FeedView) -> None:
    items = json.loads(json_feed(view).decode("utf-8"))["items"]
    assert len(items) == len(view.entries)
    for item, entry in zip(items, view.entries, strict=True):
        assert item["title"] == kept(entry.title) or not kept(entry.title).strip()


@pytest.mark.parametrize("render", FORMATS)
@pytest.mark.parametrize("forbidden", ["\x00", "\x0b", "\x1f", "\x7f", "\x85", "\udc80", "\ufffe", "\uffff"])
def test_a_forbidden_character_is_left_out_of_every_text(render: Callable[[FeedView], bytes], forbidden: str) -> None:
    text = f"so{forbidden}und"
    spoiled = story(title=text, summary=text, content=text, tags=(text,), authors=(FeedAuthor(text),))
    plain = story(title="sound", summary="sound", content="sound", tags=("sound",), authors=(FeedAuthor("sound"),))
    assert render(feed_of(spoiled, title=text, copyright=text)) == render(
        feed_of(plain, title="sound", copyright="sound")
    )


def test_what_would_end_a_cdata_section_survives() -> None:
    view = feed_of(story(title="a ]]> b", summary="c ]]> d", content="<p>e ]]> f</p>"))
    item = tree(rss(view)).find("channel/item")
    assert item is not None
    assert item.findtext("title") == "a ]]> b"
    assert item.findtext(CONTENT) == "<p>e ]]> f</p>"
    assert tree(atom(view)).findtext(f"{ATOM}entry/{ATOM}content") == "<p>e ]]> f</p>"
    assert json.loads(json_feed(view))["items"][0]["content_html"] == "<p>e ]]> f</p>"


def test_a_line_end_of_any_kind_survives() -> None:
    view = feed_of(story(content="<pre>a\r\nb\rc\nd</pre>"))
    assert tree(rss(view)).findtext(f"channel/item/{CONTENT}") == "<pre>a\r\nb\rc\nd</pre>"
    assert tree(atom(view)).findtext(f"{ATOM}entry/{ATOM}content") == "<pre>a\r\nb\rc\nd</pre>"


@pytest.mark.parametrize("render", FORMATS)
def test_a_story_without_a_title_is_called_by_its_address(render: Callable[[FeedView], bytes]) -> None:
    address = "https://stories.example/stories/1/"
    assert render(feed_of(story(title=" \x07", url=address))) == render(feed_of(story(title=address, url=address)))


@pytest.mark.parametrize("render", FORMATS)
def test_blank_tags_and_nameless_authors_are_left_out(render: Callable[[FeedView], bytes]) -> None:
    blanks = story(tags=(" ", "refunds"), authors=(FeedAuthor(" ", "https://dana.example/"), FeedAuthor("Lee")))
    assert render(feed_of(blanks, author=FeedAuthor(""))) == render(
        feed_of(story(tags=("refunds",), authors=(FeedAuthor("Lee"),)))
    )


@pytest.mark.parametrize("render", FORMATS)
def test_no_document_type_or_entity_is_ever_declared(render: Callable[[FeedView], bytes]) -> None:
    written = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'
    feed = render(feed_of(story(title=written, summary=written), title=written))
    if render is not json_feed:
        assert b"<!" not in feed


def test_a_midnight_at_an_offset_that_validators_doubt_stays_on_its_day() -> None:
    nepal = timezone(timedelta(hours=5, minutes=45))
    mean_time = timezone(timedelta(minutes=19, seconds=32))
    first, second = datetime(2019, 6, 3, tzinfo=nepal), datetime(1919, 6, 3, tzinfo=mean_time)
    view = feed_of(story(published=first), story(published=second))
    dates = [date.text for date in tree(rss(view)).findall("channel/item/pubDate")]
    assert dates == ["Mon, 03 Jun 2019 00:15:00 +0600", "Tue, 03 Jun 1919 00:10:28 +0030"]
    written = [date.text or "" for date in tree(atom(view)).findall(f"{ATOM}entry/{ATOM}published")]
    assert [datetime.fromisoformat(date) for date in written] == [first, second]


@pytest.mark.parametrize("render", FORMATS)
def test_a_date_without_time_zone_is_refused(render: Callable[[FeedView], bytes]) -> None:
    naive = datetime(2019, 6, 3, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="2019-06-03 00:00:00 has no time zone"):
        render(feed_of(story(published=naive)))
