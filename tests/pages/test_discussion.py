"""The comments under a story, and how to send one."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.feeds import FeedAuthor, FeedView
from generator.pages.discussion import CommentView, DiscussionView, InvitationView
from generator.pages.home import HomeView
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.reading import read_page
from tests.sites import SiteUnderTest, story

COMMENTS = "content/comments/2024-01-01-a"
HOW = 'how = "https://forms.example/?re={url}&title={title}&slug={slug}"'


def comment(author: str, text: str = "I have been there as well.", **keys: str) -> str:
    """The text of a comment's file."""
    return "---\n" + "\n".join([f"author: {author}", *(f"{k}: {v}" for k, v in keys.items())]) + f"\n---\n{text}\n"


THREAD: dict[str, str | bytes] = {
    "content/stories/2024-01-01-a.md": story('Tom & "Jerry"?'.join("''"), slug="a"),
    f"{COMMENTS}/2024-01-02-dana.md": comment("Dana", website="https://dana.example/?a=b&c"),
    f"{COMMENTS}/2024-01-03-lee.md": comment("Lee", reply_to="2024-01-02-dana"),
    f"{COMMENTS}/2024-01-04-mo.md": comment("Mo", reply_to="2024-01-03-lee"),
    f"{COMMENTS}/2024-01-05-flat.md": comment("Flat", reply_to="2024-01-04-mo"),
    f"{COMMENTS}/2024-01-06-flatter.md": comment("Flatter", reply_to="2024-01-05-flat"),
    f"{COMMENTS}/2024-01-07-new.md": comment("New"),
}


def discussion(site: SiteUnderTest) -> DiscussionView:
    return plan(site).view("/stories/a/", StoryView).discussion


def outline(comments: tuple[CommentView, ...], level: int = 1) -> list[tuple[int, int, str, int | None]]:
    """Each comment as its level, number, author, and which one it answers."""
    found = []
    for one in comments:
        found += [(level, one.number, one.author, one.answers), *outline(one.replies, level + 1)]
    return found


def test_comments_stand_in_threads_of_three_levels_then_in_a_row_that_says_what_they_answer(
    make_site: MakeSite,
) -> None:
    found = discussion(make_site(THREAD))
    assert found.count == 6
    assert outline(found.threads) == [
        (1, 1, "Dana", None),
        (2, 2, "Lee", None),
        (3, 3, "Mo", None),
        (3, 4, "Flat", 3),
        (3, 5, "Flatter", 4),
        (1, 6, "New", None),
    ]


def test_a_comment_is_shown_with_number_name_date_and_its_authors_link_unvouched_for(make_site: MakeSite) -> None:
    site = make_site(THREAD)
    site.build()
    shown = read_page(site, "stories/a/index.html")
    assert shown.said("comment")[0] == "No. 1 Dana Jan 2, 2024 I have been there as well."
    assert shown.said("comment")[4] == "No. 5 Flatter Jan 6, 2024 in reply to no. 4 I have been there as well."
    (link,) = (e for e in shown.elements if e.get("href") == "https://dana.example/?a=b&c")
    assert (link.text, link.get("rel")) == ("Dana", "nofollow ugc")


def test_each_comment_has_an_address_of_its_own_that_stays_when_others_come_before_it(make_site: MakeSite) -> None:
    site = make_site({**THREAD, f"{COMMENTS}/2024-01-08-größe.md": comment("Ö")})
    site.build()
    shown = read_page(site, "stories/a/index.html")
    permalinks = {e.get("href", "") for e in shown.elements if e.text and e.text.startswith("No. ")}
    assert "#_comment-2024-01-02-dana" in permalinks
    assert "#_comment-2024-01-08-gr%C3%B6%C3%9Fe" in permalinks
    assert shown.by_id("_comment-2024-01-08-größe") is not None
    site.write(f"{COMMENTS}/2024-01-01-early.md", comment("Early"))
    site.build()
    after = read_page(site, "stories/a/index.html")
    assert after.by_id("_comment-2024-01-02-dana") is not None
    assert after.said("comment")[0].startswith("No. 1 Early")


def test_the_notes_of_comments_do_not_share_their_ids(make_site: MakeSite) -> None:
    noted = "I have noted this.[^1]\n\n[^1]: As a note, here."
    files = {f"{COMMENTS}/2024-01-0{n}-c.md": comment("Dana", noted) for n in (2, 3)}
    site = make_site({"content/stories/2024-01-01-a.md": story("A", noted, slug="a"), **files})
    site.build()
    ids = read_page(site, "stories/a/index.html").attributes("id")
    assert len(ids) == len(set(ids))


def test_what_a_comment_links_to_is_unvouched_for_and_its_headings_are_none_of_the_storys(
    make_site: MakeSite,
) -> None:
    text = "# Shouted\n\nSee [my shop](https://shop.example/) and do read on."
    files = {"content/stories/2024-01-01-a.md": story("A"), f"{COMMENTS}/2024-01-02-c.md": comment("C", text)}
    site = make_site(files)
    site.build()
    shown = read_page(site, "stories/a/index.html")
    assert shown.headings == ("A",)
    (link,) = (e for e in shown.elements if e.get("href") == "https://shop.example/")
    assert link.get("rel") == "nofollow ugc"


def test_cards_count_the_comments_that_are_published(make_site: MakeSite) -> None:
    files = {**THREAD, f"{COMMENTS}/2024-01-09-short.md": comment("Spam", "Buy!")}
    site = make_site({**files, "content/stories/2024-01-02-quiet.md": story("Quiet")})
    view = plan(site).view("/", HomeView)
    assert view.overview
    assert [card.comments for card in (view.overview.newest, *view.stories)] == [0, 6]
    site.build()
    shown = read_page(site, "index.html")
    (link,) = (e for e in shown.elements if e.get("href", "").endswith("#_comments"))
    assert (link.get("href"), link.text) == ("/stories/a/#_comments", "6 comments")
    assert read_page(site, "stories/a/index.html").by_id("_comments") is not None
    assert "Buy!" not in "".join(data.decode(errors="replace") for data in site.tree().values())


INVITED = {**THREAD, **at("https://name.github.io/repo/", "[comments]", HOW)}


def test_the_invitation_carries_address_title_and_slug_percent_encoded_whole(make_site: MakeSite) -> None:
    invitation = discussion(make_site(INVITED)).invitation
    assert invitation
    assert parse_qs(urlsplit(invitation.url).query) == {
        "re": ["https://name.github.io/repo/stories/a/"],
        "title": ['Tom & "Jerry"?'],
        "slug": ["a"],
    }


@pytest.mark.parametrize("title", ["{url}{slug}", "a&b=c#d?e", "%41", "a+b", "ß 😀", "x\\y", "'\"<>"])
def test_no_title_changes_where_an_invitation_leads(title: str, make_site: MakeSite) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    toml = at("https://told.example/", "[comments]", 'how = "mailto:desk@told.example?subject={title}&body={url}"')
    found = discussion(make_site({**toml, "content/stories/2024-01-01-a.md": story(quoted, slug="a")})).invitation
    assert found
    address, _, query = found.url.partition("?")
    assert address == "mailto:desk@told.example"
    assert parse_qs(query, strict_parsing=True) == {"subject": [title], "body": ["https://told.example/stories/a/"]}


def test_without_a_pattern_the_sites_mailbox_stands_in_and_without_either_there_is_no_invitation(
    make_site: MakeSite,
) -> None:
    assert discussion(make_site(THREAD)).invitation is None
    toml = at("https://told.example/", 'email = "desk@told.example"')
    found = discussion(make_site({**THREAD, **toml}, folder="mail")).invitation
    assert found
    assert found.url.startswith("mailto:desk@told.example?subject=Tom%20%26%20")


@pytest.mark.parametrize(
    ("site", "key", "invited"),
    [
        ("true", "", True),
        ("false", "", False),
        ("true", "comments: closed", False),
        ("false", "comments: open", True),
    ],
)
def test_a_story_says_whether_it_takes_comments_else_the_site_does(
    site: str, key: str, invited: bool, make_site: MakeSite
) -> None:
    toml = at("https://told.example/", "[comments]", HOW, f"open = {site}")
    file = {"content/stories/2024-01-01-a.md": f"---\ntitle: A\n{key}\n---\nText.\n"}
    assert (discussion(make_site({**toml, **file})).invitation is not None) == invited


def test_closed_comments_stay_to_be_read(make_site: MakeSite) -> None:
    text = THREAD["content/stories/2024-01-01-a.md"]
    assert isinstance(text, str)
    closed = {"content/stories/2024-01-01-a.md": text.replace("slug: a", "slug: a\ncomments: closed")}
    site = make_site({**INVITED, **closed})
    site.build()
    shown = read_page(site, "stories/a/index.html")
    assert len(shown.said("comment")) == 6
    assert "Send a comment" not in shown.text


def test_the_sites_rules_stand_beside_the_invitation(make_site: MakeSite) -> None:
    rules = ("max_links = 3", "min_words = 9", "closed_after_days = 90", 'banned = ["casino"]')
    site = make_site({**THREAD, **at("https://told.example/", "[comments]", HOW, *rules)})
    invitation = discussion(site).invitation
    assert invitation
    assert invitation == InvitationView(invitation.url, 3, 9, dt.date(2024, 3, 31), banned=True)
    site.build()
    shown = read_page(site, "stories/a/index.html").text
    assert "Comments are open until March 31, 2024." in shown
    assert "Write at least 9 words. Include no more than 3 links." in shown
    assert "Some words are not allowed." in shown
    assert "casino" not in shown


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (
            ("max_links = 0", "min_words = 0"),
            "A person reads every comment before it is published. Do not include links.",
        ),
        (
            ("max_links = 1", "min_words = 1"),
            "A person reads every comment before it is published. Include no more than 1 link.",
        ),
        (("min_words = 2",), "Write at least 2 words. Include no more than 1 link."),
    ],
)
def test_rules_that_are_none_are_not_said(rules: tuple[str, ...], said: str, make_site: MakeSite) -> None:
    site = make_site(
        {**at("https://told.example/", "[comments]", HOW, *rules), "content/stories/2024-01-01-a.md": story()}
    )
    site.build()
    shown = read_page(site, "stories/a/index.html").text
    assert said in shown
    assert "until" not in shown


def test_a_story_that_neither_has_comments_nor_takes_any_has_no_place_for_them(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A")})
    site.build()
    assert "_comments" not in read_page(site, "stories/a/index.html").attributes("id")


def test_the_feed_of_comments_has_the_newest_of_all_stories_with_permalinks(make_site: MakeSite) -> None:
    files = {
        **at("https://name.github.io/repo/", "[feeds]", "entries = 3"),
        **THREAD,
        "content/stories/2024-01-01-b.md": story("B"),
        "content/comments/2024-01-01-b/2024-01-06-größe.md": comment(
            "Ö", "It is [here](2024-01-01-a.md), friends, *all*."
        ),
        "content/stories/2024-01-01-d.md": story("D", draft="true"),
        "content/comments/2024-01-01-d/2024-01-08-x.md": comment("Hidden"),
    }
    site = make_site(
        {
            path: text.replace("(2024", "(../../stories/2024") if isinstance(text, str) else text
            for path, text in files.items()
        }
    )
    for include_held_back in (False, True):
        view = plan(site, include_held_back=include_held_back).view("/comments.xml", FeedView)
        assert view.title == "Comments on Told"
        assert view.address == "https://name.github.io/repo/comments.xml"
        assert {entry.title for entry in view.entries} == {
            'New on “Tom & "Jerry"?”',
            'Flatter on “Tom & "Jerry"?”',
            "Ö on “B”",
        }
        assert view.entries[0].title.startswith("New")
    (entry,) = (entry for entry in view.entries if entry.title.startswith("Ö"))
    assert entry.url == "https://name.github.io/repo/stories/b/#_comment-2024-01-06-gr%C3%B6%C3%9Fe"
    assert 'href="https://name.github.io/repo/stories/a/"' in entry.content
    assert entry.summary == "It is here, friends, all."
    assert entry.authors == (FeedAuthor("Ö", ""),)
    assert entry.published == entry.updated


def test_comments_keep_their_ids_in_the_feed_whatever_the_address_and_have_one_each(make_site: MakeSite) -> None:
    ids = []
    for url in ("https://told.example/", "https://elsewhere.example/blog/"):
        view = plan(make_site({**THREAD, **at(url)}, folder=url.split("/")[2])).view("/comments.xml", FeedView)
        ids.append({entry.url.rpartition("#")[2]: entry.id for entry in view.entries})
    assert ids[0] == ids[1]
    assert len(set(ids[0].values())) == 6


def test_no_two_comments_of_the_site_share_a_moment(make_site: MakeSite) -> None:
    files = {
        f"content/comments/2024-01-01-{of}/2024-01-02-{n}.md": comment("Dana", date="2024-01-02 10:30")
        for of in "ab"
        for n in range(3)
    }
    stories = {f"content/stories/2024-01-01-{of}.md": story(of) for of in "ab"}
    entries = plan(make_site({**files, **stories})).view("/comments.xml", FeedView).entries
    assert len({entry.updated for entry in entries}) == 6
