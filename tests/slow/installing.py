"""Firsthand's source as others get it, packages made from it, and environments to install them into."""

import http.server
import os
import shutil
import ssl
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType

from tests.running import CHECKOUT

MINUTES = 300
"""Seconds after which a command hangs."""
NOTHING: Mapping[str, str] = MappingProxyType({})


def command(*words: str | Path, at: Path, environment: Mapping[str, str] = NOTHING, errors: bool = False) -> str:
    """What a command prints, with its errors if wanted. Fails with all that it said unless it ends well."""
    ran = subprocess.run(
        [str(word) for word in words],
        cwd=at,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=MINUTES,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr * errors


def write_checkout(root: Path, *, version: str = "") -> Path:
    """What a clone would hold of the program, and files that are not for users. With another version, if one is given."""
    for name in ("generator", "themes"):
        shutil.copytree(CHECKOUT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tests", "content"):
        (root / name).mkdir()
        (root / name / "not-for-users.py").touch()
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(CHECKOUT / name, root)
    if version:
        (root / "generator/__init__.py").write_text(f'__version__ = "{version}"\n', encoding="utf-8")
    return root


def built(checkout: Path, folder: Path, *kinds: str) -> Path:
    """The folder with the packages (`--wheel`, `--sdist`, or by default a wheel made from a source archive)."""
    python = (sys.executable, "-m", "build", "--no-isolation")
    command(*python, *kinds, "--outdir", folder, checkout, at=folder)
    return folder


class Environment:
    """A virtual environment that finds the libraries in this Python's own, so that only Firsthand is installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command(sys.executable, "-m", "venv", "--without-pip", folder, at=folder.parent)
        (site,) = folder.glob("lib/*/site-packages")
        (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    def install(self, *what: str | Path, at: Path, environment: Mapping[str, str] = NOTHING) -> None:
        """As pip does it, without looking at any index. Hatchling is among the libraries."""
        pip = (sys.executable, "-m", "pip", "--python", self.folder / "bin/python", "--no-input", "install")
        command(
            *pip,
            *("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--no-cache-dir", "--ignore-installed"),
            *what,
            at=at,
            environment={"PIP_CONFIG_FILE": os.devnull, **environment},
        )

    def run(self, *arguments: str | Path, at: Path, errors: bool = False) -> str:
        return command(self.folder / "bin/firsthand", *arguments, at=at, errors=errors)

    def record(self) -> str:
        """direct_url.json, as the installer wrote it; empty if it wrote none."""
        found = list(self.folder.glob("lib/*/site-packages/firsthand_ssg-*.dist-info/direct_url.json"))
        return found[0].read_text(encoding="utf-8") if found else ""


@contextmanager
def served_by_https(folder: Path, keys: Path) -> Iterator[str]:
    """The folder's address on this machine, with a certificate that is made for this once and that nobody vouches for."""
    certificate, key = keys / "certificate.pem", keys / "key.pem"
    names = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
    files = ("-keyout", key, "-out", certificate)
    command("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files, at=keys)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"https://localhost:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        pass
