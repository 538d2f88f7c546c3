"""The frame around every page: title, navigation, feeds; and what site.toml names that is not there."""

import pytest

from generator.pages.frame import frame_problems, make_frame
from generator.pages.parts import FeedLink, Frame, Link
from tests.conftest import MakeSite
from tests.pages.planning import at
from tests.site.linking import link
from tests.sites import story

ABOUT = {
    "content/pages/about.md": "---\ntitle: About\nnav: 2\n---\n",
    "content/pages/faq.md": "---\ntitle: FAQ\nnav: 1\n---\n",
}
HIDDEN = {"content/pages/thanks.md": "---\ntitle: Thanks\n---\n"}


def frame(make_site: MakeSite, *lines: str) -> Frame:
    return make_frame(link(make_site({**at("https://name.github.io/repo/", *lines), **ABOUT, **HIDDEN})).site)


def test_it_has_what_the_site_says_of_itself(make_site: MakeSite) -> None:
    found = frame(
        make_site, 'tagline = "Firsthand."', 'description = "Stories."', 'language = "de"', 'copyright = "CC"'
    )
    assert (found.title, found.tagline, found.description) == ("Told", "Firsthand.", "Stories.")
    assert (found.language, found.copyright, found.root, found.logo) == ("de", "CC", "/repo/", "")


def test_pages_with_a_number_stand_in_it_in_that_order(make_site: MakeSite) -> None:
    assert frame(make_site).pages == (Link("FAQ", "/repo/faq/"), Link("About", "/repo/about/"))


def test_it_leads_to_the_page_that_says_how_the_site_works_where_there_is_one(make_site: MakeSite) -> None:
    policy = {"content/pages/policy.md": "---\ntitle: House rules\n---\n"}
    without = make_site({**at("https://name.github.io/repo/"), **ABOUT}, folder="without")
    assert make_frame(link(without).site).policy == ""
    site = make_site({**at("https://name.github.io/repo/"), **ABOUT, **policy})
    assert make_frame(link(site).site).policy == "/repo/policy/"


def test_the_foot_of_every_page_leads_there(make_site: MakeSite) -> None:
    site = make_site({"content/pages/policy.md": "---\ntitle: House rules\n---\n", **ABOUT})
    site.build()
    foot = '<a href="/policy/">How this site works</a>'
    pages = {path: data.decode() for path, data in site.tree().items() if path.endswith(".html")}
    assert {path for path in pages if foot not in pages[path].partition("<footer>")[2]} == set()
    site.delete("content/pages/policy.md")
    site.build()
    assert "/policy/" not in site.read("about/index.html")


def test_every_page_names_the_feeds_of_the_site(make_site: MakeSite) -> None:
    assert frame(make_site).feeds == (
        FeedLink("Told", "/repo/feed.xml", "application/rss+xml"),
        FeedLink("Told", "/repo/atom.xml", "application/atom+xml"),
        FeedLink("Told", "/repo/feed.json", "application/feed+json"),
    )


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("pages/about.md", "/repo/about/"),
        ("/tags/", "/repo/tags/"),
        ("/tags/?q=a#b", "/repo/tags/?q=a#b"),
        ("https://dana.example/", "https://dana.example/"),
        ("mailto:dana@told.example", "mailto:dana@told.example"),
        ("/über/", "/repo/%C3%BCber/"),
    ],
)
def test_the_navigation_leads_to_content_paths_and_addresses(url: str, leads: str, make_site: MakeSite) -> None:
    found = frame(make_site, "[[nav]]", 'title = "X"', f'url = "{url}"')
    assert found.nav == (Link("X", leads),)


def test_a_content_file_of_the_navigation_that_is_not_there_is_named(make_site: MakeSite) -> None:
    site = make_site({**at("https://told.example/", "[[nav]]", 'title = "X"', 'url = "pages/abuot.md"'), **ABOUT})
    (problem,) = frame_problems(link(site).site)
    said = "nav: there is no file content/pages/abuot.md. Did you mean 'pages/about.md'?"
    assert str(problem) == f"site.toml:7:7: {said}"


def test_a_story_of_the_navigation_that_is_held_back_is_named(make_site: MakeSite) -> None:
    nav = ("[[nav]]", 'title = "X"', 'url = "stories/2024-01-01-a.md"')
    site = make_site({**at("https://told.example/", *nav), "content/stories/2024-01-01-a.md": story("A", draft="true")})
    (problem,) = frame_problems(link(site).site)
    assert str(problem).endswith(
        "site.toml:7:7: nav: content/stories/2024-01-01-a.md is not published yet. Delete this entry of the menu until it is."
    )
    preview = link(site, include_held_back=True).site
    assert frame_problems(preview) == ()
    assert make_frame(preview).nav == (Link("X", "/stories/a/"),)


def test_a_logo_is_a_file_of_the_site(make_site: MakeSite) -> None:
    files = {
        **at("https://name.github.io/repo/", 'logo = "/images/logo.svg"'),
        "content/static/images/logo.svg": "<svg/>",
    }
    linked = link(make_site(files)).site
    assert frame_problems(linked) == ()
    assert make_frame(linked).logo == "/repo/images/logo.svg"


@pytest.mark.parametrize(
    ("logo", "hint"),
    [
        ("/images/new.svg", "Put the picture at content/static/images/new.svg."),
        ("/static/new.svg", 'Put the picture at content/static/new.svg and write logo = "/new.svg".'),
        ("/static/images/logo.svg", 'Write logo = "/images/logo.svg".'),
        ("/content/static/images/logo.svg", 'Write logo = "/images/logo.svg".'),
        ("/images/lgoo.svg", 'Did you mean "/images/logo.svg"?'),
        ("/logo.svg", 'Did you mean "/images/logo.svg"?'),
    ],
)
def test_a_logo_that_is_not_there_is_named_with_the_address_to_write(logo: str, hint: str, make_site: MakeSite) -> None:
    files = {**at("https://told.example/", f'logo = "{logo}"'), "content/static/images/logo.svg": "<svg/>"}
    (problem,) = frame_problems(link(make_site(files)).site)
    assert str(problem) == f"site.toml:5:8: site.logo: no file of the site has the address '{logo}'. {hint}"


def test_a_menu_without_a_file_or_anything_like_it_is_told_how_to_name_one(make_site: MakeSite) -> None:
    nav = ("[[nav]]", 'title = "X"', 'url = "zzz.md"')
    (problem,) = frame_problems(link(make_site(at("https://told.example/", *nav))).site)
    said = "nav: there is no file content/zzz.md. Write a path below content/, such as pages/about.md."
    assert str(problem) == f"site.toml:7:7: {said}"
