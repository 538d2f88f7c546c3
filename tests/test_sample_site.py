"""The sample site in content/: it says that it is made up, shows what Firsthand can do, and can be taken away."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from tests.reading import read_page
from tests.running import CHECKOUT, run
from tests.sites import SiteUnderTest, story

MADE = ("stories", "comments", "companies", "tags", "authors")


@pytest.fixture
def sample(tmp_path: Path) -> SiteUnderTest:
    """A copy of the sample, as someone has it who forked the repository."""
    shutil.copytree(CHECKOUT / "content", tmp_path / "content")
    shutil.copy(CHECKOUT / "site.toml", tmp_path)
    return SiteUnderTest(tmp_path)


def folders_to_delete(sample: SiteUnderTest) -> tuple[str, ...]:
    """The folders that the about page tells people to delete."""
    text = (sample.root / "content/pages/about.md").read_text(encoding="utf-8")
    (sentence,) = re.findall(r"remove the sample: delete the folders ([^.]+)\.", text)
    return tuple(re.findall(r"`(\w+)`", sentence.partition(" from ")[0]))


def problems_of(told: Result) -> list[str]:
    """What a command finds, but for the example address, which a fork replaces when it is published."""
    return [line for line in told.stderr.splitlines() if "[placeholders]" not in line]


def test_what_the_about_page_tells_people_to_delete_leaves_a_site_without_an_error(sample: SiteUnderTest) -> None:
    assert folders_to_delete(sample) == MADE
    for folder in MADE:
        sample.delete(f"content/{folder}")
    for command in ("build", "check"):
        told = run(command, at=sample.root)
        assert (told.exit_code, problems_of(told)) == (0, []), command
    assert "No stories yet." in read_page(sample, "index.html").text


@pytest.mark.parametrize(
    "kept", [("authors",), ("tags", "authors"), ("companies", "authors"), ("companies", "tags", "authors")]
)
def test_whoever_deletes_only_the_stories_and_comments_gets_no_error_either(
    kept: tuple[str, ...], sample: SiteUnderTest
) -> None:
    for folder in set(MADE) - set(kept):
        sample.delete(f"content/{folder}")
    told = run("check", at=sample.root)
    assert (told.exit_code, problems_of(told)) == (0, [])


def test_the_first_story_of_a_fork_is_the_only_one(sample: SiteUnderTest) -> None:
    for folder in MADE:
        sample.delete(f"content/{folder}")
    sample.write("content/stories/2027-01-01-mine.md", story("Mine", company="Acme", verdict="good"))
    told = run("build", "--now", "2027-01-02", at=sample.root)
    assert (told.exit_code, told.stderr) == (0, "")
    assert sample.read("sitemap.xml").count("/stories/") == 1


def test_the_front_page_says_that_all_is_made_up_and_leads_to_what_a_site_can_show(sample: SiteUnderTest) -> None:
    assert run("build", at=sample.root).exit_code == 0
    page = read_page(sample, "index.html")
    (intro,) = (e for e in page.marked("prose") if "made up" in "".join(e.itertext()))
    leads = {e.get("href", "").removeprefix("/firsthand") for e in intro.iter("a")}
    assert {"/companies/", "/unresolved/", "/updates/", "https://github.com/your-name/firsthand#readme"} == leads
    headings = {"".join(e.itertext()) for e in page.elements if e.tag == "h2"}
    assert {"Latest updates and replies", "Still unresolved", "Companies with the most stories"} <= headings
    menu = next(e for e in page.elements if e.tag == "nav")
    assert "Unresolved" in ["".join(e.itertext()) for e in menu.iter("a")]
