"""Drafts and stories still to come: nothing of them is published, and each is named with its moment."""

import datetime as dt

import pytest

from tests.conftest import MakeSite
from tests.site.linking import link, toml
from tests.sites import story

DRAFT = story("Draft", draft="true", company="Secret Ltd", tags="[secret]", author="Hidden", mentions="[Whisper]")
LATER = story("Later", company="Acme", verdict="bad")
SHOWN = story("Shown", company="Acme", verdict="good")
SITE = {
    "content/stories/2024-01-01-shown.md": SHOWN,
    "content/stories/2024-02-02-draft.md": DRAFT,
    "content/stories/2026-07-01-later.md": LATER,
}


def test_nothing_of_a_draft_or_a_later_story_is_in_the_site(make_site: MakeSite) -> None:
    linked = link(make_site(SITE))
    assert linked.titles == ("Shown",)
    assert [company.name for company in linked.site.companies] == ["Acme"]
    assert (linked.site.tags, linked.site.authors) == ((), ())
    assert linked.company("Acme").record.total == 1
    assert [year.year for year in linked.site.years] == [2024]


def test_what_is_held_back_is_named_with_the_moment_at_which_it_appears(make_site: MakeSite) -> None:
    linked = link(make_site({**toml('timezone = "Asia/Tokyo"'), **SITE}))
    draft, later = linked.site.held_back
    assert (draft.source, draft.title, draft.appears) == ("content/stories/2024-02-02-draft.md", "Draft", None)
    assert later.appears == dt.datetime(2026, 6, 30, 15, tzinfo=dt.UTC)
    assert later.appears.isoformat() == "2026-07-01T00:00:00+09:00"


@pytest.mark.parametrize(
    ("now", "titles"),
    [
        ("2026-06-30T21:59:59+00:00", ()),
        ("2026-06-30T22:00:00+00:00", ("Today",)),
        ("2026-07-01T00:00:00+02:00", ("Today",)),
        ("2030-01-01T00:00:00+00:00", ("Today",)),
    ],
)
def test_todays_story_appears_at_midnight_of_the_sites_time_zone(
    now: str, titles: tuple[str, ...], make_site: MakeSite
) -> None:
    site = make_site({**toml('timezone = "Europe/Berlin"'), "content/stories/2026-07-01-t.md": story("Today")})
    site.now = dt.datetime.fromisoformat(now)
    assert link(site).titles == titles


def test_a_story_with_a_time_appears_at_that_second(make_site: MakeSite) -> None:
    site = make_site({"content/stories/a.md": story("A", date="2026-07-01T10:30:00+02:00")})
    at = dt.datetime(2026, 7, 1, 8, 30, tzinfo=dt.UTC)
    site.now = at - dt.timedelta(microseconds=1)
    assert link(site).titles == ()
    site.now = at
    assert link(site).titles == ("A",)


def test_a_preview_shows_what_is_held_back_and_marks_it(make_site: MakeSite) -> None:
    linked = link(make_site(SITE), include_held_back=True)
    assert [(told.story.title, told.held_back) for told in linked.site.stories] == [
        ("Later", "scheduled"),
        ("Draft", "draft"),
        ("Shown", ""),
    ]
    assert len(linked.site.held_back) == 2
    assert [company.name for company in linked.site.companies] == ["Acme", "Secret Ltd", "Whisper"]


def test_a_draft_of_a_later_day_is_a_draft(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2030-01-01-d.md": DRAFT})
    assert link(site).site.held_back[0].appears is None
    assert link(site, include_held_back=True).site.stories[0].held_back == "draft"
