"""A record as pages show it: what is counted, what is not, and when there is enough to show more than numbers."""

import pytest

from generator.pages.company import CompanyView
from generator.pages.parts import Counts
from generator.pages.record import MOST_TAGS, RecordView
from generator.pages.verdict import VerdictView
from generator.site import Endings
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.sites import SiteUnderTest, story

AT_REPO = at("https://name.github.io/repo/")


def acme(site: SiteUnderTest) -> RecordView:
    """The record on Acme's page."""
    record = plan(site).view("/companies/acme/", CompanyView).record
    assert record
    return record


def shown(record: RecordView) -> list[tuple[str, int]]:
    """The bar's segments."""
    return [(segment.verdict, segment.count) for segment in record.bar]


def test_a_record_is_counts_and_their_bar(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="bad"),
            "content/stories/2024-01-02-b.md": story("B", company="Acme"),
            "content/stories/2024-01-03-c.md": story("C", company="Acme", verdict="good"),
        }
    )
    record = acme(site)
    assert record.counts == Counts(good=1, mixed=0, bad=1, unsaid=1, total=3)
    assert shown(record) == [("good", 1), ("bad", 1), ("unsaid", 1)]
    last = record.bar[-1]
    assert last.x + last.width == pytest.approx(100, abs=0.02)
    assert (record.merged, record.interested) == (0, 0)


def test_it_says_how_many_stories_count_with_another_part_and_how_many_not_at_all(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="bad", series="S", part="1"),
            "content/stories/2024-01-02-b.md": story("B", company="Acme", verdict="bad", series="S", part="2"),
            "content/stories/2024-01-03-c.md": story("C", company="Acme", verdict="good", series="S", part="3"),
            "content/stories/2024-01-04-d.md": story("D", company="Acme", verdict="good", disclosure="owner"),
            "content/stories/2024-01-05-e.md": story("E", company="Acme", verdict="good"),
        }
    )
    record = acme(site)
    assert (record.counts.total, record.merged, record.interested) == (2, 2, 1)
    assert record.counts.total + record.merged + record.interested == len(plan(site).site.stories)
    good = plan(site).view("/good/", VerdictView).record
    assert good
    assert (good.counts.total, good.merged, good.interested) == (2, 0, 0), "a verdict's page says how it counts"
    assert plan(site).view("/bad/", VerdictView).record is None, "no case ended with it"


def test_it_says_how_bad_ones_ended_only_where_there_are_any(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="good", outcome="resolved"),
            "content/stories/2024-01-02-b.md": story("B", company="Acme", verdict="mixed"),
        }
    )
    assert acme(site).endings is None
    site.replace("content/stories/2024-01-01-a.md", "verdict: good", "verdict: bad")
    assert acme(site).endings == Endings(resolved=1, unresolved=0, pending=0, unsaid=0, days=None, timed=0)


def test_years_are_drawn_from_two_years_on(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2022-01-01-a.md": story("A", company="Acme", verdict="bad"),
            "content/stories/2022-12-31-b.md": story("B", company="Acme", verdict="good"),
        }
    )
    assert acme(site).years is None
    site.write("content/stories/2024-01-01-c.md", story("C", company="Acme", verdict="good"))
    years = acme(site).years
    assert years
    assert [(column.year, column.record.good, column.record.bad) for column in years.columns] == [
        (2022, 1, 1),
        (2023, 0, 0),
        (2024, 1, 0),
    ]


def test_channels_and_tags_stand_from_two_stories_on_with_bars_against_the_most_frequent(make_site: MakeSite) -> None:
    keys = {"company": "Acme", "channel": "phone", "tags": "[refunds]"}
    site = make_site({**AT_REPO, "content/stories/2024-01-01-a.md": story("A", verdict="bad", **keys)})
    assert (acme(site).channels, acme(site).tags) == ((), ())
    site.write("content/stories/2024-01-02-b.md", story("B", verdict="good", **keys))
    site.write("content/stories/2024-01-03-c.md", story("C", company="Acme", channel="chat", tags="[calls]"))
    record = acme(site)
    assert [(line.channel, line.record.good, line.record.bad) for line in record.channels] == [
        ("phone", 1, 1),
        ("chat", 0, 0),
    ]
    assert [sum(segment.width for segment in line.bar) for line in record.channels] == [100, 50]
    assert [(line.tag.title, line.tag.url, line.record.total) for line in record.tags] == [
        ("refunds", "/repo/tags/refunds/", 2),
        ("calls", "/repo/tags/calls/", 1),
    ]
    assert [sum(segment.width for segment in line.bar) for line in record.tags] == [100, 50]


def test_a_channel_of_a_single_case_in_two_parts_is_not_a_pattern(make_site: MakeSite) -> None:
    keys = {"company": "Acme", "channel": "phone", "tags": "[refunds]", "series": "S"}
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", part="1", **keys),
            "content/stories/2024-01-02-b.md": story("B", part="2", **keys),
        }
    )
    assert (acme(site).channels, acme(site).tags) == ((), ())


def test_of_many_tags_the_most_frequent_are_named(make_site: MakeSite) -> None:
    rare = [f"rare-{number}" for number in range(MOST_TAGS)]
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", company="Acme", tags=f"[{', '.join(rare)}, zebra]"),
            "content/stories/2024-01-02-b.md": story("B", company="Acme", tags="[zebra]"),
        }
    )
    assert [line.tag.title for line in acme(site).tags] == ["zebra", *rare[: MOST_TAGS - 1]]


def test_a_record_stands_on_the_first_screen_alone(make_site: MakeSite) -> None:
    files = {
        f"content/stories/2024-01-{day:02}-s.md": story(f"S{day}", company="Acme", verdict="bad", slug=f"s{day}")
        for day in range(1, 10)
    }
    planned = plan(make_site({**at("https://told.example/", "[build]", "paginate = 3"), **files}))
    first = planned.view("/companies/acme/", CompanyView)
    assert first.record
    assert first.record.counts.total == 9, "of all stories, not of the screen's"
    for number in (1, 2):
        assert planned.view(f"/companies/acme/page/{number}/", CompanyView).record is None
        assert planned.view(f"/bad/page/{number}/", VerdictView).record is None


def test_a_verdict_without_any_story_has_no_record(make_site: MakeSite) -> None:
    planned = plan(make_site({"content/stories/2024-01-01-a.md": story("A", verdict="good")}))
    assert planned.view("/bad/", VerdictView).record is None
    assert planned.view("/good/", VerdictView).record


def test_a_company_that_is_only_mentioned_or_only_has_a_file_has_an_empty_record(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", mentions="[Acme]", verdict="bad"),
            "content/companies/zeta.md": "---\nname: Zeta\n---\n",
        }
    )
    for path in ("/companies/acme/", "/companies/zeta/"):
        record = plan(site).view(path, CompanyView).record
        assert record
        assert record.counts == Counts(good=0, mixed=0, bad=0, unsaid=0, total=0)
        assert (record.bar, record.endings, record.years, record.channels, record.tags) == ((), None, None, (), ())
