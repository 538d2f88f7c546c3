"""Whatever is told of whom, records add up: no story is counted twice, and each that is not counted is said to be."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.companies import CompaniesView
from generator.pages.company import CompanyView
from generator.pages.record import RecordView
from generator.pages.unresolved import UnresolvedView
from generator.pages.verdict import VerdictView
from tests.pages.planning import Plan, plan
from tests.sites import SiteUnderTest, story

ROUND_UP = "[{name: Acme, verdict: bad}, {name: Zeta, verdict: good}]"
STORY = st.fixed_dictionaries(
    {
        "company": st.sampled_from(("Acme", "ACME", "Zeta", ROUND_UP)),
        "verdict": st.sampled_from(("good", "mixed", "bad", "bad", '""')),
    },
    optional={
        "series": st.sampled_from(("The boiler", "the BOILER", "The kettle")),
        "disclosure": st.sampled_from(("owner", "competitor", "gift")),
        "channel": st.sampled_from(("phone", "chat")),
        "tags": st.sampled_from(("[phone]", "[Refunds, phone]")),
        "happened": st.sampled_from(("2019", "2019-05", "2019-05-05")),
    },
)


@settings(max_examples=60)
@given(st.lists(st.tuples(STORY, st.sampled_from(("", "pending", "resolved")), st.integers(2020, 2023)), max_size=9))
def test_records_add_up_whatever_is_told(told: list[tuple[dict[str, str], str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = SiteUnderTest.written(Path(folder) / "site", {})
        for number, (keys, outcome, year) in enumerate(told):
            ending = {"outcome": outcome} if outcome and keys["company"] != ROUND_UP else {}
            site.write(f"content/stories/{year}-01-0{number + 1}-s.md", story(slug=f"s{number}", **keys, **ending))
        planned = plan(site)
    for company in planned.site.companies:
        record = planned.view(company.path, CompanyView).record
        assert record
        assert_adds_up(record, stories=len(company.stories))
    for group in planned.site.verdicts:
        record = planned.view(group.path, VerdictView).record
        assert (record is None) == (not group.cases or not group.stories)
        if record:
            assert_adds_up(record, stories=record.counts.total)
            assert getattr(record.counts, group.verdict) == record.counts.total
    assert_lists_agree(planned)


def assert_adds_up(record: RecordView, *, stories: int) -> None:
    """Each story is counted, or counted with another part, or said not to be."""
    counts = record.counts
    assert counts.total + record.merged + record.interested == stories
    assert min(record.merged, record.interested) >= 0
    assert counts.good + counts.mixed + counts.bad + counts.unsaid == counts.total
    assert sum(segment.count for segment in record.bar) == counts.total
    ends = record.endings
    assert (ends is None) == (counts.bad == 0)
    if ends:
        assert ends.resolved + ends.unresolved + ends.pending + ends.unsaid == counts.bad
        assert ends.timed <= ends.resolved
    if record.years:
        assert sum(column.record.total for column in record.years.columns) == counts.total
    assert all(line.record.total <= counts.total for line in record.channels)
    assert all(line.record.total <= counts.total for line in record.tags)


def assert_lists_agree(planned: Plan) -> None:
    """The table of companies has the numbers of their pages, and so has the list of what waits."""
    ends = []
    for line in planned.view("/companies/", CompaniesView).companies:
        record = planned.view(line.url, CompanyView).record
        assert record
        assert line.record == record.counts
        ends += [record.endings] if record.endings else []
    orders = {name: planned.view(f"/companies/by/{name}/", CompaniesView) for name in ("told", "latest", "good", "bad")}
    assert all(len(view.companies) + view.left_out == len(planned.site.companies) for view in orders.values())
    assert {line.title for line in orders["told"].companies} == {line.title for line in orders["latest"].companies}
    waiting = planned.view("/unresolved/", UnresolvedView)
    assert waiting.count == sum(end.unresolved + end.pending for end in ends)
    assert waiting.unsaid == sum(end.unsaid for end in ends)
    assert all(min(case.wait.years, case.wait.months, case.wait.days) >= 0 for case in waiting.cases)
