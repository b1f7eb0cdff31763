"""What the desk knows of one place: its spellings, what holds it, what lies in it, who acted there, which reports name it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.desk.filter import Filter
from dateline.desk.finding import ArticleRow
from dateline.desk.query import where
from dateline.record import Place

MOST = 12
"""Actors, reports and places listed."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """`reports` name it so; `because` is what one of them was decided by."""

    name: str
    reports: int
    sure: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody in the events there: how often as who did it, how often as whom it was done to."""

    actor: str
    name: str
    did: int
    was_done_to: int


def site(db: sqlite3.Connection, place: str) -> Place | None:
    """The desk's row of a place; its spellings are `spellings`."""
    row = db.execute("SELECT id, name, kind, lat, lon, country, admin1, geonameid, precision FROM places WHERE id = ?", (place,)).fetchone()
    return Place(row[0], row[1], (), *row[2:]) if row else None


def held(f: Filter, s: Place) -> Filter:
    """The filter's events that happened in it: of a country or province all that lie within, however finely they are known."""
    if s.precision == "country" and s.country:
        return replace(f, country=(s.country,), place=None)
    if s.precision == "province" and s.country:
        return replace(f, country=(s.country,), place=s.name)
    return replace(f, place=s.id)


def spellings(db: sqlite3.Connection, place: str) -> tuple[list[Spelling], int]:
    """How reports write it, the most used first, and how many reports name it."""
    rows = db.execute(
        "SELECT name, count(DISTINCT article), max(confidence), because FROM article_places WHERE place = ? GROUP BY name ORDER BY 2 DESC, name LIMIT ?",
        (place, 4 * MOST),
    ).fetchall()
    (reports,) = db.execute("SELECT count(DISTINCT article) FROM article_places WHERE place = ?", (place,)).fetchone()
    return [Spelling(name, n, sure, _list(because)) for name, n, sure, because in rows], reports


def within(db: sqlite3.Connection, s: Place) -> list[Place]:
    """The province and the country that hold it, as far as the desk has them."""
    out = []
    for precision, name in (("province", s.admin1), ("country", None)):
        if (
            not s.country
            or s.precision == precision == "country"
            or (precision == "province" and (not name or s.precision in ("province", "country")))
        ):
            continue
        sql = (
            "SELECT p.id FROM places p WHERE p.precision = ? AND p.country = ? AND p.id <> ?" + (" AND p.name = ? COLLATE NOCASE" if name else "")
            + " ORDER BY p.geonameid IS NULL, (SELECT count(*) FROM article_places a WHERE a.place = p.id) DESC, p.id LIMIT 1"
        )  # fmt: skip
        row = db.execute(sql, (precision, s.country, s.id, *([name] if name else []))).fetchone()
        if row and (found := site(db, row[0])):
            out.append(found)
    return out


def holds(db: sqlite3.Connection, s: Place, f: Filter) -> list[tuple[str, str, str | None, int]]:
    """Places in it where the filter's events happened: id, name, precision, events."""
    if s.precision not in ("country", "province"):
        return []
    sql, values = where(db, held(f, s))
    return db.execute(
        f"SELECT e.place, min(e.place_name), min(e.place_precision), count(*) FROM events e WHERE e.place IS NOT NULL AND e.place <> ? AND {sql}"
        " GROUP BY e.place ORDER BY 4 DESC, 2, 1 LIMIT ?",
        (s.id, *values, MOST),
    ).fetchall()


def acting(db: sqlite3.Connection, s: Place, f: Filter) -> list[Acting]:
    """Who takes part in the filter's events there, those in most of them first."""
    sql, values = where(db, held(f, s))
    rows = db.execute(
        "SELECT x.actor, min(x.name), sum(x.role = 'actor'), sum(x.role = 'recipient')"  # somebody stands once in each role of an event
        f" FROM events e CROSS JOIN event_actors x ON x.event = e.id WHERE {sql} GROUP BY x.actor ORDER BY count(*) DESC, 2, 1 LIMIT ?",
        (*values, MOST),
    )
    return [Acting(*row) for row in rows]


def naming(db: sqlite3.Connection, place: str) -> list[ArticleRow]:
    """The latest reports that name it."""
    rows = db.execute(
        "SELECT a.id, a.headline, a.outlet, a.published, a.url, a.story, (SELECT count(DISTINCT t.event) FROM tellings t WHERE t.article = a.id), NULL"
        " FROM articles a WHERE a.id IN (SELECT article FROM article_places WHERE place = ?) ORDER BY a.published IS NULL, a.published DESC, a.id LIMIT ?",
        (place, MOST),
    )
    return [ArticleRow(*row) for row in rows]


def _list(because: str) -> tuple[str, ...]:
    read: Any = json.loads(because)
    return tuple(str(x) for x in read) if isinstance(read, Sequence) and not isinstance(read, str) else (str(read),)
