"""Where a story comes from: each type of source with what it cannot do without; and what ties author and company."""

import datetime as dt

import pytest

from generator.fields.dates import PartialDate
from generator.story import Disclosure, Source
from tests.sites import story as text_of
from tests.story.test_parse import parsed, story_of
from tests.story.test_problems import problems_of

TYPES = "own, reader, commentary, news, quoted, republished or feed"
URL = "url: with the address of the original."
PERMISSION = "permission: with who allowed it and when ('by email, 3 May 2024'), or the name of the license."
FEED_TITLE = "feed_title: with the name of the blog or feed."
FIND = "title: or url:, so that readers can find it."
BELOW = "Below source, write a line type:"
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
        *((type_, [f"3:9: source: a source of the type {type_} needs title or url, too. {BELOW} {type_} and a line {FIND}"]) for type_ in ("commentary", "news", "quoted")),
        ("{type: news, author: Bo}", [f"3:16: source.type: a source of the type news needs title or url, too. Add a line {FIND}"]),
        (
            "republished",
            [
                f"3:9: source: a source of the type republished needs permission, too. {BELOW} republished and a line {PERMISSION}",
                f"3:9: source: a source of the type republished needs url, too. {BELOW} republished and a line {URL}",
            ],
        ),
        ("{type: republished, url: 'https://a.example/'}", [f"3:16: source.type: a source of the type republished needs permission, too. Add a line {PERMISSION}"]),
        ("{type: republished, permission: asked}", [f"3:16: source.type: a source of the type republished needs url, too. Add a line {URL}"]),
        ("{type: feed, url: 'https://a.example/', permission: asked}", [f"3:16: source.type: a source of the type feed needs feed_title, too. Add a line {FEED_TITLE}"]),
        ("{type: feed, url: , permission: asked, feed_title: B}", [f"3:16: source.type: a source of the type feed needs url, too. Add a line {URL}"]),
    ],
)  # fmt: skip
def test_a_source_without_what_its_type_needs_is_named_and_is_none(source: str, problems: list[str]) -> None:
    text = text_of(source=source)
    assert problems_of(text) == problems
    assert parsed(text).sources == ()


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("Own", f"3:9: source: 'Own' is not a type of source. Use {TYPES}. Did you mean 'own'?"),
        ("xyz", f"3:9: source: 'xyz' is not a type of source. Use {TYPES}."),
        ("{type: quote, title: x}", f"3:16: source.type: 'quote' is not a type of source. Use {TYPES}. Did you mean 'quoted'?"),
        ("{title: x}", "3:9: source.type is missing. Add it under 'source', such as type: quoted."),
        ("{}", "3:9: source.type is missing. Add it under 'source', such as type: quoted."),
        ("{type: , title: x}", "3:10: source.type has no value. Write one, such as type: quoted."),
        ("{type: own, titel: x}", "3:21: source.titel is not a key of 'source'. Did you mean 'title'?"),
        ("{type: news, url: 'javascript:alert(1)'}", "3:27: source.url: 'javascript:alert(1)' is not a web address. Write it in full: it starts with https:// or http://."),
        ("{type: own, feed_url: data:x}", "3:31: source.feed_url: 'data:x' is not a web address. Write it in full: it starts with https:// or http://."),
        ("{type: own, date: May}", "3:27: source.date: 'May' is not a date: it has no year. Write it with its year, such as 2025-05-01."),
        ("{type: own, author: [Bo]}", "3:29: source.author: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("[[own]]", "3:10: source: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ('"o\\0wn"', r"3:9: source: 'o[U+0000]wn' (U+0000 is a null character) has a character that no page can show. Delete it."),
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
        "3:9: source: only one source can be the original (republished or feed). Keep one, and give the others the type quoted."
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
    assert problems_of(text_of(disclosure="[gift]")) == [
        "3:13: disclosure: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."
    ]
