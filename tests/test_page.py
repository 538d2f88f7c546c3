"""A page of the site that is no story: its address, its place in the navigation, and what is wrong with it."""

import pytest
from hypothesis import given, settings

from generator.errors import in_order
from generator.markup import MarkupOptions
from generator.page import ContentPage, parse_page
from tests.fields.any_text import FRONT_MATTER

ABOUT = "content/pages/about.md"


def parsed(text: str, source: str = ABOUT) -> ContentPage:
    return parse_page(text, source, MarkupOptions())


def problems_of(text: str, source: str = ABOUT) -> list[str]:
    return [str(problem) for problem in in_order(parsed(text, source).problems)]


def test_every_key_is_taken_as_it_is_written() -> None:
    page = parsed("---\ntitle: About us\nnav: 3\n---\nWho we are.\n")
    assert page.problems == ()
    assert (page.source, page.path, page.title, page.nav) == (ABOUT, "/about/", "About us", 3)
    assert page.body.first_paragraph == "Who we are."


@pytest.mark.parametrize("nav", ["", "nav:\n", "nav: ''\n"])
def test_a_page_without_a_number_stands_nowhere_in_the_navigation(nav: str) -> None:
    page = parsed(f"---\ntitle: About\n{nav}---\n")
    assert (page.nav, page.problems) == (None, ())


@pytest.mark.parametrize("nav", [0, 1, 1000])
def test_nought_is_a_place_in_the_navigation_too(nav: int) -> None:
    assert parsed(f"---\ntitle: About\nnav: {nav}\n---\n").nav == nav


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("content/pages/about.md", "/about/"),
        ("content/pages/how-we-write.md", "/how-we-write/"),
        ("content/pages/über.md", "/über/"),
        ("content/pages/help/refunds.md", "/help/refunds/"),
        ("content/pages/help/index.md", "/help/"),
    ],
)
def test_a_page_stands_at_its_own_path(source: str, path: str) -> None:
    page = parsed("---\ntitle: x\n---\n", source)
    assert (page.path, page.problems) == (path, ())


@pytest.mark.parametrize(
    ("stem", "better"),
    [("About Us", "about-us"), ("help/About", "help/about"), ("Help/about", "help/about"), ("a..b", "a-b"), ("a//b", "a/name/b"), ("../x", "name/x"), ("🎉", "name")],
)  # fmt: skip
def test_a_file_s_name_that_is_no_part_of_an_address_is_named_with_a_better_one(stem: str, better: str) -> None:
    source = f"content/pages/{stem}.md"
    page = parsed("---\ntitle: x\n---\n", source)
    assert page.path == f"/{better}/"
    assert problems_of("---\ntitle: x\n---\n", source) == [
        f"{source}:2:1: the file's name, '{stem}', cannot be part of an address. Rename the file to {better}.md, with small letters, digits and single hyphens only."
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\nnav: 1\n---\n", "2:1: title is missing. Add a line such as title: About this site."),
        ("---\nnav: 1\ntitle:\n---\n", "3:1: title has no value. Write one, such as title: About this site."),
        ("---\n---\n", "1:1: title is missing. Add a line such as title: About this site."),
        ("---\ntitle: x\nnav: first\n---\n", "3:6: nav: 'first' is not a whole number from 0 to 1000. Write a number such as 3."),
        ("---\ntitle: x\nnav: -1\n---\n", "3:6: nav: '-1' is not a whole number from 0 to 1000. Write a number such as 3."),
        ("---\ntitle: x\nnav: 1001\n---\n", "3:6: nav: '1001' is not a whole number from 0 to 1000. Write a number such as 3."),
        ("---\ntitle: x\nnav: 1.10\n---\n", "3:6: nav: '1.10' is not a whole number from 0 to 1000. Write a number such as 3."),
        ("---\ntitle: x\nnav: yes\n---\n", "3:6: nav: 'yes' is not a whole number from 0 to 1000. Write a number such as 3."),
        ("---\ntitle: [x]\n---\n", "2:8: title: this is a list, and one text belongs here. Write one text, in quotes if it starts with [."),
        ("---\ntitle: x\nnva: 1\n---\n", "3:1: nva is not a key of a page. Did you mean 'nav'?"),
        ("---\ntitle: x\ndate: 2024-01-01\n---\n", "3:1: date is not a key of a page. Use one of: title, nav."),
        ("Who we are.\n", "1:1: the front matter is missing. Start the file with a line ---, then write the keys, each on its own line, then another line ---."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_where_it_stands_with_what_to_do(text: str, problem: str) -> None:
    assert problems_of(text) == [f"{ABOUT}:{problem}"]


@settings(max_examples=40, deadline=None)
@given(FRONT_MATTER)
def test_any_text_is_a_page_or_has_problems_with_it(text: str) -> None:
    page = parsed(text)
    assert page.path == "/about/"
    assert all(problem.at.path == ABOUT for problem in page.problems)
