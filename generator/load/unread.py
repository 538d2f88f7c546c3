"""What lies where a text is expected and is read by nothing: named, so that no story stays away in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.content_file import DATED_NAME
from generator.errors import Location, Problem

_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn"))
"""Endings of Markdown in other programs, and `.MD` of another letter case."""
_TEXTS = frozenset(("", ".txt", ".text", ".htm", ".html", ".xhtml", ".rst", ".adoc", ".rtf", ".doc", ".docx", ".odt"))
"""Endings of what is written. A link makes such a file a download; without one it can only be meant as a text."""
_EXPECTED = {"stories": 3, "companies": 3, "authors": 3, "tags": 3, "comments": 4}
"""How many parts the path of a text has in each folder; those of pages/ may lie deeper."""


def unread_texts(files: Iterable[str], texts: frozenset[str], linked: frozenset[str]) -> Iterator[Problem]:
    """A problem for each file that lies where texts are read, is written like one, and ends in something else.

    All are paths from the site's folder on: `files` of what is not read as text, `texts` of what is, `linked` of what
    some text links to.
    """
    for path in files:
        ending = PurePosixPath(path).suffix
        written = ending.lower() in _MARKDOWN or (ending.lower() in _TEXTS and path not in linked)
        if written and _is_expected(path, texts):
            renamed = PurePosixPath(path).name.removesuffix(ending).removesuffix(".md") + ".md"
            is_markdown = ending.lower() in _MARKDOWN
            hint = f"Rename it to {renamed}." if is_markdown else f"Write it in Markdown and save it as {renamed}."
            yield Problem(Location(path), "nothing reads this file, because its name does not end with .md.", hint)


def _is_expected(path: str, texts: frozenset[str]) -> bool:
    """Whether a text is looked for in this place; in a story's folder that is only its index.md."""
    folder, _, name = path.rpartition("/")
    top, depth = path.split("/")[1], path.count("/") + 1
    if top == "stories" and depth == 4:
        return name.lower().partition(".")[0] == "index" and f"{folder}/index.md" not in texts
    return top == "pages" or depth <= _EXPECTED.get(top, 0)


def storyless_folders(folders: Iterable[str], files: Iterable[str], known: frozenset[str]) -> Iterator[Problem]:
    """A warning for each folder of stories/ that is empty, or has a story's name, and holds no text.

    `known` are paths that are a problem already, or that a text leads to. A folder of pictures for several stories is
    fine.
    """
    inside: dict[str, list[str]] = {folder: [] for folder in folders}
    for path in (*files, *known):
        inside.get("/".join(path.split("/")[:3]), []).append(path)
    for folder, paths in inside.items():
        told = any(path.endswith(".md") or path in known for path in paths)
        if not paths or (DATED_NAME.fullmatch(folder.rpartition("/")[2]) and not told):
            hint = "Write the story there, or delete the folder."
            yield Problem(Location(folder), "there is no index.md in this folder, so it is no story.", hint, "warning")
