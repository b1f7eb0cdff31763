"""Writing a gazetteer file: entries in, one read-only SQLite file out, the same bytes of content for the same entries."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.places.folding import fold, skeleton
from dateline.places.kinds import KIND_NUMBER

FORMAT = 1
# How a name belongs to its place; the numbers stand in the file.
NAME, OTHER, SHORT, ABBREVIATION, DEMONYM, FORMER = range(6)

_SCHEMA = """
CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, lat INTEGER, lon INTEGER, country TEXT,
  admin1 INTEGER, admin2 INTEGER, population INTEGER, geonameid INTEGER, claimants TEXT, source INTEGER NOT NULL);
CREATE TABLE name(key TEXT, place INTEGER, role INTEGER NOT NULL, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE sound(skeleton TEXT, key TEXT, PRIMARY KEY(skeleton, key)) WITHOUT ROWID;
CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to write. `names` are (name, role); `admin1` and `admin2` are ids given back by `add`. `heard`: findable by sound."""

    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    source: str
    names: tuple[tuple[str, int], ...] = ()
    admin1: int | None = None
    admin2: int | None = None
    population: int | None = None
    geonameid: int | None = None
    claimants: tuple[str, ...] = ()
    heard: bool = False


class Writer:
    """Writes entries in the order they come, behind those of `base` if given; `finish` seals the file and returns its digest."""

    def __init__(self, path: Path, *, base: Path | None = None) -> None:
        path.unlink(missing_ok=True)
        if base is not None:
            shutil.copyfile(base, path)
            path.chmod(0o644)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + ("" if base else _SCHEMA))
        self._db.execute("BEGIN")
        self._digest = hashlib.sha256()
        self._sources: dict[str, int] = {}
        self._count = 0
        if base is not None:
            meta = dict(self._db.execute("SELECT key, value FROM meta"))
            self._digest.update(meta["digest"].encode())
            self._count = int(meta["entries"])
            self._sources = {name: number for number, name in self._db.execute("SELECT id, name FROM source")}

    def add(self, entry: Entry) -> int:
        """Write one entry; returns its id, counted from 1."""
        self._count += 1
        number = self._count
        source = self._sources.setdefault(entry.source, len(self._sources) + 1)
        row = (
            number, entry.name, KIND_NUMBER[entry.kind], _ten_thousandths(entry.lat), _ten_thousandths(entry.lon), entry.country,
            entry.admin1, entry.admin2, entry.population, entry.geonameid, ",".join(entry.claimants) or None, source,
        )  # fmt: skip
        self._db.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", row)
        keys: dict[str, int] = {}
        for name, role in ((entry.name, NAME), *entry.names):
            key = fold(name)
            if key:
                keys[key] = min(role, keys.get(key, role))
        self._digest.update(repr((row, sorted(keys.items()))).encode())
        self._db.executemany("INSERT INTO name VALUES(?,?,?)", ((key, number, role) for key, role in keys.items()))
        if entry.heard:
            # of GeoNames' towns only the main name is found by sound: their other names cost 3 MB and changed no figure on TR-News
            heard = (NAME,) if entry.geonameid is not None and entry.kind == "city" else (NAME, OTHER, SHORT)
            sounds = ((skeleton(key), key) for key, role in keys.items() if role in heard)
            self._db.executemany("INSERT OR IGNORE INTO sound VALUES(?,?)", (s for s in sounds if s[0]))
        return number

    def close(self) -> None:
        """Give up: close the file as it is."""
        self._db.close()

    def finish(self, **facts: str) -> str:
        """Seal the file. The digest is of the entries, not of the file's bytes, which SQLite's version may change."""
        digest = self._digest.hexdigest()
        self._db.executemany("INSERT OR REPLACE INTO source VALUES(?,?)", ((number, name) for name, number in self._sources.items()))
        meta = {"digest": digest, "entries": str(self._count), "format": str(FORMAT), **facts}
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES(?,?)", sorted(meta.items()))
        self._db.execute("COMMIT")
        self._db.execute("VACUUM")
        self._db.close()
        return digest


def write(path: Path, entries: Iterable[Entry]) -> str:
    """Write entries that do not refer to one another; returns the digest."""
    writer = Writer(path)
    for entry in entries:
        writer.add(entry)
    return writer.finish()


def _ten_thousandths(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * 10_000)
