"""Slugs, aliases, dates and file names that would lead out of the site, or two things to one place."""

import re
from urllib.parse import quote, unquote, urljoin

import pytest

from generator.errors import FirsthandError
from generator.quoting import quoted
from tests.conftest import MakeSite
from tests.feeds.rules import broken_rules
from tests.reading import read_page
from tests.sites import DOT, SITE_TOML, story

X, Y = "content/stories/2024-01-01-x.md", "content/stories/2024-01-02-y.md"

BAD_SLUGS = ("../../x", "..", ".", "/", "a/b", "a\\b", "a b", "A", "ä%20", "a?b", "a#b", "-a", "a--b", "<b>", "{slug}")
BAD_ALIASES = (
    "//evil.example/",
    "/../x",
    "/a/../../x/",
    "/./x",
    "/a?b",
    "/a#b",
    "/a%2e%2e/",
    "/a//b/",
    "\\\\evil.example\\x",
    "/a\\b",
    "/",
    "https://evil.example/",
    "javascript:alert(1)",
    "old.html",
)


@pytest.mark.parametrize("slug", BAD_SLUGS)
def test_a_slug_that_is_not_one_part_of_an_address_is_a_located_problem(slug: str, make_site: MakeSite) -> None:
    site = make_site({X: story(slug=f"'{slug}'")})
    (problem,) = site.problems()
    assert problem.startswith(f"{X}:3:7: slug: {quoted(slug)} cannot be part of an address.")
    assert site.tree() == {}


@pytest.mark.parametrize("alias", BAD_ALIASES)
def test_an_alias_that_is_not_a_path_of_the_site_is_a_located_problem(alias: str, make_site: MakeSite) -> None:
    site = make_site({X: story(aliases=f"['{alias}']")})
    (problem,) = site.problems()
    assert problem.startswith(f"{X}:3:10: aliases: {quoted(alias)} is not an address on this site.")
    assert site.tree() == {}


@pytest.mark.parametrize(
    "alias",
    ["/2019/05/shoes/", "/old.html", "/old", "/ein grußwort/", "/a&b=c/", "/it's/", '/"quoted"/', "/<b>/", "/عربي/"],
)
def test_an_old_address_leads_to_the_story_whatever_is_in_it(alias: str, make_site: MakeSite) -> None:
    site = make_site({X: story(aliases="['" + alias.replace("'", "''") + "']")})
    site.build()
    relative = alias.removeprefix("/")
    path = relative if "." in relative else relative.rstrip("/") + "/index.html"
    page = read_page(site, path)
    assert "/stories/x/" in page.attributes("href")
    refresh = [element for element in page.elements if element.get("http-equiv", "").lower() == "refresh"]
    assert [element.get("content") for element in refresh] in ([], ["0; url=/stories/x/"], ["0;url=/stories/x/"])
    assert "https://told.example/stories/x/" in page.attributes("href"), "the canonical address"


def test_two_stories_with_one_slug_are_a_problem_that_names_both(make_site: MakeSite) -> None:
    site = make_site({X: story(slug="same"), Y: story(slug="same")})
    problem, *others = site.problems()
    assert X in problem
    assert Y in problem
    assert "/stories/same/" in problem
    assert others == []


def test_one_slug_on_two_days_is_no_problem_where_the_date_is_part_of_the_address(make_site: MakeSite) -> None:
    toml = SITE_TOML + '[build]\npermalink = "/{year}/{month}/{day}/{slug}/"\n'
    site = make_site({"site.toml": toml, X: story(slug="same"), Y: story(slug="same")})
    site.build()
    assert {"2024/01/01/same/index.html", "2024/01/02/same/index.html"} <= site.tree().keys()


def test_one_id_twice_is_a_problem_that_names_both(make_site: MakeSite) -> None:
    (problem,) = make_site({X: story(id="one"), Y: story(id="one")}).problems()
    assert problem.startswith(f"{Y}:3:5: id: 'one' is also the id of {X}.")


CLASHES: dict[str, dict[str, str]] = {
    "aliases": {X: story(aliases="[/Old/]"), Y: story(aliases="[/old/]")},
    "static files": {"content/static/Logo.txt": "a", "content/static/logo.txt": "b"},
    "folders of static files": {"content/static/Img/a.txt": "a", "content/static/img/A.txt": "b"},
    "an alias and a story": {X: story(), Y: story(aliases="[/Stories/X/]")},
    "a static file and a page": {"content/static/About/index.html": "a", "content/pages/about.md": story()},
    "a static file and a feed": {"content/static/Feed.xml": "a", X: story()},
    "an alias and a tag": {X: story(tags="[phone]", aliases="[/tags/phone/]")},
    "a page and a list": {"content/pages/tags.md": story("Tags"), X: story()},
    "a page and a verdict": {"content/pages/good.md": story("Good"), X: story()},
    "an alias that is a file where a folder is": {
        X: story(aliases="[/stories.html]"),
        Y: story(aliases="[/stories.html/x/]"),
    },
}


@pytest.mark.parametrize("named", CLASHES)
def test_two_things_in_one_place_are_a_problem_that_names_both(named: str, make_site: MakeSite) -> None:
    site = make_site(CLASHES[named])
    problems = site.problems()
    clash = re.compile(r" (have the same address|have addresses that differ only|cannot both exist)")
    assert any(clash.search(problem) for problem in problems), problems
    for path in CLASHES[named]:
        if path != X or len(CLASHES[named]) == 1:
            assert any(path in problem for problem in problems), (path, problems)
    assert site.tree() == {}


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "0000-00-00", "2024-02-30", "2024-13-01", "1899-12-31"])
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_day_that_cannot_be_meant_is_a_located_problem(day: str, zone: str, make_site: MakeSite) -> None:
    toml = SITE_TOML + f'timezone = "{zone}"\n'
    site = make_site({"site.toml": toml, f"content/stories/{day}-x.md": story(), Y: story(date=day)})
    problems = site.problems()
    assert len(problems) == 2
    assert (
        f"content/stories/{day}-x.md:2:1: date: {day} in the file's name is not a date from 1900 to 2999."
        " Rename the file so that it starts with the date, such as 2025-03-31-title.md."
    ) in problems
    assert any(problem.startswith(f"{Y}:3:7: date: ") for problem in problems)


@pytest.mark.parametrize(
    "moment", ["9999-12-31 23:59:59-12:00", "0001-01-01 00:00+14:00", "2024-01-01T24:00", "2024-01-01T00:00+25:00"]
)
def test_a_moment_that_cannot_be_meant_is_a_located_problem(moment: str, make_site: MakeSite) -> None:
    (problem,) = make_site({Y: story(date=moment)}).problems()
    assert problem.startswith(f"{Y}:3:7: date: ")


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Amsterdam"])
def test_the_first_and_the_last_day_there_is_stay_on_their_day(day: str, zone: str, make_site: MakeSite) -> None:
    toml = SITE_TOML + f'timezone = "{zone}"\n'
    site = make_site({"site.toml": toml, f"content/stories/{day}-x.md": story()})
    site.build(include_held_back=True)
    assert f"archive/{day[:4]}/index.html" in site.tree()
    assert day in read_page(site, "stories/x/index.html").attributes("datetime")


ODD_FILES = (
    "a b.txt",
    "c#d.txt",
    "e?f.txt",
    "100%.txt",
    "%2e%2e.txt",
    "g&h=i;j.txt",
    'it\'s "quoted".txt',
    "<b>.txt",
    "ünïcödé.txt",
    "日本語.txt",
    "emoji 😀.txt",
    "-n.txt",
    "CON.txt",
    "two..dots.txt",
    ".well-known/security.txt",
    "x" * 200 + ".txt",
    "no-extension",
    "{{ 7*7 }}.txt",
    "deep/er and/deeper #1/x.txt",
)


@pytest.mark.parametrize("name", ODD_FILES, ids=lambda name: name[:20].encode("unicode_escape").decode())
def test_a_static_file_is_published_under_its_own_name_and_can_be_linked_to(name: str, make_site: MakeSite) -> None:
    body = f"[Here](/{quote(name)}) it is."
    site = make_site({f"content/static/{name}": "as it is", X: story(body=body)})
    site.build()
    assert site.tree()[name] == b"as it is"
    (link,) = [e.get("href") for e in read_page(site, "stories/x/index.html").elements if e.text == "Here"]
    assert link
    assert "#" not in link
    assert unquote(urljoin("/", link)).removeprefix("/") == name


@pytest.mark.parametrize("name", ["my photo #1.png", "50%.png", "schön.png", "what?.png", "a&b.png", "it's.png"])
def test_a_picture_beside_a_story_is_shown_whatever_its_name(name: str, make_site: MakeSite) -> None:
    folder = "content/stories/2024-01-01-x"
    site = make_site({f"{folder}/index.md": story(body=f"![A photo]({quote(name)})"), f"{folder}/{name}": DOT})
    site.build()
    (source,) = [e.get("src") for e in read_page(site, "stories/x/index.html").elements if e.get("alt") == "A photo"]
    assert source
    assert unquote(urljoin("/stories/x/", source)).removeprefix("/") == f"stories/x/{name}"
    assert f"stories/x/{name}" in site.tree()


@pytest.mark.parametrize("url", ["https://x.example/geschäft/", "https://müller.example/", "https://x.example/%zz/"])
def test_an_address_of_the_site_that_no_feed_can_carry_is_encoded_or_refused(url: str, make_site: MakeSite) -> None:
    site = make_site({"site.toml": SITE_TOML.replace("https://told.example/", url), X: story()})
    try:
        site.build()
    except FirsthandError as error:
        assert [str(problem).split(" ")[:2] for problem in error.problems] == [["site.toml:4:7:", "site.url:"]]  # noqa: PT017
        return
    for path in ("feed.xml", "atom.xml", "feed.json"):
        assert broken_rules(site.tree()[path]) == []
    assert all(link.isascii() for link in read_page(site, "index.html").attributes("href"))


NAVIGATION = """
[[nav]]
title = "Here"
url = "/tags/?a=b#c"

[[nav]]
title = "There"
url = "/a%20b.txt"
"""


def test_the_navigation_leads_where_site_toml_says(make_site: MakeSite) -> None:
    site = make_site({"site.toml": SITE_TOML + NAVIGATION, X: story(), "content/static/a b.txt": "a"})
    site.build()
    assert {"/tags/?a=b#c", "/a%20b.txt"} <= set(read_page(site, "index.html").attributes("href"))


@pytest.mark.parametrize(
    "src",
    [
        "../../../etc/passwd",
        "/../site.toml",
        "https://evil.example/x.png",
        "//evil.example/x.png",
        "C:\\x.png",
        "a\\b.png",
    ],
)
def test_a_picture_that_is_not_a_file_of_the_content_is_a_located_problem(src: str, make_site: MakeSite) -> None:
    (problem,) = make_site({X: story(image=f"'{src}'")}).problems()
    assert problem.startswith(f"{X}:3:")
    words = ("is not a file of this site.", "is a path on your computer.", "is outside content/.", "has a backslash.")
    assert any(found in problem for found in (*words, "there is no file content/"))


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "../../site.toml", "%2e%2e/%2e%2e/site.toml"])
def test_a_link_out_of_the_content_is_a_located_problem(target: str, make_site: MakeSite) -> None:
    (problem,) = make_site({X: story(body=f"See [this]({target}).")}).problems()
    assert problem.startswith(f"{X}:5: ")


@pytest.mark.parametrize("path", ["Über Uns.md", "a b.md", "UPPER.md", "a--b.md", "😀.md"])
def test_a_page_s_file_that_is_no_address_is_told_a_better_name(path: str, make_site: MakeSite) -> None:
    (problem,) = make_site({f"content/pages/{path}": story()}).problems()
    assert problem.startswith(f"content/pages/{path}")
    assert "Rename the file to " in problem
