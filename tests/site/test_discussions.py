"""Comments: which are shown, in what threads, with which numbers; and what is wrong with where they stand."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.comment import Comment, parse_comment
from generator.config import SiteConfig, parse_config
from generator.markup import MarkupOptions
from generator.site import Discussion, LinkedComment
from generator.site.discussions import LEVELS, comment_problems, link_comments
from generator.site.moments import moments
from generator.site.stories import Names, link_story
from generator.story import parse_story
from tests.conftest import MakeSite
from tests.site.commenting import FOLDER, PATH, SHOES, Thread, discussion, site_with, threads
from tests.site.linking import link
from tests.sites import NOW, SITE_TOML, comment, story


def everyone(found: tuple[LinkedComment, ...]) -> Iterator[LinkedComment]:
    for one in found:
        yield one
        yield from everyone(one.replies)


CONFIG: SiteConfig = parse_config(f'{SITE_TOML}\n[comments]\nbanned = ["casino"]\nmin_words = 1\n')[0]
TOLD = parse_story(story("Shoes"), SHOES, MarkupOptions())
STORY = link_story(TOLD, CONFIG, moments([TOLD], CONFIG.zone), Names({}, {}, {}), NOW)


def made(stem: str, date: str, *, text: str = "So.", reply_to: str = "") -> Comment:
    return parse_comment(comment(text, date=date, reply_to=reply_to), f"{FOLDER}/{stem}.md", MarkupOptions())


def shown(comments: list[Comment]) -> Discussion:
    """The discussion of one story, linked without a site."""
    return link_comments(comments, (STORY,), CONFIG).shown[PATH]


def test_a_comment_stands_under_its_story_with_its_number_and_moment(make_site: MakeSite) -> None:
    files = site_with("kim") | {f"{FOLDER}/lee.md": comment(author="Lee", date="2024-01-01 10:30")}
    linked = link(make_site(files | {"content/stories/2024-01-02-other.md": story("Other")}))
    assert [*linked.site.discussions] == [PATH]
    first, second = discussion(linked).comments
    assert (first.comment.author, first.number, first.moment) == (
        "Lee",
        1,
        dt.datetime(2024, 1, 1, 10, 30, tzinfo=dt.UTC),
    )
    assert (second.comment.author, second.number, second.moment.date()) == ("Kim", 2, dt.date(2024, 1, 2))
    assert (linked.said, linked.site.held_comments) == ((), ())


def test_a_comment_to_a_story_in_a_folder_of_its_own_is_its_comment(make_site: MakeSite) -> None:
    files = {
        "content/stories/2024-01-01-shoes/index.md": story("Shoes"),
        f"{FOLDER}/kim.md": comment(date="2024-01-02"),
    }
    assert len(discussion(link(make_site(files))).comments) == 1


def test_replies_stand_below_what_they_reply_to_oldest_first(make_site: MakeSite) -> None:
    files = site_with("a", "b", "c", "d", "e", c="a", d="b", e="a")
    assert threads(discussion(link(make_site(files)))) == [("a", [("c", []), ("e", [])]), ("b", [("d", [])])]


def test_numbers_go_by_date_and_then_by_the_file_s_name_whatever_the_threads(make_site: MakeSite) -> None:
    files = {SHOES: story("Shoes")}
    files |= {f"{FOLDER}/{name}.md": comment(date="2024-01-02") for name in "cab"}
    files[f"{FOLDER}/x.md"] = comment(date="2024-01-03", reply_to="a")
    files[f"{FOLDER}/y.md"] = comment(date="2024-01-02 00:01")
    found = discussion(link(make_site(files)))
    assert [(one.comment.stem, one.number) for one in found.comments] == [
        ("a", 1),
        ("b", 2),
        ("c", 3),
        ("y", 4),
        ("x", 5),
    ]
    assert {one.comment.stem: one.number for one in everyone(found.threads)} == {"a": 1, "b": 2, "c": 3, "x": 5, "y": 4}


def test_three_levels_then_all_stand_in_a_row_by_date_and_say_whom_they_answer(make_site: MakeSite) -> None:
    files = site_with(*"abcdefg", b="a", c="b", d="c", e="d", f="b", g="c")
    found = discussion(link(make_site(files)))
    assert LEVELS == 3
    row: list[Thread] = [("c", []), ("d", []), ("e", []), ("f", []), ("g", [])]
    assert threads(found) == [("a", [("b", row)])]
    assert {one.comment.stem: one.answers for one in everyone(found.threads)} == {
        **dict.fromkeys("abcf"),
        "d": 3,
        "e": 4,
        "g": 3,
    }


def test_a_thread_may_be_a_thousand_deep() -> None:
    names = [f"c{number:04}" for number in range(1000)]
    comments = [made(name, "2024-01-02", reply_to=above) for above, name in zip(["", *names], names, strict=False)]
    (top,) = shown(comments).threads
    assert len([*everyone((top,))]) == 1000
    assert top.replies[0].replies[-1].answers == 999


def test_the_comments_of_the_site_never_share_a_second(make_site: MakeSite) -> None:
    files = {f"content/stories/2024-01-01-s{n}.md": story(f"S{n}") for n in range(3)}
    for number in range(3):
        files |= {
            f"content/comments/2024-01-01-s{number}/{name}.md": comment(date=date)
            for name, date in (("a", "2024-01-02 10:30"), ("b", "2024-01-02T10:30:00Z"), ("c", "2024-01-02"))
        }
    linked = link(make_site(files))
    found = [one.moment for path in linked.site.discussions for one in discussion(linked, path).comments]
    assert len(found) == len(set(found)) == 9


@pytest.mark.parametrize(
    ("reply_to", "hint"),
    [
        ("2024-01-02-kin", "Did you mean '2024-01-02-kim'?"),
        ("2024-01-02-Kim", "Did you mean '2024-01-02-kim'?"),
        ("xyz", "Write the name of a file in the same folder, without .md."),
        ("2024-01-03-lee-x", "Did you mean '2024-01-02-kim'?"),
    ],
)
def test_a_reply_to_a_comment_that_is_not_there_is_named_with_the_nearest(
    reply_to: str, hint: str, make_site: MakeSite
) -> None:
    files = {
        SHOES: story("Shoes"),
        f"{FOLDER}/2024-01-02-kim.md": comment(),
        f"{FOLDER}/2024-01-03-lee.md": comment(author="Lee", reply_to=reply_to),
    }
    said = link(make_site(files)).said
    assert said[0].startswith(
        f"{FOLDER}/2024-01-03-lee.md:3:11: reply_to: there is no comment {reply_to!r} to 2024-01-01-shoes. "
    )
    assert said[0].endswith(hint)


def test_a_comment_of_another_story_cannot_be_replied_to(make_site: MakeSite) -> None:
    files = {
        **site_with("kim"),
        "content/stories/2024-01-02-other.md": story("Other"),
        "content/comments/2024-01-02-other/lee.md": comment(date="2024-01-03", reply_to="kim"),
    }
    (said,) = link(make_site(files)).said
    assert "reply_to: there is no comment 'kim' to 2024-01-02-other." in said


@pytest.mark.parametrize(
    ("replies", "circle"),
    [
        ({"a": "a"}, "a"),
        ({"a": "b", "b": "a"}, "ab"),
        ({"a": "b", "b": "c", "c": "a"}, "abc"),
        ({"a": "b", "b": "b"}, "b"),
    ],
)
def test_comments_that_reply_to_themselves_in_the_end_are_named_and_those_that_lead_there_are_not(
    replies: dict[str, str], circle: str, make_site: MakeSite
) -> None:
    linked = link(make_site(site_with(*"abcd", **{"d": "a", **replies})))
    assert linked.said == tuple(
        f"{FOLDER}/{stem}.md:4:11: reply_to: this comment ends up replying to itself. Delete reply_to in one of these comments."
        for stem in circle
    )


def test_comments_to_a_story_that_is_not_there_are_named_once_with_the_nearest(make_site: MakeSite) -> None:
    files = {
        SHOES: story("Shoes"),
        "content/comments/2024-01-01-shoe/a.md": comment(date="2024-01-02"),
        "content/comments/2024-01-01-shoe/b.md": comment(date="2024-01-02"),
    }
    linked = link(make_site(files))
    assert linked.said == (
        "content/comments/2024-01-01-shoe: there is no story '2024-01-01-shoe'. Did you mean '2024-01-01-shoes'?",
    )
    assert linked.site.discussions == {}


@pytest.mark.parametrize(
    ("date", "is_future"),
    [
        ("2026-06-01", False),
        ("2026-06-01 12:00", False),
        ("2026-06-01 12:01", True),
        ("2026-06-02", True),
        ("2026-06-02T01:30:00+14:00", False),
    ],
)
def test_a_comment_that_is_still_to_come_is_named(date: str, is_future: bool, make_site: MakeSite) -> None:
    said = link(make_site({SHOES: story("Shoes"), f"{FOLDER}/a.md": comment(date=date)})).said
    assert said == ((f"{FOLDER}/a.md:3:7: date: {date[:10]} is in the future. Correct the date.",) if is_future else ())


@pytest.mark.parametrize("held", ["draft: true", "date: 2026-07-01", "withdrawn: 2024-02-01"])
def test_comments_of_a_story_that_is_not_shown_are_not_shown_nor_told_of(held: str, make_site: MakeSite) -> None:
    files = {
        SHOES: f"---\ntitle: Shoes\n{held}\n---\nIt went.\n",
        f"{FOLDER}/a.md": comment(date="2024-01-02"),
        f"{FOLDER}/b.md": comment("No.", date="2024-01-02"),
    }
    linked = link(make_site(files))
    assert (dict(linked.site.discussions), linked.site.held_comments, linked.said) == ({}, (), ())


def test_a_preview_shows_the_comments_of_a_draft(make_site: MakeSite) -> None:
    files = {SHOES: story("Shoes", draft="true"), f"{FOLDER}/a.md": comment(date="2024-01-02")}
    assert len(discussion(link(make_site(files), include_held_back=True)).comments) == 1


def test_a_link_in_a_comment_has_to_lead_somewhere(make_site: MakeSite) -> None:
    text = "See [this](../../stories/2024-01-01-shoos.md) and see it again."
    (said,) = link(make_site({SHOES: story("Shoes"), f"{FOLDER}/a.md": comment(text, date="2024-01-02")})).said
    assert said.startswith(f"{FOLDER}/a.md:6: there is no file content/stories/2024-01-01-shoos.md. Did you mean")


drafts = st.lists(
    st.tuples(st.integers(2, 5), st.none() | st.integers(0, 30), st.booleans(), st.booleans()), min_size=1, max_size=14
)
"""Comments, each with its day, the one it replies to among those before it, and whether a rule is broken by it."""


@settings(max_examples=150)
@given(drafts)
def test_every_accepted_comment_appears_once_in_threads_of_three_levels_with_its_number(
    items: list[tuple[int, int | None, bool, bool]],
) -> None:
    comments, above = [], {}
    for number, (day, reply_to, *broken) in enumerate(items):
        parent = f"c{reply_to % number:02}" if reply_to is not None and number else ""
        text = "Casino." if all(broken) else "So."
        above[f"c{number:02}"] = parent
        comments.append(made(f"c{number:02}", f"2024-01-{day:02}", text=text, reply_to=parent))
    found, held = link_comments(reversed(comments), (STORY,), CONFIG)
    found_here = found.get(PATH, Discussion())
    accepted = {each.stem for each in comments} - {
        one.source.removeprefix(f"{FOLDER}/").removesuffix(".md") for one in held
    }
    numbers = {told.comment.stem: told.number for told in found_here.comments}
    in_threads = [*everyone(found_here.threads)]

    assert [told.number for told in found_here.comments] == [*range(1, len(accepted) + 1)]
    assert numbers.keys() == accepted
    assert sorted((told.comment.stem, told.number) for told in in_threads) == sorted(numbers.items())
    assert [told.comment.date.day for told in found_here.comments] == sorted(
        told.comment.date.day for told in found_here.comments
    )

    def nearest(stem: str) -> str:
        while (stem := above[stem]) and stem not in accepted:
            pass
        return stem

    def look(told: LinkedComment, parent: str, level: int) -> None:
        real = nearest(told.comment.stem)
        assert level <= LEVELS
        if told.answers is None:
            assert real == parent
        else:
            assert (level, told.answers) == (LEVELS, numbers[real])
        assert [reply.number for reply in told.replies] == sorted(reply.number for reply in told.replies)
        for reply in told.replies:
            look(reply, told.comment.stem, level + 1)

    for told in found_here.threads:
        look(told, "", 1)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 7), min_size=1, max_size=8))
def test_comments_in_circles_end_no_build(parents: list[int]) -> None:
    comments = [made(f"c{n}", "2024-01-02", reply_to=f"c{parent}") for n, parent in enumerate(parents)]
    assert len(shown(comments).comments) == len(parents)
    said = [str(problem) for problem in comment_problems(comments, [STORY.story], CONFIG, NOW)]
    assert said
    assert all("reply_to: " in problem for problem in said)
