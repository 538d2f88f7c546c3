"""A port in use: what uses it is named if it is a preview, and another one that works is offered. On real sockets."""

import contextlib
import re
import socket
import threading
from collections.abc import Iterator

import click
import pytest

from generator.cli.port import open_port
from generator.serve import HOST, PREVIEW_HEADER, listen
from tests.conftest import MakeSite
from tests.previews import free_port, served
from tests.running import program
from tests.sites import story

SITE = {"content/stories/2024-01-01-first.md": story("First")}
ANSWERED = f"HTTP/1.1 200 OK\r\n{PREVIEW_HEADER}: 0123\r\n\r\n".encode()


@contextlib.contextmanager
def somebody_at_a_port(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A program that answers all requests alike, whatever they are; with the requests that it got."""
    got: list[bytes] = []

    def serve(listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listening.accept()
                with connection:
                    got.append(connection.recv(4096))
                    connection.sendall(answer)

    with listen(0) as listening:
        thread = threading.Thread(target=serve, args=(listening,))
        thread.start()
        try:
            yield listening.getsockname()[1], got
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def said_about(port: int, make_site: MakeSite) -> str:
    with pytest.raises(click.ClickException) as refused:
        open_port(port, make_site(SITE).root / ".firsthand/preview")
    return refused.value.message


def test_a_second_preview_of_a_site_is_sent_to_the_first(make_site: MakeSite) -> None:
    site = make_site(SITE)
    with served(site) as (port, _):
        ran = program("serve", "--port", str(port), at=site.root)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(
        f"Error: A preview is already running at http://127.0.0.1:{port}/. It shows this site: open the address in your"
        " browser. To see your latest edits, press Ctrl-C where it runs, and start it again."
    )


def test_the_same_site_is_known_by_whatever_path_it_is_named(make_site: MakeSite) -> None:
    site = make_site(SITE)
    (site.root.parent / "link").symlink_to(site.root)
    with served(site) as (port, _):
        ran = program("serve", "--port", str(port), "--site", "link/../link", at=site.root.parent)
    assert "It shows this site" in ran.stderr


def test_a_preview_of_another_site_is_named_with_a_port_that_works(make_site: MakeSite) -> None:
    first = make_site(SITE)
    other = first.root.parent / "other"
    with served(first) as (port, _):
        assert program("init", "other", at=first.root.parent).returncode == 0
        ran = program("serve", "--port", str(port), at=other)
        assert ran.returncode == 1
        assert ran.stderr.startswith(
            f"Error: A preview is already running at http://127.0.0.1:{port}/. It shows another site."
        )
        offered = re.search(r"To use another port: firsthand serve --port (\d+)\n", ran.stderr)
        assert offered
        with contextlib.closing(listen(int(offered[1]))):
            pass


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nServer: other\r\n\r\n",
        f"HTTP/1.1 200 OK\r\nServer: other\r\n\r\n{PREVIEW_HEADER}: 0123\r\n".encode(),
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\xff" * 100_000,
    ],
    ids=["silence", "another web server", "its body", "no web server", "noise without end"],
)
def test_another_program_at_the_port_is_no_preview(answer: bytes, make_site: MakeSite) -> None:
    with somebody_at_a_port(answer) as (port, _):
        said = said_about(port, make_site)
    assert re.fullmatch(rf"Port {port} is already in use\. To use another port: firsthand serve --port \d+", said)


def test_a_program_that_never_answers_does_not_hold_up_the_command(make_site: MakeSite) -> None:
    with contextlib.closing(listen(0)) as silent:
        port = silent.getsockname()[1]
        assert said_about(port, make_site).startswith(f"Port {port} is already in use.")


def test_what_answers_is_asked_once_for_its_headers_and_never_quoted(make_site: MakeSite) -> None:
    with somebody_at_a_port(ANSWERED.replace(b"0123", b"\x1b[2Jevil")) as (port, got):
        said = said_about(port, make_site)
    assert said.startswith(f"A preview is already running at http://127.0.0.1:{port}/. It shows another site.")
    assert "evil" not in said
    assert got == [f"HEAD / HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode()]


def test_a_port_in_use_stops_the_command_before_anything_is_built(make_site: MakeSite) -> None:
    site = make_site(SITE)
    with contextlib.closing(listen(0)) as taken:
        ran = program("serve", "--port", str(taken.getsockname()[1]), at=site.root)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert not (site.root / ".firsthand").exists()


def test_a_free_port_is_opened(make_site: MakeSite) -> None:
    port = free_port()
    with open_port(port, make_site(SITE).root) as listening:
        assert listening.getsockname() == (HOST, port)


@pytest.mark.parametrize(("errno", "said"), [(13, "Port 80 is reserved by your system."), (99, "cannot be opened: ")])
def test_a_port_that_cannot_be_had_is_named_with_one_that_works(
    errno: int, said: str, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listening(port: int) -> socket.socket:
        if port == 80:
            raise OSError(errno, "Something")
        return listen(port)

    monkeypatch.setattr("generator.cli.port.listen", listening)
    shown = said_about(80, make_site)
    assert said in shown
    assert re.search(r"To use another port: firsthand serve --port 80\d\d$", shown)
