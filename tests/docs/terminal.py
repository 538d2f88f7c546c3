"""A terminal with a shell in it, typed into as a reader would. Linux and macOS only."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Self

_PROMPT = re.compile(r"<(\d+)>$")
_SHELL = (
    # The shell needs the terminal as its own, or Ctrl-C would reach nobody.
    "import fcntl, os, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execvp('bash', ['bash', '--noprofile', '--norc', '--noediting', '+H', '-i'])"
)
_PATIENCE = 300
"""Seconds after which a command that neither ends nor asks has failed."""


class Ran(NamedTuple):
    """How a command ended: its exit status, and the lines that it printed."""

    status: int
    lines: tuple[str, ...]


class Terminal:
    """`with Terminal(at=folder) as terminal: terminal.run("ls")`"""

    def __init__(self, *, at: Path, environment: Mapping[str, str]) -> None:
        self._at = at
        self._environment = {
            **environment,
            "PS1": "<$?>",
            "TERM": "dumb",
            "NO_COLOR": "1",
            "VIRTUAL_ENV_DISABLE_PROMPT": "1",
        }
        self._bytes = b""

    def __enter__(self) -> Self:
        self._screen, inside = pty.openpty()
        self._shell = subprocess.Popen(
            [sys.executable, "-c", _SHELL],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=self._at,
            env=self._environment,
            start_new_session=True,
        )
        os.close(inside)
        self._read_until(_PROMPT.search)
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self._shell.pid, signal.SIGHUP)
        os.close(self._screen)
        try:
            self._shell.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._shell.kill()
            self._shell.wait()

    def run(self, command: str, *, answers: Sequence[tuple[str, str]] = ()) -> Ran:
        """Type a command and wait until it ends. `answers` are questions that it asks, each with what is typed then."""
        self._type(command)
        for question, answer in answers:
            self._read_until(partial(_asks_or_ends, question))
            assert self._seen().endswith(question), f"{command} does not ask {question!r}, but prints {self._seen()!r}"
            os.write(self._screen, f"{answer}\n".encode())
        return self._ran()

    def start(self, command: str) -> None:
        """Type a command that goes on until it is interrupted."""
        self._type(command)

    def printed(self) -> tuple[str, ...]:
        """The lines that a command has printed by now."""
        while select.select([self._screen], [], [], 0)[0]:
            self._bytes += os.read(self._screen, 65536)
        return tuple(self._seen().splitlines())

    def interrupt(self) -> Ran:
        """Press Ctrl-C and wait until the command has ended."""
        os.write(self._screen, b"\x03")
        return self._ran()

    def _type(self, command: str) -> None:
        self._bytes = b""
        os.write(self._screen, f"{command}\n".encode())
        self._read_until(lambda seen: seen.startswith(f"{command}\n"))
        self._bytes = self._bytes[len(f"{command}\r\n".encode()) :]

    def _ran(self) -> Ran:
        self._read_until(_PROMPT.search)
        ended = _PROMPT.search(self._seen())
        assert ended
        return Ran(int(ended[1]), tuple(self._seen()[: ended.start()].splitlines()))

    def _seen(self) -> str:
        return self._bytes.decode(errors="replace").replace("\r\n", "\n")

    def _read_until(self, done: Callable[[str], object]) -> None:
        late = time.monotonic() + _PATIENCE
        while not done(self._seen()):
            ready, _, _ = select.select([self._screen], [], [], max(0, late - time.monotonic()))
            assert ready, f"the terminal waits, after: {self._seen()!r}"
            self._bytes += os.read(self._screen, 65536)


def _asks_or_ends(question: str, seen: str) -> bool:
    return seen.endswith(question) or bool(_PROMPT.search(seen))
