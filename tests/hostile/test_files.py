"""What should not lie in content/ is named with its place; nothing of it is published, and nothing hangs."""

import os
import re
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import FirsthandError
from tests.conftest import MakeSite
from tests.hostile.conftest import LONGEST
from tests.reading import read_page
from tests.running import program
from tests.sites import SiteUnderTest, story

X = "content/stories/2024-01-01-x.md"
CHECK = "Check that it is there and that you may open it."
GOOD = {"content/stories/2024-01-02-good.md": story("Good")}
Place = Callable[[SiteUnderTest], None]


def written(path: str, data: str | bytes) -> Place:
    return lambda site: site.write(path, data)


def linked(path: str, target: str) -> Place:
    def place(site: SiteUnderTest) -> None:
        link = site.root / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)

    return place


def linked_to_each_other(site: SiteUnderTest) -> None:
    linked(X, "2024-01-03-y.md")(site)
    linked("content/stories/2024-01-03-y.md", "2024-01-01-x.md")(site)


def folder(path: str) -> Place:
    return lambda site: (site.root / path).mkdir(parents=True)


def pipe(path: str) -> Place:
    def place(site: SiteUnderTest) -> None:
        os.mkfifo(site.root / path)

    return place


def named_in_latin_1(site: SiteUnderTest) -> None:
    place = os.fsencode(site.root / "content/stories") + b"/2024-01-01-caf\xe9.md"
    Path(os.fsdecode(place)).write_text(story(), encoding="utf-8")


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10
LOOP = "this link does not lead to a file inside content/."

PLACED: dict[str, tuple[Place, str]] = {
    "a picture named .md": (written(X, PNG), f"{X}:1:1: byte 0x89 is not UTF-8 text"),
    "text in another encoding": (
        written(X, "---\ntitle: Café\n---\n".encode("latin-1")),
        f"{X}:2:11: byte 0xe9 is not UTF-8 text (in Windows-1252 it is 'é').",
    ),
    "text in UTF-16": (written(X, story().encode("utf-16")), f"{X}: the file is saved as UTF-16, not as UTF-8 text."),
    "null bytes": (written(X, bytes(10_000)), f"{X}:1:1: the front matter is missing."),
    "an empty file": (written(X, b""), f"{X}:1:1: the file is empty."),
    "a file of spaces": (written(X, b" \n\t\n" * 100), f"{X}:1:1: the file is empty."),
    "ten megabytes of text": (
        written(X, story(body="words and more\n" * 700_000)),
        f"{X}: the file has 10,500,0",
    ),
    "a body of one and a half megabytes": (written(X, story(body="words and more\n" * 100_000)), f"{X}"),
    "a hundred thousand brackets": (written(X, story(body="\nSome words.\n\n" + "[" * 100_000)), f"{X}:8: "),
    "brackets line by line": (written(X, story(body="a [\n" * 50_000)), f"{X}:5: "),
    "front matter that never ends": (written(X, "---\ntitle: x\n" + "a: b\n" * 100_000), f"{X}:1:1: "),
    "front matter nested ten thousand deep": (written(X, f"---\ntitle: {'[' * 10_000}\n---\n"), f"{X}:2:"),
    "laughing billions": (
        written(X, "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\n"),
        f"{X}:",
    ),
    "a folder named x.md": (folder(X), f"{X}: this is a folder, and its name ends with .md."),
    "a folder named x.md with a story in it": (
        written(f"{X}/index.md", story()),
        f"{X}: this is a folder, and its name ends with .md.",
    ),
    "a link to itself": (linked(X, "2024-01-01-x.md"), f"{X}: {LOOP}"),
    "two links to each other": (linked_to_each_other, f"{X}: {LOOP}"),
    "a link to the folder above": (linked("content/stories/loop", ".."), f"content/stories/loop: {LOOP}"),
    "a link to nowhere": (linked(X, "nowhere.md"), f"{X}: {LOOP}"),
    "a link out of content": (linked(X, "../../secret.md"), f"{X}: {LOOP}"),
    "a link out of static": (linked("content/static/secret.txt", "../../secret.md"), "content/static/secret.txt: "),
    "a link to the root": (linked("content/static/root", "/"), f"content/static/root: {LOOP}"),
    "a pipe that nobody writes to": (pipe(X), f"{X}: this is neither a file nor a folder."),
    "a name in another encoding": (named_in_latin_1, "content/stories/2024-01-01-caf[U+DCE9].md: the name has"),
    "a line end in a name": (
        written("content/stories/2024-01-01-a\nb.md", story()),
        "content/stories/2024-01-01-a[U+000A]b.md: the name has U+000A, a line break.",
    ),
    "a story three folders down": (
        written("content/stories/a/b/c.md", story()),
        "content/stories/a/b/c.md: a story cannot be in this place.",
    ),
    "a folder that content does not have": (
        written("content/storys/x.md", story()),
        "content/storys: 'storys' is not one of the folders in content/. Did you mean 'stories'?",
    ),
}


@pytest.mark.parametrize("named", PLACED)
def test_it_is_named_with_its_place_and_the_site_stays(named: str, make_site: MakeSite) -> None:
    site = make_site(GOOD | {"secret.md": story("A secret")})
    site.build()
    before = site.tree()
    place, said = PLACED[named]
    place(site)
    started = time.monotonic()
    problems = site.problems()
    assert time.monotonic() - started < 20
    assert any(problem.startswith(said) for problem in problems), problems
    assert site.tree() == before


def test_all_of_it_at_once_is_told_in_one_run_without_a_traceback(make_site: MakeSite) -> None:
    site = make_site(GOOD | {"secret.md": story("A secret")})
    places = [place for place, _ in PLACED.values()]
    for number, place in enumerate(places, start=1):
        part = make_site(folder=f"part{number}")
        (part.root / "content/stories").mkdir(parents=True)
        (part.root / "content/static").mkdir()
        place(part)
        for found in (*part.root.glob("content/stories/*"), *part.root.glob("content/static/*")):
            to = site.root / "content" / found.parent.name
            to.mkdir(exist_ok=True)
            found.rename(to / f"2024-03-{number:02}-{found.name}")
    ran = program("build", at=site.root, seconds=LONGEST)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    for number in range(1, len(places)):
        assert f"/2024-03-{number:02}-" in ran.stderr, tuple(PLACED)[number - 1]
    assert "A secret" not in ran.stderr
    assert not (site.root / "_site/index.html").exists()


@pytest.mark.parametrize("path", [X, "content/static/letter.pdf", "content/companies/acme.md"])
def test_a_file_that_may_not_be_read_is_named(path: str, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(GOOD | {path: story()})
    deny(site.root / path, monkeypatch)
    assert site.problems() == (f"{path}: the file cannot be read: Permission denied. {CHECK}",)


def test_a_folder_that_may_not_be_read_is_named(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(GOOD)
    denied = site.root / "content/stories"
    listing = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(path) == denied:
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert site.problems() == (f"content/stories: the folder cannot be read: Permission denied. {CHECK}",)


def deny(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the right to read a file. The rights of files do not bind root, so for root it is simulated."""
    path.chmod(0)
    opening = Path.open

    def refuse(self: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied", str(path))
        return opening(self, mode, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


def test_a_socket_among_the_static_files_is_named(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(GOOD | {"content/static/a.txt": "a"})
    monkeypatch.chdir(site.root / "content/static")  # the address of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("odd")
        assert site.problems() == ("content/static/odd: this is neither a file nor a folder. Delete it.",)


def test_what_editors_and_systems_leave_behind_is_passed_over(make_site: MakeSite) -> None:
    litter = (".DS_Store", "Thumbs.db", "2024-01-01-x.md~", ".2024-01-01-x.md.swp", ".#2024-01-01-x.md")
    site = make_site(GOOD | {f"content/stories/{name}": b"\xff\xfe" for name in litter})
    assert site.build().stories == 1


def test_a_link_inside_content_is_as_good_as_the_file(make_site: MakeSite) -> None:
    site = make_site(GOOD | {"content/static/one.txt": "the same"})
    linked("content/static/two.txt", "one.txt")(site)
    site.build()
    assert site.tree()["two.txt"] == b"the same"
    assert not (site.root / "_site/two.txt").is_symlink()


def test_control_characters_in_a_body_reach_neither_page_nor_feed(make_site: MakeSite) -> None:
    controls = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 127, *range(128, 160), 0xFFFE, 0xFFFF, 0xFDD0]))
    site = make_site({X: story(body=f"Be{controls}fore and\u2028after.")})
    site.build()
    for path in ("stories/x/index.html", "feed.xml", "atom.xml", "feed.json"):
        assert not set(site.read(path)) & set(controls), path


EVIL = "https://evil.example/"
RAW_HTML = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "[a](javascript:alert(1))",
    "[a]( java\tscript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    f"<iframe src='{EVIL}'></iframe>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>a</p>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    f"<form action='{EVIL}'><input></form>",
    f"<base href='{EVIL}'>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'>",
    f"<link rel=stylesheet href='{EVIL}'>",
    f"<object data='{EVIL}'></object>",
    "</main></body></html><script>alert(1)</script>",
    "{: onclick=alert(1) }",
    "# A heading {: onclick=alert(1) }",
)


@pytest.mark.parametrize("raw", RAW_HTML)
def test_raw_html_is_harmless_or_named(raw: str, make_site: MakeSite) -> None:
    site = make_site({X: story(body=f"Before.\n\n{raw}\n\nAfter.")})
    try:
        site.build()
    except FirsthandError as error:
        named = {problem.at.path for problem in error.problems}
        assert named == {X}, error  # noqa: PT017 (either is right)
        return
    page = read_page(site, "stories/x/index.html")
    assert "After." in page.text
    assert page.runs == []
    for element in page.elements:
        assert element.tag not in ("iframe", "style", "svg", "form", "base", "object")
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert not re.match(r"\s*(java\s*script|data):", element.get("href", ""))
        assert element.get("http-equiv", "").lower() != "refresh"
    assert EVIL not in page.attributes("href", "src", "action", "data")
