"""The site that `firsthand init` starts with: the files of this folder, with a few words filled in."""

from pathlib import Path

_HERE = Path(__file__).parent
_MARKS = ("title", "name", "site_id", "requirement")


def starter_files(*, title: str, name: str, site_id: str, requirement: str) -> dict[str, str]:
    """The text of each file by its path in the new site.

    In the folder here a leading dot is written `dot-`, so that no tool takes the starter's settings for this
    repository's own.
    """
    values = {"title": title.replace("\\", "").replace('"', ""), "name": name, "site_id": site_id}
    values["requirement"] = requirement
    files = {}
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            text = path.read_text(encoding="utf-8")
            for mark in _MARKS:
                text = text.replace(f"@@{mark}@@", values[mark])
            files["/".join(part.replace("dot-", ".", 1) for part in path.relative_to(_HERE).parts)] = text
    return files
