"""What a browser and a search engine call a page: its title says what is on it, and no two pages share one."""

from collections import Counter

import pytest

from tests.conftest import MakeSite
from tests.pages.planning import at
from tests.reading import read_page
from tests.sites import SiteUnderTest, story


def built(make_site: MakeSite, files: dict[str, str], *toml: str) -> SiteUnderTest:
    site = make_site({**at("https://told.example/", *toml), **files})
    site.build()
    return site


def title(site: SiteUnderTest, path: str) -> str:
    return read_page(site, f"{path.strip('/')}/index.html".lstrip("/")).title


def og_title(site: SiteUnderTest, path: str) -> str:
    page = read_page(site, f"{path.strip('/')}/index.html")
    (found,) = (e.get("content", "") for e in page.elements if e.get("property") == "og:title")
    return found


def description(site: SiteUnderTest, path: str) -> str:
    page = read_page(site, f"{path.strip('/')}/index.html")
    (found,) = (e.get("content", "") for e in page.elements if e.get("name") == "description")
    return found


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("Acme", "The lamp – Acme – Told"),
        ("[Acme, Zeta]", "The lamp – Acme and Zeta – Told"),
        ("[Acme, Zeta, Quay]", "The lamp – Acme and 2 more companies – Told"),
        ('"Bits & <b>\'s"', "The lamp – Bits & <b>'s – Told"),
        ("lamp", "The lamp – Told"),
        ('""', "The lamp – Told"),
    ],
)
def test_a_story_names_its_company_unless_its_title_does(company: str, expected: str, make_site: MakeSite) -> None:
    site = built(make_site, {"content/stories/2024-01-01-a.md": story("The lamp", company=company)})
    assert title(site, "/stories/a/") == expected
    assert og_title(site, "/stories/a/") == "The lamp"
    assert read_page(site, "stories/a/index.html").headings == ("The lamp",)


@pytest.mark.parametrize(("count", "expected"), [(1, "1 customer story"), (2, "2 customer stories")])
def test_a_company_says_how_many_stories_there_are(count: int, expected: str, make_site: MakeSite) -> None:
    files = {
        f"content/stories/2024-01-0{n}-s.md": story(company="Quillfeather Rail", verdict="good", slug=f"s{n}")
        for n in range(1, count + 1)
    }
    site = built(make_site, files)
    assert title(site, "/companies/quillfeather-rail/") == f"Quillfeather Rail: {expected} – Told"
    assert og_title(site, "/companies/quillfeather-rail/") == f"Quillfeather Rail: {expected}"
    assert read_page(site, "companies/quillfeather-rail/index.html").headings == ("Quillfeather Rail",)
    assert description(site, "/companies/quillfeather-rail/") == f"{expected} about Quillfeather Rail: {count} good."


@pytest.mark.parametrize(
    "keys", [{"mentions": "[Acme]"}, {"company": "Acme", "disclosure": "owner", "verdict": "good"}]
)
def test_a_company_without_a_counted_story_is_its_name(keys: dict[str, str], make_site: MakeSite) -> None:
    site = built(make_site, {"content/stories/2024-01-01-a.md": story("A", **keys)})
    assert title(site, "/companies/acme/") == "Acme – Told"
    assert description(site, "/companies/acme/") == "Customer stories about Acme. This page is unofficial."


LISTED = {
    f"content/stories/2024-01-0{n}-s.md": story(
        f"S{n}",
        slug=f"s{n}",
        company="Acme",
        tags="[phone]",
        author="Dana",
        verdict="bad",
        outcome="unresolved",
        updates="{date: 2024-02-01, note: News.}",
    )
    for n in range(1, 6)
}


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("", "Told", "All stories, page 2 – Told"),
        ("/companies/acme", "Acme: 5 customer stories – Told", "Acme: customer stories, page 2 – Told"),
        ("/tags/phone", "phone – Told", "phone, page 2 – Told"),
        ("/bad", "Bad service – Told", "Bad service, page 2 – Told"),
        ("/authors/dana", "Dana – Told", "Dana, page 2 – Told"),
        ("/updates", "Updates – Told", "Updates, page 2 – Told"),
    ],
)
def test_each_screen_says_the_number_that_is_in_its_address(
    path: str, first: str, second: str, make_site: MakeSite
) -> None:
    site = built(make_site, LISTED, "[build]", "paginate = 2")
    assert (title(site, f"{path}/"), title(site, f"{path}/page/2/")) == (first, second)
    assert title(site, f"{path}/page/1/") == second.replace("page 2", "page 1")
    assert read_page(site, f"{path.lstrip('/')}/page/2/index.html".lstrip("/")).headings[0].endswith(", page 2")


def test_lists_that_are_numbered_from_the_front_do_so_too(make_site: MakeSite) -> None:
    cases = {path: text.replace("company: Acme", f"company: Acme {n}") for n, (path, text) in enumerate(LISTED.items())}
    site = built(make_site, cases, "[build]", "paginate = 2")
    assert title(site, "/unresolved/page/2/") == "Unresolved, page 2 – Told"
    assert title(site, "/unresolved/page/3/") == "Unresolved, page 3 – Told"


def test_no_two_pages_share_a_title(make_site: MakeSite) -> None:
    """But for redirects, which have that of the story they lead to."""
    companies = {f"content/companies/c{n}.md": f"---\nname: C{n}\n---\n" for n in range(101)}
    site = built(make_site, {**LISTED, **companies}, "[build]", "paginate = 2")
    titles = Counter(read_page(site, path).title for path in site.tree() if path.endswith(".html"))
    assert len(titles) > 120
    assert {shared for shared, pages in titles.items() if pages > 1} == set()
    assert "Companies, page 2 – Told" in titles
