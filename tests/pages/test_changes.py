"""What came after publication, on the story's page: updates on top, the companies' replies after the text."""

import datetime as dt

import pytest

from generator.pages.parts import Link
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.reading import PageRead, read_page
from tests.sites import SiteUnderTest, story

A = "content/stories/2024-06-01-a.md"
UPDATES = """
  - date: 2024-08-08
    note: |
      They **paid**. See [the first](2024-01-01-first.md).[^1]

      [^1]: In full.
  - date: 2024-07-07
    note: |
      They rang.[^1]

      [^1]: Twice."""
REPLY = """
  from: Ivo, head of service
  date: 2024-07-09
  text: |
    We are *sorry*."""


def site_of(make_site: MakeSite, body: str = "It went like this.[^1]\n\n[^1]: Nearly.", **keys: str) -> SiteUnderTest:
    files = {
        **at("https://name.github.io/repo/"),
        "content/stories/2024-01-01-first.md": story("First"),
        A: story("A", body, company=keys.pop("company", "Acme"), **keys),
    }
    return make_site(files)


def view(make_site: MakeSite, **keys: str) -> StoryView:
    return plan(site_of(make_site, **keys)).view("/stories/a/", StoryView)


def page(make_site: MakeSite, **keys: str) -> PageRead:
    site = site_of(make_site, **keys)
    site.build()
    return read_page(site, "stories/a/index.html")


def test_updates_are_newest_first_and_numbered_by_date_in_their_addresses(make_site: MakeSite) -> None:
    told = view(make_site, updates=UPDATES)
    assert [(u.anchor, u.day, u.company, u.signed) for u in told.updates] == [
        ("_update-2", dt.date(2024, 8, 8), None, ""),
        ("_update-1", dt.date(2024, 7, 7), None, ""),
    ]
    assert "They <strong>paid</strong>." in told.updates[0].text.text
    assert 'href="/repo/stories/first/"' in told.updates[0].text.text
    assert told.updated == dt.date(2024, 8, 8)


def test_updates_stand_above_the_text_each_with_its_day(make_site: MakeSite) -> None:
    shown = page(make_site, updates=UPDATES)
    assert shown.said("update") == [
        "August 8, 2024 They paid. See the first.1 In full. ↩\ufe0e",
        "July 7, 2024 They rang.1 Twice. ↩\ufe0e",
    ]
    places = {id_: shown.elements.index(shown.by_id(id_)) for id_ in ("_updates", "_update-2", "_update-1")}
    assert sorted(places, key=places.__getitem__) == ["_updates", "_update-2", "_update-1"]
    assert places["_update-1"] < shown.elements.index(shown.marked("e-content")[0])


def test_a_correction_says_in_words_that_it_is_one_and_stands_among_the_updates(make_site: MakeSite) -> None:
    updates = UPDATES.replace("- date: 2024-07-07", "- date: 2024-07-07\n    correction: true")
    told = view(make_site, updates=updates, reply=REPLY)
    assert [update.correction for update in (*told.updates, *told.replies)] == [False, True, False]
    assert page(make_site, updates=updates).said("update") == [
        "August 8, 2024 They paid. See the first.1 In full. ↩\ufe0e",
        "Correction, July 7, 2024 They rang.1 Twice. ↩\ufe0e",
    ]


def test_the_stub_and_cards_say_when_the_story_was_updated(make_site: MakeSite) -> None:
    site = site_of(make_site, updates=UPDATES)
    site.build()
    (time,) = read_page(site, "stories/a/index.html").marked("dt-updated")
    assert (time.get("datetime"), time.text) == ("2024-08-08", "August 8, 2024")
    assert "Updated Aug 8, 2024" in read_page(site, "index.html").text


def test_the_footnotes_of_updates_replies_and_text_do_not_share_their_ids(make_site: MakeSite) -> None:
    reply = REPLY + "[^1]\n\n    [^1]: Truly."
    shown = page(make_site, updates=UPDATES, reply=reply)
    ids = shown.attributes("id")
    assert len(ids) == len(set(ids))
    notes = [e.get("href", "").removeprefix("#") for e in shown.elements if "footnote-ref" in e.get("class", "")]
    assert len(notes) == len(set(notes)) == 4
    assert set(notes) <= set(ids)


def test_a_reply_is_signed_dated_and_says_which_company_it_is_from(make_site: MakeSite) -> None:
    (reply,) = view(make_site, reply=REPLY).replies
    assert (reply.anchor, reply.day, reply.signed) == ("_reply-1", dt.date(2024, 7, 9), "Ivo, head of service")
    assert reply.company == Link("Acme", "/repo/companies/acme/")
    shown = page(make_site, reply=REPLY)
    assert shown.said("answer") == ["Acme replied We are sorry. — Ivo, head of service, July 9, 2024"]
    assert shown.elements.index(shown.by_id("_reply-1")) > shown.elements.index(shown.marked("e-content")[0])


def test_a_reply_without_a_date_came_with_the_story_and_updates_nothing(make_site: MakeSite) -> None:
    told = view(make_site, reply="{from: Ivo, text: Sorry.}")
    assert (told.replies[0].day, told.updated) == (None, None)
    assert page(make_site, reply="{from: Ivo, text: Sorry.}").said("answer") == ["Acme replied Sorry. — Ivo"]


def test_in_a_round_up_each_reply_is_its_companys_whatever_the_letter_case_and_oldest_first(
    make_site: MakeSite,
) -> None:
    replies = """
  - {from: Zoe, company: ZETA, date: 2024-07-09, text: Ours.}
  - {from: Ivo, company: acme, date: 2024-07-08, text: Theirs.}"""
    told = view(make_site, company="[Acme, Zeta]", reply=replies)
    assert [(reply.company and reply.company.title, reply.signed) for reply in told.replies] == [
        ("Acme", "Ivo"),
        ("Zeta", "Zoe"),
    ]
    assert [reply.anchor for reply in told.replies] == ["_reply-2", "_reply-1"], "by its place in the file: it stays"


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"updated": "2024-06-02"}, dt.date(2024, 6, 2)),
        ({"updated": "2024-09-09", "updates": UPDATES}, dt.date(2024, 9, 9)),
        ({"updated": "2024-06-02", "updates": UPDATES}, dt.date(2024, 8, 8)),
        ({"updates": UPDATES, "reply": REPLY.replace("2024-07-09", "2024-10-10")}, dt.date(2024, 10, 10)),
    ],
)
def test_the_day_of_the_last_change_is_the_latest_of_all(
    keys: dict[str, str], day: dt.date, make_site: MakeSite
) -> None:
    assert view(make_site, **keys).updated == day


def test_a_story_to_which_nothing_happened_shows_no_place_for_it(make_site: MakeSite) -> None:
    shown = page(make_site)
    assert not (shown.marked("update"))
    assert not (shown.marked("answer"))
    assert not (shown.marked("dt-updated"))
