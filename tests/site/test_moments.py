"""When a story was published: to the second, never shared, and never moved by another story."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fields.dates import EARLIEST, LATEST, Date
from generator.markup import MarkupOptions
from generator.site.moments import moment_of, moments
from generator.story import Story, parse_story
from tests.conftest import MakeSite
from tests.site.linking import link, toml
from tests.sites import story

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = sorted(zone for zone in available_timezones() if "/" in zone)

WAIT = "Add it when that day has come, or correct the date."


def dated(stem: str, date: str, **keys: str) -> Story:
    return parse_story(story("A", date=date, **keys), f"content/stories/{stem}.md", MarkupOptions())


def updates(*dates: str) -> str:
    return "".join(f"\n  - {{date: {date}, note: Paid.}}" for date in dates)


def updated(*dates: str, date: str = "2024-03-31", **keys: str) -> dt.datetime:
    """The moment of the last change of a story with updates of these dates, in Berlin."""
    told = dated("a", date, updates=updates(*dates), **keys)
    return moments([told], BERLIN).updated[told.source]


stems = st.lists(st.text("abcdefgh-", min_size=1, max_size=6), min_size=1, max_size=30, unique=True)


@settings(deadline=None)
@given(stems)
def test_no_two_stories_of_a_day_share_a_second_and_all_fall_on_that_day(names: list[str]) -> None:
    found = moments([dated(name, "2024-03-31") for name in names], BERLIN).published
    assert len(set(found.values())) == len(names)
    assert {moment.date() for moment in found.values()} == {dt.date(2024, 3, 31)}
    assert {moment.microsecond for moment in found.values()} == {0}


def test_a_story_added_to_the_same_day_moves_no_other(make_site: MakeSite) -> None:
    files = {f"content/stories/2024-03-31-s{n}.md": story(f"S{n}") for n in range(12)}
    site = make_site(files)
    before = {told.story.source: told.published for told in link(site).site.stories}
    for name in ("2024-03-31-a", "2024-03-31-z", "2024-03-31-s5x"):
        site.write(f"content/stories/{name}.md", story(name))
    after = {told.story.source: told.published for told in link(site).site.stories}
    assert after.items() >= before.items()


def test_stories_at_the_same_second_are_a_second_apart_and_the_first_file_keeps_its_own() -> None:
    found = moments([dated(name, "2024-03-31T10:00:00Z") for name in "cab"], BERLIN).published
    at = dt.datetime(2024, 3, 31, 10, tzinfo=dt.UTC)
    assert [found[f"content/stories/{name}.md"] - at for name in "abc"] == [dt.timedelta(seconds=n) for n in range(3)]


@pytest.mark.parametrize("other", ["2024-03-31 03:30", "2024-03-31T01:30:00Z", "2024-03-31T05:30:00+04:00"])
def test_a_moment_written_in_two_ways_is_one_moment_and_not_shared(other: str) -> None:
    """In Berlin the clocks went from two to three, so that half past two and half past three were the same."""
    found = moments([dated("a", "2024-03-31 02:30"), dated("b", other)], BERLIN).published
    first, second = (found[f"content/stories/{name}.md"] for name in "ab")
    assert second.astimezone(dt.UTC) - first.astimezone(dt.UTC) == dt.timedelta(seconds=1)


def test_a_story_with_a_time_keeps_it_whatever_the_bare_dates_do() -> None:
    bare = dated("bare", "2024-03-31")
    taken = moments([bare], BERLIN).published[bare.source]
    timed = dated("timed", taken.isoformat())
    found = moments([bare, timed], BERLIN).published
    assert found[timed.source] == taken
    assert found[bare.source] == taken + dt.timedelta(seconds=1)


@settings(deadline=None)
@given(st.sampled_from(ZONES), st.dates(EARLIEST, LATEST))
def test_a_bare_date_is_never_shifted_whatever_the_zone(zone: str, day: dt.date) -> None:
    told = dated("a", day.isoformat())
    assert moments([told], ZoneInfo(zone)).published[told.source].date() == day


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Sao_Paulo", "2018-11-04"),  # midnight does not exist
        ("Asia/Beirut", "2023-03-26"),
        ("Africa/Cairo", "2023-04-28"),
        ("America/Havana", "2018-11-04"),  # the first hour comes twice
        ("America/Sao_Paulo", "2018-02-17"),  # the last hour comes twice
        ("Pacific/Apia", "2011-12-30"),  # the day does not exist
        ("Pacific/Kiritimati", "2024-02-29"),
        ("Pacific/Pago_Pago", "2024-02-29"),
    ],
)
def test_a_bare_date_stays_where_clocks_change_at_midnight(zone: str, day: str, make_site: MakeSite) -> None:
    files = {f"content/stories/{day}-s{n}.md": story(f"S{n}") for n in range(8)}
    permalink = '[build]\npermalink = "/{year}/{month}/{day}/{slug}/"'
    linked = link(make_site({**toml(f'timezone = "{zone}"', permalink), **files}))
    assert {told.day.isoformat() for told in linked.site.stories} == {day}
    assert {told.path[:12] for told in linked.site.stories} == {f"/{day.replace('-', '/')}/"}
    assert len({told.published for told in linked.site.stories}) == 8
    assert linked.site.years[0].year == int(day[:4])


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-06-30T23:30:00Z", "2024-07-01"),
        ("2024-06-30 23:30", "2024-06-30"),
        ("2024-07-01T00:30:00+14:00", "2024-06-30"),
    ],
)
def test_a_time_with_an_offset_is_told_in_the_zone_of_the_site(written: str, day: str, make_site: MakeSite) -> None:
    site = make_site({**toml('timezone = "Europe/Berlin"'), "content/stories/a.md": story("A", date=written)})
    (told,) = link(site).site.stories
    assert told.day.isoformat() == day
    assert told.published.utcoffset() == dt.timedelta(hours=2)


def test_a_moment_is_told_in_the_zone_of_the_site() -> None:
    written = Date(dt.date(2024, 7, 1), dt.time(0, 30, tzinfo=dt.timezone(dt.timedelta(hours=14))))
    assert moment_of(written, BERLIN).isoformat() == "2024-06-30T12:30:00+02:00"


def test_a_time_that_clocks_skip_is_a_moment_all_the_same() -> None:
    found = moment_of(Date(dt.date(2024, 3, 31), dt.time(2, 30)), BERLIN)
    assert found.astimezone(dt.UTC) == dt.datetime(2024, 3, 31, 1, 30, tzinfo=dt.UTC)


def test_the_newest_stand_first_and_equal_days_keep_one_order(make_site: MakeSite) -> None:
    files = {f"content/stories/2024-03-{1 + n % 3:02}-s{n}.md": story(f"S{n}") for n in range(9)}
    linked = link(make_site(files))
    published = [told.published for told in linked.site.stories]
    assert published == sorted(published, reverse=True)
    assert linked.titles == link(make_site(dict(reversed(files.items())), folder="again")).titles


def test_a_story_cannot_be_withdrawn_on_a_day_that_is_still_to_come(make_site: MakeSite) -> None:
    """It would be gone at once, with a note that names a day which nobody has seen."""
    withdrawn = story("Gone", withdrawn="2027-01-05")
    said = link(make_site({"content/stories/2024-03-31-gone.md": withdrawn})).said
    assert said == (f"content/stories/2024-03-31-gone.md:3:12: withdrawn: 2027-01-05 is in the future. {WAIT}",)
    draft = story("Gone", withdrawn="2027-01-05", draft="true")
    assert link(make_site({"content/stories/2024-03-31-gone.md": draft}, folder="draft")).said == ()


def test_a_story_that_never_changed_was_updated_when_it_was_published(make_site: MakeSite) -> None:
    (told,) = link(make_site({"content/stories/2024-03-31-a.md": story("A")})).site.stories
    assert (told.updated, told.updated_day) == (told.published, None)


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"updated": "2024-05-03"}, "2024-05-03"),
        ({"updates": updates("2024-05-03", "2024-05-01")}, "2024-05-03"),
        ({"reply": "{from: Kim, date: 2024-05-03, text: Sorry.}"}, "2024-05-03"),
        ({"updated": "2024-05-01", "updates": updates("2024-05-03")}, "2024-05-03"),
        ({"updated": "2024-05-03", "updates": updates("2024-05-01")}, "2024-05-03"),
        ({"updated": "2024-05-03", "reply": "{from: Kim, text: It came with the story.}"}, "2024-05-03"),
    ],
)
def test_the_last_of_all_changes_is_when_a_story_was_updated(
    keys: dict[str, str], day: str, make_site: MakeSite
) -> None:
    (told,) = link(make_site({"content/stories/2024-03-31-a.md": story("A", company="Acme", **keys)})).site.stories
    assert (told.updated.date().isoformat(), told.updated_day) == (day, dt.date.fromisoformat(day))
    assert told.published.date() == dt.date(2024, 3, 31)


def test_a_reply_without_a_date_came_with_the_story_and_changes_nothing(make_site: MakeSite) -> None:
    text = story("A", company="Acme", reply="{from: Kim, text: Sorry.}")
    (told,) = link(make_site({"content/stories/2024-03-31-a.md": text})).site.stories
    assert (told.updated, told.updated_day) == (told.published, None)
    (reply,) = told.replies
    assert (reply.day, reply.moment, reply.signed) == (None, told.published, "Kim")


def test_a_change_with_a_time_is_of_that_moment() -> None:
    assert updated("2024-05-01 10:30").isoformat() == "2024-05-01T10:30:00+02:00"
    assert updated("2024-05-01T22:30:00Z").isoformat() == "2024-05-02T00:30:00+02:00"


@pytest.mark.parametrize("date", ["2024-05-03", "2024-05-03 00:00", "2024-05-03 10:30", "2024-05-03T23:59:00-11:00"])
@pytest.mark.parametrize("added", ["2024-05-03", "2024-05-03 09:00", "2024-05-01", "2024-03-31", "2024-03-30"])
def test_each_update_that_is_added_makes_the_story_newer_whatever_its_date(date: str, added: str) -> None:
    """Else subscribers would not see it."""
    assert updated(date) < updated(date, added) < updated(date, added, added) < updated(date, added, added, added)


@pytest.mark.parametrize("date", ["2024-03-31", "2024-03-31 23:59", "2024-10-27T02:30:00+01:00"])
@pytest.mark.parametrize("change", ["2024-03-31", "2024-03-30", "1999-01-01", "2024-03-31 00:00"])
def test_a_story_is_newer_than_when_it_was_published_also_by_a_change_of_that_day_or_before(
    date: str, change: str
) -> None:
    """In Berlin half past two came twice on 27 October."""
    told = dated("a", date, updates=updates(change))
    found = moments([told], BERLIN)
    published, changed = found.published[told.source], found.updated[told.source]
    assert changed.astimezone(dt.UTC) > published.astimezone(dt.UTC)


changed_stories = st.lists(
    st.tuples(st.text("abc", min_size=1, max_size=3), st.lists(st.integers(1, 4), max_size=3)),
    min_size=1,
    max_size=12,
    unique_by=lambda item: item[0],
)


@settings(deadline=None)
@given(changed_stories)
def test_no_two_stories_were_updated_in_the_same_second_and_those_that_never_changed_keep_theirs(
    items: list[tuple[str, list[int]]],
) -> None:
    stories = [dated(stem, "2024-03-31", updates=updates(*(f"2024-04-0{day}" for day in days))) for stem, days in items]
    found = moments(stories, BERLIN)
    assert len(set(found.updated.values())) == len(stories)
    for told in stories:
        published, changed = found.published[told.source], found.updated[told.source]
        assert changed > published if told.updates else changed == published


def test_a_story_that_changes_in_the_very_second_of_another_gives_way() -> None:
    never = dated("z", "2024-05-01 10:30")
    changed = dated("a", "2024-03-31 10:30", updates=updates("2024-05-01 10:30"))
    found = moments([changed, never], BERLIN).updated
    assert found[changed.source] - found[never.source] == dt.timedelta(seconds=1)
    assert found[never.source].isoformat() == "2024-05-01T10:30:00+02:00"


def test_a_change_of_one_story_moves_no_other(make_site: MakeSite) -> None:
    site = make_site({f"content/stories/2024-03-{1 + n:02}-s{n}.md": story(f"S{n}") for n in range(6)})
    site.write("content/stories/2024-03-03-s2.md", story("S2", updates=updates("2024-05-01")))
    before = {told.story.source: told.updated for told in link(site).site.stories}
    site.write("content/stories/2024-03-05-s4.md", story("S4", updates=updates("2024-05-01")))
    after = {told.story.source: told.updated for told in link(site).site.stories}
    moved = {source for source in before if before[source] != after[source]}
    assert moved == {"content/stories/2024-03-05-s4.md"}


def test_updates_and_replies_have_anchors_moments_and_their_companies(make_site: MakeSite) -> None:
    text = story(
        "A",
        company="[Acme, zeta]",
        updates=updates("2024-05-02 10:30", "2024-05-01"),
        reply="\n  - {from: Lee, company: Zeta, date: 2024-06-02, text: No.}\n  - {from: Kim, company: ACME, date: 2024-06-01, text: Yes.}",
    )
    (told,) = link(make_site({"content/stories/2024-03-31-a.md": text})).site.stories
    assert [(one.anchor, one.moment.isoformat(), one.company) for one in told.updates] == [
        ("_update-1", "2024-05-01T00:00:00+00:00", None),
        ("_update-2", "2024-05-02T10:30:00+00:00", None),
    ]
    assert [(one.anchor, one.signed, one.company and one.company.title) for one in told.replies] == [
        ("_reply-2", "Kim", "Acme"),
        ("_reply-1", "Lee", "zeta"),
    ]


@pytest.mark.parametrize(
    ("key", "yaml", "line"),
    [
        ("updated", "2026-06-02", ":4:10"),
        ("updates", "\n  - {date: 2026-05-01, note: Past.}\n  - date: 2026-06-02\n    note: Paid.", ":6:11"),
        ("reply", "{from: Kim, date: 2026-06-02, text: Sorry.}", ":4:26"),
        ("updated", "2026-06-02 00:00", ":4:10"),
        ("updated", "2026-06-02T00:30:00+14:00", None),
    ],
)
def test_a_change_that_is_still_to_come_is_named(key: str, yaml: str, line: str | None, make_site: MakeSite) -> None:
    """It is noon on 1 June 2026 in UTC, where the site is."""
    text = story("A", **{"company": "Acme", key: yaml})
    said = link(make_site({"content/stories/2024-03-31-a.md": text})).said
    place = f"content/stories/2024-03-31-a.md{line}"
    assert said == (() if line is None else (f"{place}: {key}: 2026-06-02 is in the future. {WAIT}",))


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("{status: resolved, date: 2026-06-02}", ":4:35: outcome: 2026-06-02"),
        ("{status: pending, date: 2031-01-01}", ":4:34: outcome: 2031-01-01"),
        ("{status: resolved, date: 2026-06-01}", None),
        ("resolved", None),
    ],
)
def test_nobody_knows_yet_what_came_of_it_on_a_day_that_is_still_to_come(
    outcome: str, said: str | None, make_site: MakeSite
) -> None:
    """It would be in the median of days to resolution."""
    text = story("A", company="Acme", outcome=outcome)
    place = f"content/stories/2024-03-31-a.md{said}"
    found = link(make_site({"content/stories/2024-03-31-a.md": text})).said
    assert found == (() if said is None else (f"{place} is in the future. {WAIT}",))


@pytest.mark.parametrize("held", ["draft: true", "date: 2026-06-03"])
def test_of_a_story_that_is_held_back_a_change_may_be_still_to_come(held: str, make_site: MakeSite) -> None:
    text = f"---\ntitle: A\n{held}\nupdated: 2026-06-02\n---\nIt went.\n"
    site = make_site({"content/stories/2024-03-31-a.md": text})
    assert link(site).said == ()
    assert link(site, include_held_back=True).said == ()
