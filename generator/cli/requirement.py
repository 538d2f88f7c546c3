"""The line of a new site's requirements.txt: where to install the Firsthand that made the site."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import msgspec

import generator
from generator import __version__
from generator.cli.checkout import Checkout, read_checkout

DISTRIBUTION = "firsthand-ssg"

_ANY_REPOSITORY = "https://github.com/NAME/firsthand"
_GENERAL = f"{DISTRIBUTION} @ git+{_ANY_REPOSITORY}@main"
_PLAIN_PATH = re.compile(r"/[\w.~/:@%+,-]+")
"""What pip reads in an address without taking a part of it for something else."""
_SHORT_SSH = re.compile(r"(?:[\w.-]+@)?([\w.-]+\.[\w-]+):(?!/)(\S+)")
"""How Git writes an SSH address without its scheme: `git@github.com:dana/firsthand.git`."""
_READ_BY_HTTPS = frozenset(("bitbucket.org", "codeberg.org", "github.com", "gitlab.com"))
"""Hosts that have each repository at the same address for SSH and for HTTPS, where a workflow needs no key."""
_RELEASE_FILE = re.compile(r"firsthand_ssg-[\w.]+?(?:-py3-none-any\.whl|\.tar\.gz)")
_FINAL = re.compile(r"\d+(?:\.\d+)*(?:\.post\d+)?")


class Requirement(NamedTuple):
    """The line, and what `init` says about it.

    `todo` is what you have to do before the line works, a sentence each. It is empty where the line works as it is.
    """

    line: str
    todo: tuple[str, ...] = ()
    remark: str = ""

    @property
    def text(self) -> str:
        """What requirements.txt holds: the line, or a comment that says how to use it."""
        if not self.todo:
            return self.line
        comment = (
            "The workflow cannot install Firsthand yet.",
            *self.todo,
            'Then remove the "# " before the last line.',
            self.line,
        )
        return "\n".join(f"# {sentence}" for sentence in comment)

    @property
    def hint(self) -> str:
        """What to do before you publish, on one line."""
        return " ".join((*self.todo, f"Then add this line: {self.line}"))


class _Vcs(msgspec.Struct):
    vcs: str
    commit_id: str


class _Archive(msgspec.Struct):
    hash: str = ""
    hashes: dict[str, str] = {}

    @property
    def sha256(self) -> str:
        return self.hashes.get("sha256") or self.hash.partition("sha256=")[2]


class _Record(msgspec.Struct):
    """The part of PEP 610's direct_url.json that counts here."""

    url: str
    vcs_info: _Vcs | None = None
    archive_info: _Archive | None = None
    dir_info: dict[str, object] | None = None
    subdirectory: str = ""


def find_requirement() -> Requirement:
    """The requirement for the Firsthand that runs. Reads what its installer recorded, and its folder's Git files."""
    package = Path(generator.__file__).parent
    try:
        installed = distribution(DISTRIBUTION)
    except PackageNotFoundError:  # run from a folder, without an installation
        return from_folder(read_checkout(package.parent))
    record = installed.read_text("direct_url.json")
    folder = folder_of(record)
    return from_folder(read_checkout(folder)) if folder else installed_from(record)


def folder_of(direct_url: str | None) -> Path | None:
    """The local folder that Firsthand was installed from, as direct_url.json says, or None."""
    record = _decoded(direct_url)
    is_folder = record and record.dir_info is not None and record.url.startswith("file:")
    return Path(url2pathname(record.url.removeprefix("file:"))) if record and is_folder else None


def installed_from(direct_url: str | None, version: str = __version__) -> Requirement:
    """The requirement for an installation that is not a local folder, from the text of its direct_url.json.

    Without that file it was installed by its name. The name alone is a requirement only for a version that is
    released: before that, a workflow would install whatever someone else publishes under the name.
    """
    if direct_url is None and _FINAL.fullmatch(version):
        return Requirement(f"{DISTRIBUTION}=={version}")
    record = _decoded(direct_url)
    if record and record.vcs_info and (address := _address(record.url)):
        inside = f"#subdirectory={record.subdirectory}" if record.subdirectory else ""
        return _at(address, f"{record.vcs_info.vcs}+{address}@{record.vcs_info.commit_id}{inside}")
    if record and record.archive_info and (found := _from_file(record.url, record.archive_info)):
        return found
    return Requirement(_GENERAL, (f"Write the address of Firsthand's repository in place of {_ANY_REPOSITORY}.",))


def from_folder(checkout: Checkout | None) -> Requirement:
    """The requirement for a Firsthand in a local folder: the commit there, at the repository that it is pushed to."""
    address = _address(checkout.address) if checkout else ""
    if checkout is None or not checkout.commit or not address:
        todo = "Push your copy of Firsthand to a repository.", f"Write its address in place of {_ANY_REPOSITORY}."
        commit = checkout.commit if checkout else ""
        return Requirement(_GENERAL.replace("@main", f"@{commit or 'main'}"), todo)
    short = checkout.commit[:12]
    found = _at(address, f"git+{address}@{checkout.commit}")
    if not checkout.pushed:
        return found._replace(todo=(f"Push commit {short} of Firsthand to {address}.", *found.todo))
    remark = f"requirements.txt installs Firsthand from {address}, commit {short}. It does not have your later changes."
    return found._replace(remark=remark)


def _at(address: str, where: str) -> Requirement:
    key = "Give the workflow an SSH key for this repository, or write its https address."
    return Requirement(f"{DISTRIBUTION} @ {where}", (key,) if address.startswith("ssh:") else ())


def _from_file(url: str, archive: _Archive) -> Requirement | None:
    """The requirement for a wheel or another archive: its address, or for a local file of a release the file itself."""
    name = unquote(url.partition("?")[0].rpartition("/")[2])
    if (address := _address(url)).startswith("https:"):
        # The file of a release never changes. An archive of a branch does.
        fixed = f"#sha256={archive.sha256}" if archive.sha256 and _RELEASE_FILE.fullmatch(name) else ""
        return Requirement(f"{DISTRIBUTION} @ {address}{fixed}")
    if url.startswith("file:") and _RELEASE_FILE.fullmatch(name):
        return Requirement(f"./{name}", (f"Copy {name}, which you installed Firsthand from, to the site's folder.",))
    return None


def _address(url: str) -> str:
    """The address as others can use it, without user name and password; empty where they cannot."""
    if short := _SHORT_SSH.fullmatch(url):
        url = f"ssh://git@{short[1]}/{short[2]}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if not host or ":" in host or parts.query or parts.fragment or not _PLAIN_PATH.fullmatch(parts.path):
        return ""
    place = f"{host}:{port}" if port else host
    if parts.scheme == "https" or (parts.scheme == "ssh" and place in _READ_BY_HTTPS):
        return f"https://{place}{parts.path}"
    return f"ssh://{parts.username or 'git'}@{place}{parts.path}" if parts.scheme == "ssh" else ""


def _decoded(direct_url: str | None) -> _Record | None:
    try:
        return msgspec.json.decode(direct_url or "", type=_Record)
    except msgspec.DecodeError:
        return None
