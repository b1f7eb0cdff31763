"""One run in a process of its own, so that reading never slows down those who look: takes one line of JSON, answers lines of JSON as it goes on.

Started by `jobs.py` as `python -m dateline.web.working`. It goes on to its end when the server ends; the desk can be killed at any moment.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dateline.desk.desk import Desk, open_desk
from dateline.desk.progress import Progress
from dateline.desk.store import alone, writing
from dateline.errors import DatelineError
from dateline.sources.intake import Asked
from dateline.web import incoming

EVERY = 0.2
"""Seconds between two words on how far it is."""
PATIENCE = 1800.0
"""Seconds that another run is waited for."""
NICE = 5
LISTED = 30
"""New documents that a run names, and its page lists."""


class Told(Progress):
    """Progress that is told to the server."""

    def __init__(self) -> None:
        super().__init__(None)
        self._at, self._name, self._all, self._count = 0.0, "", 0, 0

    def phase(self, name: str, of: int = 0) -> None:
        self._name, self._all, self._count = name, of, 0
        self._tell()

    def step(self, n: int = 1) -> None:
        self._count += n
        if time.monotonic() - self._at >= EVERY:
            self._tell()

    def end(self) -> None:
        self._tell()

    def _tell(self) -> None:
        self._at = time.monotonic()
        say(phase=self._name, done=self._count, of=self._all)


def say(**told: Any) -> None:
    with suppress(OSError, ValueError):  # nobody listens any more: the work goes on
        print(json.dumps(told), flush=True)


def main() -> int:
    asked: dict[str, Any] = json.loads(sys.stdin.readline())
    folder = Path(asked["folder"])
    with suppress(OSError):
        os.nice(NICE)
    try:
        _wait(folder)
        with open_desk(folder) as desk:
            before = _last(desk)
            counts = _run(desk, asked)
            say(counts=asdict(counts), brought=_since(desk, before))
            incoming.clear(folder, desk.db, asked.get("incoming", ()))
    except DatelineError as e:
        say(error=e.message, place=e.place, remedy=e.remedy)
        return 1
    except Exception as e:
        say(error=f"an error of Dateline's own: {type(e).__name__}: {e}"[:300], remedy="please report it")
        raise
    return 0


def _run(desk: Desk, asked: dict[str, Any]) -> Any:
    progress = Told()
    how = Asked(published=asked.get("published"), allow_private=bool(asked.get("allow_private")))
    if asked["kind"] == "reread":
        return desk.reread(progress=progress)
    names = list(asked.get("names", ()))
    if asked.get("again"):  # begun anew: the process of the server that died may have gone on to its end meanwhile
        names = [n for n in names if n.startswith(("http://", "https://")) or Path(n).exists()]
    if asked["kind"] == "retry":
        names += _released(desk, asked.get("keys"))
    return desk.add(names, how, progress=progress)


def _last(desk: Desk) -> int:
    found: int = desk.db.execute("SELECT coalesce(max(rowid), 0) FROM documents").fetchone()[0]
    return found


def _since(desk: Desk, before: int) -> list[str]:
    """The keys of the first documents that came after that one."""
    return [k for (k,) in desk.db.execute("SELECT key FROM documents WHERE rowid > ? ORDER BY rowid LIMIT ?", (before, LISTED))]


def _released(desk: Desk, keys: list[str] | None) -> list[str]:
    """Lets documents of the quarantine be read again (all without `keys`); what has to be fetched or opened anew for the others."""
    names: dict[str, None] = {}
    with writing(desk.db):
        for key, document, origin in desk.db.execute("SELECT key, document, origin FROM quarantine ORDER BY origin, line, key").fetchall():
            if keys is not None and key not in keys:
                continue
            if document is not None:
                desk.db.execute("UPDATE documents SET state = 'waiting' WHERE key = ? AND state = 'failed'", (document,))
            elif (name := incoming.again(desk.folder, origin)) is not None:
                names[name] = None
    return list(names)


def _wait(folder: Path) -> None:
    """Waits for another run to end. The run itself asks again: between two of them a third may begin, and then says so."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with alone(folder):
                return
        except DatelineError:
            if time.monotonic() > until:
                raise
            say(phase="waits for another run", done=0, of=0)
            time.sleep(1.0)


if __name__ == "__main__":
    sys.exit(main())
