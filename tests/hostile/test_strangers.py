"""Whatever anybody writes into whatever field, nothing active reaches a page or a feed; judged by parsers of others."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from generator.errors import FirsthandError, errors_in
from tests.conftest import MakeSite
from tests.hostile.published import page_faults, published_faults
from tests.markup import vectors
from tests.reading import read_page
from tests.sites import DOT, SiteUnderTest

Files = dict[str, str | bytes]

# Noncharacters do no harm, but our judge complains of them.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef]")

_REFUSED = re.compile(
    r"there is no file content/|has a backslash in it|a file on your own computer|the comment has no text"
)
"""What is refused of the cheat sheet: targets of links that are not there. All else is published, as text."""

SHARPEST = (
    "\"><script>alert(1)</script>'><img src=x onerror=alert(1)>",
    "</script></title></style><!--<script>alert(1)</script>",
    "[x](javascript:alert(1)) <a href=javascript:alert(1)>x</a> <svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "]]>--><script>alert(1)</script>",
    "{{ 7*7 }} {: onclick=alert(1) } `${alert(1)}`",
)
LISTS = {
    name: getattr(vectors, name)
    for name in ("PLAIN", "HANDLERS", "ADDRESSES", "MUTATING", "PLACEHOLDERS", "BREAKOUTS", "ODD_WEB_ADDRESSES")
}


def one_line(text: str) -> str:
    """The text as a field of one line can have it: control characters there are a problem of their own."""
    return " ".join(_CONTROL.sub(" ", text).split())


def story_keys(text: str, name: str) -> dict[str, Any]:
    """Every key of a story that holds words, with the text in each; `name` keeps companies and tags apart."""
    return {
        "title": text,
        "company": [{"name": f"{name} {text}", "verdict": "bad"}, {"name": "Acme"}],
        "mentions": [f"{name} other {text}"],
        "tags": [f"{name} {text}", "more"],
        "author": [f"{name} {text}"],
        "series": text,
        "summary": text,
        "id": f"urn:{name}:{text}",
        "image": {"src": "/box.png", "alt": text, "credit": text},
        "source": [
            {"type": "news", "title": text, "author": text},
            {"type": "quoted", "title": text, "author": text, "feed_title": text, "feed_description": text},
            {
                "type": "republished",
                "url": "https://quay.example/",
                "feed_url": "https://quay.example/feed",
                "title": text,
                "author": text,
                "feed_title": text,
                "feed_description": text,
                "permission": text,
            },
        ],
        "disclosure": text,
        "timeline": [{"date": "2023", "event": text}],
        "updates": [{"date": "2024-02-02", "note": text}],
        "reply": [
            {"from": text, "company": "Acme", "date": "2024-02-03", "text": text},
            {"from": text, "company": f"{name} {text}", "text": text},
        ],
    }


def file_of(keys: dict[str, Any], body: str) -> str:
    """A content file, one key a line."""
    lines = (f"{key}: {_as_yaml(value)}" for key, value in keys.items())
    return "\n".join(("---", *lines, "---", body, ""))


def _as_yaml(value: Any) -> str:
    """JSON is YAML, but for the control characters that YAML wants escaped as well."""
    return re.sub("[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def files_of(number: int, text: str) -> Iterator[tuple[str, str]]:
    """Files of every kind with a text in every field and body; the body may have more lines than a field."""
    line, name = one_line(text), f"n{number}"
    told = story_keys(line, name)
    yield f"content/stories/2024-01-01-{name}.md", file_of({**told, "slug": name}, text)
    single = {"title": line, "company": f"{name} {line}", "rating": 2, "slug": f"{name}-one"}
    came = {"outcome": {"status": "pending", "note": line}, "reply": {"from": line, "text": text}, "lang": "de"}
    yield f"content/stories/2024-01-02-{name}.md", file_of({**single, **came}, text)
    gone = {"title": line, "withdrawn": {"date": "2024-03-03", "reason": line}, "slug": f"{name}-gone"}
    yield f"content/stories/2024-01-03-{name}.md", file_of({**gone, "aliases": [f"/old/{name}/"]}, text)
    yield (
        f"content/comments/2024-01-01-{name}/2024-01-05-c.md",
        file_of({"author": line}, text),
    )
    company = {"name": f"{name} file {line}", "aliases": [f"{name} alias {line}"], "industry": line, "note": line}
    yield f"content/companies/of-{name}.md", file_of({**company, "contacts": [line, "+44 1632 960 001"]}, text)
    yield f"content/authors/of-{name}.md", file_of({"name": f"{name} author {line}"}, text)
    yield f"content/tags/of-{name}.md", file_of({"name": f"{name} tag {line}"}, text)
    yield f"content/pages/of-{name}.md", file_of({"title": line, "nav": number + 1}, text)


def config_of(text: str) -> str:
    """A site.toml that says the text wherever it may say words."""
    said = json.dumps(one_line(text))
    site = "".join(f"{key} = {said}\n" for key in ("title", "tagline", "description", "author", "copyright", "id"))
    rest = (
        '[comments]\nhow = "mailto:desk@told.example?subject={title}"\nmin_words = 0\nmax_links = 1000\nbanned = []\n'
    )
    nav = f'[[nav]]\ntitle = {said}\nurl = "/tags/"\n'
    ways = 'email = "desk@told.example"\nrepository = "https://github.com/name/repo"\n'
    return f'[site]\nurl = "https://told.example/repo/"\n{ways}{site}{rest}{nav}'


def built(site: SiteUnderTest) -> list[str]:
    """Build, leaving out what is refused: the key, or the body, on the line of each problem. All of these in words."""
    refused: list[str] = []
    for _ in range(5):
        try:
            site.build()
        except FirsthandError as error:
            errors = errors_in(error.problems)
            refused += (str(error) for error in errors if error.at.path.endswith(".md"))
            places = {(one.at.path, 0 if "has no text" in one.message else one.at.line or 0) for one in errors}
            for path, line in sorted(places, reverse=True):
                if path.endswith(".md"):
                    _leave_out(site.root / path, line)
                else:  # made for a link that is in another text
                    (site.root / path).unlink()
        else:
            return refused
    raise AssertionError(f"it is still refused: {errors}")


def _leave_out(path: Path, line: int) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    end = lines.index("---", 1)
    if not line or line > end + 1:
        head = (one for one in lines[: end + 1] if line or not one.startswith(("updates:", "reply:")))
        lines = [*head, "It is left out, as the message asks of us."]
    else:
        del lines[line - 1]
    path.write_text("\n".join(lines), encoding="utf-8")


def site_with(make_site: MakeSite, texts: tuple[str, ...]) -> SiteUnderTest:
    files: Files = {"site.toml": config_of(texts[0]), "content/static/box.png": DOT}
    folders = ("stories", "companies", "authors", "tags", "pages")
    files |= {f"content/{folder}/{name}": "x" for folder in folders for name in ("x", "y")}
    files |= {f"content/comments/2024-01-01-n{n}/{name}": "x" for n in range(len(texts)) for name in ("x", "y")}
    files |= {path: text for number, each in enumerate(texts) for path, text in files_of(number, each)}
    return make_site(files)


def check(site: SiteUnderTest, texts: tuple[str, ...]) -> list[str]:
    refused = built(site)
    tree = site.tree()
    assert published_faults(tree) == {}
    for number, text in enumerate(texts):
        shown = read_page(site, f"stories/n{number}/index.html")
        line = one_line(text)
        assert shown.headings == (line,)
        (script,) = (element for element in shown.elements if element.tag == "script")
        posting = json.loads(script.text or "")["@graph"][0]
        assert (posting["headline"], posting["keywords"]) == (line, [f"n{number} {line}", "more"])
        assert (posting["author"][0]["name"], posting["about"][0]["name"]) == (f"n{number} {line}",) * 2
    return refused


def test_the_sharpest_texts_in_every_field_are_text_and_nothing_else(make_site: MakeSite) -> None:
    assert check(site_with(make_site, SHARPEST), SHARPEST) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_a_whole_cheat_sheet_in_every_field_is_text_and_nothing_else(name: str, make_site: MakeSite) -> None:
    refused = check(site_with(make_site, LISTS[name]), LISTS[name])
    assert [problem for problem in refused if not _REFUSED.search(problem)] == []


@pytest.mark.parametrize("vector", ["\x01", "\x00<script>", "a\x7fb", "\x1b[2J", "\x9b"])
def test_a_control_character_in_a_field_of_one_line_is_a_problem(vector: str, make_site: MakeSite) -> None:
    keys = {"title": vector, "company": [vector], "disclosure": vector, "timeline": [{"date": "2024", "event": vector}]}
    problems = make_site({"content/stories/2024-01-01-a.md": file_of(keys, "Text.")}).problems()
    assert len(problems) == len(keys)
    assert all("has a character that no page can show. Delete it." in problem for problem in problems)


STORY, COMMENT = "content/stories/2024-01-01-a.md", "content/comments/2024-01-01-a/2024-01-02-c.md"
COMPANY, AUTHOR = "content/companies/acme.md", "content/authors/dana.md"
ADDRESSED = {
    (STORY, "source.url"),
    (STORY, "source.feed_url"),
    (STORY, "image.credit_url"),
    (COMMENT, "website"),
    (COMPANY, "website"),
    (AUTHOR, "website"),
    (AUTHOR, "photo.credit_url"),
}
"""Every field of content/ for an address on another site."""


def addressed(make_site: MakeSite, address: str) -> SiteUnderTest:
    """A site with an address in each of these fields."""
    picture = {"src": "/box.png", "credit": "Dana", "credit_url": address}
    source = [{"type": "news", "title": "N", "url": address, "feed_title": "F", "feed_url": address}]
    story = {"title": "A", "company": "Acme", "author": "dana", "source": source, "image": picture}
    files: Files = {
        STORY: file_of(story, "Text."),
        COMMENT: file_of({"author": "C", "website": address}, "I have been there as well."),
        COMPANY: file_of({"name": "Acme", "website": address}, "Text."),
        AUTHOR: file_of({"name": "Dana", "website": address, "photo": picture}, "Text."),
        "content/static/box.png": DOT,
    }
    return make_site(files)


@pytest.mark.parametrize("address", vectors.NO_WEB_ADDRESSES)
def test_what_is_no_web_address_is_a_located_problem_of_each_field(address: str, make_site: MakeSite) -> None:
    told = set()
    for problem in addressed(make_site, address).problems():
        place, named, message = problem.split(": ", 2)
        assert re.fullmatch(r"content/.+\.md:\d+:\d+", place)
        assert "is not a web address. Write " in message or "has a character that no page can show" in message
        told.add((place.rsplit(":", 2)[0], named))
    assert told == ADDRESSED


@pytest.mark.parametrize("address", vectors.ODD_WEB_ADDRESSES)
def test_an_odd_address_ends_where_it_ends(address: str, make_site: MakeSite) -> None:
    site = addressed(make_site, address)
    site.build()
    assert published_faults(site.tree()) == {}
    links = {
        path: read_page(site, f"{path}/index.html").attributes("href").count(address)
        for path in ("stories/a", "companies/acme", "authors/dana")
    }
    assert links == {"stories/a": 4, "companies/acme": 1, "authors/dana": 2}


CONFIGURED = (
    ("[comments]", "how"),
    ("[feeds]", "websub"),
    ("[site]", "url"),
    ("[site]", "repository"),
    ("[site]", "email"),
    ('[[nav]]\ntitle = "There"', "url"),
)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JAVASCRIPT:alert(1)//"])
@pytest.mark.parametrize(("section", "key"), CONFIGURED)
def test_no_address_of_site_toml_runs_anything(section: str, key: str, address: str, make_site: MakeSite) -> None:
    url = "" if (section, key) == ("[site]", "url") else 'url = "https://told.example/"\n'
    line = f"{key} = {json.dumps(address)}\n"
    text = f'[site]\ntitle = "Told"\n{url}' + (line if section == "[site]" else f"{section}\n{line}")
    (problem,) = make_site({"site.toml": text}).problems()
    assert problem.startswith("site.toml:")
    assert f"{key}: " in problem


@pytest.mark.parametrize(
    "line",
    [
        'how = "https://forms.example/\\"onclick=alert(1)?{title}"',
        'how = "mailto:desk@told.example?subject=\'><script>alert(1)</script>{title}"',
    ],
)
def test_an_odd_way_to_send_comments_ends_where_it_ends(line: str, make_site: MakeSite) -> None:
    toml = f'[site]\ntitle = "Told"\nurl = "https://told.example/"\n[comments]\n{line}\n'
    story = file_of({"title": SHARPEST[0]}, "Text.")
    site = make_site({"site.toml": toml, "content/stories/2024-01-01-a.md": story})
    site.build()
    assert published_faults(site.tree()) == {}
    assert "Send a comment" in read_page(site, "stories/a/index.html").text


def test_no_name_of_a_file_or_pattern_of_addresses_is_more_than_that(make_site: MakeSite) -> None:
    toml = '[site]\ntitle = "Told"\nurl = "https://told.example/"\n[build]\npermalink = "/a\\"onclick=alert(1)/<b>/{slug}/"\n'
    name = "'><script>alert(1)<"
    files: Files = {
        "site.toml": toml,
        f"content/stories/2024-01-01-{name}.md": file_of({"title": "A", "aliases": [f"/old/{name}.html"]}, "Text."),
        "content/companies/acme.md": file_of({"name": "Acme"}, f"[A file](../static/{quote(name)}.txt)"),
        f"content/static/{name}.txt": "x",
    }
    site = make_site(files)
    site.build()
    assert published_faults(site.tree()) == {}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<script>alert(1)</script>", "1 scripts"),
        ("<script type=application/ld+json>{</script>", "JSON-LD"),
        ('<script type=application/ld+json>{"@graph":[{"@type":"AggregateRating"}]}</script>', "AggregateRating"),
        (
            '<script type=application/ld+json>{"@graph":[{"@type":"Review","url":"javascript:x"}]}</script>',
            "javascript:",
        ),
        ("<p onclick=x>", "onclick"),
        ("<p style=x>", "style"),
        ("<a href=' java&#10;script:x'>", "script:x"),
        ("<img srcset='data:x 1x'>", "data:x"),
        ("<iframe></iframe>", "iframe"),
        ("<svg><script>x</script></svg>", "an svg"),
        ("<meta http-equiv=set-cookie content=x>", "set-cookie"),
        ("<meta http-equiv=refresh content='0; url=https://x'>", "refreshed"),
        ("<link rel=import href=x>", "import"),
        ("<main></main><main></main>", "two main texts"),
    ],
)
def test_the_judge_is_no_pushover(html: str, told: str) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=x>"
    assert list(page_faults(f"<!doctype html>{policy}<p>x")) == []
    assert told in " ".join(page_faults(f"<!doctype html>{policy}{html}"))
