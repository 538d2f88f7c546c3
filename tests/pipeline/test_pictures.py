"""The pictures of a built site: which are made ready, what is refused, and what the command is told."""

import struct
import zlib

import pytest
from PIL import Image

from generator.images import make
from generator.pipeline.whole import render_whole
from tests.conftest import MakeSite
from tests.images.making import SECRET, halves, jpeg_segment, jpeg_with, photo, png_chunk, read, saved
from tests.sites import DOT, SITE_TOML, SiteUnderTest, story

PHOTO = saved(photo(), "JPEG", quality=93)
SECRETIVE = jpeg_with(PHOTO, jpeg_segment(0xFE, SECRET))
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + SECRET
A = "content/stories/2024-01-01-a/index.md"
FOLDER = "content/stories/2024-01-01-a"


def untouched(*paths: str) -> str:
    return f"{SITE_TOML}[images]\nuntouched = {list(paths)}\n"


def showing(name: str, data: bytes, **keys: str) -> dict[str, str | bytes]:
    return {A: story("A", f"![It]({name})", **keys), f"{FOLDER}/{name}": data}


def size(site: SiteUnderTest, path: str) -> tuple[int, int]:
    return read(site.tree()[path]).size


def test_a_photo_is_published_clean_and_in_lighter_files(make_site: MakeSite) -> None:
    site = make_site(showing("it.jpg", SECRETIVE))
    site.build()
    published = {path: data for path, data in site.tree().items() if "/it.jpg" in path}
    assert published.keys() == {"stories/a/it.jpg", "stories/a/it.jpg.480.jpg"} | {
        f"stories/a/it.jpg.{width}.avif" for width in (480, 600)
    }
    assert not any(SECRET in data for data in published.values())
    assert size(site, "stories/a/it.jpg") == (600, 400)
    assert size(site, "stories/a/it.jpg.480.avif") == (480, 320)


def test_a_photo_that_a_story_links_to_is_published_clean(make_site: MakeSite) -> None:
    site = make_site({A: story("A", "[The big one](it.jpg)"), f"{FOLDER}/it.jpg": SECRETIVE})
    site.build()
    assert 'href="/stories/a/it.jpg"' in site.read("stories/a/index.html")
    assert SECRET not in site.tree()["stories/a/it.jpg"]


@pytest.mark.parametrize("name", ["it", "it.bin", "it.JPEG", ".well-known/it", "it.txt"])
def test_a_picture_is_known_by_what_it_holds(name: str, make_site: MakeSite) -> None:
    site = make_site({f"content/static/{name}": SECRETIVE})
    site.build()
    assert SECRET not in site.tree()[name]
    assert size(site, name) == (600, 400)


@pytest.mark.parametrize("data", [HEIC, saved(halves(), "TIFF")])
def test_a_photo_that_no_browser_shows_is_found_whatever_its_name(data: bytes, make_site: MakeSite) -> None:
    (problem,) = make_site({"content/static/it": data}).problems()
    assert "many browsers cannot show it. Export it as JPEG" in problem


def test_files_that_are_no_pictures_are_copied_as_they_are(make_site: MakeSite) -> None:
    files = {
        "list.pdf": b"%PDF-1.7 \xff\xd8\xff",
        "a.gz": b"\x1f\x8b\x08",
        "bm.txt": b"BMW",
        "empty": b"",
        "x.mp4": b"ftyp",
    }
    site = make_site({f"content/static/{name}": data for name, data in files.items()})
    site.build()
    assert {name: site.tree()[name] for name in files} == files


@pytest.mark.parametrize("path", ["static/press/", "static/press", "static/press/it.jpg"])
def test_site_toml_may_leave_pictures_untouched(path: str, make_site: MakeSite) -> None:
    site = make_site(
        {
            "site.toml": untouched(path),
            "content/static/press/it.jpg": SECRETIVE,
            "content/static/press-it.jpg": SECRETIVE,
            A: story("A", "![It](/press/it.jpg)"),
        }
    )
    site.build()
    assert {name: data for name, data in site.tree().items() if "press/" in name} == {"press/it.jpg": SECRETIVE}
    assert SECRET not in site.tree()["press-it.jpg"]
    assert '<img src="/press/it.jpg" alt="It" decoding="async">' in site.read("stories/a/index.html")


def test_what_is_left_untouched_may_be_what_no_browser_shows(make_site: MakeSite) -> None:
    site = make_site({"site.toml": untouched("static/press"), "content/static/press/it.tif": saved(halves(), "TIFF")})
    assert site.build().warnings == ()


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("static/pres/", "there is no file or folder content/static/pres/. Did you mean 'static/press/'?"),
        ("static/press/it.jpeg", "there is no file or folder content/static/press/it.jpeg. Did you mean 'static/press/it.jpg'?"),
        ("static/pre", "there is no file or folder content/static/pre. Did you mean 'static/press/'?"),
    ],
)  # fmt: skip
def test_an_exemption_that_names_nothing_is_a_problem(path: str, problem: str, make_site: MakeSite) -> None:
    site = make_site({"site.toml": untouched(path), "content/static/press/it.jpg": PHOTO})
    assert site.problems() == (f"site.toml:7:14: images.untouched: {problem}",)


def test_a_picture_that_is_not_published_is_none_of_the_builds_business(make_site: MakeSite) -> None:
    site = make_site({**showing("it.jpg", PHOTO[:999], draft="true"), f"{FOLDER}/other.jpg": b"", "content/x.jpg": b""})
    site.delete("content/x.jpg")
    assert site.build().warnings == ()
    assert not (site.root / ".firsthand/images").exists()
    site.replace(A, "draft: true", "draft: false")
    assert site.problems() == (
        f"{FOLDER}/it.jpg: this picture is damaged or incomplete. Copy it again, or export it again.",
    )


def test_pictures_that_are_wrong_are_told_with_all_else_and_the_last_good_site_stays(make_site: MakeSite) -> None:
    site = make_site({**showing("it.jpg", PHOTO), "content/static/logo.png": DOT})
    site.build()
    before = site.tree()
    site.write(f"{FOLDER}/it.jpg", PHOTO[:999])
    site.write("content/static/logo.png", b"")
    site.write("content/stories/2024-02-02-b.md", story("B", verdict="great"))
    assert [problem.split(" ")[0] for problem in site.problems()] == [
        "content/static/logo.png:",
        f"{FOLDER}/it.jpg:",
        "content/stories/2024-02-02-b.md:3:10:",
    ]
    assert site.tree() == before


def test_wrong_pictures_are_told_beside_a_mistake_in_site_toml(make_site: MakeSite) -> None:
    site = make_site({"site.toml": SITE_TOML + "titel = 1\n", "content/static/logo.png": b""})
    assert [problem.split(" ")[0] for problem in site.problems()] == ["content/static/logo.png:", "site.toml:6:1:"]


def test_what_is_odd_about_a_picture_is_told_by_every_build_also_one_with_nothing_to_do(make_site: MakeSite) -> None:
    site = make_site(showing("it.png", PHOTO))
    warning = f"{FOLDER}/it.png: warning: the name says PNG, but the file is JPEG. Rename it to it.jpg, and"
    warning += " change its name where you show it."
    for _ in range(2):
        assert [str(problem) for problem in site.build().warnings] == [warning]
    assert size(site, "stories/a/it.png") == (600, 400)


def test_the_command_is_told_of_pictures_while_they_are_made_and_only_then(make_site: MakeSite) -> None:
    site = make_site({**showing("it.jpg", PHOTO), "content/static/logo.png": DOT})
    told: list[tuple[int, int]] = []
    site.build(progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    told.clear()
    site.replace(A, "title: A", "title: B")
    site.build(progress=lambda done, total: told.append((done, total)))
    assert told == []


def test_a_check_knows_every_file_and_makes_none_again(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(showing("it.jpg", PHOTO))
    site.build()
    monkeypatch.setattr(make, "make_picture", None)
    rendered, _ = render_whole(site.settings())
    assert rendered.outputs.keys() == site.tree().keys()


def test_a_file_in_the_place_of_one_that_is_made_is_a_problem_that_names_both(make_site: MakeSite) -> None:
    name = "content/static/it.jpg.480.avif"
    (problem,) = make_site({"content/static/it.jpg": PHOTO, name: saved(halves(), "AVIF")}).problems()
    assert problem == (
        f"{name}: this file and the smaller version that Firsthand makes of content/static/it.jpg"
        " have the same address, /it.jpg.480.avif. Rename this file."
    )


def test_a_static_file_in_the_place_of_one_that_is_made_for_a_story_is_the_one_to_rename(make_site: MakeSite) -> None:
    name = "content/static/stories/a/it.jpg.480.avif"
    (problem,) = make_site({**showing("it.jpg", PHOTO), name: saved(halves(), "AVIF")}).problems()
    assert problem.startswith(f"{name}: this file and the smaller version that Firsthand makes of {FOLDER}/it.jpg have")


def test_a_photo_of_60_megapixels_is_published_whole_and_shown_small(make_site: MakeSite) -> None:
    site = make_site(showing("it.jpg", saved(Image.linear_gradient("L").resize((10_000, 6_000)), "JPEG", quality=92)))
    site.build()
    assert size(site, "stories/a/it.jpg") == (10_000, 6_000)
    assert 'src="/stories/a/it.jpg.1440.jpg"' in site.read("stories/a/index.html")
    assert 'width="1440" height="864"' in site.read("stories/a/index.html")


def test_a_photo_for_the_press_is_published_in_colours_for_the_screen(make_site: MakeSite) -> None:
    site = make_site(showing("it.jpg", saved(photo().convert("CMYK"), "JPEG")))
    site.build()
    assert read(site.tree()["stories/a/it.jpg"]).mode == "RGB"


def test_an_animation_keeps_moving(make_site: MakeSite) -> None:
    frames = [Image.new("L", (40, 30), 40 * level) for level in range(5)]
    site = make_site(showing("it.gif", saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=90)))
    site.build()
    assert getattr(read(site.tree()["stories/a/it.gif"]), "n_frames", 1) == 5
    assert '<img src="/stories/a/it.gif" alt="It" width="40" height="30" decoding="async">' in site.read(
        "stories/a/index.html"
    )


def test_a_bomb_and_photos_of_other_formats_are_named_and_nothing_is_written(make_site: MakeSite) -> None:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 65_000, 65_000, 1, 0, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", zlib.compress(bytes(99))) + png_chunk(b"IEND", b"")
    site = make_site(
        {f"content/static/{n}": data for n, data in {"bomb.png": bomb, "a.heic": HEIC, "b.jpg": HEIC}.items()}
    )
    heic = "this is a HEIC file, and many browsers cannot show it. Export it as JPEG, or as PNG if it is a drawing or a screenshot."
    assert site.problems() == (
        f"content/static/a.heic: {heic}",
        f"content/static/b.jpg: {heic}",
        "content/static/bomb.png: this picture has more than 100 million pixels. Make it smaller: pages show at most 1,440 pixels across.",
    )
    assert site.tree() == {}
