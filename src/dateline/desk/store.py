"""The desk's file: opening it, bringing its schema up to date, one writer at a time."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from dateline.desk.errors import DeskError

FILE = "desk.sqlite"
LOCK = "desk.lock"
PATIENCE = 30.0
"""Seconds a reader or writer waits for another's transaction."""


ROOMY = 128 * 1024
"""Kilobytes of pages held while a desk is added to, at most: what twenty articles read and write in a desk of 100,000 is some 100 MB of pages, and with 32 MB
a page was read from the file 1.4 times."""


def migrations() -> list[tuple[int, str]]:
    """Every step of the schema, oldest first: its version and its SQL."""
    folder = files("dateline.desk") / "schema"
    found = [(int(f.name[:3]), f.read_text(encoding="utf-8")) for f in folder.iterdir() if re.fullmatch(r"\d{3}\.sql", f.name)]
    return sorted(found)


def open_store(folder: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the desk in `folder`, its schema the newest. Raises DeskError where there is no desk, or one of a newer Dateline."""
    path = folder / FILE
    if not path.exists():
        if not create:
            raise DeskError("there is no desk here", place=str(folder), remedy="make one: dateline add DESK PATH…")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise DeskError(f"no desk can be made here: {e.strerror}", place=str(folder), remedy="choose another folder") from e
    try:
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")  # with WAL, a killed process loses nothing; a power cut at most the last commits
        # the page cache stays at its 2 MB: with 16 and 64 MB a word search took 1.1 to 1.4 times as long, the system keeps the file anyway. What is
        # sorted stays within it, too, and goes to a temporary file beyond: with PRAGMA temp_store = MEMORY an export held every event while it
        # sorted them (53 MB for 35 at 50,000)
        migrate(db, folder)
    except sqlite3.DatabaseError as e:
        raise DeskError(f"this is no desk: {e}", place=str(path), remedy="name the folder that `dateline add` made") from e
    return db


def migrate(db: sqlite3.Connection, folder: Path) -> None:
    """Brings the schema to the newest version, each step in a transaction of its own."""
    steps = migrations()
    have = version(db)
    if have > steps[-1][0]:
        raise DeskError(f"the desk has schema {have}, this Dateline knows {steps[-1][0]}", place=str(folder), remedy="use a newer Dateline")
    for number, sql in steps:
        if number <= have:
            continue
        with writing(db):
            if version(db) >= number:
                continue  # another process was faster
            for statement in _statements(sql):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")


def version(db: sqlite3.Connection) -> int:
    """The version of the schema; 0 for an empty file."""
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    return found


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def settle(db: sqlite3.Connection, *, tidy: bool = False) -> None:
    """Moves what was written from the log into the file, so that readers need not look in two places. Where somebody reads, it waits for the next time.

    `tidy` also makes the search index one piece: a query of several words then takes half the time (30,000 articles). It costs as much as the index is
    large, so only a run that grew the desk by a good part should ask for it.
    """
    if tidy:
        with writing(db):
            db.execute("INSERT INTO search (search) VALUES ('optimize')")
    db.execute("PRAGMA busy_timeout = 1000")
    db.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()
    db.execute(f"PRAGMA busy_timeout = {round(PATIENCE * 1000)}")


@contextmanager
def roomy(db: sqlite3.Connection) -> Iterator[None]:
    """A larger page cache while many rows are looked up and written: with the usual 2 MB the inner pages of a file of gigabytes are read again and again."""
    (usual,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute(f"PRAGMA cache_size = -{ROOMY}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {usual}")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one run at a time adds to a desk or reads it again; a killed one lets go by itself. Raises DeskError when another is at it."""
    try:
        import fcntl
    except ImportError:  # Windows: SQLite's own locks keep the file whole, two runs would only read some articles twice
        yield
        return
    with (folder / LOCK).open("a+") as f:
        try:
            fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as e:
            raise DeskError("another run is adding to this desk", place=str(folder), remedy="wait until it has finished") from e
        f.truncate(0)
        f.write(str(os.getpid()))
        f.flush()
        yield


def now() -> str:
    """The moment, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _statements(sql: str) -> Iterator[str]:
    held = ""
    for line in sql.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
