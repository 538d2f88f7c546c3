"""docs/tutorial.md, walked through from an empty folder to a published site, as it is written."""

import importlib.util
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, read, sections

if importlib.util.find_spec("pty") is None:
    pytest.skip("the walk needs a terminal of Linux or macOS", allow_module_level=True)

from tests.docs.walking import NEW_TERMINAL, Opened, Replaced, Seen, Step, Typed, Walk, Written, steps

TUTORIAL = DOCS / "tutorial.md"
SLUG = "the-kettle-with-a-name-tag"


def test_the_steps_of_the_page_are_of_every_sort() -> None:
    assert {type(step) for step in steps(TUTORIAL)} == {Typed, Written, Replaced, Seen, Opened}
    assert any(f"## {one.title}" == NEW_TERMINAL for one in sections(TUTORIAL))


def test_every_block_that_a_reader_may_copy_is_a_step_or_is_for_windows() -> None:
    taken = len([step for step in steps(TUTORIAL) if isinstance(step, Written | Replaced)])
    languages = [line.strip()[3:] for line in read(TUTORIAL).splitlines() if line.strip().startswith("```")]
    others = [language for language in languages if language not in ("", "console", "powershell")]
    assert len(others) == taken


@pytest.mark.slow
def test_the_tutorial_leads_from_nothing_to_a_published_site(tmp_path: Path) -> None:
    done: list[Step] = []
    with Walk(tmp_path) as walk:
        for step in steps(TUTORIAL):
            walk.do(step)
            done.append(step)
        walk.published(tmp_path / "published")
        required = read(walk.site / "requirements.txt")
    assert " @ git+https://github.com/NAME/firsthand@" in required.splitlines()[-1]
    page = read(tmp_path / f"published/stories/{SLUG}/index.html")
    assert "https://dana-merrowby.github.io/my-stories/stories/" in page
    assert "draft" not in page.lower()
    assert not (tmp_path / "published/stories/the-loaf-that-came-back").exists()
    assert done[-1] == list(steps(TUTORIAL))[-1]
