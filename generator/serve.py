"""The preview: a built folder served to this machine alone."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette

HOST = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """A socket on the loopback address; who asks from now on is answered. Raises OSError where it cannot be had."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def serve_folder(folder: Path, listening: socket.socket) -> None:
    """Serve a folder until interrupted."""
    import uvicorn  # a server costs start-up time, and only this command needs one

    server = uvicorn.Server(uvicorn.Config(preview_app(folder), log_level="warning", server_header=False))
    with suppress(KeyboardInterrupt):  # which uvicorn raises again when it has shut down
        server.run([listening])


def preview_app(folder: Path) -> Starlette:
    """The preview as an ASGI application: pages as GitHub Pages serves them, with 404.html for what is missing.

    Requests for another Host are refused, so that no web page can read drafts by rebinding its name to this machine.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Mount
    from starlette.staticfiles import StaticFiles
    from starlette.types import Scope

    class Pages(StaticFiles):
        def get_path(self, scope: Scope) -> str:
            path = super().get_path(scope)
            # Starlette forgets the slash at the end; behind the name of a file it leads nowhere on GitHub Pages.
            return f"{path}/index.html" if scope["path"].endswith("/") and (folder / path).is_file() else path

    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"], www_redirect=False)
    return Starlette(routes=[Mount("/", Pages(directory=folder, html=True))], middleware=[hosts])
