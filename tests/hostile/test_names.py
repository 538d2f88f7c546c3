"""Companies, tags and authors with names that no address, file system or page can take as they are."""

from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest

from tests.conftest import MakeSite
from tests.reading import read_page
from tests.sites import SiteUnderTest, story

NAMES = {
    "a path": "../../etc",
    "an absolute path": "/etc/passwd",
    "a path of Windows": "C:\\Windows\\system32",
    "a device of Windows": "CON",
    "Arabic": "شركة النور",
    "Japanese": "株式会社テスト",
    "300 characters": "x" * 300,
    "300 characters of four bytes": "𝕿" * 300,
    "many words": "word " * 100,
    "only punctuation": "!!!",
    "only emoji": "🛒",
    "mark-up": "<b>Bold</b>",
    "a script": "<script>alert(1)</script>",
    "an entity": "Marks &amp; Co",
    "an ampersand": "Tom & Jerry's",
    "a template": "{{ 7*7 }}",
    "dots": "..",
    "a dot": ".",
    "a question": "What? #1 at 100%",
    "a name of ours": "index.html",
    "page": "page",
    "dotless i": "İstanbul",
    "eszett": "Straße",
}
KINDS = {"companies": "company", "tags": "tags", "authors": "author"}


def site_of(folder: str, *names: str, make_site: MakeSite) -> SiteUnderTest:
    return make_site(
        {
            f"content/stories/2024-01-{day:02}-story.md": story(**{"slug": f"s{day}", KINDS[folder]: quoted(name)})
            for day, name in enumerate(names, start=1)
        }
    )


def quoted(name: str) -> str:
    """A YAML list of one name, whatever is in it."""
    return "['" + name.replace("'", "''") + "']"


def pages_of(site: SiteUnderTest, folder: str) -> list[str]:
    """The pages that stand for one company, tag or author."""
    return [
        path
        for path in site.tree()
        if path.startswith(f"{folder}/") and path.count("/") == 2 and path.endswith(".html")
    ]


@pytest.mark.parametrize("named", NAMES)
def test_a_name_has_one_page_of_its_own_inside_its_folder(named: str, make_site: MakeSite) -> None:
    name = NAMES[named]
    fields = {field: quoted(name) for field in KINDS.values()}
    site = make_site({"content/stories/2024-01-01-story.md": story(slug="s1", **fields)})
    site.build()
    for folder in KINDS:
        (path,) = pages_of(site, folder)
        page = read_page(site, path)
        assert page.headings == (" ".join(name.split()),)
        assert page.runs == []
        assert_is_shown_and_linked(site, name, path)


@pytest.mark.parametrize("folder", KINDS)
def test_all_such_names_together_lead_to_as_many_pages(folder: str, make_site: MakeSite) -> None:
    site = site_of(folder, *NAMES.values(), make_site=make_site)
    site.build()
    assert len(pages_of(site, folder)) == len(NAMES)
    outside = {path.name for path in site.root.parent.iterdir()} - {site.root.name}
    assert outside == set(), "nothing was written outside the site"


def assert_is_shown_and_linked(site: SiteUnderTest, name: str, path: str) -> None:
    """The story names it, and leads to its page, whose address is one that every file system can hold."""
    folder, slug, _ = PurePosixPath(path).parts
    assert slug.strip(".- ")
    assert len(slug.encode()) <= 255
    page = read_page(site, "stories/s1/index.html")
    assert f"/{folder}/{slug}/" in [unquote(link) for link in page.attributes("href")]
    assert " ".join(name.split()) in page.text


@pytest.mark.parametrize("folder", ["companies", "authors"])
def test_names_that_would_share_an_address_are_a_problem_that_names_both_stories(
    folder: str, make_site: MakeSite
) -> None:
    site = site_of(folder, "C++", "C", make_site=make_site)
    (problem,) = site.problems()
    assert problem.startswith("content/stories/2024-01-0")
    assert "content/stories/2024-01-01-story.md" in problem
    assert "content/stories/2024-01-02-story.md" in problem
    assert f"/{folder}/c/" in problem


@pytest.mark.parametrize("folder", KINDS)
def test_letter_case_and_unicode_form_do_not_make_two_names(folder: str, make_site: MakeSite) -> None:
    site = site_of(folder, "Café Zwölf", "CAFÉ ZWÖLF", "Cafe\u0301 Zwo\u0308lf", make_site=make_site)
    site.build()
    (path,) = pages_of(site, folder)
    links = read_page(site, path).attributes("href")
    assert {f"/stories/s{number}/" for number in (1, 2, 3)} <= set(links)


def test_tags_that_differ_in_letter_case_are_told(make_site: MakeSite) -> None:
    report = site_of("tags", "Refunds", "refunds", make_site=make_site).build()
    (warning,) = map(str, report.warnings)
    assert "'Refunds' and 'refunds'; it counts as one." in warning


def test_a_company_s_file_with_a_name_that_is_no_address_is_told_a_better_one(make_site: MakeSite) -> None:
    site = make_site({"content/companies/Tom & Co.md": "---\nname: Tom & Co\n---\n"})
    (problem,) = site.problems()
    assert problem.startswith("content/companies/Tom & Co.md")
    assert "Rename the file to tom-co.md" in problem
