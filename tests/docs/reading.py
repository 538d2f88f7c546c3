"""The documentation read as text: its sections, tables, code blocks and links."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.modules import CHECKOUT

DOCS = CHECKOUT / "docs"
REFERENCE, EXPLANATION = DOCS / "reference", DOCS / "explanation"
FRONT_MATTER, SITE_SETTINGS = REFERENCE / "front-matter.md", REFERENCE / "site-toml.md"
COMMANDS, CHECKING, MARKDOWN = REFERENCE / "commands.md", REFERENCE / "checks.md", REFERENCE / "markdown.md"
FEEDS, URLS, THEME_API = REFERENCE / "feeds.md", REFERENCE / "urls.md", REFERENCE / "theme-api.md"
RECORDS, FAIRNESS = EXPLANATION / "how-records-count.md", EXPLANATION / "fairness.md"
ARCHITECTURE = DOCS / "architecture.md"
README, CHANGELOG, CONTRIBUTING = CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md", CHECKOUT / "CONTRIBUTING.md"


def all_pages() -> tuple[Path, ...]:
    """Every page of the documentation."""
    return (README, CHANGELOG, CONTRIBUTING, *sorted(DOCS.rglob("*.md")))


class Section(NamedTuple):
    """A heading with the text below it; `text` stops at the next heading, `whole` at the next of its level or above."""

    level: int
    title: str
    text: str
    whole: str


class Block(NamedTuple):
    """A fenced block of code: its language, its text, and the last line of prose before it."""

    language: str
    text: str
    before: str

    @property
    def file(self) -> str:
        """The file that the block shows whole, where the line before it is a path alone: `site.toml`:"""
        named = re.fullmatch(r"`([^`]+)`:", self.before)
        return named[1] if named else ""


_FENCE = re.compile(r"^( *)(```+)(\w*)\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)(?: \"[^\"]*\")?\)")
_CODE = re.compile(r"`([^`\n]+)`")


def read(page: Path) -> str:
    """The text of a page."""
    return page.read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """A page without its fenced code: lines stay the same lines."""
    return _FENCE.sub(lambda fence: "\n" * fence[0].count("\n"), read(page))


def sections(page: Path) -> tuple[Section, ...]:
    """The sections of a page, in its order; a `#` inside fenced code is no heading."""
    text = read(page)
    hidden = [range(*fence.span()) for fence in _FENCE.finditer(text)]
    heads = [head for head in _HEADING.finditer(text) if not any(head.start() in fence for fence in hidden)]
    found = []
    for place, head in enumerate(heads):
        after = heads[place + 1 :]
        end = after[0].start() if after else len(text)
        closing = next((other.start() for other in after if len(other[1]) <= len(head[1])), len(text))
        found.append(Section(len(head[1]), head[2], text[head.end() : end], text[head.end() : closing]))
    return tuple(found)


def section(page: Path, title: str) -> Section:
    """The one section of a page with this title."""
    found = [one for one in sections(page) if one.title == title]
    assert len(found) == 1, f"{page.name} has {len(found)} sections {title!r}"
    return found[0]


def below(page: Path, title: str) -> tuple[Section, ...]:
    """The sections directly below the one with this title."""
    parent = section(page, title)
    found = sections(page)
    start = found.index(parent) + 1
    end = next((n for n in range(start, len(found)) if found[n].level <= parent.level), len(found))
    return tuple(one for one in found[start:end] if one.level == parent.level + 1)


def tables(text: str) -> tuple[tuple[Mapping[str, str], ...], ...]:
    """The tables of a text, each as its rows by the head of the column."""
    found: list[list[str]] = [[]]
    for line in _FENCE.sub("", text).split("\n"):
        if line.lstrip().startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return tuple(_rows(lines) for lines in found if len(lines) > 1)


def _rows(lines: list[str]) -> tuple[Mapping[str, str], ...]:
    head = _cells(lines[0])
    return tuple(dict(zip(head, _cells(line), strict=True)) for line in lines[2:])


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))


def table(text: str, head: str) -> tuple[Mapping[str, str], ...]:
    """The one table of a text whose first column has this head."""
    found = [rows for rows in tables(text) if rows and next(iter(rows[0])) == head]
    assert len(found) == 1, f"there are {len(found)} tables of {head!r}"
    return found[0]


def code(text: str) -> str:
    """What stands in the first pair of backticks."""
    found = _CODE.search(text)
    assert found, f"no `code` in {text!r}"
    return found[1]


def inline_code(page: Path) -> tuple[str, ...]:
    """Everything that stands in backticks in a page's prose."""
    return tuple(_CODE.findall(prose(page)))


def blocks(text: str) -> tuple[Block, ...]:
    """The fenced blocks of a text."""
    found = []
    for fence in _FENCE.finditer(text):
        before = text[: fence.start()].rstrip().rpartition("\n")[2].strip()
        indent = len(fence[1])
        lines = "".join(line[indent:] if line.strip() else line for line in fence[4].splitlines(keepends=True))
        found.append(Block(fence[3], lines, before))
    return tuple(found)


def links(page: Path) -> tuple[str, ...]:
    """The targets of a page's links and pictures."""
    return tuple(_LINK.findall(_CODE.sub("", prose(page))))


def anchors(page: Path) -> frozenset[str]:
    """The fragments under which GitHub shows the page's headings."""
    seen: Counter[str] = Counter()
    found = set()
    for one in sections(page):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", one.title).replace("`", "")
        slug = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return frozenset(found)


def shell_lines() -> Iterator[tuple[Path, str]]:
    """Every command line that the documentation shows, with its page."""
    for page in all_pages():
        for block in blocks(read(page)):
            if block.language in ("sh", "console", "bash"):
                for line in block.text.splitlines():
                    shown = line.strip().removeprefix("$ ")
                    prompted = block.language != "console" or line.strip().startswith("$ ")
                    if shown and prompted and not shown.startswith("#"):
                        yield page, shown.split(" #")[0].rstrip()
