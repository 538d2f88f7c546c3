"""A tag's own file: what it says, what it may leave out, and what is wrong with it."""

import pytest
from hypothesis import given, settings

from generator.errors import in_order
from generator.markup import MarkupOptions
from generator.tag import TagProfile, parse_tag
from tests.fields.any_text import FRONT_MATTER, damaged

LATE = "content/tags/late-delivery.md"


def parsed(text: str, source: str = LATE) -> TagProfile:
    return parse_tag(text, source, MarkupOptions())


def problems_of(text: str, source: str = LATE) -> list[str]:
    return [str(problem) for problem in in_order(parsed(text, source).problems)]


def test_every_key_is_taken_as_it_is_written() -> None:
    tag = parsed("---\nname: Late & later\naliases: [delays, 1.10]\n---\nWhat *never* came.\n")
    assert tag.problems == ()
    assert (tag.source, tag.slug, tag.name) == (LATE, "late-delivery", "Late & later")
    assert tag.aliases == ("delays", "1.10")
    assert tag.body.first_paragraph == "What never came."


@pytest.mark.parametrize("keys", ["", "name:\naliases:\n", "name: ''\naliases: []\n"])
def test_everything_may_be_left_out_and_the_name_is_the_file_s_without_hyphens(keys: str) -> None:
    tag = parsed(f"---\n{keys}---\n")
    assert tag.problems == ()
    assert (tag.name, tag.slug, tag.aliases, tag.body.words) == ("late delivery", "late-delivery", (), 0)


def test_one_alias_may_stand_without_a_list() -> None:
    assert parsed("---\naliases: delays\n---\n").aliases == ("delays",)


@pytest.mark.parametrize("slug", ["late", "late-2", "2024", "verspätet", "遅延"])
def test_the_file_s_name_is_the_last_part_of_the_address(slug: str) -> None:
    tag = parsed("---\nname: Any\n---\n", f"content/tags/{slug}.md")
    assert (tag.slug, tag.problems) == (slug, ())


def test_a_file_s_name_that_is_no_part_of_an_address_is_named_with_a_better_one() -> None:
    source = "content/tags/Late Delivery.md"
    assert problems_of("---\nname: Any\n---\n", source) == [
        f"{source}:2:1: the file's name, 'Late Delivery', cannot be part of an address. Rename the file to late-delivery.md, with small letters, digits and single hyphens only."
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("nmae: Late", "2:1: nmae is not a key of a tag. Did you mean 'name'?"),
        ("description: Late", "2:1: description is not a key of a tag. Use one of: name, aliases."),
        (
            "name: [Late]",
            "2:7: name: this is a list, and one text belongs here. Write one text, in quotes if it starts with [.",
        ),
        (
            "aliases: [delays, {a: b}]",
            "2:19: aliases: these are keys, and one text belongs here. Write one text, in quotes if it starts with {.",
        ),
    ],
)
def test_a_wrong_key_or_value_is_named_where_it_stands_with_what_to_do(line: str, problem: str) -> None:
    assert problems_of(f"---\n{line}\n---\n") == [f"{LATE}:{problem}"]


def test_a_description_s_problems_are_named_on_their_lines() -> None:
    (problem,) = problems_of("---\nname: Late\n---\n\n[up](../../../x.md)\n")
    assert problem.startswith(f"{LATE}:5: '../../../x.md' leads out of the folder content/.")


@settings(max_examples=40, deadline=None)
@given(FRONT_MATTER | damaged({"name": "Late", "aliases": "[delays, late]"}).map("---\n{}---\n".format))
def test_any_text_is_a_tag_or_has_problems_with_it(text: str) -> None:
    tag = parsed(text)
    assert tag.name
    assert all(problem.at.path == LATE for problem in tag.problems)
