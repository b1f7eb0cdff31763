"""A server in a thread and a browser before it: what the end-to-end tests stand on."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from dateline.web.app import serve_app
from dateline.web.settings import Settings

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def serving(folder: Path, **settings: Any) -> Iterator[str]:
    """Serves a desk on a free port of loopback; its address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        given = {"rate": 1e6, "burst": 10**6} | settings
        config = uvicorn.Config(serve_app(Settings(folder, port=port, **given)), log_level="error", access_log=False, ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@dataclass
class Watched:
    """A page of the browser and what went wrong on it: errors on the console, in scripts, requests that left this machine."""

    page: Any
    base: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda m: self.wrong.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.wrong.append(f"script: {e}"))
        self.page.on("request", lambda r: None if r.url.startswith((self.base, "data:")) else self.wrong.append(f"outside: {r.url}"))
        self.page.on("response", lambda r: self.wrong.append(f"{r.status}: {r.url}") if r.status >= 400 else None)

    def open(self, path: str) -> Any:
        self.page.goto(self.base + path)
        return self.page
