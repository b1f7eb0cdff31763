"""What arrived: each content and address once, its bytes kept, waiting until it is read; and what could not be read, with its reason."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.desk.naming import address_of, document_key
from dateline.desk.pages import Pages
from dateline.desk.store import now
from dateline.sources import Failure, Source
from dateline.sources.arrival import Arrival, from_bytes

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One entry of the quarantine. `document` is None for what never arrived (an address that did not answer, a broken line)."""

    key: str
    document: str | None
    origin: str
    line: int | None
    place: str | None
    message: str
    remedy: str | None
    error: str
    tries: int
    since: str


def take(db: sqlite3.Connection, pages: Pages, arrival: Arrival) -> bool:
    """Keeps an arrival; whether it is new. One that is there already lends what was not known of it: it is read again only then."""
    s = arrival.source
    address = address_of(s.url)
    key = document_key(s.kind, arrival.raw, address, s.id)
    known = db.execute(
        "SELECT title, outlet, published, published_from, language, given_id, url FROM documents WHERE key = ?", (key,)
    ).fetchone()
    if known is not None:
        _complete(db, key, known, s)
        db.execute("DELETE FROM quarantine WHERE key = ?", (_unread_key(s.origin, s.line, s.id),))
        return False
    page = pages.keep(arrival.raw)
    db.execute(
        "INSERT INTO documents (key, page, charset, kind, address, url, given_id, title, outlet, published, published_from, language, origin, line, notes, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key, page, arrival.charset, s.kind, address, s.url, s.id, s.title, s.outlet, s.published, s.published_from, s.language,
            s.origin, s.line, json.dumps(s.notes, ensure_ascii=False), now(),
        ),
    )  # fmt: skip
    db.execute("DELETE FROM quarantine WHERE key = ?", (_unread_key(s.origin, s.line, s.id),))
    return True


def _complete(db: sqlite3.Connection, key: str, known: tuple[str | None, ...], s: Source) -> None:
    title, outlet, published, published_from, language, given, url = known
    day = (published, published_from) if published else (s.published, s.published_from)
    new = (title or s.title, outlet or s.outlet, *day, language or s.language, given or s.id, url or s.url)
    if new != known:
        db.execute(
            "UPDATE documents SET title = ?, outlet = ?, published = ?, published_from = ?, language = ?, given_id = ?, url = ?, state = 'waiting' WHERE key = ?",
            (*new, key),
        )


def refuse(db: sqlite3.Connection, failure: Failure, *, document: str | None = None) -> None:
    """Puts a failure into the quarantine; a document that failed is not tried again until it is asked for."""
    key = document or _unread_key(failure.origin, failure.line, failure.id)
    db.execute(
        "INSERT INTO quarantine (key, document, origin, line, place, message, remedy, error, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET message = excluded.message, remedy = excluded.remedy, error = excluded.error, place = excluded.place, tries = tries + 1",
        (key, document, failure.origin, failure.line, failure.place, failure.message, failure.remedy, failure.error, now()),
    )
    if document is not None:
        db.execute("UPDATE documents SET state = 'failed' WHERE key = ?", (document,))


def release(db: sqlite3.Connection) -> int:
    """Lets every document of the quarantine be read again; how many."""
    return db.execute("UPDATE documents SET state = 'waiting' WHERE state = 'failed'").rowcount


def quarantined(db: sqlite3.Connection) -> Iterator[Quarantined]:
    """The quarantine, by place."""
    sql = "SELECT key, document, origin, line, place, message, remedy, error, tries, since FROM quarantine ORDER BY origin, line, key"
    for row in db.execute(sql):
        yield Quarantined(*row)


def waiting(db: sqlite3.Connection) -> int:
    """How many documents wait to be read."""
    n: int = db.execute("SELECT count(*) FROM documents WHERE state = 'waiting'").fetchone()[0]
    return n


def waiting_sources(db: sqlite3.Connection, pages: Pages) -> Iterator[tuple[str, Source | Failure]]:
    """The documents that wait, with their keys, a few in memory at a time."""
    last = ""
    while True:
        rows = db.execute("SELECT key FROM documents WHERE state = 'waiting' AND key > ? ORDER BY key LIMIT ?", (last, CHUNK)).fetchall()
        if not rows:
            return
        for (key,) in rows:
            last = key
            yield key, source_of_document(db, pages, key)


def source_of_document(db: sqlite3.Connection, pages: Pages, key: str) -> Source | Failure:
    """A document as the pipeline takes it, made from its bytes."""
    row = db.execute(
        "SELECT page, charset, kind, given_id, url, title, outlet, published, published_from, language, origin, line FROM documents WHERE key = ?",
        (key,),
    ).fetchone()
    page, charset, kind, given, url, title, outlet, published, published_from, language, origin, line = row
    known = Source("", kind, given, url, title, outlet, published, published_from, language, origin, line)
    from dateline.errors import DatelineError

    try:
        return from_bytes(pages.bytes(page), known, charset=charset).source
    except DatelineError as e:
        return Failure.of(e, origin=origin, line=line, id=given)


def _unread_key(origin: str, line: int | None, name: str | None) -> str:
    return "unread-" + hashlib.sha256(f"{origin}\0{line}\0{name}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
