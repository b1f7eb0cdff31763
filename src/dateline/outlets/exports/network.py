"""Who to whom, added up: actors and directed pairs, in a temporary file, so that an archive of any size takes the same memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from types import TracebackType

from dateline.outlets.exports.cells import sound
from dateline.outlets.exports.codes import QUADS
from dateline.outlets.exports.rows import EventRow, Party

_QUAD = {quad: f"q{n}" for quad, n in QUADS.items()}


@dataclass(frozen=True, slots=True)
class Node:
    """An actor and the events it takes part in. `number` is its id in the file, `id` its id in the rows."""

    number: int
    id: str
    name: str
    kind: str
    country: str
    sector: str
    events: int


@dataclass(frozen=True, slots=True)
class Edge:
    """All events from one actor to another: how many, of which quad class, mean intensity, first and last known day (empty: none)."""

    source: int
    target: int
    events: int
    mutual: int
    quads: tuple[int, int, int, int]
    intensity: float
    first: str
    last: str


class Network:
    """Use it with `with`: the file goes when it ends."""

    def __init__(self, rows: Iterable[EventRow]) -> None:
        self._db = sqlite3.connect("")  # an empty name: SQLite's own temporary file
        self._db.execute("PRAGMA cache_size=-4000")
        self._db.execute(
            "CREATE TABLE node (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name, kind, country, sector, events INTEGER DEFAULT 0)"
        )
        self._db.execute(
            "CREATE TABLE edge (source INTEGER, target INTEGER, events INTEGER, mutual INTEGER, q1 INTEGER, q2 INTEGER, q3 INTEGER, q4 INTEGER,"
            " intensity REAL, first TEXT, last TEXT, PRIMARY KEY (source, target)) WITHOUT ROWID"
        )
        for row in rows:
            self._add(row)

    def __enter__(self) -> Network:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def nodes(self) -> Iterator[Node]:
        """In the order in which they were first met."""
        for row in self._db.execute("SELECT * FROM node ORDER BY number"):
            yield Node(*row)

    def edges(self) -> Iterator[Edge]:
        for source, target, events, mutual, *quads, intensity, first, last in self._db.execute(
            "SELECT * FROM edge ORDER BY source, target"
        ):
            yield Edge(
                source, target, events, mutual, (quads[0], quads[1], quads[2], quads[3]), intensity / events, first or "", last or ""
            )

    def _add(self, row: EventRow) -> None:
        """Recipients take what actors do; where nobody is the recipient and several do it together, each meets each, both ways."""
        for p in {p.id: p for p in (*row.actors, *row.recipients)}.values():
            self._node(p)
        mutual = not row.recipients and len(row.actors) > 1
        pairs = permutations(row.actors, 2) if mutual else ((a, b) for a in row.actors for b in row.recipients)
        for a, b in dict.fromkeys((a.id, b.id) for a, b in pairs if a.id != b.id):
            self._edge(row, a, b, mutual)

    def _node(self, p: Party) -> None:
        """What one row leaves unknown another may know."""
        self._db.execute(
            "INSERT INTO node (id, name, kind, country, sector, events) VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO UPDATE SET"
            " events = events + 1, country = coalesce(nullif(country, ''), excluded.country), sector = coalesce(nullif(sector, ''), excluded.sector)",
            (sound(p.id), sound(p.name), p.kind, p.country or "", p.sector or ""),
        )

    def _edge(self, row: EventRow, a: str, b: str, mutual: bool) -> None:
        column = _QUAD.get(row.quad)
        quads = [int(column == q) for q in _QUAD.values()]
        first, last = (row.days.first, row.days.last) if row.days else (None, None)
        self._db.execute(
            "INSERT INTO edge VALUES ((SELECT number FROM node WHERE id = ?), (SELECT number FROM node WHERE id = ?), 1, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET events = events + 1, mutual = mutual + excluded.mutual, q1 = q1 + excluded.q1, q2 = q2 + excluded.q2,"
            " q3 = q3 + excluded.q3, q4 = q4 + excluded.q4, intensity = intensity + excluded.intensity,"
            " first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)), last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))",
            (sound(a), sound(b), int(mutual), *quads, row.intensity, first, last),
        )
