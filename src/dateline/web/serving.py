"""The server itself: uvicorn on one socket, the address said on stderr once it answers."""

from __future__ import annotations

import socket
import sys
import threading
import time
import webbrowser
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import uvicorn

from dateline.web.app import serve_app
from dateline.web.errors import ServeError
from dateline.web.settings import Settings

GRACE = 5
"""Seconds that answers under way are waited for when the server ends."""


def run(settings: Settings, *, certificate: Path | None = None, key: Path | None = None, browser: bool = False) -> int:
    """Serves until it is interrupted."""
    listener = _listen(settings.host, settings.port)
    settings = replace(settings, port=listener.getsockname()[1])
    app = serve_app(settings)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=400,
        h11_max_incomplete_event_size=64 * 1024,
        proxy_headers=settings.https and certificate is None,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    address = url_of(settings)
    print(f"dateline: {settings.folder} is at {address}\ndateline: end it with Ctrl+C", file=sys.stderr, flush=True)
    if browser:
        threading.Thread(target=_open_when_ready, args=(address, settings.port), daemon=True).start()
    uvicorn.Server(config).run(sockets=[listener])
    return 0


def url_of(settings: Settings) -> str:
    """What to type into a browser; the token goes along, and is taken out of the address by the first answer."""
    host = settings.names[0] if settings.names else "127.0.0.1" if settings.host in ("0.0.0.0", "") else settings.host
    host = f"[{host}]" if ":" in host else host
    scheme = "https" if settings.https else "http"
    login = f"login?token={quote(settings.token)}" if settings.token else ""
    return f"{scheme}://{host}:{settings.port}/{login}"


def _open_when_ready(address: str, port: int) -> None:
    """The socket is bound at once but listens only when the server runs: a browser that came earlier would be refused."""
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
            continue
        break
    webbrowser.open(address)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as e:
        listener.close()
        raise ServeError(
            f"cannot listen there: {e.strerror or e}", place=f"{host}:{port}", remedy="choose another --port (0: any that is free)"
        ) from e
    return listener
