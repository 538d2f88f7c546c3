"""What the pages quote of Firsthand, it says; whole files that they show build."""

from pathlib import Path

import pytest

from tests.docs.quotes import Example, Quote, examples, quotes
from tests.docs.reading import CHECKING, COMMANDS, FRONT_MATTER, SITE_SETTINGS, THEME_API, read
from tests.docs.refresh import refresh
from tests.running import run
from tests.sites import SiteUnderTest

RIGHT = [one for one in examples() if one.message is None]


@pytest.mark.parametrize("quote", quotes(), ids=lambda one: one.name)
def test_a_quote_is_what_firsthand_says(quote: Quote, tmp_path: Path) -> None:
    """If only the words have changed: `python -m tests.docs.refresh`."""
    assert quote.said(tmp_path) == quote.block.text


@pytest.mark.parametrize("example", RIGHT, ids=lambda one: f"{one.page.stem}: {one.title}")
def test_whole_files_that_a_page_shows_build_without_a_problem(example: Example, tmp_path: Path) -> None:
    told = run("build", "--now", "2026-12-31", at=SiteUnderTest.written(tmp_path / "site", example.files).root)
    assert (told.stderr, told.exit_code) == ("", 0)


def test_there_are_examples_of_stories_settings_and_themes_right_and_wrong() -> None:
    shown = {(one.page, one.message is None) for one in examples()}
    right = {(page, True) for page in (FRONT_MATTER, SITE_SETTINGS, THEME_API)}
    wrong = {(page, False) for page in (CHECKING, SITE_SETTINGS, THEME_API)}
    assert right | wrong <= shown


def test_every_command_that_prints_for_writers_is_quoted() -> None:
    assert len([quote for quote in quotes() if quote.page == COMMANDS]) == 5


def test_refreshing_writes_what_firsthand_says_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("# P\n\n```text\nold\n```\n\n```text\nother\n```\n", encoding="utf-8")
    first = next(one for one in quotes() if one.page == COMMANDS)
    quote = Quote(page, "P", first.block._replace(language="text", text="old\n"), lambda _: "new\n")
    monkeypatch.setattr("tests.docs.refresh.quotes", lambda: (quote,))
    assert refresh() == (quote.name,)
    assert read(page) == "# P\n\n```text\nnew\n```\n\n```text\nother\n```\n"
