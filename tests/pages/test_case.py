"""How a case went, on its story's page: when and where it took place, its steps, what came of it, the rating."""

import datetime as dt

import pytest

from generator.pages.case import OutcomeView, StepView, When
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.pages.planning import plan
from tests.reading import PageRead, read_page
from tests.sites import story

A = "content/stories/2024-06-01-a.md"
PATH = "/stories/a/"
TIMELINE = """
  - date: 2023
    event: We bought it.
  - date: 2024-02
    event: It *broke*, <b>twice</b>.
  - {date: 2024-02-29, event: I rang.}"""
OUTCOME = "{status: resolved, date: 2024-05-30, note: They sent a new one & a card.}"


def view(make_site: MakeSite, **keys: str) -> StoryView:
    return plan(make_site({A: story("A", company="Acme", **keys)})).view(PATH, StoryView)


def page(make_site: MakeSite, **keys: str) -> PageRead:
    site = make_site({A: story("A", company="Acme", **keys)})
    site.build()
    return read_page(site, "stories/a/index.html")


@pytest.mark.parametrize(
    ("written", "when", "shown"),
    [
        ("2024-04-18", When(dt.date(2024, 4, 18), "day", "2024-04-18"), "April 18, 2024"),
        ("2024-04", When(dt.date(2024, 4, 1), "month", "2024-04"), "April 2024"),
        ("2024", When(dt.date(2024, 1, 1), "year", "2024"), "2024"),
    ],
)
def test_when_it_happened_is_shown_as_far_as_it_is_known(
    written: str, when: When, shown: str, make_site: MakeSite
) -> None:
    assert view(make_site, happened=written).happened == when
    (time,) = (e for e in page(make_site, happened=written).elements if e.get("datetime") == when.iso)
    assert time.text == shown


@pytest.mark.parametrize(
    ("channel", "shown"),
    [
        ("phone", "By phone"),
        ("chat", "By chat"),
        ("email", "By email"),
        ("store", "In a shop"),
        ("social", "On social media"),
        ("letter", "By letter"),
        ("web", "On a website"),
        ("visit", "In person"),
    ],
)
def test_every_channel_is_said_in_words(channel: str, shown: str, make_site: MakeSite) -> None:
    assert view(make_site, channel=channel).channel == channel
    assert f"How {shown} Published" in page(make_site, channel=channel).text


def test_the_steps_stand_in_the_order_written_each_with_its_date_and_plain_words(make_site: MakeSite) -> None:
    assert view(make_site, timeline=TIMELINE).timeline == (
        StepView(When(dt.date(2023, 1, 1), "year", "2023"), "We bought it."),
        StepView(When(dt.date(2024, 2, 1), "month", "2024-02"), "It *broke*, <b>twice</b>."),
        StepView(When(dt.date(2024, 2, 29), "day", "2024-02-29"), "I rang."),
    )
    shown = page(make_site, timeline=TIMELINE)
    assert shown.said("timeline") == [
        "2023 We bought it. February 2024 It *broke*, <b>twice</b>. February 29, 2024 I rang."
    ]
    assert [e.get("datetime") for e in shown.marked("timeline")[0].iter("time")] == ["2023", "2024-02", "2024-02-29"]


def test_what_came_of_it_is_on_the_stub_and_told_below_with_day_and_note(make_site: MakeSite) -> None:
    expected = OutcomeView("resolved", dt.date(2024, 5, 30), "They sent a new one & a card.")
    assert view(make_site, outcome=OUTCOME).outcome == expected
    shown = page(make_site, outcome=OUTCOME)
    assert shown.said("status") == ["Resolved", "Resolved"]
    assert "Outcome Resolved · May 30, 2024" in shown.text
    assert "They sent a new one & a card." in shown.text


@pytest.mark.parametrize(("status", "word"), [("unresolved", "Unresolved"), ("pending", "Pending")])
def test_an_outcome_may_be_its_status_alone(status: str, word: str, make_site: MakeSite) -> None:
    assert view(make_site, outcome=status).outcome == OutcomeView(
        "unresolved" if status == "unresolved" else "pending", None, ""
    )
    assert page(make_site, outcome=status).said("status") == [word, word]


@pytest.mark.parametrize("rating", [1, 5])
def test_a_rating_is_shown_with_what_it_is_out_of(rating: int, make_site: MakeSite) -> None:
    assert view(make_site, rating=str(rating)).rating == rating
    (shown,) = page(make_site, rating=str(rating)).marked("p-rating")
    assert (shown.get("value"), shown.text) == (str(rating), f"{rating} out of 5")


def test_a_story_that_says_none_of_it_shows_nothing_of_it(make_site: MakeSite) -> None:
    told = view(make_site)
    assert (told.happened, told.channel, told.timeline, told.outcome, told.rating) == (None, None, (), None, None)
    shown = page(make_site)
    assert not (shown.marked("timeline"))
    assert not (shown.marked("status"))
    assert not (shown.marked("p-rating"))
    for word in ("When", "How", "Rating", "Outcome", "Timeline"):
        assert word not in shown.text
