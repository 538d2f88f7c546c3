"""The note at the address of a story that was withdrawn: nothing of the story is left, there or anywhere."""

import datetime as dt

import pytest

from generator.pages.redirect import RedirectView
from generator.pages.withdrawn import WithdrawnView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.reading import read_page
from tests.sites import DOT, SiteUnderTest, story

W = "content/stories/2024-01-01-w"
SECRET = "Unsaid"
TOLD = story(
    f"{SECRET} title",
    f"{SECRET} words. ![{SECRET}](unsaid.png)",
    company=f"{SECRET} Ltd",
    mentions=f"[{SECRET} Inc]",
    tags=f"[{SECRET} tag]",
    author=f"{SECRET} author",
    verdict="bad",
    rating="1",
    series=f"{SECRET} case",
    part="1",
    aliases="[/old/w/]",
    updates=f"{{date: 2024-02-02, note: {SECRET} update}}",
    reply=f"{{from: {SECRET} voice, date: 2024-02-03, text: {SECRET} reply}}",
)
SITE: dict[str, str | bytes] = {
    f"{W}/index.md": TOLD,
    f"{W}/unsaid.png": DOT,
    "content/comments/2024-01-01-w/2024-01-02-c.md": f"---\nauthor: {SECRET}\n---\n{SECRET} to you all, my friends.\n",
    "content/stories/2024-01-03-other.md": story("Other", f"After [{SECRET.lower()}](2024-01-01-w/index.md)."),
}


def withdrawn(value: str) -> dict[str, str | bytes]:
    return {**SITE, f"{W}/index.md": TOLD.replace("verdict: bad", f"verdict: bad\nwithdrawn: {value}")}


def built(make_site: MakeSite, value: str) -> SiteUnderTest:
    site = make_site(withdrawn(value))
    site.build()
    return site


@pytest.mark.parametrize(
    ("value", "reason"),
    [("2024-05-05", ""), ("{date: 2024-05-05}", ""), ("{date: 2024-05-05, reason: It was wrong.}", "It was wrong.")],
)
def test_the_note_has_the_day_and_the_reason_and_search_engines_leave_it_out(
    value: str, reason: str, make_site: MakeSite
) -> None:
    planned = plan(make_site({**at("https://name.github.io/repo/"), **withdrawn(value)}))
    view = planned.view("/stories/w/", WithdrawnView)
    assert (view.day, view.reason, view.head.indexed) == (dt.date(2024, 5, 5), reason, False)
    assert (view.head.url, view.head.description, view.head.image) == ("/repo/stories/w/", "", "")
    assert "stories/w/" not in planned.text("/sitemap.xml")


def test_the_note_is_said_in_words(make_site: MakeSite) -> None:
    shown = read_page(built(make_site, "{date: 2024-05-05, reason: It was wrong.}"), "stories/w/index.html")
    assert shown.headings == ("This story was withdrawn",)
    assert "was withdrawn on May 5, 2024. Reason: It was wrong." in shown.text
    assert "noindex" in shown.attributes("content")
    assert "application/ld+json" not in shown.attributes("type")


def test_nothing_of_a_withdrawn_story_is_in_any_output(make_site: MakeSite) -> None:
    site = built(make_site, "2024-05-05")
    before = make_site(SITE, folder="before")
    before.build()
    assert any(SECRET.encode() in data for data in before.tree().values())
    for path, data in site.tree().items():
        assert SECRET.encode() not in data, path
    assert not any("unsaid" in path for path in site.tree())


def test_withdrawing_deletes_what_was_published_and_keeps_the_address(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    site.write(f"{W}/index.md", str(withdrawn("2024-05-05")[f"{W}/index.md"]))
    deleted = site.build().deleted
    assert {"stories/w/unsaid.png", "companies/unsaid-ltd/index.html", "tags/unsaid-tag/feed.xml"} <= set(deleted)
    assert "stories/w/index.html" in site.tree()


def test_links_and_old_addresses_lead_to_the_note_without_its_title(make_site: MakeSite) -> None:
    site = make_site(withdrawn("2024-05-05"))
    view = plan(site).view("/old/w/", RedirectView)
    assert (view.url, view.title) == ("/stories/w/", "https://told.example/stories/w/")
    site.build()
    assert "/stories/w/" in read_page(site, "stories/other/index.html").attributes("href")


def test_the_note_stands_also_for_a_story_that_lost_all_but_its_name(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-w.md": "---\nwithdrawn: 2024-05-05\n---\n"})
    assert plan(site).view("/stories/w/", WithdrawnView).day == dt.date(2024, 5, 5)
