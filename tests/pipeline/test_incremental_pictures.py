"""Whatever happens to a picture, or to what was made of it, the tree is that of a clean build and no more is done."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.images import make
from tests.conftest import MakeSite
from tests.images.making import halves, photo, saved
from tests.sites import SITE_TOML, SiteUnderTest, story

PHOTO, OTHER = saved(photo(1000, 700), "JPEG", quality=93), saved(photo(900, 900), "JPEG", quality=93)
DRAWING = saved(halves(), "PNG", pnginfo=None)

FOLDER = "content/stories/2024-01-01-kettle"
STORY = f"{FOLDER}/index.md"
LATER = "content/stories/2024-02-02-later/index.md"
SITE: dict[str, str | bytes] = {
    STORY: story("Kettle", "![The kettle](kettle.jpg) and [the whole label](label.png).", company="Acme"),
    f"{FOLDER}/kettle.jpg": PHOTO,
    f"{FOLDER}/label.png": DRAWING,
    LATER: story("Later", "Nothing to see.", company="Acme"),
    "content/static/images/shop.jpg": OTHER,
}
KETTLE = ("stories/kettle/kettle.jpg", "stories/kettle/kettle.jpg.480.avif", "stories/kettle/kettle.jpg.480.jpg")
FEEDS = ("atom.xml", "companies/acme/feed.xml", "feed.json", "feed.xml")
"""Those that carry the story with the kettle."""

Edit = Callable[[SiteUnderTest], None]


def swap(site: SiteUnderTest) -> None:
    """Each picture takes the other's place: what stands in the output is right for neither."""
    site.write(f"{FOLDER}/kettle.jpg", OTHER)
    site.write("content/static/images/shop.jpg", PHOTO)


def rename(site: SiteUnderTest) -> None:
    site.rename(f"{FOLDER}/kettle.jpg", f"{FOLDER}/pot.jpg")
    site.replace(STORY, "kettle.jpg", "pot.jpg")


def delete(site: SiteUnderTest) -> None:
    site.delete(f"{FOLDER}/kettle.jpg")
    site.replace(STORY, "![The kettle](kettle.jpg)", "No picture")


def lose_store(site: SiteUnderTest) -> None:
    shutil.rmtree(site.root / ".firsthand/images")


def lose_all(site: SiteUnderTest) -> None:
    shutil.rmtree(site.root / ".firsthand")


def spoil_store(site: SiteUnderTest) -> None:
    for file in (site.root / ".firsthand/images").iterdir():
        file.write_bytes(b"\0" + file.read_bytes()[1:])


def spoil_cache(site: SiteUnderTest) -> None:
    (site.root / ".firsthand/cache.sqlite").write_bytes(b"no database")


def both(first: Edit, second: Edit) -> Edit:
    def edit(site: SiteUnderTest) -> None:
        first(site)
        second(site)

    return edit


EDITS: dict[str, Edit] = {
    "replaced": lambda site: site.write(f"{FOLDER}/kettle.jpg", OTHER),
    "swapped": swap,
    "deleted": delete,
    "renamed": rename,
    "made a draft": lambda site: site.replace(STORY, "title: Kettle", "title: Kettle\ndraft: true"),
    "no longer shown": lambda site: site.replace(STORY, "![The kettle](kettle.jpg)", "No picture"),
    "shown a second time": lambda site: site.replace(LATER, "Nothing", "![](../2024-01-01-kettle/kettle.jpg)"),
    "copied": lambda site: site.write("content/static/images/more.jpg", PHOTO),
    "in front matter": lambda site: site.replace(STORY, "title: Kettle", "title: Kettle\nimage: kettle.jpg"),
    "left untouched": lambda site: site.write("site.toml", SITE_TOML + '[images]\nuntouched = ["static/images"]\n'),
    "nothing": lambda site: None,
}
LOSSES: dict[str, Edit] = {
    "": lambda site: None,
    "store deleted": lose_store,
    "cache and store deleted": lose_all,
    "store spoilt": spoil_store,
    "cache spoilt": spoil_cache,
    "output deleted": lambda site: shutil.rmtree(site.root / "_site"),
    "output and store deleted": both(lambda site: shutil.rmtree(site.root / "_site"), lose_store),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteUnderTest:
    site = SiteUnderTest.written(tmp_path_factory.mktemp("built") / "site", SITE)
    site.build()
    return site


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_whatever_is_lost_the_tree_is_that_of_a_clean_build(
    name: str, built: SiteUnderTest, tmp_path: Path
) -> None:
    before = built.tree()
    clean = None
    for loss, lose in LOSSES.items():
        site = SiteUnderTest(tmp_path / (loss or "nothing lost"))
        shutil.copytree(built.root, site.root)
        EDITS[name](site)
        lose(site)
        report = site.build()
        after = site.tree()
        clean = clean or site.clean_tree()
        assert after == clean, loss
        if "output" not in loss:
            assert report.written == tuple(sorted(path for path in after if after[path] != before.get(path))), loss
            assert report.deleted == tuple(sorted(before.keys() - after.keys())), loss


def test_a_photo_that_is_replaced_is_written_with_the_pages_that_know_its_size(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    site.write(f"{FOLDER}/kettle.jpg", OTHER)
    wide = "stories/kettle/kettle.jpg.900.avif"
    report = site.build()
    assert report.written == tuple(sorted((*KETTLE, wide, "stories/kettle/index.html", *FEEDS)))
    assert report.deleted == ("stories/kettle/kettle.jpg.1000.avif",)


def test_a_photo_goes_with_its_story(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    site.replace(STORY, "title: Kettle", "title: Kettle\ndraft: true")
    assert set(site.build().deleted) >= {*KETTLE, "stories/kettle/label.png"}


def test_what_is_as_it_was_is_decoded_no_second_time(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(SITE)
    site.build()
    monkeypatch.setattr(make, "make_picture", None)
    site.replace(STORY, "the whole label", "all of the label")
    site.build()
    shutil.rmtree(site.root / "_site")
    site.build()
    lose_store(site)
    site.replace(STORY, "all of the label", "the whole label")
    assert [path for path in site.build().written if "kettle.jpg" in path] == [], "the output itself has them"


def test_an_edit_is_undone_without_making_a_picture(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    rename(site)
    site.build()
    monkeypatch.setattr(make, "make_picture", None)
    site.rename(f"{FOLDER}/pot.jpg", f"{FOLDER}/kettle.jpg")
    site.replace(STORY, "pot.jpg", "kettle.jpg")
    site.build()
    assert site.tree() == before


def test_an_exemption_that_is_taken_back_cleans_the_photo(make_site: MakeSite) -> None:
    exempted = SITE_TOML + '[images]\nuntouched = ["static/images/"]\n'
    site = make_site({**SITE, "site.toml": exempted})
    site.build()
    assert site.tree()["images/shop.jpg"] == OTHER
    site.write("site.toml", SITE_TOML)
    assert set(site.build().written) >= {"images/shop.jpg.480.avif", "images/shop.jpg.480.jpg"}
    assert site.tree() == site.clean_tree()


def test_a_picture_of_the_site_that_somebody_spoilt_is_put_right(make_site: MakeSite) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    lose_store(site)
    for path in KETTLE[:2]:
        site.write(f"_site/{path}", PHOTO)
    assert site.build().written == KETTLE[:2]
    assert site.tree() == before
