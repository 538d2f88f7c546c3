"""A tutorial as its steps, and a walk through them: files are written and commands typed as the page says.

GitHub is two bare repositories on this disk: the one that Firsthand is installed from, and the one that the site is
pushed to.
"""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.docs.reading import blocks, read
from tests.docs.terminal import Terminal
from tests.modules import CHECKOUT

PREVIEW = "http://127.0.0.1:8000/"
PROGRAM, SITE = "https://github.com/NAME/firsthand", "https://github.com/dana-merrowby/my-stories.git"
"""What the tutorial installs from, and what it pushes to."""
NEW_TERMINAL = "## Each time you open a terminal"
DATE = "2026-11-22"


@dataclass(frozen=True)
class Typed:
    """A command, and the lines that the page shows below it."""

    command: str
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A whole file of the site."""

    path: str
    text: str


@dataclass(frozen=True)
class Replaced:
    """A new line in place of the one with the same key, or a new last paragraph, in a file that is there.

    Without a path it is the file that was written last.
    """

    path: str
    text: str


@dataclass(frozen=True)
class Seen:
    """A picture of what the reader sees now, by the name of its file."""

    name: str


@dataclass(frozen=True)
class Opened:
    """A new terminal, in the folder where the walk began."""


Step = Typed | Written | Replaced | Seen | Opened

_PARTS = re.compile(
    r"^(?P<fence> *```\w*\n.*?^ *```)$|!\[[^\]]*\]\((?:\.\./)?pictures/(?P<picture>[\w-]+\.png)\)|^(?P<heading>## [^\n]+)$",
    re.MULTILINE | re.DOTALL,
)
_LAST_PARAGRAPH = re.compile(r"Replace the last paragraph of `([^`]+)` with:$")


def steps(page: Path) -> Iterator[Step]:
    """The steps of a page, in its order."""
    text = read(page)
    for part in _PARTS.finditer(text):
        if part["picture"]:
            yield Seen(part["picture"])
        elif part["heading"] == NEW_TERMINAL:
            yield Opened()
        elif part["fence"]:
            (block,) = blocks(text[text.rfind("\n\n", 0, part.start() - 1) : part.end()])
            if block.language == "console":
                yield from _typed(block.text)
            elif block.file:
                yield Written(block.file, block.text)
            elif named := _LAST_PARAGRAPH.search(block.before):
                yield Replaced(named[1], block.text)
            elif block.language == "yaml":
                yield Replaced("", block.text)


def _typed(text: str) -> Iterator[Typed]:
    for one in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = one.rstrip("\n").split("\n")
        yield Typed(command, tuple(shown))


class Walk:
    """Does one step after the other, and compares what a terminal prints with what the page shows."""

    def __init__(self, at: Path) -> None:
        self._at = at
        self._stack = ExitStack()
        self._port = _free_port()
        self._previews = False
        self._last = ""
        self._environment = _environment(at)

    def __enter__(self) -> "Walk":
        for name in (PROGRAM, SITE):
            _git("init", "--quiet", "--bare", "--initial-branch", "main", str(self._bare(name)), at=self._at)
            _configure(self._environment, f"url.{self._bare(name).as_uri()}.insteadOf", name)
        _commit_the_program(self._at / "program", self._bare(PROGRAM), self._environment)
        (self._at / "home").mkdir()
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def site(self) -> Path:
        """The folder of the site that the walk has started."""
        (settings,) = (self._at / "home").glob("*/*/site.toml")
        return settings.parent

    @property
    def preview(self) -> str:
        """Where the preview is, while one runs."""
        return f"http://127.0.0.1:{self._port}/"

    def do(self, step: Step) -> None:
        """Raises AssertionError if something else happens than the page says."""
        if isinstance(step, Typed):
            self._type(step)
        elif isinstance(step, Written):
            self._last = step.path
            (self.site / step.path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / step.path).write_text(step.text, encoding="utf-8")
        elif isinstance(step, Replaced):
            path = self.site / (step.path or self._last)
            path.write_text(_replaced(read(path), step), encoding="utf-8")
        elif isinstance(step, Opened):
            self._stop_preview()
            self._open()

    def published(self, folder: Path) -> None:
        """Build what was pushed as GitHub does, into a folder."""
        clone = folder.with_suffix(".clone")
        _git("clone", "--quiet", str(self._bare(SITE)), str(clone), at=self._at)
        firsthand = next((self._at / "home").glob("*/firsthand-env/bin/firsthand"))
        pages = "https://dana-merrowby.github.io/my-stories"
        command = [str(firsthand), "build", "--output", str(folder), "--pages-url", pages]
        subprocess.run(command, cwd=clone, env=self._environment, check=True, capture_output=True)

    def _type(self, step: Typed) -> None:
        self._stop_preview()
        if step.command.startswith("firsthand serve"):
            self._terminal.start(step.command)
            self._previews = True
            _wait_for(self._port)
            lines = self._terminal.printed()
        else:
            status, lines = self._terminal.run(step.command, answers=_answers(step.shown))
            failed = any("nothing was changed." in line for line in step.shown)
            assert status == (1 if failed else 0), _told(step, lines)
        if step.shown:
            same = _plain if step.command.startswith("firsthand") else _first_word
            printed = [same(line.replace(self.preview, PREVIEW)) for line in lines]
            assert printed == [same(line) for line in step.shown], _told(step, lines)

    def _stop_preview(self) -> None:
        if self._previews:
            self._terminal.interrupt()
            self._previews = False

    def _open(self) -> None:
        self._terminal = self._stack.enter_context(Terminal(at=self._at / "home", environment=self._environment))
        # Port 8000 may be in use on this machine.
        serve = f'[ "$1" = serve ] && set -- "$@" --port {self._port}'
        self._terminal.run(f'firsthand() {{ {serve}; command firsthand "$@"; }}')

    def _bare(self, name: str) -> Path:
        return self._at / f"{name.rpartition('/')[2].removesuffix('.git')}.git"


def _answers(shown: tuple[str, ...]) -> list[tuple[str, str]]:
    """The questions among lines that a page shows, each with its answer: `Title [My stories]: Told`."""
    asked = (re.fullmatch(r"(.+ \[.+\]: )(.*)", line) for line in shown)
    return [(found[1], found[2]) for found in asked if found]


def _told(step: Typed, lines: tuple[str, ...]) -> str:
    return "\n".join((f"the page shows other lines below $ {step.command}\n", *lines))


def _plain(line: str) -> str:
    """A line without what differs from run to run: how long it took."""
    return re.sub(r"\d+\.\d\d s$", "… s", line.rstrip())


def _first_word(line: str) -> str:
    return line.split(" ")[0]


def _replaced(text: str, step: Replaced) -> str:
    if step.path:
        return text.rstrip("\n").rpartition("\n\n")[0] + "\n\n" + step.text
    key = step.text.partition(":")[0]
    new, count = re.subn(rf"^{re.escape(key)}:.*\n", step.text, text, flags=re.MULTILINE)
    assert count == 1, f"{key} is there {count} times"
    return new


def _environment(at: Path) -> dict[str, str]:
    left_out = ("FIRSTHAND_", "PYTHON", "VIRTUAL_ENV", "GIT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    noon = time.mktime(time.strptime(f"{DATE} 12:00", "%Y-%m-%d %H:%M"))
    return kept | {"GIT_CONFIG_GLOBAL": str(at / "gitconfig"), "SOURCE_DATE_EPOCH": str(int(noon))}


def _configure(environment: dict[str, str], key: str, value: str) -> None:
    _git("config", "--global", key, value, at=Path.cwd(), environment=environment)


def _commit_the_program(clone: Path, bare: Path, environment: dict[str, str]) -> None:
    """What a clone of Firsthand's repository holds of the program, committed."""
    for name in ("generator", "themes"):
        shutil.copytree(CHECKOUT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(CHECKOUT / name, clone)
    who = ("-c", "user.name=Firsthand", "-c", "user.email=firsthand@example.org")
    for arguments in (
        ("init", "--quiet", "--initial-branch", "main"),
        ("add", "."),
        (*who, "commit", "--quiet", "--message", "The program"),
        ("push", "--quiet", str(bare), "main"),
    ):
        _git(*arguments, at=clone, environment=environment)


def _git(*arguments: str, at: Path, environment: dict[str, str] | None = None) -> None:
    subprocess.run(["git", *arguments], cwd=at, env=environment, check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    """Until a preview answers."""
    _until(lambda: _answers_at(port))


def _answers_at(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _until(done: Callable[[], bool]) -> None:
    late = time.monotonic() + 60
    while not done():
        assert time.monotonic() < late, "the preview does not answer"
        time.sleep(0.05)
