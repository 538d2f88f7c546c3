"""firsthand new: a story's file, ready to be written."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.new import story_text
from generator.markup import MarkupOptions
from generator.story import parse_story
from tests.conftest import MakeSite
from tests.running import run
from tests.sites import SITE_TOML, SiteUnderTest

TOKYO = SITE_TOML + 'timezone = "Asia/Tokyo"\n'
NEW_YEAR = "2025-12-31T20:00Z"

TITLES = (
    "Plain words",
    "Colon: in the middle",
    "Colon at the end:",
    "A # is no comment",
    "#hashtag",
    "- dash",
    "---",
    "...",
    "'single'",
    '"double" and \\backslash\\',
    "[brackets]",
    "{braces: true}",
    "{{ 7*7 }}",
    "*star & ampersand",
    "&anchor",
    "!tag",
    "%percent",
    "@at",
    "`tick`",
    "| pipe",
    "> more",
    "? question",
    "~",
    "null",
    "no",
    "1.10",
    "10:30",
    "2024-01-01",
    "key:value",
    "key:",
    ": colon",
    ", comma",
    "title: title",
    "<script>alert(1)</script>",
    "]]>",
    "😀👩‍👩‍👧",
    "شركة سيئة",
    "\u202eright to left",
    "Ünïcödé",
    "x" * 10_000,
    "word " * 2_000,
)


def stories(site: SiteUnderTest) -> list[str]:
    return sorted(path.name for path in (site.root / "content/stories").iterdir())


def visible(text: str) -> str:
    return "".join(c for c in text if c.isprintable() and c != " ")


def title_read_back(text: str) -> str:
    parsed = parse_story(text, "content/stories/2026-01-01-x.md", MarkupOptions())
    assert parsed.problems == ()
    return parsed.title


def test_the_date_is_today_s_in_the_site_s_time_zone(make_site: MakeSite) -> None:
    site = make_site({"site.toml": TOKYO})
    result = run("new", "The kettle", "--now", NEW_YEAR, at=site.root)
    assert result.exit_code == 0
    path = "content/stories/2026-01-01-the-kettle.md"
    assert result.stdout == f"{path} → written. It is a draft until you delete the line 'draft: true'.\n"
    assert (site.root / path).is_file()


def test_source_date_epoch_stands_in_for_the_clock(make_site: MakeSite) -> None:
    site = make_site()
    run("new", "The kettle", at=site.root, SOURCE_DATE_EPOCH="1000000000")
    assert stories(site) == ["2001-09-09-the-kettle.md"]


def test_a_new_story_is_a_draft_that_needs_only_words(make_site: MakeSite) -> None:
    site = make_site()
    run("new", "The kettle", "--company", "Acme: pots", "--verdict", "good", "--now", NEW_YEAR, at=site.root)
    built = run("build", "--now", "2026-06-01", at=site.root)
    assert built.exit_code == 0, built.stderr
    assert "held back: content/stories/2025-12-31-the-kettle.md (a draft)" in built.stdout
    path = "content/stories/2025-12-31-the-kettle.md"
    site.replace(path, "draft: true\n", "")
    site.write(path, (site.root / path).read_text(encoding="utf-8") + "It whistles.\n")
    assert run("build", "--now", "2026-06-01", at=site.root).exit_code == 0
    page = site.read("stories/the-kettle/index.html")
    assert "It whistles." in page
    assert "Acme: pots" in page
    assert "stories/the-kettle" in site.read("good/index.html")


def test_a_story_can_have_a_folder_for_its_pictures(make_site: MakeSite) -> None:
    site = make_site()
    result = run("new", "The kettle", "--folder", "--now", NEW_YEAR, at=site.root)
    assert result.stdout.startswith("content/stories/2025-12-31-the-kettle/index.md → written.")
    assert (site.root / "content/stories/2025-12-31-the-kettle/index.md").is_file()


def test_a_story_in_another_folder_s_site(make_site: MakeSite) -> None:
    site = make_site()
    assert run("new", "The kettle", "--site", str(site.root), "--now", NEW_YEAR, at=site.root.parent).exit_code == 0
    assert stories(site) == ["2025-12-31-the-kettle.md"]


@pytest.mark.parametrize("more", [(), ("--folder",)])
def test_a_story_that_is_there_is_never_overwritten(more: tuple[str, ...], make_site: MakeSite) -> None:
    site = make_site()
    path = f"content/stories/2025-12-31-the-kettle{'/index' if more else ''}.md"
    site.write(path, "My words.")
    result = run("new", "The kettle!", "--now", NEW_YEAR, *more, at=site.root)
    assert result.exit_code == 1
    assert f"{path}: there is already a story here. Choose another title." in result.stderr
    assert (site.root / path).read_text(encoding="utf-8") == "My words."


def test_a_story_does_not_take_the_name_of_one_in_a_folder(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2025-12-31-the-kettle/index.md": "My words."})
    assert run("new", "The kettle", "--now", NEW_YEAR, at=site.root).exit_code == 1
    assert stories(site) == ["2025-12-31-the-kettle"]


@pytest.mark.parametrize("title", TITLES, ids=lambda title: title[:20].encode("unicode_escape").decode())
def test_a_title_is_read_back_as_it_was_given(title: str, make_site: MakeSite) -> None:
    site = make_site()
    assert run("new", f"--company={title}", "--now", NEW_YEAR, "--", title, at=site.root).exit_code == 0
    (name,) = stories(site)
    text = (site.root / "content/stories" / name).read_text(encoding="utf-8")
    assert title_read_back(text) == " ".join(title.split())
    assert len(name.encode()) < 256


@given(st.text().filter(lambda text: bool(visible(text))))
@settings(deadline=None, max_examples=150)
def test_all_that_is_visible_of_any_title_is_read_back(title: str) -> None:
    assert visible(title_read_back(story_text(title, None, None))) == visible(title)


def test_a_title_of_only_emoji_gets_a_name_that_can_be_an_address(make_site: MakeSite) -> None:
    site = make_site()
    for title in ("😀", "😡"):
        assert run("new", title, "--now", NEW_YEAR, at=site.root).exit_code == 0
    first, second = stories(site)
    assert first != second
    assert first.startswith("2025-12-31-story-")
    assert first.isascii()
    for name in (first, second):
        site.replace(f"content/stories/{name}", "draft: true\n", "")
    assert run("build", "--now", "2026-06-01", at=site.root).exit_code == 0


@pytest.mark.parametrize("title", ["", "   ", "\t\n", "\u200b"])
def test_a_story_needs_a_title(title: str, make_site: MakeSite) -> None:
    site = make_site()
    result = run("new", title, at=site.root)
    assert result.exit_code == 1
    assert result.stderr.startswith("TITLE: the title is empty. Write some words in quotes.")
    assert not (site.root / "content/stories").exists()


def test_there_is_no_story_without_a_site(tmp_path: Path) -> None:
    result = run("new", "The kettle", at=tmp_path)
    assert result.exit_code == 1
    assert "there is no site.toml here." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_has_nothing_else_wrong_with_it_gets_its_first_story(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2025-01-01-broken.md": "no front matter"})
    assert run("new", "The kettle", "--now", NEW_YEAR, at=site.root).exit_code == 0
