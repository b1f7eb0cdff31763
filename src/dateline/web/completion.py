"""What a person may mean while typing: actors and places of the desk, first those of the reports at hand. Bounded: a prefix of an index, never a scan."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dateline.actors.folding import fold
from dateline.desk.query import actors_named

MOST = 12
LOOKED_AT = 300
"""Spellings with a common beginning that are weighed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what is put into the field (an id where the name alone would mean several), `label` what tells it from others."""

    value: str
    label: str


def at_hand(db: sqlite3.Connection, event: str, field: str) -> list[Choice]:
    """The actors or places of the event's own reports, the most told of first."""
    if field == "place":
        rows = db.execute(
            "SELECT p.id, p.name, p.admin1, p.country, p.precision FROM places p JOIN article_places a ON a.place = p.id"
            " WHERE a.article IN (SELECT article FROM tellings WHERE event = ?) GROUP BY p.id ORDER BY count(*) DESC, p.name, p.id LIMIT ?",
            (event, MOST * 2),
        ).fetchall()
        return _places(rows)
    rows = db.execute(
        "SELECT x.id, x.name, x.kind, x.sector, x.country FROM article_actors a JOIN names n ON n.key = a.key JOIN actors x ON x.id = n.actor"
        " WHERE a.article IN (SELECT article FROM tellings WHERE event = ?) GROUP BY x.id ORDER BY count(*) DESC, x.name, x.id LIMIT ?",
        (event, MOST * 2),
    ).fetchall()
    return _actors(rows)


def places(db: sqlite3.Connection, typed: str) -> list[Choice]:
    """Places whose name begins so, in any case; those with coordinates first."""
    if not typed:
        return []
    rows = db.execute(
        "SELECT p.id, p.name, p.admin1, p.country, p.precision FROM places p WHERE p.name >= ?1 COLLATE NOCASE AND p.name < ?1 || char(65535) COLLATE NOCASE"
        " ORDER BY p.lat IS NULL, p.name COLLATE NOCASE, p.id LIMIT ?2",
        (typed, MOST),
    ).fetchall()
    return _places(rows)


def actors(db: sqlite3.Connection, typed: str) -> list[Choice]:
    """Actors with a spelling that begins so, then those who go by the name in another spelling; the most told of first."""
    begun = fold(typed)
    if not begun:
        return []
    columns = "x.id, x.name, x.kind, x.sector, x.country"
    found = db.execute(
        f"SELECT {columns} FROM (SELECT DISTINCT key FROM spellings WHERE folded >= ?1 AND folded < ?1 || char(65535) LIMIT ?2) s"
        " JOIN names n ON n.key = s.key JOIN actors x ON x.id = n.actor GROUP BY x.id ORDER BY x.articles DESC, x.name, x.id LIMIT ?3",
        (begun, LOOKED_AT, MOST),
    ).fetchall()
    if len(found) < MOST and len(begun) > 2:
        known = {row[0] for row in found}
        more = [a for a in actors_named(db, typed) if a not in known][:LOOKED_AT]
        marks = ", ".join("?" * len(more)) or "NULL"
        sql = f"SELECT {columns} FROM actors x WHERE x.id IN ({marks}) ORDER BY x.articles DESC, x.name, x.id LIMIT ?"
        found += db.execute(sql, (*more, MOST - len(found))).fetchall()
    return _actors(found)


def _actors(rows: list[tuple[str, str, str | None, str | None, str | None]]) -> list[Choice]:
    names = [name for _, name, *_ in rows]
    return [
        Choice(
            name if names.count(name) == 1 else i,
            " · ".join(x for x in (name if names.count(name) > 1 else "", kind, sector, country) if x),
        )
        for i, name, kind, sector, country in rows
    ]


def _places(rows: list[tuple[str, str, str | None, str | None, str | None]]) -> list[Choice]:
    names = [name for _, name, *_ in rows]
    return [
        Choice(
            name if names.count(name) == 1 else i,
            " · ".join(x for x in (name if names.count(name) > 1 else "", admin1, country, precision) if x),
        )
        for i, name, admin1, country, precision in rows
    ]
