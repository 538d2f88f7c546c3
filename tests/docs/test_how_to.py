"""The how-to pages and the index of the documentation: every page has its form, and what it quotes is said."""

import re
from pathlib import Path

import pytest

from generator.markup import MarkupOptions
from generator.story import parse_story
from tests.docs.reading import DOCS, blocks, read, section, sections
from tests.running import run
from tests.sites import SiteUnderTest, story

HOW_TO = sorted((DOCS / "how-to").glob("*.md"))
INDEX = DOCS / "README.md"


def page(name: str) -> Path:
    return DOCS / f"how-to/{name}.md"


def files_of(one: Path, title: str) -> dict[str, str]:
    return {block.file: block.text for block in blocks(section(one, title).text) if block.file}


@pytest.mark.parametrize("one", HOW_TO, ids=lambda one: one.stem)
def test_a_how_to_page_says_first_what_the_reader_gets_and_then_goes_by_numbers(one: Path) -> None:
    text = read(one)
    _, first, _ = text.split("\n\n", 2)
    assert first.startswith("**You get** ")
    assert re.search(r"^(1\. |## 1\. )", text, re.MULTILINE)


def test_the_index_names_every_page_by_its_title() -> None:
    named = dict(re.findall(r"^- \[([^\]]+)\]\(([^)]+)\)", read(INDEX), re.MULTILINE))
    there = {path for path in DOCS.rglob("*.md") if "decisions" not in path.parts and path != INDEX}
    assert {(DOCS / link).resolve() for link in named.values()} >= there
    for title, link in named.items():
        assert sections(DOCS / link)[0].title == title


@pytest.mark.parametrize("one", HOW_TO, ids=lambda one: one.stem)
def test_a_part_of_front_matter_that_a_page_shows_is_right(one: Path) -> None:
    for block in blocks(read(one)):
        if block.language == "yaml" and not block.file:
            text = story(company="Acme").replace("---\n\n", f"{block.text}---\n\n")
            assert parse_story(text, "content/stories/2026-01-02-acme.md", MarkupOptions()).problems == (), block.text


def test_the_parts_of_a_message_are_explained_with_a_message_that_is_given(tmp_path: Path) -> None:
    site = SiteUnderTest.written(tmp_path, files_of(page("solve-a-problem"), "A misspelt key or word"))
    said = run("build", "--now", "2026-12-31", at=site.root).stderr.split("\n")[0]
    explained = next(block.text for block in blocks(read(page("solve-a-problem"))) if "└─ the file" in block.text)
    assert explained.split("\n")[0] == said
    file, character, line = explained.strip().split("\n")[1:]
    assert file.index("└") == 0
    assert said[file.rindex("└") :].startswith("verdict: ")
    assert said[character.index("└") :].startswith("10: ")
    assert said[line.index("└") :].startswith("4:10: ")


def test_a_scheduled_story_is_named_as_the_page_shows(tmp_path: Path) -> None:
    title = "Schedule a story"
    site = SiteUnderTest.written(tmp_path, files_of(page("schedule-a-story"), title))
    (shown,) = [block for block in blocks(section(page("schedule-a-story"), title).text) if block.language == "console"]
    command, held_back = shown.text.splitlines()
    assert command == "$ firsthand build"
    assert held_back in run("build", "--now", "2026-12-31", at=site.root).output.splitlines()


def test_a_comment_that_breaks_a_rule_is_named_as_the_page_shows(tmp_path: Path) -> None:
    title = "Moderate comments"
    shown = next(
        block.text for block in blocks(section(page("moderate-comments"), title).text) if block.language == "text"
    )
    path = re.findall(r"content/comments/\S+", shown)[0]
    spam = "".join(f"[{n}](https://{n}.example) is a shop that I like. " for n in "abcd")
    files = files_of(page("moderate-comments"), title)
    files[path] = f"---\nauthor: Lionel\ndate: 2026-11-20\n---\n\n{spam}\n"
    site = SiteUnderTest.written(tmp_path, files)
    assert shown.strip() in run("build", "--now", "2026-12-31", at=site.root).output.splitlines()
