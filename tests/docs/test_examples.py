"""What the pages show as whole files builds, or gets the messages that the page shows."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import MakeSite
from tests.docs.reading import DOCS, blocks, read, section, sections
from tests.modules import CHECKOUT
from tests.running import run
from tests.sites import SITE_TOML


class Example(NamedTuple):
    """Files that a section shows, and the messages, if they are to be wrong."""

    page: Path
    title: str
    files: dict[str, str]
    said: str


def examples() -> tuple[Example, ...]:
    """Every section that shows whole files, in the order of the pages."""
    found = []
    for page in sorted(DOCS.rglob("*.md")):
        for one in sections(page):
            shown = blocks(one.text)
            files = {block.file: block.text for block in shown if block.file}
            said = next((block.text for block in shown if "nothing was changed." in block.text), "")
            if files:
                found.append(Example(page, one.title, files, said))
    return tuple(found)


@pytest.mark.parametrize("example", examples(), ids=lambda one: f"{one.page.stem}: {one.title}")
def test_the_files_of_an_example_build_or_get_the_messages_shown(example: Example, make_site: MakeSite) -> None:
    site = make_site(example.files)
    told = run("build", "--now", "2026-12-31", at=site.root)
    assert told.stderr == example.said
    assert told.exit_code == (1 if example.said else 0)


def test_there_are_examples_of_a_story_of_settings_and_of_a_theme_right_and_wrong() -> None:
    shown = {(one.page.stem, bool(one.said)) for one in examples()}
    assert shown == {(page, wrong) for page in ("configuration", "themes", "writing") for wrong in (False, True)}


def test_the_folder_that_does_not_belong_to_firsthand_gets_the_message_shown(make_site: MakeSite) -> None:
    site = make_site({"_site/mine.txt": "mine"})
    shown = blocks(section(DOCS / "publishing.md", "The files that are Firsthand's").text)
    assert run("build", at=site.root).stderr == shown[0].text


def test_a_story_begun_with_the_command_looks_as_the_page_shows(make_site: MakeSite) -> None:
    site = make_site({})
    shown = blocks(section(DOCS / "writing.md", "A first story").text)
    command, closing = shown[0].text.splitlines()
    words = ["new", "The kettle with a name tag", "--company", "Harrow & Pell", "--verdict", "good"]
    assert command == f'$ firsthand {words[0]} "{words[1]}" {words[2]} "{words[3]}" {" ".join(words[4:])}'
    assert run(*words, "--now", "2026-11-22", at=site.root).output.strip() == closing
    assert read(next((site.root / "content/stories").iterdir())) == shown[1].text


def test_what_a_page_shows_of_held_back_stories_is_said_of_the_sample_site(tmp_path: Path) -> None:
    shown = blocks(section(DOCS / "writing.md", "Drafts and scheduled stories").text)[0].text
    shutil.copytree(CHECKOUT / "content", tmp_path / "content")
    shutil.copy(CHECKOUT / "site.toml", tmp_path)
    told = run("build", "--now", "2026-11-23", at=tmp_path).output
    assert [line for line in told.splitlines() if line.startswith("held back")] == shown.splitlines()


def test_what_a_page_shows_of_a_comment_not_published_is_said_of_the_sample_site(tmp_path: Path) -> None:
    shown = blocks(section(DOCS / "writing.md", "The rules").text)[0].text
    shutil.copytree(CHECKOUT / "content", tmp_path / "content")
    shutil.copy(CHECKOUT / "site.toml", tmp_path)
    told = run("build", "--now", "2026-11-23", at=tmp_path).output
    assert [line for line in told.splitlines() if line.startswith("not published")] == shown.splitlines()


def test_the_note_that_a_page_shows_of_a_withdrawn_story_is_the_one_that_stays(make_site: MakeSite) -> None:
    """With the example of the key: nothing but a date in the file's name is needed beside it."""
    example = blocks(section(DOCS / "writing.md", "`withdrawn`").text)[0].text
    story = f"---\n{example}aliases: /old/\n---\n"
    site = make_site({"content/stories/2026-05-04-shoes.md": story, "site.toml": SITE_TOML + 'language = "en-GB"\n'})
    told = run("build", "--now", "2026-12-31", at=site.root)
    assert (told.stderr, told.exit_code) == ("", 0)
    quoted = section(DOCS / "writing.md", "Withdrawing a story").text.split("\n> ")[2].split("\n")[0]
    page = re.sub(r"<[^>]+>", " ", read(site.root / "_site/stories/shoes/index.html"))
    assert quoted in " ".join(page.split())
    assert "/stories/shoes/" in read(site.root / "_site/old/index.html")
