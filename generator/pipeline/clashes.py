"""Outputs that cannot be published: two with one address, and names that no file can have."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.errors import Problem
from generator.output import RESERVED, reserved, same_place
from generator.pipeline.planned import Planned
from generator.quoting import quoted

LONGEST_NAME = 255
"""Bytes that disks keep of the name of a file or folder."""


def clashes(outputs: Iterable[Planned]) -> Iterator[Problem]:
    """A problem for each two outputs in one place, and for each with a name that is too long or that Firsthand needs.

    Two places are one if they differ only in letter case or Unicode form, or if one is a file where the other needs a
    folder.
    """
    places: dict[str, Planned] = {}
    for output in outputs:
        if output.path.partition("/")[0] in RESERVED:
            yield reserved(output.at, output.path)
        if any(len(part.encode()) > LONGEST_NAME for part in output.path.split("/")):
            yield _too_long(output)
        first = places.setdefault(same_place(output.path), output)
        if first is not output:
            yield _clash(output, first)
    for output in places.values():
        parent = same_place(output.path)
        while "/" in parent:
            parent = parent.rpartition("/")[0]
            if parent in places:
                yield _clash(output, places[parent])


def _too_long(output: Planned) -> Problem:
    part = max(output.path.split("/"), key=lambda part: len(part.encode()))
    message = f"{quoted(part)} is too long: a part of an address has at most {LONGEST_NAME} bytes."
    return Problem(output.at, message, "Make it shorter.")


def _clash(one: Planned, other: Planned) -> Problem:
    """The problem at the output that an author can change: a content file rather than a page of ours, an alias rather
    than anything else, a file that is copied rather than a story."""
    first, second = sorted((one, other), key=_rank)
    that = first.source
    if _is_alias(first):
        that = f"the alias at {first.at}"
    elif _is_made(first):
        that = f"the smaller version that Firsthand makes of {first.source}"
    return Problem(second.at, f"this {_noun(second)} and {that} {_same_address(first, second)}", _advice(first, second))


def _rank(output: Planned) -> tuple[bool, bool, bool, bool, str]:
    return _is_content(output), not _is_made(output), _is_alias(output), output.page is None, output.source


def _same_address(first: Planned, second: Planned) -> str:
    one, other = _address(first), _address(second)
    if first.path == second.path:
        return f"have the same address, {other}."
    if same_place(first.path) != same_place(second.path):
        file, folder = sorted((one, other), key=len)
        return f"cannot both exist: {file} is a file, and {folder} needs a folder of that name."
    spelling = "letter case" if one.casefold() == other.casefold() else "the Unicode form of a letter"
    return f"have addresses that differ only in {spelling}, {other} and {one}. Some web servers cannot tell them apart."


def _advice(first: Planned, second: Planned) -> str:
    noun = _noun(second)
    if noun == "alias":
        return "Delete the alias or change it."
    both = _is_content(first) and first.page is not None
    if noun == "story":
        name = _address(second).rstrip("/").rpartition("/")[2]
        return f"Give {'one of them' if both else 'the story'} another slug, such as slug: {name}-2."
    return "Rename one of the files." if noun == "page" and both else "Rename this file."


def _noun(output: Planned) -> str:
    if _is_alias(output):
        return "alias"
    top = output.source.split("/")[1] if output.page and _is_content(output) else ""
    return {"stories": "story", "pages": "page"}.get(top, "file")


def _is_content(output: Planned) -> bool:
    return output.source.startswith("content/")


def _is_alias(output: Planned) -> bool:
    return output.page is not None and output.page.kind == "redirect"


def _is_made(output: Planned) -> bool:
    """Whether a file is made of a picture, and so has a name that no content file has."""
    return output.page is None and _is_content(output) and not output.path.endswith(PurePosixPath(output.source).name)


def _address(output: Planned) -> str:
    return "/" + output.path.removesuffix("index.html")
