"""Series: the parts of one case in their order, whoever spelt its name how."""

import pytest

from tests.conftest import MakeSite
from tests.site.linking import Linked, link
from tests.sites import story


def parts(linked: Linked) -> dict[str, list[str]]:
    """For each story in a series the titles of the series' stories in order."""
    titles = {story.path: story.story.title for story in linked.site.stories}
    return {titles[path]: [part.story.title for part in one.stories] for path, one in linked.site.series.items()}


def test_the_parts_of_a_series_stand_by_their_numbers_and_each_knows_them_all(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-c.md": story("Three", series="The boiler", part="10"),
            "content/stories/2024-01-02-a.md": story("One", series="The boiler", part="1"),
            "content/stories/2024-01-03-b.md": story("Two", series="The boiler", part="2"),
            "content/stories/2024-01-04-d.md": story("Other"),
        }
    )
    order = ["One", "Two", "Three"]
    assert parts(link(site)) == dict.fromkeys(order, order)


def test_parts_without_a_number_come_last_by_date(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", series="The boiler"),
            "content/stories/2024-01-03-b.md": story("B", series="The boiler"),
            "content/stories/2024-01-02-c.md": story("C", series="The boiler"),
            "content/stories/2024-01-04-d.md": story("D", series="The boiler", part="7"),
        }
    )
    assert parts(link(site))["A"] == ["D", "A", "C", "B"]


def test_letter_case_and_spaces_do_not_make_two_series_and_the_first_part_names_it(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", series="the  BOILER", part="2"),
            "content/stories/2024-01-02-b.md": story("B", series="The boiler", part="1"),
            "content/stories/2024-01-03-c.md": story("C", series="The kettle", part="1"),
        }
    )
    linked = link(site)
    assert parts(linked) == {"A": ["B", "A"], "B": ["B", "A"], "C": ["C"]}
    assert {one.title for one in linked.site.series.values()} == {"The boiler", "The kettle"}
    assert linked.said == ()


@pytest.mark.parametrize("other", ["The boiler", "the boiler"])
def test_two_stories_that_would_be_one_part_are_a_problem_naming_both(other: str, make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-02-a.md": story("A", series="The boiler", part="1"),
            "content/stories/2024-01-01-b.md": story("B", series=other, part="1"),
            "content/stories/2024-01-03-c.md": story("C", series="The boiler", part="2"),
        }
    )
    (said,) = link(site).said
    assert said.casefold() == (
        "content/stories/2024-01-02-a.md:4:7: part: content/stories/2024-01-01-b.md is part 1 of 'the boiler', too."
        " number the parts 1, 2, 3."
    )


def test_parts_without_a_number_among_parts_with_one_are_warned_of_and_come_last(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-before.md": story("Before", series="The boiler"),
            "content/stories/2024-01-02-a.md": story("A", series="The boiler", part="1"),
            "content/stories/2024-01-03-c.md": story("C", series="The kettle"),
            "content/stories/2024-01-04-d.md": story("D", series="The kettle"),
        }
    )
    linked = link(site)
    assert parts(linked)["A"] == ["A", "Before"]
    assert linked.said == (
        (
            "content/stories/2024-01-01-before.md:3:9: warning: this story has no part, but other stories in 'The boiler' have"
            " one, so it comes last. Add a line such as part: 3."
        ),
    )


@pytest.mark.parametrize("held", ["draft", "withdrawn"])
def test_a_part_that_is_not_shown_is_none(held: str, make_site: MakeSite) -> None:
    value = "true" if held == "draft" else "2024-02-01"
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": story("A", series="The boiler", part="1"),
            "content/stories/2024-01-02-b.md": story("B", series="The boiler", part="1", **{held: value}),
        }
    )
    linked = link(site)
    assert (parts(linked), linked.said) == ({"A": ["A"]}, ())
