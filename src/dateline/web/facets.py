"""How the filter's events fall into types, countries, outlets …: what a click more would leave."""

from __future__ import annotations

import sqlite3
from collections import Counter, OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from dateline.desk.filter import Filter
from dateline.desk.query import where
from dateline.web.address import USUAL, Address
from dateline.web.callings import country

MOST, ALL = 10, 300
LARGE = 50_000
"""Events of which outlets are counted only when they are asked for: over 263,000 of them it took 2.3 s of one core, all other facets together 0.5."""
COLUMNS = ("quad", "type", "country", "modality", "status", "decided_by")
TITLES = {
    "quad": "Kind", "type": "Type", "country": "Country", "place": "Place", "source": "Outlet", "modality": "Told as", "status": "Status",
    "decided_by": "Word of", "contested": "Reports differ",
}  # fmt: skip
ORDER = ("quad", "type", "country", "place", "source", "contested", "modality", "status", "decided_by")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, how many events have it, and the address that puts it in or takes it out."""

    value: str
    label: str
    count: int
    chosen: bool
    to: str


@dataclass(frozen=True, slots=True)
class Facet:
    """`more` values are not listed; `whole` is the address where they are."""

    field: str
    title: str
    values: tuple[Value, ...]
    more: int
    whole: str = ""


Counts = dict[str, Counter[str]]


class Kept:
    """Counts already made, as long as the desk's file is as it was: paging through a list asks for the same again and again."""

    def __init__(self, most: int = 200) -> None:
        self._most, self._held, self._lock = most, OrderedDict[tuple[Any, ...], Any](), Lock()

    def get(self, key: tuple[Any, ...], make: Any) -> Any:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made


def stamp(path: Path) -> tuple[int, ...]:
    """Changes with every write to the desk."""
    out: list[int] = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            found = file.stat()
        except FileNotFoundError:
            out += [0, 0]
            continue
        out += [found.st_mtime_ns, found.st_size]
    return tuple(out)


def counts(db: sqlite3.Connection, f: Filter, *, outlets: bool = False) -> tuple[int, Counts]:
    """How many events there are, and of each value of each facet. A list's own choice does not narrow its own facet: more can be chosen beside it.

    Outlets are counted where there are few events, or when they are asked for.
    """
    f = replace(f, page=1, size=USUAL.size, sort=USUAL.sort)
    total, out = _scan(db, f)
    for field in ("quad", "type", "country", "modality"):
        if getattr(f, field):
            out[field] = _scan(db, _without(f, field), (field,))[1][field]
    if f.status != USUAL.status:
        out["status"] = _scan(db, replace(f, status=USUAL.status), ("status",))[1]["status"]
    if outlets or f.source or total <= LARGE:
        out["source"] = _sources(db, replace(f, source=()))
    out["place"] = _places(db, replace(f, place=None))
    return total, out


def _without(f: Filter, field: str) -> Filter:
    nothing: dict[str, Any] = {field: getattr(USUAL, field)}
    return replace(f, **nothing)


def facets(at: Address, found: Counts) -> list[Facet]:
    """The facets in their order, the most told values first; what is chosen is always listed."""
    out = []
    for field in ORDER:
        counted = found.get(field, Counter())
        if field == "status":
            counted = Counter({k: n for k, n in counted.items() if k != "undecided" or n < sum(counted.values())})
        chosen = _chosen(at.filter, field)
        ranked = sorted(counted.items(), key=lambda x: (-x[1], x[0]))
        if len(ranked) < 2 and not chosen:
            continue
        most = ALL if at.own.get("all") == field else MOST
        listed = ranked[:most] + [(v, n) for v, n in ranked[most:] if v in chosen] + [(v, 0) for v in chosen if v not in counted]
        values = tuple(Value(v, _label(field, v), n, v in chosen, _to(at, field, v, v in chosen)) for v, n in listed)
        if values:
            out.append(Facet(field, TITLES[field], values, max(0, len(ranked) - len(listed)), at.with_(all=field, page=at.filter.page)))
    return out


def _chosen(f: Filter, field: str) -> tuple[str, ...]:
    value = getattr(f, field)
    if isinstance(value, tuple):
        return value
    if isinstance(value, bool):
        return ("yes",) if value else ()
    return (value,) if value not in (None, getattr(USUAL, field)) else ()


def _to(at: Address, field: str, value: str, chosen: bool) -> str:
    if field == "contested":
        return at.with_(contested=None if chosen else True)
    if field in ("status", "decided_by", "place"):
        return at.with_(**{field: None if chosen else value})
    return at.toggled(field, value)


def _label(field: str, value: str) -> str:
    if field == "country":
        return country(value)
    return "where reports differ" if field == "contested" else value


def _scan(db: sqlite3.Connection, f: Filter, columns: tuple[str, ...] = COLUMNS) -> tuple[int, Counts]:
    """One walk over the events for all columns at once: they are grouped in the order of an index (events_facets), whichever of them are asked for."""
    sql, values = where(db, f)
    named = ", ".join(f"e.{c}" for c in COLUMNS)
    out: Counts = {c: Counter() for c in (*columns, "contested")}
    total = 0
    for *row, contested, n in db.execute(
        f"SELECT {named}, e.contested, count(*) FROM events e WHERE {sql} GROUP BY {named}, e.contested", values
    ):
        total += n
        for column, value in zip(COLUMNS, row, strict=True):
            value = value or ("undecided" if column == "status" else None)
            if value is not None and column in out:
                out[column][value] += n
        if contested != "[]":
            out["contested"]["yes"] += n
    return total, out


def _sources(db: sqlite3.Connection, f: Filter) -> Counter[str]:
    sql, values = where(db, f)
    rows = db.execute(
        "SELECT a.outlet, count(DISTINCT e.id) FROM events e JOIN tellings t ON t.event = e.id JOIN articles a ON a.id = t.article"
        f" WHERE a.outlet IS NOT NULL AND {sql} GROUP BY a.outlet ORDER BY 2 DESC, 1 LIMIT 200",
        values,
    )
    return Counter(dict(rows.fetchall()))


def _places(db: sqlite3.Connection, f: Filter) -> Counter[str]:
    sql, values = where(db, f)
    rows = db.execute(
        "SELECT e.place_name, count(*) FROM events e WHERE e.place_name IS NOT NULL AND e.place_precision IS NOT 'country'"
        f" AND {sql} GROUP BY e.place_name ORDER BY 2 DESC, 1 LIMIT 200",
        values,
    )
    return Counter(dict(rows.fetchall()))
