"""What may be said only of a single company: in a round-up it would not be clear whose it is."""

import pytest

from tests.sites import story as text_of
from tests.story.test_parse import story_of
from tests.story.test_problems import problems_of

HINT = "Leave it out, or write a story about each company."


@pytest.mark.parametrize(("key", "written"), [("rating", "4"), ("outcome", "resolved"), ("outcome", "{status: pending}")])  # fmt: skip
@pytest.mark.parametrize("company", ["[Acme, Zeta]", "[{name: Acme, verdict: bad}, Zeta]"])
def test_a_rating_or_an_outcome_in_a_round_up_is_named(key: str, written: str, company: str) -> None:
    column = len(key) + 3
    assert problems_of(text_of(company=company, **{key: written})) == [
        f"4:{column}: {key}: a story about several companies cannot have one {key}: readers could not tell whose it is. {HINT}"
    ]


@pytest.mark.parametrize("company", ["", "Acme", "[Acme]", "[Acme, ACME]"])
def test_a_story_of_one_company_or_none_may_have_both(company: str) -> None:
    story = story_of(text_of(company=company, rating="4", outcome="resolved"))
    assert (story.rating, story.outcome is not None) == (4, True)


def test_in_a_round_up_they_may_be_left_empty() -> None:
    story = story_of(text_of(company="[Acme, Zeta]", rating="", outcome=""))
    assert (story.rating, story.outcome) == (None, None)
