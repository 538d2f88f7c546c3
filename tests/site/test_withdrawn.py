"""Stories that were taken back: they leave everything that is told, and a note stays at their address."""

import datetime as dt

import pytest

from generator.record import Record
from generator.site import WithdrawnStory
from tests.conftest import MakeSite
from tests.site.linking import link
from tests.sites import comment, story

SHOWN = "content/stories/2024-01-01-shown.md"
GONE = "content/stories/2023-02-02-gone.md"
KEYS = {"company": "Acme", "verdict": "bad", "tags": "[shoes, rare]", "author": "Lee", "mentions": "[Orbit]"}
SITE = {
    SHOWN: story("Shown", company="Acme", verdict="good", tags="[shoes]"),
    GONE: story("Gone", withdrawn="{date: 2024-03-01, reason: It was another shop.}", aliases="[/old/]", **KEYS),
}


def test_a_withdrawn_story_is_in_no_list_no_record_and_no_group(make_site: MakeSite) -> None:
    linked = link(make_site(SITE))
    assert linked.titles == ("Shown",)
    assert [company.name for company in linked.site.companies] == ["Acme"]
    assert linked.company("Acme").record == Record(good=1)
    assert [(tag.name, len(tag.stories)) for tag in linked.site.tags] == [("shoes", 1)]
    assert linked.site.authors == ()
    assert [year.year for year in linked.site.years] == [2024]
    assert [len(group.stories) for group in linked.site.verdicts if group.verdict == "bad"] == [0]
    assert not linked.site.related
    assert (linked.site.held_back, linked.said) == ((), ())


def test_what_stays_of_it_is_its_address_the_day_and_the_reason(make_site: MakeSite) -> None:
    (found,) = link(make_site(SITE)).site.withdrawn
    assert found == WithdrawnStory(
        path="/stories/gone/",
        appeared=dt.datetime(2023, 2, 2, tzinfo=dt.UTC),
        day=dt.date(2024, 3, 1),
        reason="It was another shop.",
        source=GONE,
        aliases=("/old/",),
        places=found.places,
    )


def test_a_preview_does_not_show_it_either(make_site: MakeSite) -> None:
    linked = link(make_site(SITE), include_held_back=True)
    assert (linked.titles, len(linked.site.withdrawn)) == (("Shown",), 1)


@pytest.mark.parametrize("held", ["draft: true", "date: 2026-07-01"])
def test_one_that_never_appeared_leaves_no_note(held: str, make_site: MakeSite) -> None:
    site = make_site({GONE: f"---\ntitle: Gone\nwithdrawn: 2024-03-01\n{held}\n---\nIt went.\n"})
    linked = link(site)
    assert (linked.site.withdrawn, len(linked.site.held_back)) == ((), 1)
    assert linked.site.files == {"stories/2023-02-02-gone.md": None}


def test_a_link_to_it_still_leads_to_the_note(make_site: MakeSite) -> None:
    text = story("Linking", "See [that](2023-02-02-gone.md).")
    linked = link(make_site({**SITE, "content/stories/2024-01-02-linking.md": text}))
    assert linked.said == ()
    assert linked.site.files["stories/2023-02-02-gone.md"] == "/stories/gone/"


def test_the_files_in_its_folder_are_not_published_and_a_link_to_one_is_a_warning(make_site: MakeSite) -> None:
    site = make_site(
        {
            SHOWN: story("Shown", "![box](2023-02-02-gone/box.png)"),
            "content/stories/2023-02-02-gone/index.md": story("Gone", withdrawn="2024-03-01"),
            "content/stories/2023-02-02-gone/box.png": b"png",
            "content/stories/2023-02-02-gone/deep/letter.pdf": b"pdf",
            "content/stories/beside.png": b"png",
        }
    )
    linked = link(site)
    assert dict(linked.site.files) == {
        "stories/2024-01-01-shown.md": "/stories/shown/",
        "stories/2023-02-02-gone/index.md": "/stories/gone/",
        "stories/2023-02-02-gone/box.png": None,
        "stories/2023-02-02-gone/deep/letter.pdf": None,
        "stories/beside.png": "/stories/beside.png",
    }
    assert linked.said == (
        f"{SHOWN}:5: warning: content/stories/2023-02-02-gone/box.png is not published, so the link to it is left out. Delete the link.",
    )


def test_what_it_says_is_not_looked_at_any_more(make_site: MakeSite) -> None:
    text = story("Gone", "[x](nowhere.md)", withdrawn="2024-03-01", image="nowhere.png", id="one", updated="2030-01-01")
    site = make_site({GONE: text, SHOWN: story("Shown", id="one")})
    assert link(site).said == ()


def test_it_keeps_its_address_by_the_site_s_pattern(make_site: MakeSite) -> None:
    toml = '[site]\ntitle = "T"\nurl = "https://told.example/"\n[build]\npermalink = "/{year}/{month}/{day}/{slug}/"\n'
    site = make_site({"site.toml": toml, GONE: "---\nwithdrawn: 2024-03-01\n---\n"})
    assert [found.path for found in link(site).site.withdrawn] == ["/2023/02/02/gone/"]


def test_a_built_site_says_nothing_of_it_but_the_note(make_site: MakeSite) -> None:
    site = make_site(
        {
            **SITE,
            "content/stories/2023-02-02-gone.md": SITE[GONE].replace("It went like this.", "Unspeakable."),
            "content/comments/2023-02-02-gone/kim.md": comment("I saw the Unspeakable twice.", date="2023-02-03"),
        }
    )
    site.build()
    tree = site.tree()
    for word in (b"Unspeakable", b"Orbit", b"tags/rare", b"authors/lee"):
        assert [path for path in tree if word in tree[path]] == []
    assert b"It was another shop." in tree["stories/gone/index.html"]
    assert [path for path in tree if b"/stories/gone/" in tree[path]] == ["old/index.html", "stories/gone/index.html"]


def test_a_story_comes_back_as_it_was(make_site: MakeSite) -> None:
    site = make_site({GONE: story("Gone", **KEYS), SHOWN: SITE[SHOWN]})
    before = link(site)
    site.write(GONE, SITE[GONE])
    assert link(site).titles == ("Shown",)
    site.write(GONE, story("Gone", **KEYS))
    again = link(site)
    assert (again.site.stories, again.site.companies) == (before.site.stories, before.site.companies)
