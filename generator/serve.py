"""The preview: a built folder served to this machine alone."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from generator.digests import digest

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.responses import Response
    from uvicorn import Server

HOST = "127.0.0.1"
PREVIEW_HEADER = "Firsthand-Preview"
"""The response header in which a preview gives its name."""


def preview_name(folder: Path) -> str:
    """What tells the preview in a folder apart from all others on this machine, without saying where the folder is."""
    return digest(os.fsencode(folder.resolve())).hex()


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine's own address. Raises OSError if the port is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":  # on Windows this option would share a port that another program uses
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def preview_server(folder: Path) -> Server:
    """Return a server for a built folder; `run([socket])` answers until it raises KeyboardInterrupt.

    All modules are loaded here, because Ctrl-C while one is loading may raise anything.
    """
    import uvicorn  # a server costs start-up time, and only this command needs one
    import uvicorn.loops.asyncio

    config = uvicorn.Config(preview_app(folder), loop="asyncio", log_level="warning", server_header=False)
    config.load()
    return uvicorn.Server(config)


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

        async def get_response(self, path: str, scope: Scope) -> Response:
            response = await super().get_response(path, scope)
            response.headers[PREVIEW_HEADER] = name
            return response

    name = preview_name(folder)

    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"], www_redirect=False)
    return Starlette(routes=[Mount("/", Pages(directory=folder, html=True))], middleware=[hosts])
