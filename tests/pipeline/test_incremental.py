"""After any edit the tree is byte for byte that of a clean build, and only what changed was written."""

import datetime as dt
from collections.abc import Callable

import pytest
from PIL import Image

from tests.conftest import MakeSite
from tests.images.making import saved
from tests.sites import DOT, SITE_TOML, SiteUnderTest, story

OTHER = saved(Image.new("RGB", (1, 1), "teal"), "PNG")
"""As large as DOT, so that no page has another size to tell."""

SITE = {
    "content/stories/2024-01-01-first.md": story(
        "First", "The first.\n", company="Acme", verdict="good", tags="[phone]"
    ),
    "content/stories/2024-02-02-second.md": story(
        "Second", "The second. ![box](box.png)\n", company="Zeta", verdict="bad", tags="[phone, refunds]", author="dana"
    ),
    "content/stories/box.png": DOT,
    "content/stories/2025-03-03-third/index.md": story(
        "Third",
        "The third, after [the first](../2024-01-01-first.md). ![cup](cup.png)\n",
        company="Acme",
        author="dana",
    ),
    "content/stories/2025-03-03-third/cup.png": DOT,
    "content/stories/2026-07-01-later.md": story("Later", company="Zeta"),
    "content/stories/2024-05-05-drafted.md": story("Drafted", company="Acme", draft="true"),
    "content/companies/acme.md": "---\nname: Acme\naliases: [Acme Ltd]\n---\nMakes things.\n",
    "content/authors/dana.md": "---\nname: Dana\nwebsite: https://dana.example/\n---\nWrites.\n",
    "content/pages/about.md": "---\ntitle: About\nnav: 1\n---\nAbout us.\n",
    "content/static/robots-are-fine.txt": "yes\n",
}

# The pages that list a story of Acme by Dana in 2025, as cards or lines.
LISTS_OF_THIRD = ("404.html", "authors/dana/index.html", "companies/acme/index.html", "index.html")
FEEDS = ("atom.xml", "feed.json", "feed.xml")

Edit = Callable[[SiteUnderTest], None]


def use_own_template(site: SiteUnderTest) -> None:
    site.write("themes/mine/theme.toml", 'api = 1\nextends = "counter"\n')
    site.write("themes/mine/templates/404.html", "<!doctype html><title>Gone</title>Gone\n")
    site.write("site.toml", SITE_TOML + '[theme]\nname = "mine"\n')


def edits() -> dict[str, tuple[Edit, tuple[str, ...] | None, tuple[str, ...] | None]]:
    """What a writer may do, with the outputs written and deleted (None: too many to list, or not the point)."""

    def replace(path: str, old: str, new: str) -> Edit:
        return lambda site: site.replace(path, old, new)

    def rename(old: str, new: str) -> Edit:
        return lambda site: site.rename(old, new)

    third = "content/stories/2025-03-03-third/index.md"
    return {
        "words of a body beyond its first paragraph": (
            replace(third, "![cup](cup.png)", "![cup](cup.png)\n\nAnd then?"),
            tuple(sorted(("stories/third/index.html", "authors/dana/feed.xml", "companies/acme/feed.xml", *FEEDS))),
            (),
        ),
        "a title": (replace(third, "title: Third", "title: Fourth"), None, ()),
        "a date": (
            replace(third, "title: Third", "title: Third\ndate: 2024-12-12"),
            None,
            ("archive/2025/index.html",),
        ),
        "a slug": (
            replace(third, "title: Third", "title: Third\nslug: drittes"),
            None,
            ("stories/third/cup.png", "stories/third/index.html"),
        ),
        "a tag": (
            replace("content/stories/2024-01-01-first.md", "[phone]", "[chat]"),
            None,
            (),
        ),
        "a company": (
            replace("content/stories/2024-02-02-second.md", "company: Zeta", "company: Yota"),
            None,
            ("companies/zeta/feed.xml", "companies/zeta/index.html"),
        ),
        "a company by its alias": (
            replace("content/stories/2024-02-02-second.md", "company: Zeta", "company: ACME ltd"),
            None,
            ("companies/zeta/feed.xml", "companies/zeta/index.html"),
        ),
        "a company's file": (
            replace("content/companies/acme.md", "Makes things.", "Makes other things."),
            ("companies/acme/index.html",),
            (),
        ),
        "a verdict": (replace("content/stories/2024-01-01-first.md", "verdict: good", "verdict: mixed"), None, ()),
        "a bio": (replace("content/authors/dana.md", "Writes.", "Writes well."), ("authors/dana/index.html",), ()),
        "a draft published": (
            replace("content/stories/2024-05-05-drafted.md", "draft: true", "draft: false"),
            None,
            (),
        ),
        "a story made a draft": (
            replace(third, "title: Third", "title: Third\ndraft: true"),
            None,
            ("archive/2025/index.html", "stories/third/cup.png", "stories/third/index.html"),
        ),
        "a story deleted": (
            lambda site: site.delete("content/stories/2025-03-03-third"),
            None,
            ("archive/2025/index.html", "stories/third/cup.png", "stories/third/index.html"),
        ),
        "a story renamed": (
            rename("content/stories/2024-02-02-second.md", "content/stories/2024-02-02-zweite.md"),
            None,
            ("stories/second/index.html",),
        ),
        "a photo": (
            lambda site: site.write("content/stories/2025-03-03-third/cup.png", OTHER),
            ("stories/third/cup.png",),
            (),
        ),
        "a static file": (
            lambda site: site.write("content/static/robots-are-fine.txt", "no\n"),
            ("robots-are-fine.txt",),
            (),
        ),
        "a static file more": (lambda site: site.write("content/static/a/b.txt", "new\n"), ("a/b.txt",), ()),
        "a page": (replace("content/pages/about.md", "About us.", "About them."), ("about/index.html",), ()),
        "a template of the site's own": (
            use_own_template,
            ("404.html",),
            (),
        ),
        "the title in site.toml": (lambda site: site.replace("site.toml", "Told", "Retold"), None, ()),
        "the address in site.toml": (
            lambda site: site.replace("site.toml", "https://told.example/", "https://told.example/repo/"),
            None,
            ("CNAME",),
        ),
        "the permalink in site.toml": (
            lambda site: site.write("site.toml", SITE_TOML + '[build]\npermalink = "/{year}/{slug}/"\n'),
            None,
            (
                "stories/first/index.html",
                "stories/second/index.html",
                "stories/third/cup.png",
                "stories/third/index.html",
            ),
        ),
        "the number of stories on a page": (
            lambda site: site.write("site.toml", SITE_TOML + "[build]\npaginate = 1\n"),
            None,
            (),
        ),
        "a new story": (
            lambda site: site.write("content/stories/2026-05-05-new.md", story("New", company="Nova")),
            None,
            (),
        ),
        "the clock past a scheduled story": (
            lambda site: setattr(site, "now", dt.datetime(2026, 7, 1, 1, tzinfo=dt.UTC)),
            None,
            (),
        ),
        "the clock turned back": (
            lambda site: setattr(site, "now", dt.datetime(2024, 6, 1, tzinfo=dt.UTC)),
            None,
            ("archive/2025/index.html", "stories/third/cup.png", "stories/third/index.html"),
        ),
        "nothing": (lambda site: None, (), ()),
    }


@pytest.mark.parametrize("name", edits())
def test_after_an_edit_the_tree_is_that_of_a_clean_build_and_only_what_changed_was_written(
    make_site: MakeSite, name: str
) -> None:
    edit, written, deleted = edits()[name]
    site = make_site(SITE)
    site.build()
    before = site.tree()
    edit(site)
    report = site.build()
    after = site.tree()
    assert after == site.clean_tree()
    assert report.written == tuple(sorted(path for path in after if after[path] != before.get(path)))
    assert report.deleted == tuple(sorted(before.keys() - after.keys()))
    assert report.unchanged == len(after) - len(report.written)
    if written is not None:
        assert report.written == written
    if deleted is not None:
        assert report.deleted == deleted


def test_undoing_an_edit_brings_back_the_first_tree(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    site.replace("content/authors/dana.md", "Writes.", "Sings.")
    site.build()
    site.replace("content/authors/dana.md", "Sings.", "Writes.")
    assert site.build().written == ("authors/dana/index.html",)
    assert site.tree() == before


def test_a_template_that_changes_one_kind_of_page_rewrites_only_pages_of_that_kind(make_site: MakeSite) -> None:
    template = '{% extends "counter/tag.html" %}{% block main %}Only this.{% endblock %}\n'
    site = make_site(SITE)
    site.write("site.toml", SITE_TOML + '[theme]\nname = "mine"\n')
    site.write("themes/mine/theme.toml", 'api = 1\nextends = "counter"\n')
    site.build()
    site.write("themes/mine/templates/tag.html", template)
    assert site.build().written == ("tags/phone/index.html", "tags/refunds/index.html")


def test_an_asset_of_the_theme_that_changes_is_published_under_a_new_address(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.write("site.toml", SITE_TOML + '[theme]\nname = "mine"\n')
    site.write("themes/mine/theme.toml", 'api = 1\nextends = "counter"\n')
    site.write("themes/mine/assets/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.build()
    site.write("themes/mine/assets/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='x'/>")
    report = site.build()
    assert [path for path in report.written if path.startswith("assets/")] != []
    assert [path for path in report.deleted if path.startswith("assets/favicon.")] != []
    assert site.tree() == site.clean_tree()


def test_an_output_that_somebody_edited_or_deleted_is_put_right(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    site.write("_site/index.html", "defaced")
    site.delete("_site/about/index.html")
    assert site.build().written == ("about/index.html", "index.html")
    assert site.tree() == site.clean_tree()


def test_a_preview_of_drafts_and_a_build_never_mix(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    published = site.tree()
    site.build(include_held_back=True, preview=True, url="http://127.0.0.1:8000/")
    preview = site.tree(".firsthand/preview")
    assert "stories/drafted/index.html" in preview
    assert "stories/later/index.html" in preview
    assert site.build().written == ()
    assert site.tree() == published
    assert not any(b"127.0.0.1" in data for data in published.values())


def test_an_error_in_the_last_story_leaves_the_last_good_site_untouched(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    site.replace("content/authors/dana.md", "Writes.", "Sings.")
    site.write("content/stories/2026-05-05-wrong.md", story("Wrong", verdict="great"))
    assert site.problems() == (
        "content/stories/2026-05-05-wrong.md:3:10: verdict: 'great' is not a verdict. Use good, bad or mixed. Did you mean 'good'?",
    )
    assert site.tree() == before
