"""Everybody on the desk: the actors of a search, of a kind, sector and country, and of the filter's events."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from dateline.actors.folding import fold
from dateline.desk.filter import Filter
from dateline.desk.query import actors_named, where
from dateline.web.address import USUAL, Address
from dateline.web.callings import country, kind, sector
from dateline.web.facets import Facet, Value

OWN = ("kind", "sector", "of", "order")
"""Parameters of the list beside the filter's; `of` is the actor's own country, the filter's `country` that of its events. Several with commas."""
ORDERS = {
    "reports": "p.articles DESC, p.name, p.id",
    "name": "p.name COLLATE NOCASE, p.id",
    "spellings": "p.spellings DESC, p.articles DESC, p.id",
}
COLUMNS = {"kind": "kind", "sector": "sector", "of": "country"}
TITLES = {"kind": "Kind", "sector": "Sector", "of": "Country of the actor"}
WORDS = {"kind": kind, "sector": sector, "of": country}
LISTED, BEGUN, SPELLED = 60, 500, 4


@dataclass(frozen=True, slots=True)
class Person:
    """One actor of the list. `also` are other spellings, `more` how many are not among them; `acts` and `acted` count events."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    articles: int
    decided_by: str
    also: tuple[str, ...]
    more: int
    acts: int
    acted: int


def chosen(at: Address, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x for x in at.own.get(name, "").split(",") if x))


def named(db: sqlite3.Connection, name: str) -> list[str]:
    """The actors who go by a name in any spelling, or by one that begins so."""
    found = dict.fromkeys(actors_named(db, name))
    if (begun := fold(name)) and not name.startswith("actor-"):
        sql = (
            "SELECT DISTINCT n.actor FROM (SELECT key FROM spellings WHERE folded >= ?1 AND folded < ?1 || char(65535) LIMIT ?2) s"
            " JOIN names n ON n.key = s.key WHERE n.actor IS NOT NULL"
        )
        found |= dict.fromkeys(a for (a,) in db.execute(sql, (begun, BEGUN)))
    return sorted(found)


def cast_where(db: sqlite3.Connection, at: Address, without: str = "") -> tuple[str, list[Any]]:
    """The condition on `actors p`; `without` leaves one facet's own choice out."""
    parts, values = ["1"], list[Any]()
    if at.filter.actor:
        parts.append("p.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(named(db, at.filter.actor)))
    events = replace(at.filter, actor=None, role="any", page=1, size=USUAL.size, sort=USUAL.sort)
    if events != Filter():
        sql, given = where(db, events)
        parts.append(f"p.id IN (SELECT x.actor FROM events e JOIN event_actors x ON x.event = e.id WHERE {sql})")
        values += given
    for name, column in COLUMNS.items():
        wanted = chosen(at, name)
        if wanted and name != without:
            known = [w for w in wanted if w != "unknown"]
            either = [f"p.{column} IN ({', '.join('?' * len(known))})"] * bool(known) + [f"p.{column} IS NULL"] * ("unknown" in wanted)
            parts.append(f"({' OR '.join(either)})")
            values += known
    return " AND ".join(parts), values


def people(db: sqlite3.Connection, at: Address) -> tuple[list[Person], bool]:
    """One page of the list, and whether another follows."""
    sql, values = cast_where(db, at)
    order = ORDERS.get(at.own.get("order", ""), ORDERS["reports"])
    asked = f"SELECT p.id, p.name, p.kind, p.country, p.sector, p.articles, p.decided_by FROM actors p WHERE {sql} ORDER BY {order} LIMIT ? OFFSET ?"
    rows = db.execute(asked, (*values, at.filter.size + 1, (at.filter.page - 1) * at.filter.size)).fetchall()
    more, rows = len(rows) > at.filter.size, rows[: at.filter.size]
    ids = json.dumps([r[0] for r in rows])
    spelled: dict[str, list[str]] = {}
    known = "SELECT DISTINCT n.actor, s.name FROM json_each(?) i JOIN names n ON n.actor = i.value JOIN spellings s ON s.key = n.key ORDER BY length(s.name), s.name"
    for actor, name in db.execute(known, (ids,)):
        spelled.setdefault(actor, []).append(name)
    events: Counter[tuple[str, str]] = Counter()
    told = "SELECT x.actor, x.role, count(*) FROM json_each(?) i JOIN event_actors x ON x.actor = i.value GROUP BY x.actor, x.role"
    for actor, role, n in db.execute(told, (ids,)):
        events[actor, role] = n
    out = []
    for i, name, what, nation, field, articles, by in rows:
        also = [s for s in spelled.get(i, []) if fold(s) != fold(name)]
        out.append(
            Person(
                i,
                name,
                what,
                nation,
                field,
                articles,
                by,
                tuple(also[:SPELLED]),
                max(0, len(also) - SPELLED),
                events[i, "actor"],
                events[i, "recipient"],
            )
        )
    return out, more


def counts(db: sqlite3.Connection, at: Address) -> tuple[int, dict[str, Counter[str]]]:
    """How many actors there are, and of each value of each facet; a facet's own choice does not narrow it."""
    total, found = _scan(db, at)
    for name in COLUMNS:
        if chosen(at, name):
            found[name] = _scan(db, at, name)[1][name]
    return total, found


def _scan(db: sqlite3.Connection, at: Address, without: str = "") -> tuple[int, dict[str, Counter[str]]]:
    sql, values = cast_where(db, at, without)
    total, out = 0, {name: Counter[str]() for name in COLUMNS}
    for *row, n in db.execute(f"SELECT p.kind, p.sector, p.country, count(*) FROM actors p WHERE {sql} GROUP BY 1, 2, 3", values):
        total += n
        for name, value in zip(COLUMNS, row, strict=True):
            out[name][value or "unknown"] += n
    return total, out


def facets(at: Address, found: dict[str, Counter[str]]) -> list[Facet]:
    """The facets, the most frequent values first and what is unknown last; what is chosen is always listed."""
    out = []
    for name, counted in found.items():
        wanted = chosen(at, name)
        ranked = sorted(counted.items(), key=lambda x: (x[0] == "unknown", -x[1], x[0]))
        shown = (
            ranked[:LISTED]
            + [x for x in ranked[LISTED:] if x[0] in wanted or x[0] == "unknown"]
            + [(w, 0) for w in wanted if w not in counted]
        )
        values = tuple(Value(v, v if v == "unknown" else WORDS[name](v), n, v in wanted, toggled(at, name, v)) for v, n in shown)
        if len(values) > 1 or wanted:
            out.append(Facet(name, TITLES[name], values, max(0, len(ranked) - len(shown))))
    return out


def toggled(at: Address, name: str, value: str) -> str:
    """The address with a value of one of the list's own parameters put in, or taken out."""
    held = chosen(at, name)
    new = tuple(v for v in held if v != value) if value in held else (*held, value)
    return at.with_(page=1, **{name: ",".join(new) or None})
