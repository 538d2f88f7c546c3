"""A reader loads no more than the screen can show, in the lightest format that the browser knows."""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from tests.images.conftest import Prepare, Result
from tests.images.making import grain, photo, read, saved


def detailed(width: int, height: int, mode: str = "RGB", *, strength: float = 25) -> Image.Image:
    """A photo with so much in it that no width of it is small."""
    noise = grain(width, height, strength)
    picture = ImageChops.add(photo(width, height), Image.merge("RGB", (noise, noise, noise)), scale=2)
    if mode == "RGBA":
        picture.putalpha(Image.radial_gradient("L").resize((width, height)))
    return picture.convert(mode)


def screenshot(width: int, height: int) -> Image.Image:
    picture = Image.new("RGB", (width, height), "#f6f7f9")
    draw = ImageDraw.Draw(picture)
    for line in range(10, height - 20, 17):
        draw.text(
            (15, line), "Your refund will be processed within five working days. " * 6, fill=("#222", "#b00")[line % 2]
        )
    return picture


def widths(result: Result, path: str) -> dict[str, list[int | None]]:
    found: dict[str, list[int | None]] = {}
    for file in result.image(path).others:
        found.setdefault(file.media_type.removeprefix("image/"), []).append(file.width)
    return found


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((2400, 400), {"avif": [1440, 960, 480], "jpeg": [1440, 960, 480]}),
        ((1440, 400), {"avif": [1440, 960, 480], "jpeg": [960, 480]}),
        ((1200, 400), {"avif": [1200, 960, 480], "jpeg": [960, 480]}),
        ((1100, 400), {"avif": [1100, 480], "jpeg": [480]}),
        ((481, 600), {"avif": [481]}),
        ((300, 600), {"avif": [300]}),
    ],
)
def test_widths_are_never_larger_than_the_photo_nor_close_to_each_other(
    size: tuple[int, int], expected: dict[str, list[int]], prepare: Prepare
) -> None:
    result = prepare({"a.jpg": saved(detailed(*size), "JPEG", quality=95)})
    assert widths(result, "a.jpg") == expected
    for file in result.image("a.jpg").others:
        assert read(result.bytes_of(file)).size == (file.width, file.height)
        assert file.height == round(size[1] * (file.width or 0) / size[0])


@pytest.mark.parametrize(
    ("path", "picture", "options", "fallback"),
    [
        ("a.jpg", detailed(700, 350), {"quality": 95}, "jpeg"),
        ("a.png", detailed(700, 350), {}, "webp"),
        ("clear.png", detailed(700, 350, "RGBA"), {}, "webp"),
        ("a.webp", detailed(700, 350), {"quality": 95}, "webp"),
        ("clear.webp", detailed(700, 350, "RGBA"), {"quality": 95}, "webp"),
        ("a.gif", detailed(700, 350).quantize(64), {}, "webp"),
        ("a.avif", detailed(700, 350), {"quality": 95}, "jpeg"),
        ("clear.avif", detailed(700, 350, "RGBA"), {"quality": 95}, "webp"),
    ],
)
def test_beside_avif_there_is_a_fallback_that_keeps_transparency(
    path: str, picture: Image.Image, options: dict[str, object], fallback: str, prepare: Prepare
) -> None:
    format_ = {"jpg": "JPEG"}.get(path.split(".")[1], path.split(".")[1].upper())
    result = prepare({path: saved(picture, format_, **options)})
    found = widths(result, path)
    assert set(found) == {"avif", fallback}
    # Whoever knows neither AVIF nor WebP still has the picture itself, but not that of an AVIF.
    assert found[fallback] == ([480] if format_.lower() == fallback else [700, 480])
    for data in result.others(path).values():
        assert read(data).has_transparency_data == ("clear" in path)


def test_a_variant_is_smaller_than_everything_that_it_stands_in_for(prepare: Prepare) -> None:
    pictures = {
        "photo.jpg": saved(detailed(1600, 500), "JPEG"),
        "light.jpg": saved(detailed(1600, 500), "JPEG", quality=8),
        "shot.png": saved(screenshot(1300, 700), "PNG"),
        "palette.png": saved(screenshot(1300, 700).quantize(8), "PNG"),
        "flat.png": saved(Image.linear_gradient("L").resize((1300, 700)), "PNG", compress_level=0),
        "a.webp": saved(detailed(1300, 500), "WEBP", quality=20),
    }
    result = prepare(pictures)
    kept = 0
    for path in pictures:
        image = result.image(path)
        for file in image.others:
            kept += 1
            assert file.size <= 0.9 * image.main.size
            wider = [one for one in image.others if (one.width or 0) > (file.width or 0)]
            assert all(file.size <= 0.9 * one.size for one in wider if one.media_type == file.media_type)
            fallbacks = [
                one for one in image.others if one.media_type != "image/avif" and (one.width or 0) >= (file.width or 0)
            ]
            if file.media_type == "image/avif":
                assert all(file.size <= 0.9 * one.size for one in fallbacks)
    assert kept > 10


def test_avif_is_there_at_every_width_or_at_none(prepare: Prepare) -> None:
    """A browser that knows AVIF looks at no other: one narrow file alone would be shown enlarged."""
    result = prepare({"a.png": saved(screenshot(1300, 700), "PNG"), "b.jpg": saved(detailed(1300, 500), "JPEG")})
    for path in ("a.png", "b.jpg"):
        found = widths(result, path)
        assert max(width or 0 for width in found.get("avif", [1300])) == 1300


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("small.jpg", saved(photo(300, 200), "JPEG")),
        ("icon.png", saved(photo(64, 64), "PNG")),
        ("flat.png", saved(Image.new("RGB", (2000, 1200), "teal"), "PNG")),
        (
            "drawing.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">' + b"<g/>" * 9000 + b"</svg>",
        ),
    ],
)
def test_what_is_light_already_stays_one_file(path: str, data: bytes, prepare: Prepare) -> None:
    result = prepare({path: data})
    assert result.image(path).others == ()
    assert result.image(path).files == (result.image(path).main,)


def test_a_strip_too_high_for_a_browser_s_formats_gets_no_variants(prepare: Prepare) -> None:
    result = prepare({"a.png": saved(grain(90, 17_000, 90), "PNG")})
    assert result.image("a.png").others == ()


def test_transparency_that_no_pixel_uses_costs_nothing(prepare: Prepare) -> None:
    opaque = detailed(700, 300)
    result = prepare({"a.png": saved(opaque.convert("RGBA"), "PNG")})
    assert not any(read(data).has_transparency_data for data in result.others("a.png").values())


def test_variants_look_like_the_picture(prepare: Prepare) -> None:
    picture = detailed(1000, 600)
    result = prepare({"a.jpg": saved(picture, "JPEG", quality=95), "a.png": saved(picture, "PNG")})
    for path in ("a.jpg", "a.png"):
        assert len(result.others(path)) >= 3
        for data in result.others(path).values():
            shown = read(data).convert("RGB")
            expected = picture.resize(shown.size, Image.Resampling.LANCZOS)
            assert max(ImageStat.Stat(ImageChops.difference(shown, expected)).mean) < 9


def test_the_edge_of_something_transparent_does_not_darken(prepare: Prepare) -> None:
    """Scaling has to weigh colours by their opacity: what is under the transparent part must not bleed."""
    picture = Image.new("RGBA", (1000, 1000), (0, 0, 0, 0))
    for place in range(0, 1000, 6):
        picture.paste((255, 255, 255, 255), (place, 0, place + 3, 1000))
    noise = grain(1000, 1000, 9).convert("RGBA")
    picture.paste(noise, (0, 500))
    result = prepare({"a.png": saved(picture, "PNG", compress_level=0)})
    smaller = read(result.others("a.png")[".480.webp"]).convert("RGBA")
    half_clear = [
        pixel
        for pixel in smaller.crop((0, 0, 480, 200)).get_flattened_data()
        if isinstance(pixel, tuple) and 60 < pixel[3] < 200
    ]
    assert len(half_clear) > 1000
    assert min(min(pixel[:3]) for pixel in half_clear) > 200


def test_three_photos_of_a_story_weigh_less_than_300_kb_on_a_sharp_screen(prepare: Prepare) -> None:
    """With as much in them as in the photos by which the qualities were chosen (see encode.py)."""
    result = prepare({"a.jpg": saved(detailed(1800, 1200, strength=18), "JPEG", quality=92)})
    assert len(result.others("a.jpg")[".1440.jpg"]) > 130_000
    assert 3 * len(result.others("a.jpg")[".1440.avif"]) < 290_000
