"""Cases: what counts once. The parts of a series are one case, as their last part tells it; the interested tell none."""

import pytest

from generator.record import Record
from generator.site import Case
from generator.site.cases import by_channel, by_tag, by_year, endings, record_of_cases, unresolved_cases
from tests.conftest import MakeSite
from tests.site.linking import Linked, link
from tests.sites import story

BOILER = {
    "content/stories/2024-01-01-one.md": story(
        "One", company="Acme", verdict="bad", series="The boiler", part="1", happened="2023-12-24", outcome="unresolved"
    ),
    "content/stories/2024-02-01-two.md": story("Two", company="ACME", verdict="mixed", series="the boiler", part="2"),
    "content/stories/2024-03-01-three.md": story(
        "Three", company="Acme", series="The boiler", part="3", outcome="{status: resolved, date: 2024-02-20}"
    ),
}


def titles(cases: tuple[Case, ...]) -> list[str]:
    """What is told in each case, part by part."""
    return [" + ".join(part.story.title for part in case.parts) for case in cases]


def only_case(linked: Linked) -> Case:
    (case,) = linked.site.cases
    return case


def test_a_story_is_a_case_of_its_own(make_site: MakeSite) -> None:
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="bad", outcome="pending"),
                "content/stories/2024-01-02-b.md": story("B", company="Acme"),
            }
        )
    )
    newest, oldest = linked.site.cases
    assert (newest.parts, newest.newest, newest.verdict) == ((linked.story("B"),), linked.story("B"), None)
    assert (oldest.parts, oldest.newest, oldest.verdict) == ((linked.story("A"),), linked.story("A"), "bad")
    assert (newest.outcome, oldest.outcome) == (None, linked.story("A").story.outcome)


def test_the_parts_of_a_series_about_one_company_count_once_in_their_order(make_site: MakeSite) -> None:
    acme = link(make_site(BOILER)).company("Acme")
    assert titles(acme.cases) == ["One + Two + Three"]
    assert len(acme.stories) == 3
    assert acme.record == Record(mixed=1)


def test_a_case_has_the_verdict_of_its_last_part_that_gives_one(make_site: MakeSite) -> None:
    """The third part gives none: it tells how it ended, and not how it was."""
    assert only_case(link(make_site(BOILER))).verdict == "mixed"


def test_a_case_has_the_outcome_of_its_last_part_that_tells_one(make_site: MakeSite) -> None:
    linked = link(
        make_site(
            {
                **BOILER,
                "content/stories/2024-04-01-four.md": story("Four", company="Acme", series="The boiler", part="4"),
            }
        )
    )
    case = only_case(linked)
    assert case.outcome == linked.story("Three").story.outcome
    assert case.newest == linked.story("Four")


def test_a_case_began_when_its_first_part_that_says_so_tells(make_site: MakeSite) -> None:
    site = make_site(BOILER)
    site.replace("content/stories/2024-02-01-two.md", "part: 2", "part: 2\nhappened: 2024-01-15")
    assert str(only_case(link(site)).happened) == "2023-12-24"
    site.replace("content/stories/2024-01-01-one.md", "happened: 2023-12-24\n", "")
    assert str(only_case(link(site)).happened) == "2024-01-15"


def test_part_numbers_and_not_dates_say_which_part_is_the_last(make_site: MakeSite) -> None:
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-end.md": story("End", verdict="good", series="The boiler", part="2"),
                "content/stories/2024-05-05-start.md": story("Start", verdict="bad", series="The boiler", part="1"),
            }
        )
    )
    case = only_case(linked)
    assert titles((case,)) == ["Start + End"]
    assert (case.verdict, case.newest) == ("good", linked.story("Start"))


def test_of_a_series_over_two_companies_each_has_its_own_parts(make_site: MakeSite) -> None:
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="bad", series="Parcel", part="1"),
                "content/stories/2024-01-02-b.md": story(
                    "B", company="Zeta", verdict="good", series="Parcel", part="2"
                ),
                "content/stories/2024-01-03-c.md": story("C", company="Acme", series="Parcel", part="3"),
            }
        )
    )
    acme, zeta = linked.company("Acme"), linked.company("Zeta")
    assert (titles(acme.cases), acme.record) == (["A + C"], Record(bad=1))
    assert (titles(zeta.cases), zeta.record) == (["B"], Record(good=1))
    assert titles(linked.site.cases) == ["A + C", "B"], "the same cases everywhere"


def test_a_round_up_is_one_case_of_each_of_its_companies_by_its_own_verdict(make_site: MakeSite) -> None:
    companies = "[{name: Acme, verdict: good}, {name: Zeta, verdict: bad}, Quill]"
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-a.md": story(
                    "A", company=companies, verdict="bad", series="Test", part="1"
                ),
                "content/stories/2024-01-02-b.md": story("B", company="Acme", series="Test", part="2"),
            }
        )
    )
    assert (titles(linked.company("Acme").cases), linked.company("Acme").record) == (["A + B"], Record(good=1))
    assert (titles(linked.company("Zeta").cases), linked.company("Zeta").record) == (["A"], Record(bad=1))
    assert (titles(linked.company("Quill").cases), linked.company("Quill").record) == (["A"], Record(unsaid=1))


@pytest.mark.parametrize("tie", ["employee", "owner", "competitor"])
def test_a_story_by_somebody_with_an_interest_is_told_and_not_counted(tie: str, make_site: MakeSite) -> None:
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-a.md": story("A", company="Acme", verdict="good", disclosure=tie),
                "content/stories/2024-01-02-b.md": story("B", company="Acme", verdict="bad"),
            }
        )
    )
    acme = linked.company("Acme")
    assert [told.story.title for told in acme.stories] == ["B", "A"]
    assert (titles(acme.cases), acme.record) == (["B"], Record(bad=1))
    assert titles(linked.site.cases) == ["B"]


def test_the_cases_of_the_site_are_those_of_each_company_and_of_stories_about_none(make_site: MakeSite) -> None:
    """Two writers may call a series alike; and of a case with a builder and an insurer each has its own."""
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-a.md": story(
                    "A", company="Acme", verdict="bad", series="Roof", part="1", outcome="resolved"
                ),
                "content/stories/2024-01-02-b.md": story(
                    "B", company="Zeta", verdict="bad", series="Roof", part="2", outcome="unresolved"
                ),
                "content/stories/2024-01-03-c.md": story(
                    "C", company="[{name: Acme, verdict: good}, {name: Zeta, verdict: bad}]", verdict="mixed"
                ),
                "content/stories/2024-01-04-d.md": story("D", verdict="bad"),
            }
        )
    )
    found = [(case.company.title if case.company else "", case.newest.story.title) for case in linked.site.cases]
    assert found == [("", "D"), ("Acme", "C"), ("Zeta", "C"), ("Zeta", "B"), ("Acme", "A")]
    assert [case.company and case.company.title for case in unresolved_cases(linked.site.cases)] == ["Zeta"]
    bad = next(group for group in linked.site.verdicts if group.verdict == "bad")
    ends = endings(bad.cases)
    assert (ends.resolved, ends.unresolved, ends.unsaid) == (1, 1, 2)


@pytest.mark.parametrize("tie", ["none", "gift", "discount", '"My brother works there."'])
def test_a_tie_that_is_no_interest_counts(tie: str, make_site: MakeSite) -> None:
    text = story("A", company="Acme", verdict="good", disclosure=tie)
    assert link(make_site({"content/stories/2024-01-01-a.md": text})).company("Acme").record == Record(good=1)


def test_a_part_by_somebody_with_an_interest_says_nothing_about_its_case(make_site: MakeSite) -> None:
    """The company's own last part must not turn a bad case into a good one."""
    site = make_site(BOILER)
    site.write(
        "content/stories/2024-04-01-four.md",
        story("Four", company="Acme", verdict="good", series="The boiler", part="4", disclosure="owner"),
    )
    linked = link(site)
    assert titles(linked.company("Acme").cases) == ["One + Two + Three"]
    assert linked.company("Acme").record == Record(mixed=1)


@pytest.mark.parametrize("how", ["draft", "scheduled"])
def test_a_part_that_is_held_back_counts_in_a_preview_alone(how: str, make_site: MakeSite) -> None:
    site = make_site(BOILER)
    held = {"draft": "true"} if how == "draft" else {"date": "2027-01-01"}
    site.write(
        "content/stories/four.md",
        story("Four", company="Acme", verdict="bad", series="The boiler", part="4", **({"date": "2024-04-01"} | held)),
    )
    assert link(site).company("Acme").record == Record(mixed=1)
    preview = link(site, include_held_back=True)
    assert titles(preview.company("Acme").cases) == ["One + Two + Three + Four"]
    assert preview.company("Acme").record == Record(bad=1)


def test_a_part_that_was_withdrawn_is_gone_from_its_case(make_site: MakeSite) -> None:
    site = make_site(BOILER)
    site.replace("content/stories/2024-02-01-two.md", "verdict: mixed", "verdict: mixed\nwithdrawn: 2024-05-01")
    linked = link(site)
    assert titles(linked.site.cases) == ["One + Three"]
    assert linked.company("Acme").record == Record(bad=1)


def test_a_case_stands_where_its_newest_part_does(make_site: MakeSite) -> None:
    linked = link(
        make_site(
            {
                "content/stories/2024-01-01-a.md": story("A", series="The boiler", part="1"),
                "content/stories/2024-01-02-b.md": story("B"),
                "content/stories/2024-01-03-c.md": story("C", series="The boiler", part="2"),
                "content/stories/2024-01-04-d.md": story("D"),
            }
        )
    )
    assert titles(linked.site.cases) == ["D", "A + C", "B"]


def test_a_verdict_has_the_cases_that_ended_up_with_it(make_site: MakeSite) -> None:
    verdicts = {group.verdict: group for group in link(make_site(BOILER)).site.verdicts}
    assert titles(verdicts["mixed"].cases) == ["One + Two + Three"]
    assert (len(verdicts["bad"].stories), verdicts["bad"].cases) == (1, ())


def test_channels_come_most_frequent_first_and_equals_by_their_words(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", channel="web", verdict="bad"),
            "content/stories/2024-01-02-b.md": story("B", channel="visit", verdict="good"),
            "content/stories/2024-01-03-c.md": story("C", channel="chat", verdict="good"),
            "content/stories/2024-01-04-d.md": story("D", channel="visit"),
            "content/stories/2024-01-05-e.md": story("E", verdict="bad"),
        }
    )
    assert by_channel(link(site).site.cases) == (
        ("visit", Record(good=1, unsaid=1)),
        ("chat", Record(good=1)),
        ("web", Record(bad=1)),
    )


def test_a_case_counts_once_for_each_channel_and_tag_of_the_parts_that_speak_for_its_verdict(
    make_site: MakeSite,
) -> None:
    """What was bad by phone before it was mixed by e-mail is not called mixed by phone."""
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story(
                "A", verdict="bad", channel="phone", tags="[refunds, Queues]", series="S", part="1"
            ),
            "content/stories/2024-01-02-b.md": story(
                "B", verdict="mixed", channel="email", tags="[refunds]", series="S", part="2"
            ),
            "content/stories/2024-01-03-c.md": story(
                "C", verdict="mixed", channel="email", tags="[calls]", series="S", part="3"
            ),
            "content/stories/2024-01-04-d.md": story("D", channel="visit", tags="[calls]", series="S", part="4"),
        }
    )
    cases = link(site).site.cases
    assert by_channel(cases) == (("email", Record(mixed=1)), ("visit", Record(mixed=1)))
    assert {name.path: record for name, record in by_tag(cases)} == {
        "/tags/calls/": Record(mixed=1),
        "/tags/refunds/": Record(mixed=1),
    }


def test_tags_come_most_frequent_first_and_equals_by_their_addresses(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", tags="[Zinc, apples, refunds]"),
            "content/stories/2024-01-02-b.md": story("B", tags="[refunds]", verdict="bad"),
        }
    )
    found = by_tag(link(site).site.cases)
    assert [name.title for name, _ in found] == ["refunds", "apples", "Zinc"]
    assert found[0][1] == Record(bad=1, unsaid=1)


def test_a_case_is_of_the_year_in_which_it_was_last_told_of(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2022-12-31-a.md": story("A", verdict="bad", series="S", part="1"),
            "content/stories/2024-01-01-b.md": story("B", verdict="good", series="S", part="2"),
            "content/stories/2021-06-01-c.md": story("C", verdict="bad"),
            "content/stories/2024-06-01-d.md": story("D"),
        }
    )
    assert by_year(link(site).site.cases) == ((2021, Record(bad=1)), (2024, Record(good=1, unsaid=1)))


def test_of_no_cases_there_is_nothing_to_say(make_site: MakeSite) -> None:
    assert link(make_site()).site.cases == ()
    assert record_of_cases(()) == Record()
    assert (by_channel(()), by_tag(()), by_year(())) == ((), (), ())
