"""firsthand build: what it says, and that an error leaves the last good site alone."""

import re
from pathlib import Path

import pytest

from generator.cli.build import closing_line, held_back_count
from generator.pipeline.report import BuildReport
from generator.site import HeldBack, HeldComment
from tests.conftest import MakeSite
from tests.running import run
from tests.sites import SITE_TOML, SiteUnderTest, comment, story

JUNE = "2026-06-01"
CLOSING = re.compile(
    r"(\d+) (?:story|stories) → ([\d,]+) pages? written, (?:[\d,]+ pages? deleted, )?([\d,]+) unchanged, in \d+\.\d\d s"
)
SITE = {
    "content/stories/2024-01-01-first.md": story("First", company="Acme", verdict="good", tags="[phone]"),
    "content/stories/2024-02-02-second.md": story("Second", company="Zeta", verdict="bad"),
    "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
}


def everything(site: SiteUnderTest) -> dict[str, tuple[bytes, int]]:
    """Each file of the output folder, bookkeeping included, with its bytes and the moment of its last change."""
    files = [path for path in (site.root / "_site").rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_the_closing_line_has_the_promised_form() -> None:
    report = BuildReport(
        stories=14,
        written=("a", "b", "c"),
        deleted=(),
        unchanged=61,
        timezone="UTC",
        held_back=(),
        held_comments=(),
        warnings=(),
    )
    assert closing_line(report, "0.21 s") == "14 stories → 3 pages written, 61 unchanged, in 0.21 s"


def test_the_closing_line_counts_in_words_that_fit(make_site: MakeSite) -> None:
    report = BuildReport(1, ("a",), ("b",), 1234, "UTC", (), (), ())
    assert closing_line(report, "0.21 s") == "1 story → 1 page written, 1 page deleted, 1,234 unchanged, in 0.21 s"


def test_a_build_ends_with_one_line_that_says_what_it_did(make_site: MakeSite) -> None:
    site = make_site(SITE)
    first = run("build", "--now", JUNE, at=site.root)
    told = CLOSING.fullmatch(first.stdout.strip())
    assert told
    assert told.groups() == ("2", str(len(site.tree())), "0")
    assert (first.exit_code, first.stderr) == (0, "")
    site.replace("content/pages/about.md", "Us.", "All of us.")
    again = CLOSING.fullmatch(run("build", "--now", JUNE, at=site.root).stdout.strip())
    assert again
    assert again.groups() == ("2", "1", str(len(site.tree()) - 1))


def test_what_was_withdrawn_is_counted(make_site: MakeSite) -> None:
    site = make_site(SITE)
    run("build", "--now", JUNE, at=site.root)
    before = len(site.tree())
    site.delete("content/pages/about.md")
    assert ", 1 page deleted, " in run("build", "--now", JUNE, at=site.root).stdout
    assert len(site.tree()) == before - 1


def test_each_story_held_back_is_named_with_the_moment_it_will_appear(make_site: MakeSite) -> None:
    site = make_site(
        {
            "site.toml": SITE_TOML + 'timezone = "America/New_York"\n',
            "content/stories/2026-07-01-dated.md": story("Dated"),
            "content/stories/2026-07-02-timed.md": story("Timed", date="2026-07-02T12:30:00Z"),
            "content/stories/2024-05-05-draft.md": story("Draft", draft="true"),
            "content/stories/2024-05-06-out.md": story("Out"),
        }
    )
    *held_back, count, last = run("build", "--now", JUNE, at=site.root).stdout.splitlines()
    assert sorted(held_back) == [
        "held back: content/stories/2024-05-05-draft.md (a draft)",
        "held back: content/stories/2026-07-01-dated.md (appears 2026-07-01 00:00 America/New_York)",
        "held back: content/stories/2026-07-02-timed.md (appears 2026-07-02 08:30 America/New_York)",
    ]
    assert count == "held back: 3 stories"
    assert last.startswith("1 story → ")


def test_each_comment_that_is_not_published_is_named_with_the_reason_and_counted_with_the_stories(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {
            "content/stories/2024-05-06-out.md": story("Out"),
            "content/stories/2024-05-05-draft.md": story("Draft", draft="true"),
            "content/comments/2024-05-06-out/short.md": comment("Buy!", date="2024-05-07"),
            "content/comments/2024-05-06-out/shorter.md": comment("Buy", date="2024-05-08"),
            "content/comments/2024-05-06-out/fine.md": comment(date="2024-05-09"),
        }
    )
    assert run("build", "--now", JUNE, at=site.root).stdout.splitlines()[:-1] == [
        "held back: content/stories/2024-05-05-draft.md (a draft)",
        "not published: content/comments/2024-05-06-out/short.md (it has 1 word, and min_words is 5)",
        "not published: content/comments/2024-05-06-out/shorter.md (it has 1 word, and min_words is 5)",
        "held back: 1 story, 2 comments",
    ]


@pytest.mark.parametrize(
    ("stories", "comments", "said"),
    [
        (1, 3, "1 story, 3 comments"),
        (2, 1, "2 stories, 1 comment"),
        (1, 0, "1 story"),
        (0, 1200, "1,200 comments"),
        (0, 0, ""),
    ],
)
def test_what_is_held_back_is_counted_and_of_what_there_is_none_nothing_is_said(
    stories: int, comments: int, said: str
) -> None:
    held_back, held_comments = (HeldBack("a.md", "A", None),) * stories, (HeldComment("b.md", "short"),) * comments
    assert held_back_count(BuildReport(1, (), (), 9, "UTC", held_back, held_comments, ())) == said


def test_what_is_held_back_is_named_by_every_build(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2026-07-01-later.md": story("Later")})
    first, second = (run("build", "--now", JUNE, at=site.root).stdout.splitlines()[0] for _ in range(2))
    assert first == second == "held back: content/stories/2026-07-01-later.md (appears 2026-07-01 00:00 UTC)"


def test_a_story_appears_at_its_moment_and_not_before(make_site: MakeSite) -> None:
    site = make_site(
        {
            "site.toml": SITE_TOML + 'timezone = "America/New_York"\n',
            "content/stories/2026-07-01-later.md": story("Later"),
        }
    )
    run("build", "--now", "2026-07-01T03:59:59Z", at=site.root)
    assert "stories/later/index.html" not in site.tree()
    run("build", "--now", "2026-07-01T04:00:00Z", at=site.root)
    assert "stories/later/index.html" in site.tree()


def test_every_problem_of_every_file_is_listed_at_once_and_the_last_good_site_stays(make_site: MakeSite) -> None:
    site = make_site(SITE)
    run("build", "--now", JUNE, at=site.root)
    good = everything(site)
    site.write("content/stories/2024-01-01-first.md", story("First", verdict="great", rattle="yes"))
    site.write("content/stories/2024-02-02-second.md", "---\ndate: soon\n---\n")
    site.write("content/companies/acme.md", "---\nname: Acme\nwebsite: acme\n---\n")
    site.write("content/pages/about.md", "")
    site.write("site.toml", SITE_TOML + "[build]\npaginate = 0\n")
    site.delete("_site/robots.txt")
    del good[str(site.root / "_site/robots.txt")]
    result = run("build", "--now", JUNE, at=site.root)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        "content/companies/acme.md:3:10",
        "content/pages/about.md:1:1",
        "content/stories/2024-01-01-first.md:3:10",
        "content/stories/2024-01-01-first.md:4:1",
        "content/stories/2024-02-02-second.md:2:1",
        "content/stories/2024-02-02-second.md:2:7",
        "site.toml:7:12",
        "7 problems; nothing was changed.",
    ]
    great = "content/stories/2024-01-01-first.md:3:10: verdict: 'great' is not a verdict. Use good, bad or mixed. Did you mean 'good'?"
    assert great in result.stderr.splitlines()
    assert everything(site) == good


def test_a_broken_template_leaves_the_last_good_site(make_site: MakeSite) -> None:
    site = make_site(SITE | {"themes/mine/theme.toml": 'api = 1\nextends = "counter"\n'})
    site.write("site.toml", SITE_TOML + '[theme]\nname = "mine"\n')
    run("build", "--now", JUNE, at=site.root)
    good = everything(site)
    site.write("themes/mine/templates/404.html", "<p>{{ view.nothing_of_the_kind }}</p>")
    result = run("build", "--now", JUNE, at=site.root)
    assert result.exit_code == 1
    assert "themes/mine/templates/404.html:1" in result.stderr
    assert "nothing_of_the_kind" in result.stderr
    assert everything(site) == good


def test_where_there_was_no_site_an_error_publishes_nothing(make_site: MakeSite) -> None:
    site = make_site(
        {"content/stories/2024-01-01-first.md": "nothing", "content/stories/2024-01-02-second.md": story()}
    )
    assert run("build", at=site.root).exit_code == 1
    assert site.tree() == {}


def test_a_warning_is_told_and_does_not_fail(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-first.md": story("First", tags="[Phone]"),
            "content/stories/2024-01-02-second.md": story("Second", tags="[phone]"),
        }
    )
    result = run("build", "--now", JUNE, at=site.root)
    assert result.exit_code == 0
    assert "content/stories/2024-01-01-first.md:3:8: warning: tag is spelled 'Phone' and 'phone'" in result.stderr
    assert result.stdout.count("\n") == 1
    assert run("build", "--now", JUNE, at=site.root).stderr == result.stderr, "told again by a build with nothing to do"


def test_a_site_can_be_built_from_elsewhere(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site(SITE)
    assert run("build", "--site", str(site.root), "--now", JUNE, at=tmp_path).exit_code == 0
    assert "index.html" in site.tree()
