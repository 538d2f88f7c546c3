"""A thousand stories under each kind of address: every link leads somewhere, and nothing is ever done twice."""

import pytest

from tests.sites import SITE_TOML, SiteUnderTest
from tests.slow.corpus import corpus
from tests.slow.links import broken_links

pytestmark = pytest.mark.slow

STORIES = 1_000
ADDRESSES = {"root": "https://x.github.io/", "repo": "https://x.github.io/repo/", "own": "https://x.example/"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteUnderTest:
    toml = SITE_TOML.replace("https://told.example/", ADDRESSES["root"]) + 'author = "ada"\n'
    return SiteUnderTest.written(tmp_path_factory.mktemp("large"), {"site.toml": toml, **corpus(STORIES)})


@pytest.fixture(scope="module", params=ADDRESSES)
def built(request: pytest.FixtureRequest, site: SiteUnderTest) -> tuple[SiteUnderTest, str]:
    """The site built for one kind of address, into a folder of that name."""
    report = site.build(url=ADDRESSES[request.param], output=request.param)
    assert report.stories == STORIES
    return site, str(request.param)


def test_every_link_of_every_page_and_feed_leads_somewhere(built: tuple[SiteUnderTest, str]) -> None:
    site, name = built
    assert broken_links(site.tree(name), ADDRESSES[name]) == []


def test_every_address_is_that_of_the_site(built: tuple[SiteUnderTest, str]) -> None:
    site, name = built
    others = [address.encode() for address in ADDRESSES.values() if not ADDRESSES[name].startswith(address)]
    wrong = [path for path, data in site.tree(name).items() for other in others if other in data]
    assert wrong == []
    assert ("CNAME" in site.tree(name)) == (name == "own")


def test_a_second_build_changes_nothing(built: tuple[SiteUnderTest, str]) -> None:
    site, name = built
    before = site.tree(name)
    report = site.build(url=ADDRESSES[name], output=name)
    assert (report.written, report.deleted) == ((), ())
    assert report.unchanged == len(before)
    assert site.tree(name) == before


def test_the_resolver_of_these_tests_finds_what_is_broken() -> None:
    """So that an empty list above means what it says."""
    files = {
        "index.html": b'<a href="a/">1</a><a href="/b/">2</a><img src="/repo/c.png"><a href="https://x.github.io/repo/d">3</a>'
        b'<a href="a/#here">4</a><a href="a/#there">5</a><a href="https://x.github.io/other/">6</a>',
        "a/index.html": b'<p id="here"><img srcset="../index.html 1x, e.png 2x"></p>',
        "feed.xml": b'<rss><link>/a/</link><link>https://x.github.io/repo/a/</link><description>&lt;a href="a/"></description></rss>',
        "feed.json": b'{"items": [{"url": "https://x.github.io/repo/f/", "content_html": "<img src=\'/g.png\'>"}]}',
    }
    assert broken_links(files, "https://x.github.io/repo/") == [
        "index.html: /b/ leaves the site",
        "index.html: /repo/c.png is not in the tree",
        "index.html: https://x.github.io/repo/d is not in the tree",
        "index.html: a/#there names an id that is not there",
        "a/index.html: e.png is not in the tree",
        "feed.xml: /a/ is not absolute",
        "feed.xml: a/ is not absolute",
        "feed.json: https://x.github.io/repo/f/ is not in the tree",
        "feed.json: /g.png is not absolute",
    ]
