"""The site that `firsthand init` starts with: the files of this folder, with a few words filled in."""

import re
import unicodedata
from pathlib import Path

_HERE = Path(__file__).parent
_MARK = re.compile(r"@@(title|name|site_id|requirement)@@")


def plain_title(text: str) -> str:
    """A title as it can stand between the quotes of a TOML string: without these, backslashes and control characters.

    Empty where nothing is left.
    """
    kept = text.replace("\\", "").replace('"', "")
    return "".join(c if unicodedata.category(c) != "Cc" else " " for c in kept).strip()


def starter_files(*, title: str, name: str, site_id: str, requirement: str) -> dict[str, str]:
    """The text of each file by its path in the new site.

    In the folder here a leading dot is written `dot-`, so that no tool takes the starter's settings for this
    repository's own.
    """
    values = {"title": plain_title(title), "name": name, "site_id": site_id, "requirement": requirement}
    files = {}
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            text = _MARK.sub(lambda mark: values[mark[1]], path.read_text(encoding="utf-8"))
            files["/".join(part.replace("dot-", ".", 1) for part in path.relative_to(_HERE).parts)] = text
    return files
