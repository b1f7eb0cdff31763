"""What the folding knows, kept in the desk's file: mappings that remember what they read and write back in one go."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from dateline.stories.shelf import as_json, from_json

REMEMBERED = {
    "rows.articles": 1_000,
    "rows.likeness": 5_000,
    "rows.drawers": 10_000,
    "stories.articles": 2_000,
    "stories.holding": 5_000,
    "copies.hashes": 1_000,
}
"""Values of one mapping held in memory between two transactions: an article's tellings take some 60 kB once they are read, its words 30 kB, the latest
articles of a word or a telling's likenesses 1 to 20 kB."""

OTHERS = 20_000

LONG = frozenset(("rows.articles", "rows.likeness", "stories.articles", "stories.likeness", "copies.hashes"))
"""Mappings whose values are of some kilobytes, kept apart from those of some letters (schema/007.sql)."""

FEW = 4
"""Keys that are read one by one."""

_GONE = object()


class Shelves:
    """The shelf of a desk. Nothing is written before `write`, which belongs into the transaction of what was folded."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._kept: list[FileMapping] = []

    def kept(self, name: str, *, pack: Callable[[Any], bytes] = as_json, unpack: Callable[[bytes], Any] = from_json) -> FileMapping:
        mapping = FileMapping(self._db, name, pack, unpack)
        self._kept.append(mapping)
        return mapping

    def write(self) -> None:
        """Writes what changed."""
        for mapping in self._kept:
            mapping.write()

    def trim(self) -> None:
        """Forgets what was used longest ago, once it is written."""
        for mapping in self._kept:
            mapping.trim()


class FileMapping(MutableMapping[str, Any]):
    """Keys and values of one name in `fold_long` or `fold_short`."""

    def __init__(self, db: sqlite3.Connection, name: str, pack: Callable[[Any], bytes], unpack: Callable[[bytes], Any]) -> None:
        self._db, self._pack, self._unpack = db, pack, unpack
        self._table = "fold_long" if name in LONG else "fold_short"
        db.execute("INSERT OR IGNORE INTO fold_names (name) VALUES (?)", (name,))
        (self._name,) = db.execute("SELECT number FROM fold_names WHERE name = ?", (name,)).fetchone()
        self._one = f"SELECT value FROM {self._table} WHERE name = ? AND key = ?"
        self._held: OrderedDict[str, Any] = OrderedDict()
        self._changed: dict[str, None] = {}
        self._most = REMEMBERED.get(name, OTHERS)

    def __getitem__(self, key: str) -> Any:
        value = self._held.get(key)
        if value is None:
            row = self._db.execute(self._one, (self._name, _safe(key))).fetchone()
            # what is not there is remembered, too: most of what is asked for when an article comes is new
            value = self._held[key] = _GONE if row is None else self._unpack(row[0])
            if row is None:
                raise KeyError(key)
        elif value is _GONE:
            raise KeyError(key)
        else:
            self._held.move_to_end(key)
        return value

    def fetch(self, keys: Iterable[str]) -> None:
        """Reads those of these keys that are not held, in one statement."""
        wanted = {_safe(k): k for k in keys if k not in self._held}
        if len(wanted) < FEW:
            return
        sql = f"SELECT k.value, f.value FROM json_each(?) k LEFT JOIN {self._table} f ON f.name = ? AND f.key = k.value"
        for key, value in self._db.execute(sql, (json.dumps(sorted(wanted)), self._name)):
            self._held[wanted[key]] = _GONE if value is None else self._unpack(value)

    def __setitem__(self, key: str, value: Any) -> None:
        self._held[key] = value
        self._held.move_to_end(key)
        self._changed[key] = None

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self[key] = _GONE

    def __contains__(self, key: object) -> bool:
        try:
            self[str(key)]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        self.write()
        for (key,) in self._db.execute(f"SELECT key FROM {self._table} WHERE name = ? ORDER BY key", (self._name,)):
            yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def write(self) -> None:
        """Writes what changed since the last time."""
        gone = [(self._name, _safe(k)) for k in self._changed if self._held[k] is _GONE]
        kept = [(self._name, _safe(k), self._pack(v)) for k in self._changed if (v := self._held[k]) is not _GONE]
        self._db.executemany(f"DELETE FROM {self._table} WHERE name = ? AND key = ?", gone)
        sql = f"INSERT INTO {self._table} (name, key, value) VALUES (?, ?, ?) ON CONFLICT (name, key) DO UPDATE SET value = excluded.value"
        self._db.executemany(sql, kept)
        self._changed.clear()

    def trim(self) -> None:
        """Forgets the values used longest ago."""
        while len(self._held) > self._most:
            key, _ = next(iter(self._held.items()))
            if key in self._changed:
                return
            del self._held[key]


def _safe(key: str) -> str:
    """A key that SQLite can hold: half a letter (a lone surrogate) is written out."""
    return key if key.isascii() else key.encode("utf-8", "backslashreplace").decode("utf-8")
