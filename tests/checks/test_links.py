"""The check for broken links: every link, picture and place of every page leads somewhere."""

from collections.abc import Mapping

import pytest

from generator.checks import CHECKS, Rendered, run_checks
from generator.checks.links import broken_links
from generator.pipeline.whole import render_whole
from tests.conftest import MakeSite
from tests.pages.planning import URLS, at
from tests.site.linking import link
from tests.sites import DOT, SiteUnderTest, story


def faults(folder: SiteUnderTest, outputs: Mapping[str, str]) -> list[str]:
    """What is wrong with the links of pages whose HTML the test gives."""
    data = {path: html.encode() for path, html in outputs.items()}
    return list(map(str, broken_links(Rendered(link(folder).site, data, {path: f"({path})" for path in data}))))


def checked(folder: SiteUnderTest) -> list[str]:
    """What all checks say of the whole site."""
    rendered, _ = render_whole(folder.settings())
    return list(map(str, run_checks(CHECKS, rendered, rendered.site.config.check)))


TREE = {
    "tags/index.html": '<p id="top">x</p>',
    "feed.xml": "",
    "grüße/index.html": "",
    "images/box.png": "",
    "a b.txt": "",
}


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize(
    "target",
    [
        "tags/",
        "tags/#top",
        "feed.xml",
        "feed.xml#anything",
        "gr%C3%BC%C3%9Fe/",
        "grüße/",
        "a%20b.txt",
        "?page=2",
        "",
        "tags/?q=1#top",
    ],
)
def test_what_is_part_of_the_site_is_no_fault(target: str, url: str, make_site: MakeSite) -> None:
    base = "/" + url.split("/", 3)[3]
    pages = {
        **TREE,
        "index.html": f'<a href="{base}{target}">x</a><a href="{url}{target}">y</a><a href="{target}">z</a>',
    }
    assert faults(make_site(at(url)), pages) == []


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/gone/",
        "//elsewhere.example/x",
        "mailto:dana@told.example",
        "tel:+15550100",
        "data:image/png;base64,AA",
        "https://name.github.io/other-repo/",
        "javascript:void(0)",
    ],
)
def test_addresses_elsewhere_are_not_looked_at(target: str, make_site: MakeSite) -> None:
    pages = {"index.html": f'<a href="{target}">x</a>'}
    assert faults(make_site(at("https://name.github.io/repo/")), pages) == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="/repo/tgas/">x</a>', "'/repo/tgas/' leads to no page or file of this site. Did you mean '/tags/'?"),
        ('<a href="/repo/tags">x</a>', "'/repo/tags' leads to no page or file of this site. Did you mean '/tags/'?"),
        (
            '<a href="/repo/a b.tx">x</a>',
            "'/repo/a b.tx' leads to no page or file of this site. Did you mean '/a%20b.txt'?",
        ),
        (
            '<a href="/repo/static/images/box.png">x</a>',
            "'/repo/static/images/box.png' leads to no page or file of this",
        ),
        ('<a href="tags/../gone/">x</a>', "'tags/../gone/' leads to no page or file of this site."),
        (
            '<a href="https://name.github.io/repo/zzz/">x</a>',
            "'https://name.github.io/repo/zzz/' leads to no page or file of this site.",
        ),
        (
            '<a href="/tags/">x</a>',
            "'/tags/' leads out of the site: its addresses start with /repo/. In a template, write {{ path('/tags/') }}.",
        ),
        ('<a href="/">x</a>', "'/' leads out of the site: its addresses start with /repo/."),
        ('<a href="../">x</a>', "'../' leads out of the site: its addresses start with /repo/."),
        (
            '<a href="/repo/tags/#tpo">x</a>',
            "'/repo/tags/#tpo' names a heading that is not on that page. Did you mean '#top'?",
        ),
        (
            '<a href="#gone">x</a>',
            "'#gone' names a heading that is not on that page. The heading 'Two weeks later', for example, is #two-weeks-",
        ),
        ('<a href="#gr%C3%BC">x</a>', "'#gr%C3%BC' names a heading that is not on that page."),
        (
            '<img src="/repo/images/bax.png">',
            "'/repo/images/bax.png' leads to no page or file of this site. Did you mean '/images/box.png'?",
        ),
        ('<video poster="/repo/zzz.jpg"></video>', "'/repo/zzz.jpg' leads to no page or file of this site."),
        (
            '<img srcset="/repo/images/box.png 1x, /repo/zzz.png 2x">',
            "'/repo/zzz.png' leads to no page or file of this",
        ),
        ('<link rel="stylesheet" href="/repo/assets/zzz.css">', "'/repo/assets/zzz.css' leads to no page or file of"),
        ('<script src="/repo/zzz.js"></script>', "'/repo/zzz.js' leads to no page or file of this site."),
        (
            '<a href="http://[broken/">x</a>',
            "'http://[broken/' is not a web address. Write it in full, such as https://example.org/page/.",
        ),
    ],
)
def test_what_leads_nowhere_is_a_fault(html: str, said: str, make_site: MakeSite) -> None:
    (found,) = faults(make_site(at("https://name.github.io/repo/")), {**TREE, "index.html": html})
    assert found.startswith(f"(index.html): {said}")


def test_a_comma_in_the_name_of_a_photo_parts_no_addresses(make_site: MakeSite) -> None:
    pages = {
        "a,b.jpg": "",
        "c,.jpg": "",
        "index.html": '<img srcset="/a,b.jpg 480w, /c,.jpg 960w,\n/zzzzzzzz.png 1440w">',
    }
    assert faults(make_site(), pages) == ["(index.html): '/zzzzzzzz.png' leads to no page or file of this site."]


def test_a_link_is_read_from_the_page_it_stands_on(make_site: MakeSite) -> None:
    pages = {"a/b/index.html": '<a href="../c/">x</a><a href="c/">y</a>', "a/c/index.html": ""}
    assert [found.split(" leads")[0] for found in faults(make_site(), pages)] == ["(a/b/index.html): 'c/'"]


def test_one_broken_link_is_told_once_for_a_source_however_many_pages_show_it(make_site: MakeSite) -> None:
    data = dict.fromkeys(("a/index.html", "b/index.html", "c/index.html"), b'<a href="/gone/">x</a>')
    sources = {"a/index.html": "one.md", "b/index.html": "one.md", "c/index.html": "two.md"}
    found = list(broken_links(Rendered(link(make_site()).site, data, sources)))
    assert [problem.at.path for problem in found] == ["one.md", "two.md"]


SITE = {
    "content/stories/2024-01-01-a.md": story(
        "A", "One.\n\n[x](/tgas/)\n\n[y](2024-01-02-b.md#gone)\n\n[z](#nowhere)\n\n[w](2024-01-02-b.md#here)"
    ),
    "content/stories/2024-01-02-b.md": story("B", "## Here", tags="[x]"),
    "content/companies/acme.md": "---\nname: Acme\n---\n\n[x](/gone.pdf)\n",
    "content/authors/dana.md": "---\nname: Dana\n---\n\n\n[x](/gone.pdf)\n",
    "content/pages/about.md": "---\ntitle: About\n---\n\n\n\n[x](/gone.pdf)\n",
}


@pytest.mark.parametrize("url", URLS)
def test_a_fault_of_a_text_is_told_with_its_file_and_line(url: str, make_site: MakeSite) -> None:
    found = checked(make_site(SITE | at(url)))
    assert [said.split(" leads")[0].split(" names")[0] for said in found] == [
        "content/stories/2024-01-01-a.md:7: '/tgas/'",
        "content/stories/2024-01-01-a.md:9: 'content/stories/2024-01-02-b.md#gone'",
        "content/stories/2024-01-01-a.md:11: '#nowhere'",
        "content/companies/acme.md:5: '/gone.pdf'",
        "content/authors/dana.md:6: '/gone.pdf'",
        "content/pages/about.md:7: '/gone.pdf'",
    ]


def test_a_full_address_of_the_site_itself_is_checked_and_told_at_its_line(make_site: MakeSite) -> None:
    text = story("A", "One.\n\n<https://told.example/zzz/> and [again](https://told.example/zzz/)")
    (found,) = checked(make_site({"content/stories/2024-01-01-a.md": text}))
    assert found.startswith("content/stories/2024-01-01-a.md:7: 'https://told.example/zzz/' leads to no page")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("/repo/tags/", "Write '/tags/': Firsthand adds /repo/ itself."),
        ("/static/my%20list.txt", "Write '/my%20list.txt'."),
        ("/pages/about/", "Write '/about/'."),
        ("/my%20lits.txt", "Did you mean '/my%20list.txt'?"),
    ],
)
def test_an_address_that_a_message_suggests_works_when_it_is_pasted(
    written: str, hint: str, make_site: MakeSite
) -> None:
    site = make_site(
        {
            **at("https://name.github.io/repo/"),
            "content/stories/2024-01-01-a.md": story("A", f"[x]({written})", tags="[x]"),
            "content/static/my list.txt": "x",
            "content/pages/about.md": "---\ntitle: About\n---\n",
        }
    )
    (found,) = checked(site)
    assert found == (
        f"content/stories/2024-01-01-a.md:6: '{written}' leads to no page or file of this site. [broken-link] {hint}"
    )
    site.replace("content/stories/2024-01-01-a.md", written, hint.split("'")[1])
    assert checked(site) == []


WHOLE = {
    **{
        f"content/stories/2024-01-{n:02}-s{n}.md": story(f"S{n}", company="Acme", tags="[x]", author="dana")
        for n in range(1, 9)
    },
    "content/stories/2024-02-01-z/index.md": story(
        "Ümläut & <b>",
        "## A place\n\n[place](#a-place) ![box](box.png) Note.[^1]\n\n[^1]: Text.",
        aliases="[/old/]",
        image="box.png",
    ),
    "content/stories/2024-02-01-z/box.png": DOT,
    "content/authors/dana.md": "---\nname: Dana\nphoto: dana.png\n---\n",
    "content/authors/dana.png": DOT,
    "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\n",
    "content/pages/policy.md": "---\ntitle: House rules\n---\n",
}


@pytest.mark.parametrize("url", URLS)
def test_the_default_theme_has_no_broken_link_wherever_the_site_stands(url: str, make_site: MakeSite) -> None:
    assert checked(make_site(WHOLE | at(url, "[build]", "paginate = 2"))) == []


@pytest.mark.parametrize("theme", ["path('/tgas/')", "'/repo/assets/zzz.css'"])
def test_a_fault_of_a_theme_is_found_on_the_pages_that_show_it(theme: str, make_site: MakeSite) -> None:
    site = make_site(
        {
            **at("https://name.github.io/repo/", "[theme]", 'name = "mine"'),
            "themes/mine/theme.toml": 'api = 1\nextends = "counter"\n',
            "themes/mine/templates/404.html": f'<a href="{{{{ {theme} }}}}">x</a>',
        }
    )
    (found,) = checked(site)
    assert found.startswith("the page for missing addresses: '/repo/")
    assert found.endswith(("leads to no page or file of this site. [broken-link]", "Did you mean '/tags/'?"))
