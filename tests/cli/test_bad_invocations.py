"""Whatever is typed, the answer is a sentence and a status: never a traceback."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import MakeSite
from tests.running import program, run, surroundings
from tests.sites import SITE_TOML, SiteUnderTest, story

MISTYPED = (
    "frobnicate",
    "--nope",
    "build --nope",
    "build extra",
    "build --site nowhere",
    "build --site site.toml",
    "build --now yesterday",
    "build --now 2025-02-30",
    "build --now 2025-01-01T25:00",
    "build --now",
    "new",
    "new a b",
    "new A --verdict great",
    "init",
    "init a b",
    "serve --port 0",
    "serve --port 65536",
    "serve --port http",
    "check --nope",
)

REFUSED = (
    ("build", "--url", "nonsense"),
    ("build", "--url", "ftp://x.example/"),
    ("build", "--url", "https:///path"),
    ("build", "--url", "https://[::1"),
    ("build", "--url", "https://x.example:port/"),
    ("build", "--url", "https://x.example/../y/"),
    ("build", "--url", "https://x.example/a//b/"),
    ("build", "--url", "https://x.example/?q"),
    ("build", "--url", "https://me:secret@x.example/"),
    ("build", "--output", "."),
    ("build", "--output", ".."),
    ("build", "--output", "content"),
    ("build", "--output", "site.toml"),
    ("build", "--output", "/dev/null"),
    ("build", "--output", "/dev/null/below"),
    ("build", "--output", "x" * 300),
    ("check", "--url", "nonsense"),
    ("init", "."),
    ("init", "site.toml"),
    ("init", "site.toml/below"),
    ("init", "x" * 300),
    ("new", "A", "--now", "0001-01-01"),
    ("new", "A", "--now", "9999-12-31T23:59:59Z"),
)


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    return make_site({"content/stories/2024-01-01-first.md": story("First")})


def left_alone(site: SiteUnderTest) -> set[str]:
    found = {path.relative_to(site.root).as_posix() for path in site.root.rglob("*") if path.is_file()}
    return {path for path in found if not path.startswith(".firsthand/")}


@pytest.mark.parametrize("typed", MISTYPED)
def test_a_mistyped_command_is_told_how_to_get_help(typed: str, site: SiteUnderTest) -> None:
    before = left_alone(site)
    result = run(*typed.split(), at=site.root)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert re.search(r"^Error: \S.+", result.stderr, re.MULTILINE)
    assert left_alone(site) == before


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: " ".join(typed)[:50])
def test_what_cannot_be_done_is_refused_with_a_sentence(typed: tuple[str, ...], site: SiteUnderTest) -> None:
    before = left_alone(site)
    result = run(*typed, at=site.root)
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    assert re.search(r"^\S+( / [A-Z_]+)?: .+", result.stderr, re.MULTILINE)
    assert left_alone(site) == before


@pytest.mark.parametrize("command", ["build", "check", "serve", "new A"])
def test_outside_a_site_every_command_says_how_to_start_one(command: str, tmp_path: Path) -> None:
    result = run(*command.split(), at=tmp_path)
    assert result.exit_code == 1
    assert "site.toml: there is no site.toml here." in result.stderr
    assert "firsthand init" in result.stderr
    assert list(tmp_path.iterdir()) == []


BROKEN_SETTINGS: dict[str, str | bytes] = {
    "": "site.title is missing",
    "[site\n": "site.toml:1",
    'title = "x"': "title is not a key",
    "site = 3": "site: 3 is one value, and keys belong here.",
    SITE_TOML + 'timezone = "Mars/Olympus"\n': "site.toml:6:12: site.timezone: 'Mars/Olympus'",
    SITE_TOML + 'timezone = "../../etc/passwd"\n': "is not a time zone",
    SITE_TOML + '[theme]\nname = "nope"\n': "there is no theme 'nope'",
    SITE_TOML + '[theme]\nname = "../counter"\n': "cannot be the name of a theme",
    SITE_TOML + '[build]\noutput = "../out"\n': "cannot be the output folder",
    SITE_TOML + '[build]\noutput = "content/static/out"\n': "cannot be the output folder",
    SITE_TOML + '[build]\npermalink = "/stories/"\n': "has no {slug}",
    SITE_TOML + '[build]\npermalink = "/{slug}/{slug.__class__}/"\n': "is an unknown placeholder",
}


@pytest.mark.parametrize("settings", BROKEN_SETTINGS, ids=lambda text: str(BROKEN_SETTINGS[text])[:40])
@pytest.mark.parametrize("command", ["build", "check", "new A"])
def test_broken_settings_are_named(settings: str, command: str, site: SiteUnderTest) -> None:
    site.write("site.toml", settings)
    result = run(*command.split(), at=site.root)
    if command == "new A" and "[theme]" in settings and result.exit_code == 0:
        return  # a story can be started while a theme is being made
    assert result.exit_code == 1
    assert str(BROKEN_SETTINGS[settings]) in result.stderr


def odd_places(site: SiteUnderTest) -> Iterator[tuple[str, str]]:
    """Things that stand where others belong, and what is said about each."""
    site.write("site.toml", b"\xff\xfe")
    yield "build", "site.toml: the file is saved as UTF-16, not as UTF-8 text."
    site.delete("site.toml")
    (site.root / "site.toml").mkdir()
    yield "build", "site.toml: the file cannot be read: Is a directory."
    (site.root / "site.toml").rmdir()
    site.write("site.toml", SITE_TOML)
    (site.root / "content").rename(site.root / "stories")
    yield "build", "content: there is no folder content/."
    site.write("content", "a file")
    yield "build", "content: there is no folder content/."
    site.delete("content")
    (site.root / "stories").rename(site.root / "content")
    site.write("_site", "a file")
    yield "build", "_site: the output folder cannot be made: a file with this name is there already."
    site.delete("_site")
    site.write("_site/mine.txt", "mine")
    yield "build", "_site: the output folder contains files that Firsthand did not write, such as mine.txt."
    site.delete("_site")
    site.write("_site/.firsthand-files/x", "mine")
    yield (
        "build",
        "_site/.firsthand-files: Firsthand's list of the files here cannot be read: this is a folder, not a file.",
    )


def test_what_stands_where_something_else_belongs_is_named(site: SiteUnderTest) -> None:
    for command, said in odd_places(site):
        result = run(command, at=site.root)
        assert result.exit_code == 1
        assert said in result.stderr


def test_a_file_that_is_not_ours_is_neither_overwritten_nor_deleted(site: SiteUnderTest) -> None:
    run("build", at=site.root)
    site.write("_site/about/index.html", "mine")
    site.write("content/pages/about.md", "---\ntitle: About\n---\n")
    result = run("build", at=site.root)
    assert result.exit_code == 1
    said = "_site/about/index.html: a page of your site belongs here, but Firsthand did not write what is here now."
    assert said in result.stderr
    assert site.read("about/index.html") == "mine"


@pytest.mark.parametrize("command", ["new", "init", "build --output", "build --site"])
def test_an_argument_in_another_encoding_is_refused(command: str, site: SiteUnderTest) -> None:
    ran = program(*command.split(), b"caf\xe9", at=site.root)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert "is not UTF-8 text." in ran.stderr


def test_a_terminal_that_knows_only_ascii_is_no_reason_for_a_traceback(site: SiteUnderTest) -> None:
    for variables in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        ran = program("build", at=site.root, environment=variables)
        assert ran.returncode == 0, ran.stderr


def test_output_that_nobody_reads_is_no_reason_for_a_traceback(site: SiteUnderTest) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "generator", "build"],
            cwd=site.root,
            env=surroundings(),
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=30,
            check=False,
        )
    finally:
        os.close(writing)
    assert ran.stderr == b""


def break_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_settings: object) -> None:
        raise ZeroDivisionError("a fault in the works")

    monkeypatch.setattr("generator.cli.build.build_site", broken)


def test_a_fault_of_firsthand_s_own_is_told_in_two_lines(site: SiteUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_build(monkeypatch)
    result = CliRunner().invoke(main, ["build", "--site", str(site.root)])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "This is a fault of Firsthand, not yours (ZeroDivisionError: a fault in the works).",
        "Please report it, with everything that this prints: firsthand --traceback build …",
    ]


def test_who_asks_for_it_sees_where_firsthand_failed(site: SiteUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_build(monkeypatch)
    result = CliRunner().invoke(main, ["--traceback", "build", "--site", str(site.root)])
    assert isinstance(result.exception, ZeroDivisionError)
