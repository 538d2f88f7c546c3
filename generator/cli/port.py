"""The port of a preview: opened, or what uses it already and which one is free."""

import errno
import socket
import time
from contextlib import closing, suppress
from pathlib import Path

import click

from generator.serve import HOST, PREVIEW_HEADER, listen, preview_name

_PATIENCE = 1.0
"""Seconds in which whatever uses a port has to say that it is a preview."""
_LONGEST_ANSWER = 10_000
_TRIED = 50


def open_port(port: int, folder: Path) -> socket.socket:
    """Listen on a port of this machine, for the preview that is in a folder.

    Raises ClickException that names a preview which runs there already, and a port that is free.
    """
    try:
        return listen(port)
    except OSError as error:
        raise click.ClickException(f"{_what_is_wrong(port, folder, error)} {_another(port)}".strip()) from error


def _what_is_wrong(port: int, folder: Path, error: OSError) -> str:
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved by your system."
    if error.errno != errno.EADDRINUSE:
        return f"Port {port} cannot be opened: {error.strerror}."
    running = _preview_at(port)
    if not running:
        return f"Port {port} is already in use."
    if running != preview_name(folder):
        return f"A preview is already running at http://{HOST}:{port}/. It shows another site."
    return (
        f"A preview is already running at http://{HOST}:{port}/. It shows this site: open the address in your browser."
        " To see your latest edits, press Ctrl-C where it runs, and start it again."
    )


def _another(port: int) -> str:
    """What to type for the next free port, if there is one nearby."""
    start = port if port >= 1024 else 8000
    for other in range(start + 1, min(start + _TRIED, 65536)):
        with suppress(OSError), closing(listen(other)):
            return f"To use another port: firsthand serve --port {other}"
    return "Choose another with --port."


def _preview_at(port: int) -> str:
    """The name that a preview on this port of this machine gives itself; empty if none answers soon."""
    with suppress(OSError):
        lines = _headers(port).decode("latin-1").lower().splitlines()
        start = f"{PREVIEW_HEADER.lower()}:"
        return next((line.removeprefix(start).strip() for line in lines if line.startswith(start)), "")
    return ""


def _headers(port: int) -> bytes:
    """The headers that answer a request for the front page. Raises OSError if there are none in time."""
    deadline = time.monotonic() + _PATIENCE
    answer = b""
    with socket.create_connection((HOST, port), timeout=_PATIENCE) as connection:
        connection.sendall(f"HEAD / HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode())
        while b"\r\n\r\n" not in answer and len(answer) < _LONGEST_ANSWER:
            connection.settimeout(max(deadline - time.monotonic(), 0.01))
            more = connection.recv(4096)
            if not more:
                break
            answer += more
            if time.monotonic() > deadline:
                break
    return answer.partition(b"\r\n\r\n")[0]
