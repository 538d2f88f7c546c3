"""What a problem looks like, in which order problems come, and what a hint may guess."""

import msgspec
import pytest

from generator.errors import FirsthandError, Location, Places, Problem, did_you_mean, errors_in, in_order

STORY = "content/stories/2024-04-22-shoes.md"
VERDICTS = ("good", "bad", "mixed")


def test_a_problem_reads_as_path_line_column_message_hint() -> None:
    problem = Problem(Location(STORY, 5, 10), "verdict: 'godo' is not a verdict.", "Did you mean 'good'?")
    assert str(problem) == f"{STORY}:5:10: verdict: 'godo' is not a verdict. Did you mean 'good'?"


def test_a_problem_without_a_hint_ends_with_its_message() -> None:
    assert (
        str(Problem(Location("site.toml", 1, 1), "site.title is missing.")) == "site.toml:1:1: site.title is missing."
    )


def test_a_warning_says_that_it_is_one() -> None:
    problem = Problem(Location(STORY, 9), "the picture is large.", severity="warning")
    assert str(problem) == f"{STORY}:9: warning: the picture is large."


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (Location(STORY), STORY),
        (Location(STORY, 3), f"{STORY}:3"),
        (Location(STORY, 3, 7), f"{STORY}:3:7"),
    ],
)
def test_a_location_names_as_much_as_is_known(location: Location, shown: str) -> None:
    assert str(location) == shown


def test_problems_are_sorted_by_path_line_column_and_message_and_each_is_said_once() -> None:
    ninth, tenth = Problem(Location("a.md", 9), "nine."), Problem(Location("a.md", 10), "ten.")
    whole, first = Problem(Location("a.md"), "whole."), Problem(Location("a.md", 9, 1), "a column.")
    alpha, beta = Problem(Location("b.md", 1), "alpha."), Problem(Location("b.md", 1), "beta.")
    given = [beta, tenth, alpha, first, tenth, ninth, whole, beta]
    assert in_order(given) == (whole, ninth, first, tenth, alpha, beta)


def test_several_hints_for_one_problem_come_in_a_fixed_order() -> None:
    problems = tuple(Problem(Location("a.md", 1), "wrong.", f"Try {number}.") for number in range(9))
    assert in_order(reversed(problems)) == problems


def test_an_error_carries_its_problems_in_order_and_prints_one_a_line() -> None:
    later, sooner = Problem(Location("b.md", 1), "later."), Problem(Location("a.md", 2), "sooner.", "Mend it.")
    error = FirsthandError([later, sooner, later])
    assert error.problems == (sooner, later)
    assert str(error) == "a.md:2: sooner. Mend it.\nb.md:1: later."


def test_warnings_do_not_stop_a_build() -> None:
    error = Problem(Location("a.md"), "wrong.")
    warning = Problem(Location("a.md"), "odd.", severity="warning")
    assert errors_in([warning, error, warning]) == (error,)


def test_a_problem_is_an_error_unless_it_says_otherwise() -> None:
    assert Problem(Location("a.md"), "wrong.").severity == "error"


def test_problems_and_locations_cannot_be_changed() -> None:
    problem = Problem(Location("a.md", 1), "wrong.")
    with pytest.raises(AttributeError):
        problem.message = "right."  # type: ignore[misc]
    with pytest.raises(AttributeError):
        problem.at.line = 2  # type: ignore[misc]


def test_a_problem_survives_the_cache() -> None:
    problem = Problem(Location("a.md", 1, 2), "wrong.", "Mend it.", "warning")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(problem), type=Problem) == problem


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("godo", "Did you mean 'good'?"),
        ("Good", "Did you mean 'good'?"),
        ("MIXED", "Did you mean 'mixed'?"),
        ("mixd", "Did you mean 'mixed'?"),
        ("", ""),
        ("terrible", ""),
        ("x" * 10_000, ""),
    ],
)
def test_a_hint_names_the_nearest_word_and_only_where_one_is_near(word: str, hint: str) -> None:
    assert did_you_mean(word, VERDICTS) == hint


def test_a_hint_spells_the_word_as_it_is_known() -> None:
    assert did_you_mean("strasse", ("Straße", "Weg")) == "Did you mean 'Straße'?"


def test_there_is_no_hint_where_nothing_is_known() -> None:
    assert did_you_mean("title", ()) == ""


PLACES = Places(
    "a.md",
    (
        ("image", 3, 8),
        ("image.src", 4, 8),
        ("aliases", 6, 10),
        ("aliases[1]", 8, 5),
        ("company", 9, 10),
        ("company[0]", 9, 11),
        ("reply", 10, 3),
        ("reply.date", 11, 9),
    ),
)


@pytest.mark.parametrize(
    ("trail", "place"),
    [
        ("image.src", "a.md:4:8"),
        ("image.alt", "a.md:3:8"),
        ("aliases[1]", "a.md:8:5"),
        ("aliases[0]", "a.md:6:10"),
        ("aliases[0].x", "a.md:6:10"),
        ("company[0].name", "a.md:9:11"),
        ("reply[0].date", "a.md:11:9"),
        ("reply[0].from", "a.md:10:3"),
        ("slug", "a.md"),
        ("", "a.md"),
    ],
)
def test_a_value_that_is_not_written_stands_where_what_would_hold_it_does(trail: str, place: str) -> None:
    assert str(PLACES.at(trail)) == place


def test_where_values_stand_makes_no_others_of_them() -> None:
    assert Places("a.md") == PLACES
    assert hash(Places("b.md")) == hash(PLACES)
    assert PLACES != "a.md"
