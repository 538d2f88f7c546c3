"""Related stories: the nearest of the same company, then of the rarest tag; few, and always the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site import Series
from generator.site.related import MOST, related_stories
from tests.conftest import MakeSite
from tests.site.linking import Linked, link
from tests.sites import story

ACME = "Acme"


def related(linked: Linked) -> dict[str, list[str]]:
    titles = {story.path: story.story.title for story in linked.site.stories}
    return {titles[path]: [one.story.title for one in found] for path, found in linked.site.related.items()}


def told(*keys: dict[str, str]) -> dict[str, str]:
    """Stories A, B, C … a day apart, with these keys."""
    names = "ABCDEFGHIJ"[: len(keys)]
    return {
        f"content/stories/2024-01-{n:02}-{name.lower()}.md": story(name, **more)
        for n, (name, more) in enumerate(zip(names, keys, strict=True), 1)
    }


def test_the_nearest_after_and_before_in_the_same_company_are_named(make_site: MakeSite) -> None:
    site = make_site(told(*({"company": ACME} for _ in range(5)), {"company": "Zeta"}, {}))
    assert related(link(site)) == {"A": ["B"], "B": ["C", "A"], "C": ["D", "B"], "D": ["E", "C"], "E": ["D"]}


def test_after_the_company_comes_the_rarest_tag_that_is_shared(make_site: MakeSite) -> None:
    site = make_site(
        told(
            {"company": ACME},
            {"tags": "[rare, common]"},
            {"company": ACME, "tags": "[common, rare]"},
            {"tags": "[common]"},
            {"tags": "[common]"},
        )
    )
    found = related(link(site))
    assert found["C"] == ["A", "B", "D"]
    assert found["B"] == ["C"]
    assert found["E"] == ["D"]


def test_of_two_tags_as_rare_the_first_by_its_address_counts(make_site: MakeSite) -> None:
    site = make_site(told({"tags": "[zoo]"}, {"tags": "[bee]"}, {"tags": "[zoo, bee]"}))
    assert related(link(site))["C"] == ["B", "A"]


def test_no_more_than_four_are_named_and_none_twice(make_site: MakeSite) -> None:
    keys = {"company": ACME, "tags": "[a, b, c, d]"}
    others = [{"tags": f"[{tag}]"} for tag in "abcd"]
    found = related(link(make_site(told(*others, keys, keys, keys, *others[:3]))))
    assert MOST == 4
    assert len(found["F"]) == 2
    assert len(found["E"]) == 4
    assert found["E"][0] == "F"
    assert all(len(set(names)) == len(names) and name not in names for name, names in found.items())


def test_a_round_up_is_near_each_of_its_companies(make_site: MakeSite) -> None:
    site = make_site(told({"company": ACME}, {"company": "Zeta"}, {"company": "[Acme, Zeta]"}))
    assert related(link(site)) == {"A": ["C"], "B": ["C"], "C": ["A", "B"]}


def test_a_mention_makes_no_story_near(make_site: MakeSite) -> None:
    assert related(link(make_site(told({"company": ACME}, {"mentions": "[Acme]"})))) == {}


def test_parts_of_the_same_series_are_passed_over_for_the_nearest_beside_them(make_site: MakeSite) -> None:
    part = {"company": ACME, "series": "The boiler"}
    alone = {"company": ACME}
    found = related(link(make_site(told(alone, part, part, part, alone, alone))))
    assert found["C"] == ["E", "A"]
    assert found == {
        "A": ["B"],
        "B": ["E", "A"],
        "C": ["E", "A"],
        "D": ["E", "A"],
        "E": ["F", "D"],
        "F": ["E"],
    }


def test_the_parts_of_another_series_may_be_near(make_site: MakeSite) -> None:
    one, other = {"company": ACME, "series": "One"}, {"company": ACME, "series": "Other"}
    assert related(link(make_site(told(one, other, one, other)))) == {
        "A": ["B"],
        "B": ["C", "A"],
        "C": ["D", "B"],
        "D": ["C"],
    }


@pytest.mark.parametrize("held", [{"draft": "true"}, {"withdrawn": "2024-02-01"}])
def test_a_story_that_is_not_shown_is_near_none(held: dict[str, str], make_site: MakeSite) -> None:
    linked = link(make_site(told({"company": ACME}, {"company": ACME, **held}, {"company": ACME})))
    assert related(linked) == {"A": ["C"], "C": ["A"]}


def test_what_is_related_does_not_depend_on_the_order_of_files(make_site: MakeSite) -> None:
    files = told(*({"company": ACME, "tags": f"[a, t{n % 3}]"} for n in range(8)))
    again = make_site(dict(reversed(files.items())), folder="again")
    assert related(link(make_site(files))) == related(link(again))


@pytest.fixture
def ten(make_site: MakeSite) -> Linked:
    return link(make_site(told(*({"company": ACME, "tags": "[a]"} for _ in range(10)))))


def test_whatever_the_series_the_nearest_that_are_of_none_or_another_are_found(ten: Linked) -> None:
    """Judged by the plainest search, which is not linear."""
    (company,) = ten.site.companies
    stories = company.stories

    @settings(max_examples=60)
    @given(st.lists(st.sampled_from((0, 0, 1, 2)), min_size=10, max_size=10))
    def holds(numbers: list[int]) -> None:
        kinds = {n: Series(str(n), tuple(s for s, k in zip(stories, numbers, strict=True) if k == n)) for n in (1, 2)}
        series = {s.path: kinds[n] for s, n in zip(stories, numbers, strict=True) if n}
        found = related_stories([company], [], series)
        for place, (one, number) in enumerate(zip(stories, numbers, strict=True)):

            def other(at: int, number: int = number) -> bool:
                return number == 0 or numbers[at] != number

            newer = next(([stories[at].path] for at in range(place - 1, -1, -1) if other(at)), [])
            older = next(([stories[at].path] for at in range(place + 1, 10) if other(at)), [])
            assert [near.path for near in found.get(one.path, ())] == newer + older

    holds()
