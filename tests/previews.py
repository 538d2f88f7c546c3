"""Previews that run as programs of their own, asked over real sockets."""

import contextlib
import http.client
import itertools
import subprocess
import sys
import threading
from collections.abc import Iterator

from generator.serve import HOST, listen
from tests.running import surroundings
from tests.sites import SiteUnderTest


def free_port() -> int:
    with contextlib.closing(listen(0)) as listening:
        return int(listening.getsockname()[1])


@contextlib.contextmanager
def served(site: SiteUnderTest, *arguments: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """`firsthand serve` as a program of its own, up and told so; killed in the end if it still runs."""
    port = free_port()
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port), *arguments]
    with subprocess.Popen(
        command, cwd=site.root, env=surroundings(), stdout=subprocess.PIPE, encoding="utf-8"
    ) as server:
        too_long = threading.Timer(60, server.kill)
        too_long.start()
        try:
            assert server.stdout
            said = list(itertools.takewhile(lambda line: "preview is at" not in line, server.stdout))
            assert server.poll() is None, said
            yield port, server
        finally:
            server.kill()
            too_long.cancel()


def asked(port: int, path: str, host: str = HOST) -> tuple[int, str]:
    """The answer to a request for exactly this path: no client has tidied it up."""
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    with contextlib.closing(connection):
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", f"{host}:{port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")
