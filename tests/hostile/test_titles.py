"""Whatever a title is, it is shown as written, and it is nothing but text."""

import json
import urllib.parse

import feedparser
import pytest

from tests.conftest import MakeSite
from tests.reading import read_page
from tests.sites import story

TITLES = {
    "only emoji": "😀🎉",
    "a family of emoji": "👩‍👩‍👧‍👦",
    "right to left": "خدمة سيئة في المتجر",
    "Hebrew and Latin": "שלום Acme",
    "direction overridden": "\u202etxt.exe",
    "ten thousand characters": "long " * 2_000,
    "one word of ten thousand": "x" * 10_000,
    "a script": "<script>alert(1)</script>",
    "a tag that is not closed": "<b>bold",
    "an entity": "&lt;b&gt; &amp; &copy;",
    "a template's expression": "{{ 7*7 }}",
    "a template's statement": "{% for x in y %}",
    "a template's comment": "{# nothing #}",
    "the end of CDATA": "]]>",
    "the end of a comment": "--> <!--",
    "the end of a title": "</title><h1>Not me</h1>",
    "quotes": "\"double\" 'single' `tick`",
    "Markdown": "**bold** [a](b) `c`",
    "a byte order mark": "\ufeffbom",
    "combining marks": "Z\u0351\u036b\u0343a\u0363\u0310l\u0348go",
    "not composed": "Cafe\u0301",
    "beyond the first plane": "𝕿𝖍𝖊 𓀀",
    "a path": "../../etc/passwd",
    "percent": "100%20 %s %(x)s",
}


@pytest.mark.parametrize("named", TITLES)
def test_a_title_is_shown_as_it_was_written_on_pages_and_in_feeds(named: str, make_site: MakeSite) -> None:
    title = TITLES[named]
    site = make_site({"content/stories/2024-01-01-kettle.md": story(json.dumps(title, ensure_ascii=False))})
    site.build()
    shown = " ".join(title.split())
    page = read_page(site, "stories/kettle/index.html")
    assert page.headings == (shown,)
    assert page.title.startswith(shown)
    assert shown in read_page(site, "index.html").text
    assert page.runs == [], "the theme has none, and nor has the title"
    for path in ("feed.xml", "atom.xml"):
        feed = feedparser.parse(site.tree()[path], sanitize_html=False)
        assert not feed.bozo
        assert " ".join(plain(feed.entries[0]).split()) == shown
    assert json.loads(site.read("feed.json"))["items"][0]["title"] == shown


def plain(entry: feedparser.FeedParserDict) -> str:
    """An entry's title as plain text: RSS does not say whether it is that or HTML, and readers decode what is HTML."""
    assert entry.title_detail.type in ("text/plain", "text/html")
    return str(entry.title)


@pytest.mark.parametrize("title", ['""', '"   "', "", "\u00a0\u3000", '"\\t"', '"\\u0007"'])
def test_a_title_without_anything_to_see_is_a_located_problem(title: str, make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-kettle.md": story(title)})
    problems = site.problems()
    assert any(problem.startswith("content/stories/2024-01-01-kettle.md:2:") for problem in problems), problems


@pytest.mark.parametrize("named", ["only emoji", "right to left", "one word of ten thousand", "the end of CDATA"])
def test_a_title_alone_gives_a_story_an_address_that_is_never_empty(named: str, make_site: MakeSite) -> None:
    title = TITLES[named]
    site = make_site({"content/stories/2024-01-01.md": story(json.dumps(title, ensure_ascii=False))})
    site.build()
    (page,) = [path for path in site.tree() if path.startswith("stories/")]
    slug = page.removeprefix("stories/").removesuffix("/index.html")
    assert slug
    assert len(slug) <= 80
    assert f"/stories/{urllib.parse.quote(slug)}/" in read_page(site, "index.html").attributes("href")
