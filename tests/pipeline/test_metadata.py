"""No file of any site tells where a photo was taken, when or by whom: wherever it lies, whatever its format."""

import pytest

from generator.images import is_image
from tests.conftest import MakeSite
from tests.images.making import SECRET, read
from tests.images.reading import foreign_parts
from tests.images.test_metadata import FULL_OF_SECRETS
from tests.sites import SITE_TOML, SiteUnderTest, story

PHOTO = FULL_OF_SECRETS["photo.jpg"]
TURNED = FULL_OF_SECRETS["turned.jpg"]

EVERYWHERE = {
    "site.toml": SITE_TOML.replace("[site]", '[site]\nlogo = "/logo.png"'),
    "content/static/logo.png": FULL_OF_SECRETS["drawing.png"],
    "content/static/deep/er/photo.jpg": PHOTO,
    "content/static/.hidden/photo": PHOTO,
    "content/static/download.bin": TURNED,
    "content/stories/beside.jpg": TURNED,
    "content/stories/2024-01-01-a.md": story("A", "![Beside](beside.jpg)", author="dana", company="Acme"),
    "content/stories/2024-01-02-b/index.md": story(
        "B", "![Shown](in/shown.jpg) ![From static](/deep/er/photo.jpg) and [linked](linked.webp).", image="top.avif"
    ),
    "content/stories/2024-01-02-b/in/shown.jpg": PHOTO,
    "content/stories/2024-01-02-b/linked.webp": FULL_OF_SECRETS["photo.webp"],
    "content/stories/2024-01-02-b/top.avif": FULL_OF_SECRETS["photo.avif"],
    "content/authors/dana.md": "---\nname: Dana\nphoto: dana.jpg\n---\n![At work](work.gif)\n",
    "content/authors/dana.jpg": TURNED,
    "content/authors/work.gif": FULL_OF_SECRETS["film.gif"],
    "content/companies/acme.md": "---\nname: Acme\n---\n![The shop](shop.png)\n",
    "content/companies/shop.png": FULL_OF_SECRETS["film.png"],
    "content/pages/about.md": "---\ntitle: About\n---\n![Us](us.jpg)\n",
    "content/pages/us.jpg": PHOTO,
}
PUBLISHED = {
    "logo.png",
    "deep/er/photo.jpg",
    ".hidden/photo",
    "download.bin",
    "stories/beside.jpg",
    "stories/b/in/shown.jpg",
    "stories/b/linked.webp",
    "stories/b/top.avif",
    "authors/dana.jpg",
    "authors/work.gif",
    "companies/shop.png",
    "us.jpg",
}


def pictures(site: SiteUnderTest) -> dict[str, bytes]:
    """Every published picture; the theme's drawings are not the site's."""
    return {
        path: data
        for path, data in site.tree().items()
        if is_image(path, data[:1024]) and not path.startswith("assets/")
    }


def assert_bare(site: SiteUnderTest) -> None:
    found = pictures(site)
    assert {path: foreign for path, data in found.items() if (foreign := foreign_parts(data))} == {}
    assert [path for path, data in site.tree().items() if SECRET in data] == []
    assert [path for path, data in found.items() if read(data).getexif()] == []


def test_wherever_a_picture_can_be_it_is_published_bare(make_site: MakeSite) -> None:
    site = make_site(EVERYWHERE)
    site.build()
    assert pictures(site).keys() >= PUBLISHED
    assert len(pictures(site)) > len(PUBLISHED), "some come in several widths"
    assert_bare(site)


@pytest.mark.parametrize("folder", ["content/static", "content/stories/2024-01-01-a"])
def test_whatever_the_format_it_is_published_bare(folder: str, make_site: MakeSite) -> None:
    text = story("A", "\n\n".join(f"![It]({name})" for name in FULL_OF_SECRETS))
    files = {f"{folder}/{name}": data for name, data in FULL_OF_SECRETS.items()}
    site = make_site({**files, "content/stories/2024-01-01-a/index.md": text if "stories" in folder else story("A")})
    site.build()
    assert len(pictures(site)) > len(FULL_OF_SECRETS)
    assert_bare(site)


def test_a_preview_publishes_drafts_with_bare_pictures_too(make_site: MakeSite) -> None:
    site = make_site(EVERYWHERE)
    site.replace("content/stories/2024-01-02-b/index.md", "title: B", "title: B\ndraft: true")
    site.build(include_held_back=True)
    assert pictures(site).keys() >= PUBLISHED
    assert_bare(site)


def test_the_test_finds_what_is_left_untouched(make_site: MakeSite) -> None:
    site = make_site({**EVERYWHERE, "site.toml": SITE_TOML + '[images]\nuntouched = ["static/deep"]\n'})
    site.build()
    assert foreign_parts(pictures(site)["deep/er/photo.jpg"])
    with pytest.raises(AssertionError):
        assert_bare(site)
