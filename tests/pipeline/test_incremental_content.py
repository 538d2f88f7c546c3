"""After an edit of what came later (updates, replies, comments, withdrawals) the tree is that of a clean build, too."""

from collections.abc import Callable

import pytest

from tests.conftest import MakeSite
from tests.sites import SITE_TOML, SiteUnderTest, story

A = "content/stories/2024-01-01-a.md"
B = "content/stories/2024-02-02-b.md"
C = "content/stories/2025-03-03-c.md"
COMMENT = "content/comments/2024-01-01-a/2024-01-05-cleo.md"
RULES = '[comments]\nhow = "https://forms.example/?re={url}"\nmin_words = 3\nmax_links = 1\n'
SITE = {
    "site.toml": SITE_TOML + RULES,
    A: story(
        "A",
        "The first.",
        company="Acme",
        verdict="bad",
        tags="[phone]",
        author="dana",
        updates="\n  - date: 2024-04-04\n    note: They rang.",
    ),
    B: story("B", "The second.", company="Zeta", verdict="good", tags="[refunds]", author="Lee"),
    C: story("C", "The third.", company="Yota", author="Lee", source="{type: reader, author: Noor}"),
    COMMENT: "---\nauthor: Cleo\n---\nI have been there as well, and more than once.\n",
    "content/comments/2024-01-01-a/2024-01-06-dov.md": "---\nauthor: Dov\nreply_to: 2024-01-05-cleo\n---\nSo have I, then.\n",
    "content/tags/phone.md": "---\nname: Phone\n---\nCalls and queues.\n",
    "content/authors/dana.md": "---\nname: Dana\n---\nWrites.\n",
}
# The pages that show the story A as a card, and the feeds that carry it.
CARDS = (
    "authors/dana/index.html",
    "bad/index.html",
    "companies/acme/index.html",
    "index.html",
    "tags/phone/index.html",
)
FEEDS = (
    "atom.xml",
    "feed.json",
    "feed.xml",
    *(f"{of}/feed.xml" for of in ("authors/dana", "bad", "companies/acme", "tags/phone")),
)
STORY = "stories/a/index.html"
LATER = ("sitemap.xml", "updates/index.html")

Edit = Callable[[SiteUnderTest], None]


def replace(path: str, old: str, new: str) -> Edit:
    return lambda site: site.replace(path, old, new)


def write(path: str, text: str) -> Edit:
    return lambda site: site.write(path, text)


def make_a_series(site: SiteUnderTest) -> None:
    for path in (A, C):
        site.replace(path, "title: ", "series: The case\ntitle: ")


EDITS: dict[str, tuple[Edit, tuple[str, ...]]] = {
    "an update more": (
        replace(A, "note: They rang.", "note: They rang.\n  - date: 2024-05-05\n    note: They paid."),
        (STORY, *CARDS, *FEEDS, *LATER),
    ),
    "an update more on the same day": (
        replace(A, "note: They rang.", "note: They rang.\n  - date: 2024-04-04\n    note: They paid."),
        (STORY, *FEEDS, "updates/index.html", "index.html"),
    ),
    "the words of an update": (
        replace(A, "They rang.", "They called."),
        (STORY, *FEEDS, "updates/index.html", "index.html"),
    ),
    "a reply": (
        replace(A, "title: A", "title: A\nreply: {from: Ivo, date: 2024-06-06, text: Sorry.}"),
        (STORY, *CARDS, *FEEDS, *LATER),
    ),
    "a reply without a date": (
        replace(A, "title: A", "title: A\nreply: {from: Ivo, text: Sorry.}"),
        (STORY, *FEEDS, "companies/acme/index.html"),
    ),
    "an explicit day of change": (
        replace(A, "title: A", "title: A\nupdated: 2024-07-07"),
        (STORY, *CARDS, *FEEDS, "sitemap.xml"),
    ),
    "a comment more": (
        write("content/comments/2024-01-01-a/2024-01-07-eve.md", "---\nauthor: Eve\n---\nNor did I.\n"),
        (STORY, *CARDS, "comments.xml"),
    ),
    "the first comment of another story": (
        write("content/comments/2024-02-02-b/2024-02-07-eve.md", "---\nauthor: Eve\n---\nNor did I.\n"),
        (
            "stories/b/index.html",
            "comments.xml",
            *("authors/lee/index.html", "companies/zeta/index.html", "good/index.html", "index.html"),
            "tags/refunds/index.html",
        ),
    ),
    "the words of a comment": (replace(COMMENT, "more than once", "twice"), (STORY, "comments.xml")),
    "the name of who wrote a comment": (replace(COMMENT, "Cleo", "Cléo"), (STORY, "comments.xml")),
    "a comment that now breaks a rule": (
        replace(COMMENT, "there", "[there](https://x.example/) and [there](https://y.example/)"),
        (STORY, *CARDS, "comments.xml"),
    ),
    "a comment deleted with the reply to it": (
        lambda site: site.delete("content/comments/2024-01-01-a"),
        (STORY, *CARDS, "comments.xml"),
    ),
    "what a comment replies to": (
        replace("content/comments/2024-01-01-a/2024-01-06-dov.md", "reply_to: 2024-01-05-cleo\n", ""),
        (STORY,),
    ),
    "a word that is banned": (
        replace("site.toml", "max_links = 1", 'max_links = 1\nbanned = ["MORE THAN"]'),
        (*(f"stories/{slug}/index.html" for slug in "abc"), *CARDS, "comments.xml"),
    ),
    "a rule that every invitation tells": (
        replace("site.toml", "min_words = 3", "min_words = 4"),
        tuple(f"stories/{slug}/index.html" for slug in "abc"),
    ),
    "how to send a comment": (
        replace("site.toml", "https://forms.example/", "https://post.example/"),
        tuple(f"stories/{slug}/index.html" for slug in "abc"),
    ),
    "comments closed on one story": (replace(B, "title: B", "title: B\ncomments: closed"), ("stories/b/index.html",)),
    "a series": (
        make_a_series,
        (STORY, "stories/c/index.html"),
    ),
    "what is told of a tag": (replace("content/tags/phone.md", "queues", "waiting"), ("tags/phone/index.html",)),
    "a tag's first file": (
        write("content/tags/refunds.md", "---\nname: refunds\n---\nMoney back.\n"),
        ("tags/refunds/index.html",),
    ),
    "a rating": (replace(A, "title: A", "title: A\nrating: 2"), (STORY,)),
    "what came of it": (
        replace(A, "title: A", "title: A\noutcome: resolved"),
        (STORY, "bad/index.html", "companies/acme/index.html", "unresolved/index.html"),
    ),
    "that nothing came of it": (
        replace(A, "title: A", "title: A\noutcome: unresolved"),
        (STORY, "bad/index.html", "companies/acme/index.html", "index.html", "unresolved/index.html"),
    ),
    "a tie": (replace(A, "title: A", "title: A\ndisclosure: gift"), (STORY, *FEEDS)),
    "permission to show it": (
        replace(
            C, "{type: reader, author: Noor}", "{type: republished, url: https://q.example/, permission: by e-mail}"
        ),
        (
            "stories/c/index.html",
            *("atom.xml", "feed.json", "feed.xml", "authors/lee/feed.xml", "companies/yota/feed.xml"),
            "sitemap.xml",
        ),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_tree_is_that_of_a_clean_build_and_only_what_shows_it_was_written(
    name: str, make_site: MakeSite
) -> None:
    edit, written = EDITS[name]
    site = make_site(SITE)
    site.build()
    before = site.tree()
    edit(site)
    report = site.build()
    assert report.written == tuple(sorted(written))
    assert report.deleted == ()
    after = site.tree()
    assert after == site.clean_tree()
    assert report.written == tuple(sorted(path for path in after if after[path] != before.get(path)))


def test_a_story_withdrawn_and_told_again_leaves_no_trace_either_way(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    site.replace(A, "title: A", "title: A\nwithdrawn: {date: 2024-08-08, reason: It was wrong.}")
    report = site.build()
    assert site.tree() == site.clean_tree()
    assert {"archive/2024/index.html", "comments.xml", STORY, "stories/b/index.html", "updates/index.html"} <= set(
        report.written
    )
    assert report.deleted == ("companies/acme/feed.xml", "companies/acme/index.html")
    assert {path for path in before if path not in (*report.written, *report.deleted)} >= {"stories/c/index.html"}
    site.replace(A, "It was wrong.", "Its author asked for it.")
    assert site.build().written == (STORY,)
    site.replace(A, "\nwithdrawn: {date: 2024-08-08, reason: Its author asked for it.}", "")
    site.build()
    assert site.tree() == before


def test_comments_under_a_story_that_is_withdrawn_or_held_back_are_not_published(make_site: MakeSite) -> None:
    for key in ("withdrawn: 2024-08-08", "draft: true"):
        site = make_site(SITE, folder=key.split(":")[0])
        site.replace(A, "title: A", f"title: A\n{key}")
        site.build()
        assert not any(b"Cleo" in data for data in site.tree().values())
        site.write(COMMENT, "---\nauthor: Cleo\n---\nI have changed what I said here.\n")
        assert site.build().written == ()


def test_a_comment_held_back_is_named_by_every_build_until_it_is_mended(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.replace(COMMENT, "I have been there as well, and more than once.", "Yes.")
    for _ in range(2):
        held = site.build().held_comments
        assert [(one.source, one.reason) for one in held] == [(COMMENT, "it has 1 word, and min_words is 3")]
    site.replace(COMMENT, "Yes.", "Yes, and more than once.")
    assert site.build().held_comments == ()
    assert site.tree() == site.clean_tree()
