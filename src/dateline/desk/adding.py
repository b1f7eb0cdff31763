"""Adding: what arrives is kept first, then read on several processes, then folded. Each step is committed as it is made, so that a killed run goes on."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from dateline.desk.documents import refuse, release, take, waiting, waiting_sources
from dateline.desk.folding import fold_waiting, unfolded
from dateline.desk.naming import address_of
from dateline.desk.pages import Pages
from dateline.desk.progress import Progress
from dateline.desk.stages import versions
from dateline.desk.store import alone, now, roomy, settle, writing
from dateline.desk.writing import write_record
from dateline.record import Record
from dateline.runs import read_all, read_one
from dateline.sources import Failure, Source
from dateline.sources.arrival import Arrival
from dateline.sources.intake import Asked, arrivals

TOGETHER = 32
"""Arrivals or records of one transaction."""

TIDY = 1_000
"""A run that read so many articles, and a tenth of the desk, makes the search index one piece."""

SECONDS = 2.0
BYTES = 16 * 2**20


@dataclass(slots=True)
class Counts:
    """What a run did: documents `arrived`, of them `new`; `refused` could not be had; `read`, of them `changed`; `failed` to be read; `folded`."""

    arrived: int = 0
    new: int = 0
    refused: int = 0
    read: int = 0
    changed: int = 0
    failed: int = 0
    folded: int = 0


def add(
    db: sqlite3.Connection,
    folder: Path,
    names: Iterable[str],
    asked: Asked,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Counts:
    """Adds documents and finishes what earlier runs left. Raises DeskError while another run adds to the desk."""
    progress = progress or Progress(None)
    incoming = arrivals(names, asked, stdin=stdin)
    with alone(folder), _run(db, "add") as counts:
        pages = Pages(folder)
        pages.sweep()
        progress.phase("taken in")
        _take_in(db, pages, incoming, counts, progress)
        finish(db, pages, counts, workers=workers, progress=progress)
    return counts


def retry(
    db: sqlite3.Connection, folder: Path, *, workers: int | None = None, progress: Progress | None = None, asked: Asked | None = None
) -> Counts:
    """Tries everything in the quarantine again: documents are read again, addresses that did not answer are asked again."""
    progress = progress or Progress(None)
    with alone(folder), _run(db, "retry") as counts:
        with writing(db):
            release(db)
        origins = [
            o
            for (o,) in db.execute(
                "SELECT DISTINCT origin FROM quarantine WHERE document IS NULL AND origin <> 'standard input' ORDER BY origin"
            )
        ]
        pages = Pages(folder)
        progress.phase("taken in")
        _take_in(db, pages, arrivals([o for o in origins if "!" not in o], asked or Asked()), counts, progress)
        finish(db, pages, counts, workers=workers, progress=progress)
    return counts


def finish(db: sqlite3.Connection, pages: Pages, counts: Counts, *, workers: int | None, progress: Progress) -> None:
    """Reads what waits to be read and folds what waits to be folded."""
    with roomy(db):
        progress.phase("read", waiting(db))
        _read(db, pages, counts, workers, progress)
        progress.phase("folded", unfolded(db))
        for n in fold_waiting(db):
            counts.folded += n
            progress.step(n)
    progress.end()


def _take_in(db: sqlite3.Connection, pages: Pages, incoming: Iterable[Arrival | Failure], counts: Counts, progress: Progress) -> None:
    held: list[Arrival | Failure] = []
    size, since = 0, time.monotonic()
    for got in incoming:
        held.append(got)
        size += len(got.raw) if isinstance(got, Arrival) else 0
        progress.step()
        if len(held) >= TOGETHER or size >= BYTES or time.monotonic() - since >= SECONDS:
            _keep(db, pages, held, counts)
            held, size, since = [], 0, time.monotonic()
    _keep(db, pages, held, counts)


def _keep(db: sqlite3.Connection, pages: Pages, held: list[Arrival | Failure], counts: Counts) -> None:
    with writing(db):
        for got in held:
            if isinstance(got, Failure):
                refuse(db, got)
                counts.refused += 1
            else:
                counts.arrived += 1
                counts.new += take(db, pages, got)


def _read(db: sqlite3.Connection, pages: Pages, counts: Counts, workers: int | None, progress: Progress) -> None:
    held: list[tuple[str, Record | Failure]] = []
    since = time.monotonic()
    for key, got in _records(db, pages, workers):
        held.append((key, got))
        if len(held) >= TOGETHER or time.monotonic() - since >= SECONDS:
            _write(db, held, counts)
            held, since = [], time.monotonic()
        progress.step()
    _write(db, held, counts)


def _records(db: sqlite3.Connection, pages: Pages, workers: int | None) -> Iterator[tuple[str, Record | Failure]]:
    """What waits, read. A document that ends the process that reads it (out of memory, a fault in a library) is found out and set apart."""
    answered: set[str] = set()
    while True:
        keys: deque[tuple[str, Source | Failure]] = deque()

        def sources(asked: deque[tuple[str, Source | Failure]] = keys) -> Iterator[Source | Failure]:
            for key, source in waiting_sources(db, pages):
                if key not in answered:
                    asked.append((key, source))
                    yield source

        try:
            for got in read_all(sources(), workers=workers):
                key, _ = keys.popleft()
                answered.add(key)
                yield key, got
            return
        except BrokenProcessPool:
            for key, source in keys:  # one of those that were under way
                answered.add(key)
                yield key, read_apart(source)


def read_apart(source: Source | Failure) -> Record | Failure:
    """One document in a process of its own; a Failure when that process dies."""
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(read_one, source).result()
    except BrokenProcessPool:
        remedy = "give its text alone, or leave it out"
        return Failure(source.origin, "reading it ends the process", source.line, remedy=remedy, id=source.id, error="BrokenProcessPool")


def _write(db: sqlite3.Connection, held: list[tuple[str, Record | Failure]], counts: Counts) -> None:
    with writing(db):
        for key, got in held:
            if isinstance(got, Failure):
                refuse(db, got, document=key)
                counts.failed += 1
                continue
            (address,) = db.execute("SELECT address FROM documents WHERE key = ?", (key,)).fetchone()
            counts.read += 1
            counts.changed += write_record(db, key, got, address=address or address_of(got.article.url))
            db.execute("UPDATE documents SET state = 'read' WHERE key = ?", (key,))
            db.execute("DELETE FROM quarantine WHERE key = ?", (key,))


class _run:  # noqa: N801  (a context manager used as a verb)
    """Writes down that a run began and how it ended."""

    def __init__(self, db: sqlite3.Connection, command: str) -> None:
        self._db, self._command, self._counts = db, command, Counts()

    def __enter__(self) -> Counts:
        with writing(self._db):
            self._number = self._db.execute("INSERT INTO runs (command, started) VALUES (?, ?)", (self._command, now())).lastrowid
            rows = [(stage, version, now()) for stage, version in versions().items()]
            self._db.executemany("INSERT OR IGNORE INTO stages VALUES (?, ?, ?)", rows)
        return self._counts

    def __exit__(self, kind: object, *_: object) -> None:
        with writing(self._db):
            row = (json.dumps(asdict(self._counts)), now() if kind is None else None, self._number)
            self._db.execute("UPDATE runs SET counts = ?, ended = ? WHERE number = ?", row)
        if kind is None:
            (articles,) = self._db.execute(
                "SELECT coalesce(max(number), 0) FROM articles"
            ).fetchone()  # to count them costs the more the more there are
            settle(self._db, tidy=self._counts.changed >= max(TIDY, articles // 10))
