"""Finding: the events, articles, statements or actors that a filter means, sorted and in pages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.query import ORDER, actors_named, article_where, where
from dateline.desk.words import match

KINDS = ("events", "articles", "statements", "actors")
_EVENT = (
    "id", "type", "mode", "contexts", "quad", "intensity", "modality", "first_day", "last_day", "date_precision", "place", "place_name", "place_precision",
    "country", "admin1", "lat", "lon", "geonameid", "killed_low", "killed_high", "injured_low", "injured_high", "arrested_low", "arrested_high",
    "confidence", "tellings", "articles", "outlets", "first_published", "last_published", "story", "quote", "contested", "decided_by", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: the actor's id and name, and how many tellings say so."""

    actor: str
    name: str
    tellings: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as the desk holds it: the columns of `events` and its parties."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str | None
    intensity: float | None
    modality: str
    first_day: str | None
    last_day: str | None
    date_precision: str | None
    place: str | None
    place_name: str | None
    place_precision: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    arrested_low: int | None
    arrested_high: int | None
    confidence: float
    tellings: int
    articles: int
    outlets: int
    first_published: str | None
    last_published: str | None
    story: str | None
    quote: str | None
    contested: tuple[str, ...]
    decided_by: str
    status: str | None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article: `snippet` are the words around what was looked for, in [brackets]."""

    id: str
    headline: str
    outlet: str | None
    published: str | None
    url: str | None
    story: str | None
    events: int
    snippet: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    id: str
    article: str
    speaker: str | None
    content: str
    kind: str
    day: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class ActorRow:
    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    spellings: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer. `more` says whether another follows; nothing is counted that was not asked for."""

    rows: tuple[Any, ...]
    page: int
    size: int
    more: bool


def find(db: sqlite3.Connection, f: Filter, what: str = "events") -> Page:
    """One page of what the filter means; `what` is one of KINDS."""
    makers: dict[str, Callable[[sqlite3.Connection, Filter, int, int], list[Any]]] = {
        "events": _events,
        "articles": _articles,
        "statements": _statements,
        "actors": _actors,
    }
    if what not in makers:
        raise FilterError(f"{what!r} cannot be listed", place="what", remedy=f"one of {', '.join(KINDS)}")
    rows = makers[what](db, f, f.size + 1, (f.page - 1) * f.size)
    return Page(tuple(rows[: f.size]), f.page, f.size, len(rows) > f.size)


def count(db: sqlite3.Connection, f: Filter) -> int:
    """How many events the filter means."""
    sql, values = where(db, f)
    n: int = db.execute(f"SELECT count(*) FROM events e WHERE {sql}", values).fetchone()[0]
    return n


def events(db: sqlite3.Connection, f: Filter) -> Iterator[EventRow]:
    """Every event the filter means, in its order, one at a time: constant memory whatever the number."""
    sql, values = where(db, f)
    for row in db.execute(f"SELECT {', '.join('e.' + c for c in _EVENT)} FROM events e WHERE {sql} ORDER BY {ORDER[f.sort]}", values):
        yield _event(db, row)


def _events(db: sqlite3.Connection, f: Filter, limit: int, offset: int) -> list[EventRow]:
    sql, values = where(db, f)
    columns = ", ".join("e." + c for c in _EVENT)
    rows = db.execute(
        f"SELECT {columns} FROM events e WHERE {sql} ORDER BY {ORDER[f.sort]} LIMIT ? OFFSET ?", (*values, limit, offset)
    ).fetchall()
    return [_event(db, r) for r in rows]


def _event(db: sqlite3.Connection, row: tuple[Any, ...]) -> EventRow:
    made = dict(zip(_EVENT, row, strict=True))
    made["contexts"], made["contested"] = tuple(json.loads(made["contexts"])), tuple(json.loads(made["contested"]))
    parties: dict[str, list[Party]] = {"actor": [], "recipient": []}
    sql = "SELECT role, actor, name, tellings FROM event_actors WHERE event = ? ORDER BY tellings DESC, name, actor"
    for role, actor, name, n in db.execute(sql, (made["id"],)):
        parties[role].append(Party(actor, name, n))
    return EventRow(**made, actors=tuple(parties["actor"]), recipients=tuple(parties["recipient"]))


def _articles(db: sqlite3.Connection, f: Filter, limit: int, offset: int) -> list[ArticleRow]:
    sql, values = article_where(db, f)
    columns = (
        "a.id, a.headline, a.outlet, a.published, a.url, a.story, (SELECT count(DISTINCT event) FROM tellings t WHERE t.article = a.id)"
    )
    if not f.text:
        order = "a.published NULLS LAST, a.id" if f.sort in ("day", "published") else "a.published DESC, a.id"
        rows = db.execute(
            f"SELECT {columns}, NULL FROM articles a WHERE {sql} ORDER BY {order} LIMIT ? OFFSET ?", (*values, limit, offset)
        ).fetchall()
        return [ArticleRow(*r) for r in rows]
    query = match(f.text)
    by_day = {"day": "a.published NULLS LAST, a.id", "-published": "a.published DESC, a.id"}.get(f.sort)
    # the words and their snippets in one statement, cut to the page before anything of the articles is read
    shown = "snippet(search, 1, '[', ']', '…', 16)"
    if sql == "1" and by_day is None:
        hits = f"SELECT rowid, {shown} FROM search WHERE search MATCH ? ORDER BY rank LIMIT ? OFFSET ?"
        given: tuple[Any, ...] = (query, limit, offset)
    else:
        order = by_day or "rank, a.id"
        hits = (
            f"SELECT search.rowid, {shown} FROM search JOIN articles a ON a.number = search.rowid WHERE search MATCH ? AND {sql}"
            f" ORDER BY {order} LIMIT ? OFFSET ?"
        )
        given = (query, *values, limit, offset)
    found = dict(db.execute(hits, given).fetchall())
    read = db.execute(f"SELECT a.number, {columns} FROM articles a WHERE a.number IN ({', '.join('?' * len(found))})", tuple(found))
    known = {r[0]: r[1:] for r in read}
    return [ArticleRow(*(*known[n], " ".join((snippet or "").split()) or None)) for n, snippet in found.items()]


def _statements(db: sqlite3.Connection, f: Filter, limit: int, offset: int) -> list[StatementRow]:
    sql, values = article_where(
        db, Filter(published_since=f.published_since, published_until=f.published_until, source=f.source, story=f.story)
    )
    if f.text:
        sql += " AND a.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(match(f.text))
    if f.actor:
        ids = actors_named(db, f.actor)
        sql += f" AND s.speaker_key IN (SELECT key FROM names WHERE actor IN ({', '.join('?' * len(ids)) or 'NULL'}))"
        values += ids
    sql += "" if f.status == "all" else " AND s.status IS NOT 'rejected'"
    rows = db.execute(
        "SELECT s.id, s.article, s.speaker, s.content, s.kind, s.day, a.outlet, a.published FROM statements s JOIN articles a ON a.id = s.article"
        f" WHERE {sql} ORDER BY a.published DESC, a.id, s.start LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [StatementRow(*r) for r in rows]


def _actors(db: sqlite3.Connection, f: Filter, limit: int, offset: int) -> list[ActorRow]:
    parts, values = ["1"], []
    if f.actor:
        ids = actors_named(db, f.actor)
        parts.append(f"id IN ({', '.join('?' * len(ids)) or 'NULL'})")
        values += ids
    if f.country:
        parts.append(f"country IN ({', '.join('?' * len(f.country))})")
        values += f.country
    sql = f"SELECT id, name, kind, country, sector, articles FROM actors WHERE {' AND '.join(parts)} ORDER BY articles DESC, name, id LIMIT ? OFFSET ?"
    out = []
    for i, name, kind, country, sector, articles in db.execute(sql, (*values, limit, offset)).fetchall():
        known = db.execute("SELECT DISTINCT s.name FROM spellings s JOIN names n ON n.key = s.key WHERE n.actor = ? ORDER BY s.name", (i,))
        out.append(ActorRow(i, name, kind, country, sector, tuple(s for (s,) in known), articles))
    return out
