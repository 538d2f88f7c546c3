"""Pictures on pages and in feeds: each in the formats and widths that suit, and none moves what is around it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.conftest import MakeSite
from tests.images.making import halves, photo, saved
from tests.pages.planning import URLS, at
from tests.reading import read_page
from tests.sites import SITE_TOML, SiteUnderTest, story

PHOTO, SCREENSHOT = saved(photo(1000, 700), "JPEG", quality=93), saved(photo(700, 500), "PNG")
AVIF = saved(photo(800, 600), "AVIF", quality=90)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'
FOLDER = "content/stories/2024-01-01-a"
BODY = '![One](one.jpg)\n\nText and ![two](two.png) in it.\n\n![Three](three.svg "A drawing | Dana")'
FILES = {
    f"{FOLDER}/one.jpg": PHOTO,
    f"{FOLDER}/two.png": SCREENSHOT,
    f"{FOLDER}/three.svg": SVG,
    f"{FOLDER}/top.avif": AVIF,
}


def built(make_site: MakeSite, files: dict[str, str | bytes]) -> SiteUnderTest:
    site = make_site(files)
    assert site.build().warnings == ()
    return site


def told(body: str = BODY, **keys: str) -> dict[str, str | bytes]:
    return {**FILES, f"{FOLDER}/index.md": story("A", body, **keys)}


def images(site: SiteUnderTest, path: str = "stories/a/index.html") -> dict[str, Element]:
    """The pictures of a page by their text alternatives."""
    return {e.get("alt", ""): e for e in read_page(site, path).elements if e.tag == "img"}


def pictures(site: SiteUnderTest, path: str = "stories/a/index.html") -> dict[str, list[Element]]:
    """The sources of each <picture> by the text alternative of what it shows."""
    return {
        next(e.get("alt", "") for e in picture.iter("img")): list(picture.iter("source"))
        for picture in read_page(site, path).elements
        if picture.tag == "picture"
    }


def candidates(srcset: str | None) -> Iterator[tuple[str, str]]:
    for one in (srcset or "").split(", "):
        address, _, width = one.partition(" ")
        yield address, width


def test_a_photo_is_offered_in_its_formats_and_widths(make_site: MakeSite) -> None:
    site = built(make_site, told())
    (avif,) = pictures(site)["One"]
    assert avif.get("type") == "image/avif"
    assert list(candidates(avif.get("srcset"))) == [
        ("/stories/a/one.jpg.480.avif", "480w"),
        ("/stories/a/one.jpg.1000.avif", "1000w"),
    ]
    image = images(site)["One"]
    assert image.get("src") == "/stories/a/one.jpg"
    assert list(candidates(image.get("srcset"))) == [
        ("/stories/a/one.jpg.480.jpg", "480w"),
        ("/stories/a/one.jpg", "1000w"),
    ]
    assert (image.get("width"), image.get("height")) == ("1000", "700")


def test_a_picture_in_front_matter_is_offered_in_the_same_way(make_site: MakeSite) -> None:
    in_body = built(make_site, told("![It](one.jpg)"))
    site = make_site(told("Text.", image="{src: one.jpg, alt: It}"), folder="other")
    site.build()

    def shown(one: SiteUnderTest) -> list[dict[str, str]]:
        return [
            {name: value for name, value in e.items() if name != "class"}
            for e in (*pictures(one)["It"], images(one)["It"])
        ]

    assert shown(site) == shown(in_body)


def test_the_first_picture_of_a_page_is_loaded_at_once_and_the_others_when_they_come_near(make_site: MakeSite) -> None:
    site = built(make_site, told())
    assert [image.get("loading") for image in images(site).values()] == [None, "lazy", "lazy"]
    assert {image.get("decoding") for image in images(site).values()} == {"async"}


@pytest.mark.parametrize("path", ["stories/a/index.html", "authors/dana/index.html"])
def test_below_a_picture_of_front_matter_all_are_loaded_lazily(path: str, make_site: MakeSite) -> None:
    author = f"---\nname: Dana\nphoto: {{src: dana.png, alt: Dana}}\n---\n{BODY.split('![Three')[0]}"
    author = author.replace("(one.jpg)", "(/one.jpg)").replace("(two.png)", "(/one.jpg)")
    static: dict[str, str | bytes] = {
        "content/static/one.jpg": PHOTO,
        "content/authors/dana.md": author,
        "content/authors/dana.png": SCREENSHOT,
    }
    site = built(make_site, {**told(image="top.avif", author="dana"), **static})
    first, *others = images(site, path).values()
    assert first.get("loading") is None
    assert len(others) >= 2
    assert {image.get("loading") for image in others} == {"lazy"}


def test_a_picture_with_nothing_lighter_is_a_plain_image_with_its_size(make_site: MakeSite) -> None:
    site = built(make_site, told())
    drawing = images(site)["Three"]
    assert dict(drawing.items()) == {
        "src": "/stories/a/three.svg",
        "alt": "Three",
        "width": "30",
        "height": "20",
        "loading": "lazy",
        "decoding": "async",
    }
    assert "Three" not in pictures(site)
    assert "<svg xmlns" not in site.read("stories/a/index.html"), "a drawing is shown, never part of the page"


def test_the_theme_says_how_wide_it_shows_pictures(make_site: MakeSite) -> None:
    theme = {"themes/mine/theme.toml": 'api = 1\nextends = "counter"\nsizes = "(width > 9em) 9em, 50vw"\n'}
    toml = {"site.toml": SITE_TOML + '[theme]\nname = "mine"\n'}
    site = built(make_site, {**told(image="{src: top.avif, alt: Top}"), **theme, **toml})
    sized = [*images(site).values(), *(source for sources in pictures(site).values() for source in sources)]
    assert {e.get("sizes") for e in sized if e.get("srcset")} == {"(width > 9em) 9em, 50vw"}
    assert {e.get("sizes") for e in sized if not e.get("srcset")} == {None}
    site.replace("themes/mine/theme.toml", "50vw", "60vw")
    site.build()
    assert "60vw" in site.read("stories/a/index.html")
    assert site.tree() == site.clean_tree()


@pytest.mark.parametrize("url", URLS)
def test_every_file_that_a_page_offers_is_there(url: str, make_site: MakeSite) -> None:
    site = built(make_site, {**told(image="top.avif"), **at(url)})
    base = url.split("/", 3)[3]
    offered = [
        address
        for e in read_page(site, "stories/a/index.html").elements
        for address in ([e.get("src")] if e.tag == "img" else []) + [a for a, _ in candidates(e.get("srcset")) if a]
    ]
    assert len(offered) > 10
    assert {address for address in offered if (address or "").removeprefix(f"/{base}") not in site.tree()} == set()


@pytest.mark.parametrize("feed", ["feed.xml", "atom.xml", "feed.json"])
def test_in_feeds_a_picture_is_one_file_that_all_readers_know(feed: str, make_site: MakeSite) -> None:
    site = built(make_site, told(BODY + "\n\n![Four](top.avif)"))
    page = site.read(feed).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace('\\"', '"')
    assert "<picture" not in page
    assert "srcset" not in page
    root = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)
    at = "https://told.example/stories/a"
    assert [dict(image.items()) for image in root.iter("img")] == [
        {"src": f"{at}/one.jpg", "alt": "One", "width": "1000", "height": "700"},
        {"src": f"{at}/two.png", "alt": "two", "width": "700", "height": "500"},
        {"src": f"{at}/three.svg", "alt": "Three", "width": "30", "height": "20"},
        {"src": f"{at}/top.avif.800.jpg", "alt": "Four", "width": "800", "height": "600"},
    ]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("{src: top.avif, alt: A box}", ["https://told.example/stories/a/top.avif.800.jpg", "800", "600", "A box"]),
        ("one.jpg", ["https://told.example/stories/a/one.jpg", "1000", "700"]),
        ("{src: three.svg, alt: A drawing}", []),
    ],
)
def test_who_previews_a_link_gets_a_picture_that_all_know_with_its_size(
    image: str, expected: list[str], make_site: MakeSite
) -> None:
    site = built(make_site, told(image=image))
    meta = [e for e in read_page(site, "stories/a/index.html").elements if e.tag == "meta"]
    assert [e.get("content") for e in meta if (e.get("property") or "").startswith("og:image")] == expected


def test_a_logo_keeps_its_place(make_site: MakeSite) -> None:
    logo = {"site.toml": SITE_TOML.replace("[site]", '[site]\nlogo = "/logo.png"')}
    site = built(make_site, {**logo, "content/static/logo.png": saved(halves(), "PNG")})
    image = images(site, "index.html")[""]
    assert (image.get("src"), image.get("width"), image.get("height")) == ("/logo.png", "90", "40")
