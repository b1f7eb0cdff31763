"""SQLite connections: one for reading per request, which cannot write; one for each decision, closed as soon as it is made."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from dateline.desk.desk import Desk
from dateline.desk.store import FILE, PATIENCE

T = TypeVar("T")
LONGEST = 20.0
"""Seconds a page may ask the desk; a question that takes longer is broken off, so that one cannot hold up the others."""
OPCODES = 20_000


class Reading(sqlite3.Connection):
    """The connection of one request: it sees one state of the desk, so that what it was answered once stays true (`held`)."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.held: dict[Hashable, Any] = {}


def once(db: sqlite3.Connection, key: Hashable, make: Callable[[], T]) -> T:
    """The answer under this key, made once in a request; anew over any other connection."""
    if not isinstance(db, Reading):
        return make()
    if key not in db.held:
        db.held[key] = make()
    found: T = db.held[key]
    return found


class ReadDesk(Desk):
    """A desk over a connection that only reads: for functions that take a desk."""

    def __init__(self, folder: Path, db: sqlite3.Connection) -> None:
        self.folder, self.db = folder, db


@contextmanager
def reading(folder: Path, *, longest: float = LONGEST) -> Iterator[sqlite3.Connection]:
    """A connection in one read transaction: the whole page sees one state of the desk, and no writer waits for it."""
    path = (folder / FILE).resolve().as_uri()
    db = sqlite3.connect(f"{path}?mode=ro", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False, factory=Reading)
    try:
        db.execute("PRAGMA query_only = 1")
        until = time.monotonic() + longest
        db.set_progress_handler(lambda: int(time.monotonic() > until), OPCODES)
        db.execute("BEGIN")
        yield db
    finally:
        db.close()


def _of_request(request: Request) -> Iterator[sqlite3.Connection]:
    with reading(request.app.state.settings.folder) as db:
        yield db


Db = Annotated[sqlite3.Connection, Depends(_of_request)]
"""A screen that reads the desk takes `db: Db`."""
