"""firsthand check: problems of the content and links that lead nowhere, found without writing a site."""

import re

from tests.conftest import MakeSite
from tests.running import run
from tests.sites import SITE_TOML, SiteUnderTest, story

JUNE = "2026-06-01"
LAST_LINE = re.compile(r"[\d,]+ outputs? checked → ([\d,]+) errors?, ([\d,]+) warnings?, in \d+\.\d\d s")

POLICY = {"content/pages/policy.md": "---\ntitle: How this site works\n---\n"}
"""Sites that tell of a company have one, so that nothing but the test's own fault is found."""

LINKS = """
A link to [the tags](/tags/) is right.

One to [nowhere](/companies/acmee/) is not.

And [an old address](/2019/shoes.html#sole) is not.
"""


def counted(stdout: str) -> tuple[str, ...]:
    told = LAST_LINE.fullmatch(stdout.strip())
    assert told, stdout
    return told.groups()


def site_with_broken_links(make_site: MakeSite) -> SiteUnderTest:
    return make_site(POLICY | {"content/stories/2024-01-01-first.md": story("First", LINKS, company="Acme")})


def test_a_site_without_fault_passes_with_one_line(make_site: MakeSite) -> None:
    tags = story("First", "See [tags](/tags/).", company="Acme")
    site = make_site(POLICY | {"content/stories/2024-01-01-first.md": tags})
    result = run("check", "--now", JUNE, at=site.root)
    assert (result.exit_code, result.stderr) == (0, "")
    assert counted(result.stdout) == ("0", "0")


def test_broken_links_are_found_with_the_line_on_which_they_were_written(make_site: MakeSite) -> None:
    site = site_with_broken_links(make_site)
    result = run("check", "--now", JUNE, at=site.root)
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(
        "content/stories/2024-01-01-first.md:9: '/companies/acmee/' leads to no page or file of this site."
    )
    assert "Did you mean '/companies/acme/'?" in first
    assert second.startswith(
        "content/stories/2024-01-01-first.md:11: '/2019/shoes.html#sole' leads to no page or file of this site."
    )
    assert "[broken-link]" in first
    assert counted(result.stdout) == ("2", "0")


def test_under_a_base_path_the_same_links_are_broken(make_site: MakeSite) -> None:
    site = site_with_broken_links(make_site)
    result = run("check", "--now", JUNE, "--url", "https://dana.github.io/repo/", at=site.root)
    assert "2024-01-01-first.md:9: '/companies/acmee/' leads to no page or file of this site." in result.stderr
    assert counted(result.stdout) == ("2", "0")


def test_a_link_to_a_place_that_a_page_does_not_have_is_broken(make_site: MakeSite) -> None:
    seconds = (
        "See [there](2024-01-01-first.md#the-end).\n\nAnd [here](2024-01-01-first.md#the-beginning).\n\n[Up](#top)."
    )
    site = make_site(
        {
            "content/stories/2024-01-01-first.md": story("First", "\n## The end\n\nWords.\n"),
            "content/stories/2024-01-02-second.md": story("Second", seconds),
        }
    )
    result = run("check", "--now", JUNE, at=site.root)
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(
        "content/stories/2024-01-02-second.md:7: 'content/stories/2024-01-01-first.md#the-beginning' names a heading"
    )
    assert second.startswith("content/stories/2024-01-02-second.md:9: '#top' names a heading")
    assert first.endswith("Did you mean '#the-end'?")
    assert second.endswith("The heading 'Two weeks later', for example, is #two-weeks-later.")
    assert counted(result.stdout) == ("2", "0")


def test_a_link_to_a_file_that_is_not_there_is_a_problem_of_the_content(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-first.md": story("First", "See [it](2024-01-02-secnd.md).")})
    result = run("check", "--now", JUNE, at=site.root)
    assert result.exit_code == 1
    assert (
        "content/stories/2024-01-01-first.md:5: there is no file content/stories/2024-01-02-secnd.md." in result.stderr
    )


def test_drafts_and_later_stories_are_checked_when_asked_for(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/stories/2024-01-01-draft.md": story("Draft", "To [nowhere](/draft/).", draft="true"),
            "content/stories/2026-12-01-later.md": story("Later", "To [nowhere](/later/)."),
        }
    )
    assert run("check", "--now", JUNE, at=site.root).exit_code == 0
    result = run("check", "--drafts", "--now", JUNE, at=site.root)
    assert result.exit_code == 1
    assert [line.split(" ")[1] for line in result.stderr.splitlines()] == ["'/draft/'", "'/later/'"]


def test_a_check_that_site_toml_ignores_is_not_run(make_site: MakeSite) -> None:
    site = site_with_broken_links(make_site)
    site.write("site.toml", SITE_TOML + '[check]\nignore = ["broken-link"]\n')
    result = run("check", "--now", JUNE, at=site.root)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_warning_alone_does_not_fail(make_site: MakeSite) -> None:
    site = site_with_broken_links(make_site)
    site.write("site.toml", SITE_TOML + '[check.severity]\nbroken-link = "warning"\n')
    result = run("check", "--now", JUNE, at=site.root)
    assert result.exit_code == 0
    assert counted(result.stdout) == ("0", "2")
    assert "2024-01-01-first.md:9: warning: '/companies/acmee/'" in result.stderr


def test_what_stops_a_build_stops_a_check(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-first.md": story("First", verdict="great")})
    result = run("check", at=site.root)
    assert result.exit_code == 1
    assert "content/stories/2024-01-01-first.md:3:10: verdict: 'great'" in result.stderr


def test_a_check_writes_no_site_and_leaves_the_built_one_alone(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-first.md": story("First")})
    run("check", "--now", JUNE, at=site.root)
    assert not (site.root / "_site").exists()
    site.build()
    before = site.tree()
    site.write("content/stories/2024-01-02-second.md", story("Second"))
    assert run("check", "--now", JUNE, at=site.root).exit_code == 0
    assert site.tree() == before


def test_a_site_whose_address_github_pages_gives_is_checked_without_one(make_site: MakeSite) -> None:
    """As on a pull request, where nobody asks GitHub for it."""
    without = SITE_TOML.replace('url = "https://told.example/"\n', "")
    site = make_site(
        {"site.toml": without, "content/stories/2024-01-01-first.md": story("First", "[x](/tags/) [y](/gone/)")}
    )
    result = run("check", "--drafts", "--now", JUNE, at=site.root)
    assert [line.split(" leads to")[0] for line in result.stderr.splitlines()] == [
        "content/stories/2024-01-01-first.md:5: '/gone/'"
    ]
    assert run("new", "Second", at=site.root).exit_code == 0
    assert "site.url is missing" in run("build", at=site.root).stderr
