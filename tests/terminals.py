"""Firsthand as somebody uses it at a terminal: a real pseudo-terminal, on which a person reads and types."""

import os
import select
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.running import NOTHING, surroundings

WHY = "Windows has no pseudo-terminals"
fcntl, pty, termios = (pytest.importorskip(name, reason=WHY) for name in ("fcntl", "pty", "termios"))

CTRL_C, CTRL_D = "\x03", "\x04"
Typed = tuple[str, str | bytes]
"""What has to be on the screen, and what is typed then."""


class Shown(NamedTuple):
    """How a program ended, and everything that the terminal showed."""

    status: int
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines that were shown."""
        return self.text.splitlines()


def at_terminal(
    *arguments: str,
    at: Path,
    typed: Sequence[Typed] = (),
    environment: Mapping[str, str] = NOTHING,
    program: Sequence[str] = (sys.executable, "-m", "generator", "--traceback"),
    seconds: float = 60,
) -> Shown:
    """Run a program with stdin, stdout and stderr on one terminal, and type each answer once its question is shown."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [*program, *arguments],
        cwd=at,
        env=surroundings({"TERM": "dumb", "COLUMNS": "200", **environment}),
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=_take_the_terminal,
    )
    os.close(its)
    too_long = threading.Timer(seconds, process.kill)
    too_long.start()
    try:
        shown = _read_and_type(ours, list(typed))
        return Shown(process.wait(), shown.replace("\r\n", "\n"))
    finally:
        too_long.cancel()
        process.kill()
        os.close(ours)


def _take_the_terminal() -> None:
    """So that Ctrl-C on the terminal reaches the program."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read_and_type(terminal: int, typed: list[Typed]) -> str:
    shown, seen = b"", 0
    last: str | bytes = ""
    while True:
        if typed and typed[0][0].encode() in shown[seen:]:
            question, last = typed.pop(0)
            seen = shown.index(question.encode(), seen) + len(question.encode())
            os.write(terminal, last.encode() if isinstance(last, str) else last)
            continue
        if last == CTRL_C and not typed and not select.select([terminal], [], [], 2)[0]:
            os.write(terminal, CTRL_C.encode())  # Python misses one that comes just before it waits for an answer
        try:
            more = os.read(terminal, 4096)
        except OSError:  # Linux says so when the program has ended
            more = b""
        if not more:
            return shown.decode(errors="replace")
        shown += more
