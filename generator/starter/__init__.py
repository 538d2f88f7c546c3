"""The site that `firsthand init` starts with: the files of this folder, with a few words filled in."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from generator.fields.written import toml_text, yaml_text
from generator.urls import slug_for

NOBODY = "Me"
"""The author of a site whose owner has not given a name yet."""
EXAMPLE_OWNER = "your-name"
"""Whose account on GitHub the address of a new site names, if its owner has not given an address."""
_HERE = Path(__file__).parent
_MARK = re.compile(r"@@(\w+)@@")
_AUTHOR_FILE = "content/authors/me.md"


class NewSite(msgspec.Struct, frozen=True):
    """What the starter's files are filled in with.

    `author` and `email` are empty if unknown. `site_id` becomes part of every story's permanent id. `requirement` is
    the text of requirements.txt.
    """

    title: str
    url: str
    site_id: str
    requirement: str
    author: str = ""
    email: str = ""


def starter_files(site: NewSite) -> dict[str, str]:
    """The text of each file by its path in the new site. Reads the starter's files.

    In the folder here a leading dot is written `dot-`, so that no tool takes the starter's settings for this
    repository's own.
    """
    author_key, values = _author_key(site.author), _values(site)
    files = {}
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            text = _MARK.sub(lambda mark: values[mark[1]], path.read_text(encoding="utf-8"))
            files["/".join(part.replace("dot-", ".", 1) for part in path.relative_to(_HERE).parts)] = text
    files[f"content/authors/{author_key}.md"] = files.pop(_AUTHOR_FILE)
    return dict(sorted(files.items()))


def _author_key(name: str) -> str:
    return slug_for(name or NOBODY, prefix="author")


def _values(site: NewSite) -> Mapping[str, str]:
    """What each mark in the starter's files becomes."""
    return {
        "title": toml_text(site.title),
        "url": toml_text(site.url),
        "email": f"email = {toml_text(site.email)}" if site.email else '# email = "you@example.org"',
        "repository": toml_text(_repository(site.url)),
        "author": yaml_text(site.author or NOBODY),
        "author_key": toml_text(_author_key(site.author)),
        "site_id": toml_text(site.site_id),
        "requirement": site.requirement,
    }


def _repository(url: str) -> str:
    """The repository that GitHub Pages publishes at an address: an example where the site is somewhere else."""
    parts = urlsplit(url)
    owner, is_on_pages, _ = (parts.hostname or "").partition(".github.io")
    if not is_on_pages:
        return f"https://github.com/{EXAMPLE_OWNER}/your-repository"
    return f"https://github.com/{owner}/{parts.path.strip('/') or f'{owner}.github.io'}"
