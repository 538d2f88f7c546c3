"""What a page gets for <picture>: the best format first, and in <img> the one that every program knows."""

from generator.images import PreparedImage, Variant, shown, untouched
from generator.shown import ShownImage, Source

SIZES = "(min-width: 60em) 42em, 92vw"


def file(media_type: str, width: int | None, suffix: str = "") -> Variant:
    return Variant(width, None if width is None else width // 2, media_type, suffix, b"digest", 1000)


def test_a_photo_no_wider_than_pages_show_it_is_one_of_its_own_widths() -> None:
    image = PreparedImage(
        file("image/jpeg", 1200),
        (
            file("image/avif", 1200, ".1200.avif"),
            file("image/avif", 480, ".480.avif"),
            file("image/jpeg", 960, ".960.jpg"),
            file("image/jpeg", 480, ".480.jpg"),
        ),
    )
    assert shown(image, "/repo/box.jpg", SIZES) == ShownImage(
        src="/repo/box.jpg",
        media_type="image/jpeg",
        width=1200,
        height=600,
        image=Source(
            "image/jpeg",
            (("/repo/box.jpg.480.jpg", 480), ("/repo/box.jpg.960.jpg", 960), ("/repo/box.jpg", 1200)),
        ),
        sources=(Source("image/avif", (("/repo/box.jpg.480.avif", 480), ("/repo/box.jpg.1200.avif", 1200))),),
        sizes=SIZES,
    )


def test_a_photo_wider_than_that_is_never_loaded_whole() -> None:
    image = PreparedImage(
        file("image/jpeg", 4000), (file("image/jpeg", 1440, ".1440.jpg"), file("image/jpeg", 480, ".480.jpg"))
    )
    assert shown(image, "a.jpg", SIZES) == ShownImage(
        src="a.jpg.1440.jpg",
        media_type="image/jpeg",
        width=1440,
        height=720,
        image=Source("image/jpeg", (("a.jpg.480.jpg", 480), ("a.jpg.1440.jpg", 1440))),
        sizes=SIZES,
    )


def test_a_screenshot_s_webp_stands_before_the_png_that_all_browsers_know() -> None:
    image = PreparedImage(
        file("image/png", 2400), (file("image/avif", 1440, ".1440.avif"), file("image/webp", 1440, ".1440.webp"))
    )
    found = shown(image, "a.png", SIZES)
    assert [source.media_type for source in found.sources] == ["image/avif", "image/webp"]
    assert (found.src, found.width, found.image, found.srcset) == ("a.png", 2400, None, "")
    assert found.sizes == SIZES, "the sources need it"


def test_an_avif_is_shown_to_old_browsers_as_its_fallback() -> None:
    image = PreparedImage(
        file("image/avif", 1000), (file("image/jpeg", 1000, ".1000.jpg"), file("image/jpeg", 480, ".480.jpg"))
    )
    found = shown(image, "a.avif", SIZES)
    assert (found.src, found.media_type, found.width) == ("a.avif.1000.jpg", "image/jpeg", 1000)
    assert found.sources == (Source("image/avif", (("a.avif", 1000),)),)
    assert found.image == Source("image/jpeg", (("a.avif.480.jpg", 480), ("a.avif.1000.jpg", 1000)))


def test_a_picture_without_variants_is_its_one_file() -> None:
    for kind, width in (("image/svg+xml", None), ("image/svg+xml", 300), ("image/gif", 80), ("image/jpeg", 4000)):
        image = PreparedImage(file(kind, width))
        assert shown(image, "/a", SIZES) == ShownImage(
            src="/a", media_type=kind, width=width, height=width // 2 if width else None
        )


def test_of_a_file_that_is_published_as_it_is_only_its_name_tells_something() -> None:
    assert untouched("/press/a.JPG") == ShownImage("/press/a.JPG", media_type="image/jpeg")
    assert untouched("/press/a") == ShownImage("/press/a")


def test_srcset_is_written_as_html_wants_it() -> None:
    assert (
        Source("image/avif", (("/a,b/ü.jpg.480.avif", 480), ("/x", 960))).srcset == "/a,b/ü.jpg.480.avif 480w, /x 960w"
    )
