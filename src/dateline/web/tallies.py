"""How many of the filter's events have each combination of some columns, without sorting them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.desk.filter import Filter
from dateline.desk.query import where
from dateline.web.address import USUAL

ANSWERED = {
    "events_facets": {"quad", "type", "country", "modality", "status", "decided_by", "contested"},
    "events_place": {"quad", "status"},
    "events_when": {"quad", "status", "until"},
}
"""Indexes that hold every column of a filter which says nothing but these."""
SHOWN = {"page", "size", "sort"}


def tally(db: sqlite3.Connection, f: Filter, columns: Sequence[str], index: str) -> Iterator[tuple[Any, ...]]:
    """Each combination of `columns` (expressions over `events e`) with its number of events.

    `index` begins with the columns: where it also holds all that the filter asks for, the events are grouped in its order. Else they are counted here. Left
    alone, SQLite would go through the index all the same and look up every event in it (0.42 to 0.72 s of 260,000 events, for 0.06 to 0.14 counted here).
    """
    sql, values = where(db, f)
    named = ", ".join(columns)
    if answered(f, index):
        yield from db.execute(f"SELECT {named}, count(*) FROM events e INDEXED BY {index} WHERE {sql} GROUP BY {named}", values)
        return
    for row, n in Counter(db.execute(f"SELECT {named} FROM events e WHERE {sql}", values)).items():
        yield (*row, n)


def answered(f: Filter, index: str) -> bool:
    """Whether the index holds all that the filter asks for."""
    return said(f) <= ANSWERED[index]


def said(f: Filter) -> set[str]:
    """The fields that a filter says something of."""
    return {name for name in Filter.__slots__ if name not in SHOWN and getattr(f, name) != getattr(USUAL, name)}
