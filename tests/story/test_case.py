"""How a case went: when and where it took place, its steps, and what came of it."""

import datetime as dt

import pytest

from generator.fields.dates import Date, PartialDate, parse_date
from generator.story import Outcome, Step
from tests.sites import story as text_of
from tests.story.test_parse import parsed, story_of
from tests.story.test_problems import problems_of

NOT_A_DATE = "is not a date. Write it as 2025-03-31, 2025-03 or 2025."
STATUSES = "resolved, unresolved or pending"


@pytest.mark.parametrize("rating", [1, 5])
def test_a_rating_is_a_number_from_1_to_5(rating: int) -> None:
    assert story_of(text_of(rating=str(rating))).rating == rating


@pytest.mark.parametrize("written", ["0", "6", "4.5", "-1", "****", "5/5", "[5]"])
def test_any_other_rating_is_named(written: str) -> None:
    shown = "a list" if written == "[5]" else f"'{written}'"
    assert problems_of(text_of(rating=f"{written}" if written != "****" else "'****'")) == [
        f"3:9: rating: {shown} is not a whole number from 1 to 5. Write a number such as 4."
    ]


@pytest.mark.parametrize(
    ("written", "happened"),
    [
        ("2024-04-18", PartialDate(dt.date(2024, 4, 18), "day")),
        ("2024-04-22", PartialDate(dt.date(2024, 4, 22), "day")),
        ("2024-04", PartialDate(dt.date(2024, 4, 1), "month")),
        ("2024", PartialDate(dt.date(2024, 1, 1), "year")),
        ("1900", PartialDate(dt.date(1900, 1, 1), "year")),
    ],
)
def test_it_happened_on_a_day_in_a_month_or_in_a_year(written: str, happened: PartialDate) -> None:
    assert story_of(text_of(happened=written)).happened == happened


@pytest.mark.parametrize("written", ["2024-04-23", "2024-05", "2025"])
def test_what_happened_after_the_story_s_own_date_gets_a_warning_and_is_kept(written: str) -> None:
    text = text_of(happened=written)
    assert problems_of(text) == [
        f"3:11: warning: happened: {written} is after the story's own date, 2024-04-22. Check both dates."
    ]
    assert str(parsed(text).happened) == written


def test_where_the_story_s_own_date_is_missing_nothing_is_said_of_what_happened_after_it() -> None:
    (problem,) = problems_of(text_of(happened="2024"), "content/stories/shoes.md")
    assert problem.startswith("2:1: date is missing, and the file's name does not start with one.")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("spring", f"'spring' {NOT_A_DATE}"),
        ("2024-13", "'2024-13' is not a date: there is no month 13. Write it as 2025-03-31, 2025-03 or 2025."),
        ("2024-04-18 10:30", "'2024-04-18 10:30' is not a date. Write 2024-04-18."),
        ("0224", "0224 is not between 1900-01-01 and 2999-12-31. Check the year."),
        ("[2024]", "this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
    ],
)
def test_what_is_no_date_of_any_precision_is_named(written: str, problem: str) -> None:
    assert problems_of(text_of(happened=written)) == [f"3:11: happened: {problem}"]


@pytest.mark.parametrize("channel", ["phone", "chat", "email", "store", "social", "letter", "web", "visit"])
def test_a_channel_is_one_of_eight(channel: str) -> None:
    assert story_of(text_of(channel=channel)).channel == channel


def test_any_other_channel_is_named_with_all_of_them_and_the_nearest() -> None:
    assert problems_of(text_of(channel="Phon")) == [
        "3:10: channel: 'Phon' is not a channel. Use phone, chat, email, store, social, letter, web or visit. Did you mean 'phone'?"
    ]


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("resolved", Outcome("resolved")),
        ("[unresolved]", Outcome("unresolved")),
        ("{status: pending}", Outcome("pending")),
        (
            "\n  status: resolved\n  date: 2024-05-01\n  note: All paid\n    back.",
            Outcome("resolved", Date(dt.date(2024, 5, 1)), "All paid back."),
        ),
        ("{status: unresolved, date: , note: ''}", Outcome("unresolved")),
    ],
)
def test_an_outcome_is_its_status_alone_or_says_when_and_how_too(written: str, outcome: Outcome) -> None:
    assert story_of(text_of(outcome=written)).outcome == outcome


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("solved", [f"3:10: outcome: 'solved' is not an outcome. Use {STATUSES}. Did you mean 'resolved'?"]),
        ("No", [f"3:10: outcome: 'No' is not an outcome. Use {STATUSES}. Did you mean 'unresolved'?"]),
        ("waiting", [f"3:10: outcome: 'waiting' is not an outcome. Use {STATUSES}. Did you mean 'pending'?"]),
        ("weather", [f"3:10: outcome: 'weather' is not an outcome. Use {STATUSES}."]),
        ("{status: Fixed}", [f"3:19: outcome.status: 'Fixed' is not an outcome. Use {STATUSES}. Did you mean 'resolved'?"]),
        ("{date: 2024-05-01}", ["3:10: outcome.status is missing. Add it under 'outcome', such as status: resolved."]),
        ("{}", ["3:10: outcome.status is missing. Add it under 'outcome', such as status: resolved."]),
        ("{status: pending, date: May}", ["3:34: outcome.date: 'May' is not a date: it has no year. Write it with its year, such as 2025-05-01."]),
        ("{status: pending, note: [a]}", ["3:34: outcome.note: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."]),
        ("{stauts: pending, status: pending}", ["3:11: outcome.stauts is not a key of 'outcome'. Did you mean 'status'?"]),
        ("[pending, resolved]", ["3:10: outcome: only one outcome is allowed. Keep the last one, and write the others into timeline."]),
        ("[[resolved]]", ["3:11: outcome: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_outcome_is_named_once_where_it_stands(written: str, problems: list[str]) -> None:
    assert problems_of(text_of(outcome=written)) == problems


@pytest.mark.parametrize(
    ("happened", "date"),
    [
        ("2024-04-18", "2024-04-17"),
        ("2024-04", "2024-03-31"),
        ("2024", "2023-12-31"),
        ("2024-04-18", "2024-04-17 10:30"),
    ],
)
def test_an_outcome_of_before_it_happened_gets_a_warning_and_is_kept(happened: str, date: str) -> None:
    text = text_of(outcome=f"{{status: resolved, date: {date}}}", happened=happened)
    assert problems_of(text) == [
        f"3:35: warning: outcome.date: {date[:10]} is before the day it happened, {happened}. Check both dates."
    ]
    outcome = parsed(text).outcome
    assert outcome
    assert outcome.date == parse_date(date)


@pytest.mark.parametrize(
    ("happened", "date"),
    [("2024-04-18", "2024-04-18"), ("2024-04", "2024-04-01"), ("2024", "2024-01-01"), ("2024-04-18", "2024-05-01")],
)
def test_an_outcome_that_may_have_come_after_it_happened_is_right(happened: str, date: str) -> None:
    assert story_of(text_of(happened=happened, outcome=f"{{status: resolved, date: {date}}}")).outcome


def test_a_timeline_is_its_steps_in_the_order_written() -> None:
    text = text_of(
        timeline="\n  - {date: 2023, event: Bought.}\n  - date: 2024-02\n    event: 'Broken: twice.'\n  -\n  - {date: 2024-02-03, event: Mended.}"
    )
    assert story_of(text).timeline == (
        Step(PartialDate(dt.date(2023, 1, 1), "year"), "Bought."),
        Step(PartialDate(dt.date(2024, 2, 1), "month"), "Broken: twice."),
        Step(PartialDate(dt.date(2024, 2, 3), "day"), "Mended."),
    )


def test_one_step_alone_is_a_timeline_too() -> None:
    assert [step.event for step in story_of(text_of(timeline="{date: 2024, event: Bought.}")).timeline] == ["Bought."]


@pytest.mark.parametrize(("first", "second"), [("2024-03", "2024-02-29"), ("2024-03-02", "2024-03-01"), ("2024", "2023-12")])  # fmt: skip
def test_a_step_that_goes_back_in_time_gets_a_warning_and_stays_where_it_is(first: str, second: str) -> None:
    text = text_of(timeline=f"\n  - {{date: {first}, event: One.}}\n  - {{date: {second}, event: Two.}}")
    assert problems_of(text) == [
        f"5:12: warning: timeline.date: {second} is before the step above it. Write the steps in the order in which they happened."
    ]
    assert [step.event for step in parsed(text).timeline] == ["One.", "Two."]


@pytest.mark.parametrize(("first", "second"), [("2024-03", "2024-03-01"), ("2024-03-31", "2024-03"), ("2024-03-31", "2024")])  # fmt: skip
def test_a_step_known_less_exactly_than_the_one_above_may_be_after_it(first: str, second: str) -> None:
    assert len(story_of(text_of(timeline=f"[{{date: {first}, event: A}}, {{date: {second}, event: B}}]")).timeline) == 2


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ("{event: Bought.}", "4:5: timeline.date is missing. Add it under 'timeline', such as date: 2025-03-31."),
        ("{date: 2024}", "4:5: timeline.event is missing. Add it under 'timeline', such as event: I called."),
        ("{date: soon, event: Bought.}", f"4:12: timeline.date: 'soon' {NOT_A_DATE}"),
        ("{date: 2024, evnt: x, event: x}", "4:18: timeline.evnt is not a key of 'timeline'. Did you mean 'event'?"),
        (
            "Bought.",
            "4:5: timeline: 'Bought.' is one value, and keys belong here. Write keys below 'timeline', indented, each with a value: date, event.",
        ),
        (
            "[x]",
            "4:5: timeline: this is a list, and keys belong here. Write keys below 'timeline', indented, each with a value: date, event.",
        ),
    ],
)
def test_what_is_wrong_with_a_step_is_named_and_the_others_are_kept(step: str, problem: str) -> None:
    text = text_of(timeline=f"\n  - {step}\n  - {{date: 2024, event: Mended.}}")
    assert problems_of(text) == [problem]
    assert parsed(text).timeline[-1].event == "Mended."
