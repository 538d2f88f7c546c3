"""Every block in which a page quotes Firsthand, and how to make Firsthand say it today.

`python -m tests.docs.refresh` writes what is said today into the pages.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.docs.kinds import KINDS, Kind
from tests.docs.reading import (
    CHECKING,
    COMMANDS,
    DOCS,
    FRONT_MATTER,
    Block,
    Section,
    below,
    blocks,
    code,
    read,
    section,
    sections,
)
from tests.docs.triggers import ERRORS, WARNINGS, Files
from tests.modules import CHECKOUT
from tests.running import run
from tests.sites import SITE_TOML, SiteUnderTest

MISTAKE = "**Common mistake:**"
_ENDS_A_FAILED_BUILD = re.compile(r"^\d+ (problem|error)s?\b.*\Z", re.MULTILINE)


class Quote(NamedTuple):
    """A block that quotes Firsthand. `said` takes an empty folder and returns what Firsthand says today."""

    page: Path
    title: str
    block: Block
    said: Callable[[Path], str]

    @property
    def name(self) -> str:
        return f"{self.page.stem}: {self.title}"


class Example(NamedTuple):
    """Whole files that a section shows. `message` is the block with the problems that they have, or None."""

    page: Path
    title: str
    files: dict[str, str]
    message: Block | None


def quotes() -> tuple[Quote, ...]:
    """All quotes, page by page."""
    failing = (
        Quote(one.page, one.title, one.message, partial(_build_says, one.files)) for one in examples() if one.message
    )
    return (*_mistakes(), *failing, *_outputs())


def examples() -> tuple[Example, ...]:
    """Every section that shows whole files, in the order of the pages."""
    found = []
    for page in sorted(DOCS.rglob("*.md")):
        for one in sections(page):
            shown = blocks(one.text)
            files = {block.file: block.text for block in shown if block.file}
            message = next((block for block in shown if _ENDS_A_FAILED_BUILD.search(block.text.rstrip())), None)
            if files:
                found.append(Example(page, one.title, files, message))
    return tuple(found)


def keys() -> tuple[tuple[Kind, Section], ...]:
    """Every section about a key of front matter, with its kind of file."""
    return tuple((kind, one) for kind in KINDS for one in below(FRONT_MATTER, kind.title))


def _mistakes() -> Iterator[Quote]:
    """The messages about the common mistakes of keys."""
    for kind, one in keys():
        for wrong, message in pairwise(blocks(one.text.partition(MISTAKE)[2])):
            if (wrong.language, message.language) == ("yaml", "text"):
                title = f"{kind.title}: {code(one.title)}"
                yield Quote(FRONT_MATTER, title, message, partial(_mistake, kind, wrong.text))


def _mistake(kind: Kind, wrong: str, _: Path) -> str:
    return "".join(f"{problem.message} {problem.hint}".strip() + "\n" for problem in kind.problems(wrong))


def _build_says(files: Files, folder: Path) -> str:
    return run("build", "--now", "2026-12-31", at=SiteUnderTest.written(folder / "site", files).root).stderr


def _outputs() -> Iterator[Quote]:
    """What commands print, and what they write."""
    for title, sayings in (
        ("`firsthand new TITLE`", (_new_says, _new_writes)),
        ("`firsthand build`", (_held_back, _not_published)),
        ("Output folder", (_foreign_folder,)),
    ):
        shown = blocks(section(COMMANDS, title).text)
        yield from (Quote(COMMANDS, title, *pair) for pair in zip(shown, sayings, strict=True))
    for title, sites in (("Warnings", WARNINGS), ("Errors", ERRORS)):
        shown = blocks(section(CHECKING, title).text)
        yield from (
            Quote(CHECKING, title, one, partial(_build_says, site)) for one, site in zip(shown, sites, strict=True)
        )
    shown_file, _, diagram = blocks(section(CHECKING, "Problems").text)
    yield Quote(CHECKING, "Problems", diagram, partial(_diagram, {shown_file.file: shown_file.text}, diagram.text))
    note = blocks(section(FRONT_MATTER, "`withdrawn`").text)[1]
    yield Quote(FRONT_MATTER, "`withdrawn`", note, _withdrawn)


def _diagram(files: Files, shown: str, folder: Path) -> str:
    """The first problem of a site, with the lines below it that explain its parts."""
    return _build_says(files, folder).split("\n")[0] + "\n" + shown.partition("\n")[2]


_NEW = ("new", "The kettle with a name tag", "--company", "Harrow & Pell", "--verdict", "good")


def _new_says(folder: Path) -> str:
    words = (f'"{word}"' if " " in word else word for word in ("firsthand", *_NEW))
    return f"$ {' '.join(words)}\n{_new(folder)[0]}"


def _new_writes(folder: Path) -> str:
    return _new(folder)[1]


def _new(folder: Path) -> tuple[str, str]:
    root = SiteUnderTest.written(folder / "site", {}).root
    said = run(*_NEW, "--now", "2026-11-22", at=root).output
    return said, read(next((root / "content/stories").iterdir()))


def _held_back(_: Path) -> str:
    return "".join(line for line in _sample_build() if line.startswith("held back"))


def _not_published(_: Path) -> str:
    return "".join(line for line in _sample_build() if line.startswith("not published"))


@cache
def _sample_build() -> tuple[str, ...]:
    """What a build of the sample site prints."""
    with TemporaryDirectory() as folder:
        shutil.copytree(CHECKOUT / "content", Path(folder, "content"))
        shutil.copy(CHECKOUT / "site.toml", folder)
        said = run("build", "--now", "2026-11-23", at=Path(folder)).output
    return tuple(said.splitlines(keepends=True))


def _foreign_folder(folder: Path) -> str:
    return run("build", at=SiteUnderTest.written(folder / "site", {"_site/mine.txt": "mine"}).root).stderr


def _withdrawn(folder: Path) -> str:
    """The note at the address of a story of which only the example of the key is left."""
    example = blocks(section(FRONT_MATTER, "`withdrawn`").text)[0].text
    files = {
        "content/stories/2026-05-04-shoes.md": f"---\n{example}---\n",
        "site.toml": SITE_TOML + 'language = "en-GB"\n',
    }
    site = SiteUnderTest.written(folder / "site", files)
    assert run("build", "--now", "2026-12-31", at=site.root).exit_code == 0
    note = re.search(r"</h1>(.*)</main>", site.read("stories/shoes/index.html"), re.DOTALL)
    assert note
    return " ".join(re.sub(r"<[^>]+>", " ", note[1]).split()) + "\n"
