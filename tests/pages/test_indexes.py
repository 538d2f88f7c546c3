"""The sitemap, the list of feeds for feed readers, and what a host looks for."""

from xml.etree import ElementTree

import pytest

from generator.pages import sitemap
from generator.pages.redirect import RedirectView
from generator.pages.sitemap import SitemapView
from tests.conftest import MakeSite
from tests.pages.planning import URLS, Plan, at, plan
from tests.sites import story

STORIES = {
    f"content/stories/2024-01-0{n}-s{n}.md": story(f"S{n}", tags="[a & b]", aliases=f"[/old/{n}/]") for n in range(1, 8)
}
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def located(text: str) -> dict[str, str | None]:
    """The addresses of a sitemap with their days, read by an XML parser."""
    root = ElementTree.fromstring(text)
    return {str(one.findtext(f"{NAMESPACE}loc")): one.findtext(f"{NAMESPACE}lastmod") for one in root}


@pytest.mark.parametrize("url", URLS)
def test_the_sitemap_names_every_page_for_search_engines_and_days_for_stories(url: str, make_site: MakeSite) -> None:
    planned = plan(
        make_site(
            {**at(url, "[build]", "paginate = 2"), **STORIES, "content/pages/about.md": "---\ntitle: About\n---\n"}
        )
    )
    found = located(planned.text("/sitemap.xml"))
    lists = ("", "archive/", "archive/2024/", "tags/", "tags/a-b/", "authors/", "subscribe/", "updates/", "unresolved/")
    assert found == {
        **{f"{url}stories/s{n}/": f"2024-01-0{n}" for n in range(1, 8)},
        **{f"{url}{path}": None for path in (*lists, "companies/", "about/", "good/", "bad/", "mixed/")},
    }


def test_a_draft_is_not_in_the_sitemap_of_a_preview(make_site: MakeSite) -> None:
    drafts = {
        "content/stories/2024-02-01-d.md": story("D", draft="true"),
        "content/stories/2030-01-01-l.md": story("L"),
    }
    planned = plan(make_site(STORIES | drafts), include_held_back=True)
    assert {url for url in located(planned.text("/sitemap.xml")) if "/stories/" in url} == {
        f"https://told.example/stories/s{n}/" for n in range(1, 8)
    }


def test_beyond_the_most_an_index_names_several_sitemaps_that_have_all_addresses_once(make_site: MakeSite) -> None:
    planned = plan(make_site(STORIES))
    pages = tuple(page for page in planned.pages.values() if page.kind not in ("sitemap", "opml"))
    whole = planned.view("/sitemap.xml", SitemapView)
    count = len(whole.entries)
    for most in (1, 3, count - 1):
        *parts, index = sitemap.plan(planned.site, pages, most)
        assert (index.path, index.view.of) == ("/sitemap.xml", "sitemap")
        assert [entry.url for entry in index.view.entries] == [f"https://told.example{part.path}" for part in parts]
        assert [entry for part in parts for entry in part.view.entries] == list(whole.entries)
        assert all(0 < len(part.view.entries) <= most for part in parts)
        assert "<sitemapindex " in sitemap.render(index.view).decode()
    (one,) = sitemap.plan(planned.site, pages, count)
    assert (one.path, one.view.of) == ("/sitemap.xml", "url")


def test_a_sitemap_has_fifty_thousand_addresses_at_most() -> None:
    assert sitemap.MOST == 50_000


def test_the_list_of_feeds_has_each_list_once_and_titles_as_they_are(make_site: MakeSite) -> None:
    files = {"content/stories/2024-01-01-a.md": story("A", tags="[a & b]", company='"<Acme> \\"Ltd\\""')}
    planned = plan(make_site(files))
    root = ElementTree.fromstring(planned.text("/feeds.opml"))
    assert root.findtext("head/title") == "Told"
    outlines = [outline.attrib for outline in root.iter("outline")]
    assert all(outline["type"] == "rss" and outline["text"] == outline["title"] for outline in outlines)
    assert {outline["xmlUrl"]: outline["text"] for outline in outlines} == {
        "https://told.example/feed.xml": "Told",
        "https://told.example/comments.xml": "Comments on Told",
        "https://told.example/companies/acme-ltd/feed.xml": 'Told: <Acme> "Ltd"',
        "https://told.example/tags/a-b/feed.xml": "Told: a & b",
        **{f"https://told.example/{verdict}/feed.xml": f"Told: {verdict}" for verdict in ("good", "bad", "mixed")},
    }
    assert outlines[0]["htmlUrl"] == "https://told.example/"


def hosting(planned: Plan) -> set[str]:
    return {path for path, page in planned.pages.items() if page.kind == "hosting"}


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://told.example/", "told.example"),
        ("https://www.told.example/", "www.told.example"),
        ("https://told.example:8443/", "told.example"),
        ("https://name.github.io/", ""),
        ("https://Name.GitHub.io/", ""),
        ("https://name.github.io/repo/", ""),
        ("https://told.example/blog/", ""),
        ("http://127.0.0.1:8000/", ""),
        ("http://[::1]:8000/", ""),
        ("http://localhost:8000/", ""),
        ("http://told.localhost/", ""),
    ],
)
def test_a_domain_of_its_own_is_told_to_the_host_and_no_other(url: str, domain: str, make_site: MakeSite) -> None:
    planned = plan(make_site(at(url)))
    assert ("/CNAME" in planned.pages) == bool(domain)
    if domain:
        assert planned.text("/CNAME") == f"{domain}\n"


def test_crawlers_are_shown_the_sitemap_and_the_host_leaves_files_as_they_are(make_site: MakeSite) -> None:
    planned = plan(make_site(at("https://name.github.io/repo/")))
    assert (
        planned.text("/robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://name.github.io/repo/sitemap.xml\n"
    )
    assert planned.text("/.nojekyll") == ""


@pytest.mark.parametrize("name", ["robots.txt", "CNAME", ".nojekyll"])
def test_a_file_under_static_stands_in_for_the_generators_own(name: str, make_site: MakeSite) -> None:
    everything = hosting(plan(make_site()))
    assert everything == {"/robots.txt", "/CNAME", "/.nojekyll"}
    site = make_site({f"content/static/{name}": "mine\n"}, folder="own")
    assert hosting(plan(site)) == everything - {f"/{name}"}
    site.build()
    assert site.read(name) == "mine\n"


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/2019/shoes/", "/2019/shoes/"),
        ("/2019/shoes", "/2019/shoes/"),
        ("/shoes.html", "/shoes.html"),
        ("/a.b/c", "/a.b/c/"),
    ],
)
def test_an_alias_is_a_page_that_leads_to_the_story(alias: str, path: str, make_site: MakeSite) -> None:
    site = make_site(
        {**at("https://name.github.io/repo/"), "content/stories/2024-01-01-a.md": story("A", aliases=f"[{alias}]")}
    )
    page = plan(site).pages[path]
    assert page.view == RedirectView("A", "/repo/stories/a/", "https://name.github.io/repo/stories/a/", "en")
    assert page.source == "content/stories/2024-01-01-a.md"


def test_the_alias_of_a_draft_leads_nowhere(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", aliases="[/old/]", draft="true")})
    assert "/old/" not in plan(site).pages
