"""What the feeds carry."""

import pytest

from generator.feeds import FeedAuthor, FeedView
from tests.conftest import MakeSite
from tests.pages.planning import at, plan
from tests.sites import story

SITE_FEEDS = ("/feed.xml", "/atom.xml", "/feed.json")
TOLD = story(
    "A",
    "First paragraph.\n\nSecond paragraph.",
    company="Acme",
    verdict="bad",
    tags="[phone, refunds]",
    author="[dana, Lee]",
)
DANA = "---\nname: Dana\nemail: dana@told.example\n---\n"


def many(count: int) -> dict[str, str]:
    return {
        f"content/stories/2024-01-{n:02}-s{n}.md": story(f"S{n}", company="Acme", verdict="bad")
        for n in range(1, count + 1)
    }


@pytest.mark.parametrize("path", SITE_FEEDS)
def test_the_feeds_of_the_site_carry_its_newest_stories(path: str, make_site: MakeSite) -> None:
    site = make_site({**at("https://told.example/", "[feeds]", "entries = 3"), **many(5)})
    view = plan(site).view(path, FeedView)
    assert [entry.title for entry in view.entries] == ["S5", "S4", "S3"]
    assert view.address == f"https://told.example{path}"


@pytest.mark.parametrize("home", ["/companies/acme/", "/bad/", "/tags/phone/", "/authors/dana/"])
def test_each_list_has_a_feed_beside_its_first_screen(home: str, make_site: MakeSite) -> None:
    other = story("Other")
    site = make_site(
        {
            "content/stories/2024-01-01-a.md": TOLD,
            "content/stories/2024-01-02-o.md": other,
            "content/authors/dana.md": DANA,
        }
    )
    view = plan(site).view(f"{home}feed.xml", FeedView)
    assert [entry.title for entry in view.entries] == ["A"]
    assert (view.home, view.address) == (f"https://told.example{home}", f"https://told.example{home}feed.xml")
    assert view.title.startswith("Told: ")


def test_an_entry_carries_the_whole_story_with_names_tags_and_a_permanent_id(make_site: MakeSite) -> None:
    planned = plan(make_site({"content/stories/2024-01-01-a.md": TOLD, "content/authors/dana.md": DANA}))
    (entry,) = planned.view("/feed.xml", FeedView).entries
    (told,) = planned.site.stories
    assert (entry.id, entry.published, entry.updated) == (told.id, told.published, told.updated)
    assert "<p>First paragraph.</p>" in entry.content
    assert "<p>Second paragraph.</p>" in entry.content
    assert entry.summary == "First paragraph."
    assert entry.tags == ("phone", "refunds")
    assert entry.authors == (
        FeedAuthor("Dana", "https://told.example/authors/dana/", "dana@told.example"),
        FeedAuthor("Lee", "https://told.example/authors/lee/"),
    )


def test_a_site_may_send_summaries_alone(make_site: MakeSite) -> None:
    site = make_site(
        {**at("https://told.example/", "[feeds]", 'content = "summary"'), "content/stories/2024-01-01-a.md": TOLD}
    )
    (entry,) = plan(site).view("/feed.xml", FeedView).entries
    assert (entry.content, entry.summary) == ("", "First paragraph.")


def test_a_draft_is_in_no_feed_not_even_in_a_preview(make_site: MakeSite) -> None:
    drafts = {
        "content/stories/2024-02-01-d.md": story("D", company="Acme", draft="true"),
        "content/stories/2030-01-01-l.md": story("L"),
    }
    site = make_site({**at("https://told.example/", "[feeds]", "entries = 2"), **many(2), **drafts})
    planned = plan(site, include_held_back=True)
    for path in (*SITE_FEEDS, "/companies/acme/feed.xml"):
        assert [entry.title for entry in planned.view(path, FeedView).entries] == ["S2", "S1"]


def test_a_company_that_is_only_mentioned_has_an_empty_feed(make_site: MakeSite) -> None:
    site = make_site({"content/stories/2024-01-01-a.md": story("A", mentions="[Orbit]")})
    assert plan(site).view("/companies/orbit/feed.xml", FeedView).entries == ()


def test_a_feed_says_who_publishes_it(make_site: MakeSite) -> None:
    lines = ('author = "dana"', 'email = "desk@told.example"', 'copyright = "CC BY"', 'language = "de"')
    files = {"content/authors/dana.md": DANA, "content/static/logo.png": b"png"}
    toml = at("https://told.example/", *lines, 'logo = "/logo.png"', "[feeds]", 'websub = "https://hub.example/"')
    view = plan(make_site({**toml, **files})).view("/feed.xml", FeedView)
    assert view.author == FeedAuthor("Dana", "https://told.example/", "desk@told.example")
    assert (view.copyright, view.language, view.hub) == ("CC BY", "de", "https://hub.example/")
    assert view.logo == "https://told.example/logo.png"


@pytest.mark.parametrize(("author", "name"), [("", "Told"), ('author = "Lee"', "Lee")])
def test_without_an_authors_file_the_name_of_site_toml_or_the_title_stands(
    author: str, name: str, make_site: MakeSite
) -> None:
    view = plan(make_site(at("https://told.example/", author))).view("/feed.xml", FeedView)
    assert view.author == FeedAuthor(name, "https://told.example/")


@pytest.mark.parametrize(
    ("lines", "description"),
    [((), "Told"), (('tagline = "Firsthand."',), "Firsthand."), (('tagline = "F."', 'description = "S."'), "S.")],
)
def test_a_feed_is_never_without_a_description(lines: tuple[str, ...], description: str, make_site: MakeSite) -> None:
    planned = plan(make_site(at("https://told.example/", *lines)))
    assert planned.view("/feed.xml", FeedView).description == description


def test_the_ids_of_feeds_differ_and_outlive_a_new_domain(make_site: MakeSite) -> None:
    found = []
    for url in ("https://told.example/", "https://elsewhere.example/blog/"):
        pages = plan(make_site({**at(url), **many(1)}, folder=url.split("/")[2])).pages
        found.append({path: page.view.id for path, page in pages.items() if isinstance(page.view, FeedView)})
    assert found[0] == found[1]
    assert len(set(found[0].values())) == len(found[0]) > 5
