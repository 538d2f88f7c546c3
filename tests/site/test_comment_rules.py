"""The rules of site.toml for comments: what breaks one is held back, with a reason that reads well."""

import pytest

from tests.conftest import MakeSite
from tests.site.commenting import FOLDER, SHOES, discussion, rules, site_with, threads
from tests.site.linking import link
from tests.sites import comment, story

KIM_SAID = "It was the same with me, twice."


@pytest.mark.parametrize(
    ("rule", "passes", "breaks", "reason"),
    [
        ("max_links = 1", "[a](https://a.example/) was the same with me", "[a](https://a.example/) [b](https://b.example/) same with me too", "it has 2 links, and max_links is 1"),
        ("max_links = 0", "[a](#x), [b](/tags/), [c](mailto:c@c.example) and so on", "[a](https://a.example/) was the same with me", "it has 1 link, and max_links is 0"),
        ("min_words = 3", "So it was.", "So *was*", "it has 2 words, and min_words is 3"),
        ("min_words = 5", "One two three four five", "One two three four", "it has 4 words, and min_words is 5"),
        ('banned = ["casino"]', "I was in Casilino at the time.", "Try the CASINO of my friend.", "it contains 'casino', which is banned"),
        ('banned = ["a pair of shoes"]', "A pair of old shoes is it.", "I sell a\npair  of *shoes* to you.", "it contains 'a pair of shoes', which is banned"),
        ('banned = ["AT&T"]', "At last and too late it came.", "It was AT&T's fault, I think.", "it contains 'AT&T', which is banned"),
        ('banned = ["spam.example"]', "I never had a spam example.", "So [it](https://SPAM.example/x) was with me too.", "it contains 'spam.example', which is banned"),
        ('banned = ["straße"]', "In the street it was so.", "In der STRASSE it was so.", "it contains 'straße', which is banned"),
    ],
)  # fmt: skip
def test_a_comment_that_breaks_a_rule_of_the_site_is_held_back_with_the_reason(
    rule: str, passes: str, breaks: str, reason: str, make_site: MakeSite
) -> None:
    files = {
        **rules(rule),
        SHOES: story("Shoes"),
        f"{FOLDER}/passes.md": comment(passes, date="2024-01-02"),
        f"{FOLDER}/breaks.md": comment(breaks, date="2024-01-02"),
    }
    linked = link(make_site(files))
    assert [one.comment.stem for one in discussion(linked).comments] == ["passes"]
    assert [(held.source, held.reason) for held in linked.site.held_comments] == [(f"{FOLDER}/breaks.md", reason)]
    assert linked.said == ()


@pytest.mark.parametrize("keys", [{"author": "Casino Royale"}, {"website": "https://casino.example/"}])
def test_a_word_that_is_banned_may_not_stand_in_a_name_or_a_website_either(
    keys: dict[str, str], make_site: MakeSite
) -> None:
    files = {
        **rules('banned = ["x-y-z", "casino"]'),
        SHOES: story("Shoes"),
        f"{FOLDER}/a.md": comment(date="2024-01-02", **keys),
    }
    assert [held.reason for held in link(make_site(files)).site.held_comments] == [
        "it contains 'casino', which is banned"
    ]


@pytest.mark.parametrize("quoted", ["don't buy", "don’t buy"])
@pytest.mark.parametrize(
    "text", ["I say don't buy there again.", "I say don’t buy there again.", 'I say "don\'t buy" there.']
)
def test_an_apostrophe_is_one_whether_it_is_typed_straight_or_curly(
    quoted: str, text: str, make_site: MakeSite
) -> None:
    files = {
        **rules(f'banned = ["{quoted}"]'),
        SHOES: story("Shoes"),
        f"{FOLDER}/a.md": comment(text, date="2024-01-02"),
    }
    assert len(link(make_site(files)).site.held_comments) == 1


@pytest.mark.parametrize(
    ("days", "date", "reason"),
    [
        (1, "2024-01-02 23:59", ""),
        (1, "2024-01-03", "it came after 2024-01-02, and closed_after_days is 1"),
        (30, "2024-01-31", ""),
        (30, "2024-02-01 00:00", "it came after 2024-01-31, and closed_after_days is 30"),
    ],
)
def test_comments_close_some_days_after_the_story_s_own(days: int, date: str, reason: str, make_site: MakeSite) -> None:
    files = {**rules(f"closed_after_days = {days}"), SHOES: story("Shoes"), f"{FOLDER}/a.md": comment(date=date)}
    assert [held.reason for held in link(make_site(files)).site.held_comments] == ([reason] if reason else [])


def test_a_story_whose_comments_are_open_has_no_last_day_and_a_closed_one_keeps_those_it_has(
    make_site: MakeSite,
) -> None:
    files = {**rules("closed_after_days = 1"), f"{FOLDER}/a.md": comment(date="2026-05-31")}
    opened, closed = story("Shoes", comments="open"), story("Shoes", comments="closed")
    assert len(discussion(link(make_site({**files, SHOES: opened}, folder="1"))).comments) == 1
    assert len(link(make_site({**files, SHOES: closed}, folder="2")).site.held_comments) == 1
    files[f"{FOLDER}/a.md"] = comment(date="2024-01-02")
    assert len(discussion(link(make_site({**files, SHOES: closed}, folder="3"))).comments) == 1


def test_without_a_rule_comments_never_close(make_site: MakeSite) -> None:
    files = {SHOES: story("Shoes"), f"{FOLDER}/a.md": comment(date="2026-05-31")}
    assert link(make_site(files)).site.held_comments == ()


def test_replies_to_a_comment_that_is_held_back_move_up_to_what_it_replied_to(make_site: MakeSite) -> None:
    files = site_with(*"abcde", b="a", c="b", d="c", e="c")
    for held in ("b", "c"):
        files[f"{FOLDER}/{held}.md"] = files[f"{FOLDER}/{held}.md"].replace(KIM_SAID, "Casino.")
    linked = link(make_site({**files, **rules('banned = ["casino"]', "min_words = 1")}))
    found = discussion(linked)
    assert threads(found) == [("a", [("d", []), ("e", [])])]
    assert [(one.comment.stem, one.number) for one in found.comments] == [("a", 1), ("d", 2), ("e", 3)]
    assert linked.said == ()


def test_replies_to_a_first_comment_that_is_held_back_stand_at_the_top(make_site: MakeSite) -> None:
    files = site_with(*"ab", b="a")
    files[f"{FOLDER}/a.md"] = comment("No.", date="2024-01-02")
    assert threads(discussion(link(make_site(files)))) == [("b", [])]


def test_where_all_are_held_back_there_is_no_discussion(make_site: MakeSite) -> None:
    linked = link(make_site({SHOES: story("Shoes"), f"{FOLDER}/a.md": comment("No.", date="2024-01-02")}))
    assert (dict(linked.site.discussions), len(linked.site.held_comments)) == ({}, 1)


@pytest.mark.parametrize(
    ("rule", "text", "reason"),
    [
        ("max_links = 0", "See [this](https://x.example) before you buy.", "it has 1 link, and max_links is 0"),
        (
            "max_links = 0",
            "Or [a](https://x.example), [b](https://y.example).",
            "it has 2 links, and max_links is 0",
        ),
        ("min_words = 2", "Quite.", "it has 1 word, and min_words is 2"),
        ("min_words = 3", "Quite so.", "it has 2 words, and min_words is 3"),
    ],
)
def test_the_reason_names_what_was_counted_and_the_rule(make_site: MakeSite, rule: str, text: str, reason: str) -> None:
    files = {
        **rules(rule),
        SHOES: story("Shoes"),
        f"{FOLDER}/2024-01-02-bram.md": comment(text),
    }
    assert [held.reason for held in link(make_site(files)).site.held_comments] == [reason]
