"""/updates/: what came after publication, of all stories, newest first."""

import datetime as dt

from generator.pages.parts import Link
from generator.pages.updates import UpdatesView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.reading import read_page
from tests.sites import SITE_TOML, story

SITE = {
    "content/stories/2024-01-01-a.md": story(
        "A", company="Acme", updates="\n  - {date: 2024-03-03, note: Third.}\n  - {date: 2024-01-02, note: '*First.*'}"
    ),
    "content/stories/2024-01-01-b.md": story(
        "B", company="Zeta", reply="{from: Zoe, date: 2024-02-02, text: Second.}", updates="{date: 2024-04-04, note: F}"
    ),
    "content/stories/2024-01-01-quiet.md": story("Quiet", company="Acme", reply="{from: Ivo, text: At once.}"),
}

REFERRING = "---\nauthor: C\n---\nI have seen [the letter](#the-letter) as well.\n"


def test_updates_and_dated_replies_of_all_stories_are_listed_newest_first(make_site: MakeSite) -> None:
    view = plan(make_site({**at("https://name.github.io/repo/"), **SITE})).view("/updates/", UpdatesView)
    assert [(one.title, one.day.isoformat(), one.url) for one in view.updates] == [
        ("B", "2024-04-04", "/repo/stories/b/#_update-1"),
        ("A", "2024-03-03", "/repo/stories/a/#_update-2"),
        ("B", "2024-02-02", "/repo/stories/b/#_reply-1"),
        ("A", "2024-01-02", "/repo/stories/a/#_update-1"),
    ]
    assert view.head.indexed
    second = view.updates[2]
    assert (second.company, second.signed) == (Link("Zeta", "/repo/companies/zeta/"), "Zoe")
    assert "<p>Second.</p>" in second.text.text


def test_each_says_what_it_is_and_leads_to_its_place_on_the_storys_page(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    shown = read_page(site, "updates/index.html")
    assert [(card.split(" ")[0], card.split(" ")[-3:]) for card in shown.said("card")] == [
        ("Update", ["Apr", "4,", "2024"]),
        ("Update", ["Mar", "3,", "2024"]),
        ("Zeta", ["Feb", "2,", "2024"]),
        ("Update", ["Jan", "2,", "2024"]),
    ]
    assert "Zeta replied B Second. — Zoe Feb 2, 2024" in shown.said("card")
    for address in shown.attributes("href"):
        if "#_update-" in address or "#_reply-" in address:
            page, _, anchor = address.partition("#")
            assert read_page(site, f"{page.strip('/')}/index.html").by_id(anchor) is not None


def test_a_correction_is_called_so_in_the_list_too(make_site: MakeSite) -> None:
    updates = "[{date: 2024-02-02, note: Six., correction: true}, {date: 2024-03-03, note: News.}]"
    site = make_site({"content/stories/2024-01-01-a.md": story("A", updates=updates)})
    view = plan(site).view("/updates/", UpdatesView)
    assert [one.correction for one in view.updates] == [False, True]
    site.build()
    assert read_page(site, "updates/index.html").said("kicker") == ["Update", "Correction"]


def test_the_notes_of_different_stories_updates_do_not_share_their_ids(make_site: MakeSite) -> None:
    noted = "\n  - date: 2024-02-02\n    note: |\n      Noted.[^1]\n\n      [^1]: As a note."
    site = make_site({f"content/stories/2024-01-01-{of}.md": story(of, updates=noted) for of in "abc"})
    site.build()
    ids = read_page(site, "updates/index.html").attributes("id")
    assert len(ids) == len(set(ids)) > 6


def test_an_update_that_refers_to_the_story_s_text_leads_there_from_wherever_it_stands(make_site: MakeSite) -> None:
    updates = "{date: 2024-02-02, note: 'As in [the letter](#the-letter).'}"
    files = {"content/stories/2024-01-01-a.md": story("A", "## The letter\n\nText.", updates=updates)}
    site = make_site({**files, "content/comments/2024-01-01-a/2024-01-02-c.md": REFERRING})
    site.build()
    shown = read_page(site, "stories/a/index.html")
    assert shown.by_id("the-letter") is not None
    assert shown.attributes("href").count("#the-letter") == 2
    assert "/stories/a/#the-letter" in read_page(site, "updates/index.html").attributes("href")
    for feed in ("feed.json", "comments.xml"):
        assert "https://told.example/stories/a/#the-letter" in site.read(feed)


def test_the_page_is_there_before_anything_has_happened_and_every_page_leads_there(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-quiet.md": SITE["content/stories/2024-01-01-quiet.md"]})
    site.build()
    assert "No updates yet." in read_page(site, "updates/index.html").text
    for path in ("index.html", "updates/index.html", "stories/quiet/index.html"):
        assert "/updates/" in read_page(site, path).attributes("href")


def test_older_updates_stand_on_screens_of_their_own_which_search_engines_leave_out(make_site: MakeSite) -> None:
    updates = "".join(f"\n  - {{date: 2024-01-{day:02}, note: N{day}}}" for day in range(1, 6))
    toml = SITE_TOML + "[build]\npaginate = 2\n"
    planned = plan(make_site({"site.toml": toml, "content/stories/2024-01-01-a.md": story("A", updates=updates)}))
    first, second, third = (
        planned.view(path, UpdatesView) for path in ("/updates/", "/updates/page/2/", "/updates/page/1/")
    )
    days = [one.day for view in (first, second, third) for one in view.updates]
    assert days == [dt.date(2024, 1, day) for day in (5, 4, 3, 2, 1)]
    assert [(view.first, view.head.indexed) for view in (first, second, third)] == [
        (True, True),
        (False, False),
        (False, False),
    ]
    assert (first.pager.after, second.pager.before) == ("/updates/page/2/", "/updates/")


def test_what_a_draft_or_a_withdrawn_story_says_is_not_listed(make_site: MakeSite) -> None:
    updates = "{date: 2024-02-02, note: News.}"
    site = make_site(
        {
            "content/stories/2024-01-01-d.md": story("D", draft="true", updates=updates),
            "content/stories/2024-01-01-w.md": story("W", withdrawn="2024-03-03", updates=updates),
        }
    )
    assert plan(site).view("/updates/", UpdatesView).updates == ()
