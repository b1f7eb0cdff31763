"""Which keys have been seen, kept in a temporary file: an archive's actors and articles do not fit into constant memory."""

from __future__ import annotations

import sqlite3
from types import TracebackType


class Once:
    """`once(key)` is true the first time. Use it with `with`: the file goes when it ends."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # an empty name: SQLite's own temporary file, which only large sets reach
        self._db.execute("PRAGMA cache_size=-4000")
        self._db.execute("CREATE TABLE seen (key TEXT PRIMARY KEY) WITHOUT ROWID")

    def __enter__(self) -> Once:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def __call__(self, key: str) -> bool:
        return self._db.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,)).rowcount == 1
