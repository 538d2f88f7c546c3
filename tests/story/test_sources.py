"""Where a story comes from: each type of source with what it cannot do without; and what ties author and company."""

import datetime as dt

import pytest

from generator.fields.dates import PartialDate
from generator.story import Disclosure, Source
from tests.sites import story as text_of
from tests.story.test_parse import parsed, story_of
from tests.story.test_problems import problems_of

TYPES = "own, reader, commentary, news, quoted, republished, feed"
URL_HINT = "Write the address of the original."
PERMISSION_HINT = "Say who allowed it, and when: 'by e-mail, 3 May 2024', or the licence."
TITLE_HINT = "Write the name of the blog or feed."
FIND_HINT = "Readers want to find it."
FEED = "{type: feed, url: 'https://b.example/1', permission: asked, feed_title: B}"
REPUBLISHED = "{type: republished, url: 'https://a.example/1', permission: asked}"


def test_a_source_tells_everything_that_is_known_of_it() -> None:
    source = (
        "\n  type: feed"
        "\n  title: 'Kettles: a story'"
        "\n  url: https://b.example/kettles/"
        "\n  author: Bo"
        "\n  date: 2024-03"
        "\n  feed_title: Bo's blog"
        "\n  feed_url: https://b.example/feed.xml"
        "\n  feed_description: What Bo buys."
        "\n  permission: By e-mail, 3 May 2024"
    )
    assert story_of(text_of(source=source)).sources == (
        Source(
            type="feed",
            title="Kettles: a story",
            url="https://b.example/kettles/",
            author="Bo",
            date=PartialDate(dt.date(2024, 3, 1), "month"),
            feed_title="Bo's blog",
            feed_url="https://b.example/feed.xml",
            feed_description="What Bo buys.",
            permission="By e-mail, 3 May 2024",
        ),
    )


@pytest.mark.parametrize("type_", ["own", "reader"])
def test_a_story_of_one_s_own_or_a_reader_s_needs_no_more_than_the_word(type_: str) -> None:
    for source in (type_, f"[{type_}]", f"{{type: {type_}}}"):
        assert [one.type for one in story_of(text_of(source=source)).sources] == [type_]


@pytest.mark.parametrize("type_", ["commentary", "news", "quoted"])
@pytest.mark.parametrize("key", ["title: Kettles", "url: 'https://a.example/'"])
def test_what_talks_of_something_else_needs_its_title_or_its_address(type_: str, key: str) -> None:
    assert [one.type for one in story_of(text_of(source=f"{{type: {type_}, {key}}}")).sources] == [type_]


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        *((type_, [f"3:9: source: a source of type {type_} needs title or url as well. {FIND_HINT}"]) for type_ in ("commentary", "news", "quoted")),
        ("{type: news, author: Bo}", [f"3:16: source.type: a source of type news needs title or url as well. {FIND_HINT}"]),
        (
            "republished",
            [
                f"3:9: source: a source of type republished needs permission as well. {PERMISSION_HINT}",
                f"3:9: source: a source of type republished needs url as well. {URL_HINT}",
            ],
        ),
        ("{type: republished, url: 'https://a.example/'}", [f"3:16: source.type: a source of type republished needs permission as well. {PERMISSION_HINT}"]),
        ("{type: republished, permission: asked}", [f"3:16: source.type: a source of type republished needs url as well. {URL_HINT}"]),
        ("{type: feed, url: 'https://a.example/', permission: asked}", [f"3:16: source.type: a source of type feed needs feed_title as well. {TITLE_HINT}"]),
        ("{type: feed, url: , permission: asked, feed_title: B}", [f"3:16: source.type: a source of type feed needs url as well. {URL_HINT}"]),
    ],
)  # fmt: skip
def test_a_source_without_what_its_type_needs_is_named_and_is_none(source: str, problems: list[str]) -> None:
    text = text_of(source=source)
    assert problems_of(text) == problems
    assert parsed(text).sources == ()


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("Own", f"3:9: source: 'Own' is not one of {TYPES}. Did you mean 'own'?"),
        ("xyz", f"3:9: source: 'xyz' is not one of {TYPES}."),
        ("{type: quote, title: x}", f"3:16: source.type: 'quote' is not one of {TYPES}. Did you mean 'quoted'?"),
        ("{title: x}", "3:9: source.type is missing. Add 'type' with a value."),
        ("{}", "3:9: source.type is missing. Add 'type' with a value."),
        ("{type: , title: x}", "3:10: source.type is missing. Add 'type' with a value."),
        ("{type: own, titel: x}", "3:21: source.titel is not a key of a story. Did you mean 'title'?"),
        ("{type: news, url: 'javascript:alert(1)'}", "3:27: source.url: 'javascript:alert(1)' is not a web address. It starts with https:// or http://."),
        ("{type: own, feed_url: data:x}", "3:31: source.feed_url: 'data:x' is not a web address. It starts with https:// or http://."),
        ("{type: own, date: May}", "3:27: source.date: 'May' is not a date. Write it as 2025-03-31, 2025-03 or 2025."),
        ("{type: own, author: [Bo]}", "3:29: source.author: a list is not a text. Write one text."),
        ("[[own]]", "3:10: source: a list is not a text. Write one text."),
        ('"o\\0wn"', r"3:9: source: 'o\x00wn' contains a control character. Delete it."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_source_is_named_once_where_it_stands(source: str, problem: str) -> None:
    assert problems_of(text_of(source=source)) == [problem]


def test_a_story_may_have_several_sources_in_the_order_written() -> None:
    story = story_of(text_of(source=f"[reader, {{type: news, title: N}}, {REPUBLISHED}, {{type: quoted, title: Q}}]"))
    assert [one.type for one in story.sources] == ["reader", "news", "republished", "quoted"]
    assert story.original is story.sources[2]


@pytest.mark.parametrize("pair", [(FEED, REPUBLISHED), (REPUBLISHED, FEED), (FEED, FEED)])
def test_a_story_was_published_first_in_one_place_alone(pair: tuple[str, str]) -> None:
    text = text_of(source=f"[{', '.join(pair)}]")
    assert problems_of(text) == [
        "3:9: source: a story has been published first in one place. Keep one; the others are quoted."
    ]
    assert len(parsed(text).sources) == 1


@pytest.mark.parametrize("source", ["own", "reader", "{type: news, title: N}", "{type: quoted, title: Q}", ""])
def test_a_story_that_was_told_here_first_has_no_original(source: str) -> None:
    assert story_of(text_of(source=source)).original is None


@pytest.mark.parametrize("tie", ["none", "gift", "discount", "employee", "owner", "competitor"])
def test_a_disclosure_is_one_of_the_known_ties_in_any_letter_case(tie: str) -> None:
    for written in (tie, tie.upper(), f"'{tie.title()}'"):
        assert story_of(text_of(disclosure=written)).disclosure == Disclosure(tie)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["My brother works there.", "gifts", "no"])
def test_a_disclosure_may_be_in_words_of_one_s_own(words: str) -> None:
    assert story_of(text_of(disclosure=words)).disclosure == Disclosure(None, words)


def test_a_disclosure_that_is_no_text_is_named() -> None:
    assert problems_of(text_of(disclosure="[gift]")) == ["3:13: disclosure: a list is not a text. Write one text."]
