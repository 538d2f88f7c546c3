"""The site's address as people type it for `firsthand init`: with no https://, or the repository's instead."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.config import parse_config
from generator.quoting import quoted
from generator.urls import web_address

_LOOKS_LIKE = "Write it like https://name.github.io/repo/ or https://stories.example.org/."
_SSH = re.compile(r"(?:ssh://)?git@github\.com[:/]", re.IGNORECASE)


class Answer(NamedTuple):
    """An address for site.toml, or what is wrong with what was typed, and the address that was probably meant."""

    url: str
    fault: str = ""
    instead: str = ""


def site_address(typed: str) -> Answer:
    """Read an address as somebody typed it. A missing `https://` and the slash at the end are added."""
    text = _SSH.sub("https://github.com/", typed.strip())
    if "://" not in text and not text.startswith("/"):
        text = f"https://{text}"
    parts = urlsplit(web_address(text))
    host = parts.hostname or ""
    if host in ("github.com", "www.github.com"):
        return _on_github(typed, parts.path)
    if "." not in host and host != "localhost":
        return Answer("", f"{quoted(typed)} is not the address of a website. {_LOOKS_LIKE}")
    folder, _, file = parts.path.rpartition("/")
    plain = f"{parts.scheme}://{parts.netloc.lower()}{folder if file.endswith('.html') else parts.path.rstrip('/')}/"
    if file.endswith(".html") or parts.query or parts.fragment:
        fault = f"{quoted(typed)} is the address of a page. The site's front page is probably at {plain}"
        return Answer("", fault, plain)
    if parse_config('[site]\ntitle = "x"\n', url=plain)[1]:
        return Answer("", f"{quoted(typed)} is not the address of a website. {_LOOKS_LIKE}")
    return Answer(plain)


def _on_github(typed: str, path: str) -> Answer:
    """The answer to an address of GitHub's own, with the one under which GitHub Pages publishes that repository."""
    owner, _, rest = path.strip("/").partition("/")
    repository = rest.split("/")[0].removesuffix(".git")
    if not owner:
        return Answer("", f"{quoted(typed)} is the address of GitHub. {_LOOKS_LIKE}")
    instead = f"https://{owner.lower()}.github.io/"
    if repository and repository.lower() != f"{owner.lower()}.github.io":
        instead += f"{repository}/"
    what = "your repository" if repository else "your GitHub profile"
    return Answer(
        "", f"{quoted(typed)} is the address of {what}. GitHub Pages publishes the site at {instead}.", instead
    )
