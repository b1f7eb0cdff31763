"""The rows of events, made from their tellings: what most tell, numbers as ranges, and which details are contested."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.desk.stages import made_by

NUMBERS = ("killed", "injured", "arrested")
FINE = {"site": 0, "city": 0, "district": 1, "province": 2, "country": 3, "region": 4}
NARROW = {"time": 0, "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5}
_TOLD = (
    "id", "article", "type", "mode", "contexts", "quad", "intensity", "modality", "first_day", "last_day", "date_precision", "place",
    "killed_low", "killed_high", "injured_low", "injured_high", "arrested_low", "arrested_high", "confidence", "sentence", "decided_by", "status", "faint",
)  # fmt: skip


def refresh_events(db: sqlite3.Connection, events: Iterable[str]) -> None:
    """Makes the rows of these events anew; one without a telling goes."""
    said = _decided(db)
    for event in sorted(events):
        _refresh_event(db, event, said.get(event, []))


def _refresh_event(db: sqlite3.Connection, event: str, said: list[tuple[str, str | None, Any]]) -> None:
    parties = "(SELECT count(*) FROM telling_actors x WHERE x.telling = t.id)"
    cursor = db.execute(f"SELECT {', '.join(f't.{c}' for c in _TOLD)}, {parties} FROM tellings t WHERE t.event = ? ORDER BY t.id", (event,))
    everything = [dict(zip((*_TOLD, "parties"), row, strict=True)) for row in cursor]
    held = db.execute("SELECT number FROM events WHERE id = ?", (event,)).fetchone()
    db.execute("DELETE FROM event_actors WHERE event = ?", (event,))
    if not everything:
        if held:
            db.execute("DELETE FROM spots WHERE number = ?", held)
            db.execute("DELETE FROM events WHERE id = ?", (event,))
        return
    standing = [t for t in everything if t["status"] != "rejected"]
    told = standing or everything
    articles = _articles(db, event)
    row = {"id": event, **_what(told), **_when(told), **_where(db, told), **_numbers(told), **_who_tells(told, articles)}
    row["decided_by"] = "person" if any(t["decided_by"] == "person" for t in everything) else "machine"
    row["status"] = "rejected" if not standing else "accepted" if any(t["status"] == "accepted" for t in standing) else None
    row["contested"] = json.dumps(contested(told))
    row["made_by"] = made_by("fold")
    named = _overrule(db, row, said)
    names = list(row)
    sets = ", ".join(f"{n} = excluded.{n}" for n in names if n != "id")
    db.execute(
        f"INSERT INTO events ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {sets}",
        tuple(row.values()),
    )
    (number,) = db.execute("SELECT number FROM events WHERE id = ?", (event,)).fetchone()
    db.execute("DELETE FROM spots WHERE number = ?", (number,))
    if row["lat"] is not None and row["lon"] is not None:
        db.execute("INSERT INTO spots VALUES (?, ?, ?, ?, ?)", (number, row["lat"], row["lat"], row["lon"], row["lon"]))
    for role, actor, name, n in _parties(db, event, told):
        db.execute("INSERT INTO event_actors VALUES (?, ?, ?, ?, ?)", (event, role, actor, name, n))
    for role, people in named.items():
        db.execute("DELETE FROM event_actors WHERE event = ? AND role = ?", (event, role))
        for name, key in people:
            found = db.execute("SELECT actor FROM names WHERE key = ?", (key,)).fetchone()
            db.execute(
                "INSERT OR REPLACE INTO event_actors VALUES (?, ?, ?, ?, ?)", (event, role, found[0] if found else key, name, len(told))
            )
    db.execute("UPDATE event_actors SET name = coalesce((SELECT name FROM actors WHERE id = actor), name) WHERE event = ?", (event,))


def _parties(db: sqlite3.Connection, event: str, told: Sequence[dict[str, Any]]) -> list[tuple[str, str, str, int]]:
    """Role, actor, name and number of tellings. Within one event the same description ("gunmen") is the same somebody in every report."""
    counted = {t["id"] for t in told}
    sql = (
        "SELECT a.telling, a.role, n.actor, n.name, n.key FROM tellings t JOIN telling_actors a ON a.telling = t.id JOIN names n ON n.key = a.key"
        " WHERE t.event = ? AND n.actor IS NOT NULL ORDER BY n.actor, n.name"
    )
    first: dict[tuple[str, str], tuple[str, str]] = {}
    tellings: dict[tuple[str, str], set[str]] = {}
    for telling, role, actor, name, key in db.execute(sql, (event,)):
        if telling in counted:
            one = key.split("|")[1] if key.startswith("described|") else actor
            first.setdefault((role, one), (actor, name))
            tellings.setdefault((role, one), set()).add(telling)
    rows: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for (role, one), (actor, name) in first.items():
        held = rows.setdefault((role, actor), (name, set()))
        held[1].update(tellings[role, one])
    return [(role, actor, name, len(ids)) for (role, actor), (name, ids) in sorted(rows.items())]


def contested(told: Sequence[dict[str, Any]]) -> list[str]:
    """The details in which the tellings differ: whole days, numbers that exclude each other, towns."""
    out = []
    if len({t["first_day"] for t in told if t["date_precision"] in ("day", "time")}) > 1:
        out.append("day")
    for n in NUMBERS:
        lows = [t[f"{n}_low"] or 0 for t in told if t[f"{n}_low"] is not None or t[f"{n}_high"] is not None]
        highs = [t[f"{n}_high"] for t in told if t[f"{n}_high"] is not None]
        if lows and highs and max(lows) > min(highs):
            out.append(n)
    if len({t["type"] for t in told}) > 1:
        out.append("type")
    return out


def _what(told: Sequence[dict[str, Any]]) -> dict[str, Any]:
    kind = most((t["type"], t["confidence"]) for t in told)
    same = [t for t in told if t["type"] == kind]
    return {
        "type": kind,
        "mode": most((t["mode"], t["confidence"]) for t in same if t["mode"]),
        "contexts": json.dumps(sorted({c for t in same for c in json.loads(t["contexts"])})),
        "quad": same[0]["quad"],
        "intensity": min((t["intensity"] for t in same if t["intensity"] is not None), default=None),
        "modality": "asserted" if any(t["modality"] == "asserted" for t in told) else most((t["modality"], t["confidence"]) for t in told),
        "confidence": max(t["confidence"] for t in told),
        "quote": max(same, key=_worth_quoting)["sentence"],
    }


def _worth_quoting(t: dict[str, Any]) -> tuple[Any, ...]:
    """Ranks a telling of the event's type: asserted and sure of its word, then how much of who, when and how many it tells, then how surely it was read.

    By sureness alone "Nobody has claimed the attack." stands for a killing.
    """
    details = (
        min(t["parties"], 2) + (t["first_day"] is not None) + any(t[f"{n}_{end}"] is not None for n in NUMBERS for end in ("low", "high"))
    )
    return t["modality"] == "asserted", not t["faint"], details, t["confidence"], t["id"]


def _when(told: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The days most tell, of the narrowest precision told."""
    days = [t for t in told if t["first_day"]]
    if not days:
        return {"first_day": None, "last_day": None, "date_precision": None}
    narrow = min(NARROW.get(t["date_precision"], 9) for t in days)
    first, last, precision = most(
        ((t["first_day"], t["last_day"], t["date_precision"]), t["confidence"])
        for t in days
        if NARROW.get(t["date_precision"], 9) == narrow
    )
    return {"first_day": first, "last_day": last, "date_precision": precision}


def _where(db: sqlite3.Connection, told: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The place most tell, of those told the finest."""
    names = ("place", "place_name", "place_precision", "country", "admin1", "lat", "lon", "geonameid")
    votes = Counter(t["place"] for t in told if t["place"])
    best: tuple[Any, ...] = (None,) * len(names)
    rank: tuple[int, int, str] | None = None
    for place in sorted(votes):
        sql = "SELECT id, name, precision, country, admin1, lat, lon, geonameid FROM places WHERE id = ?"
        found = db.execute(sql, (place,)).fetchone()
        if found is not None and (rank is None or (FINE.get(found[2], 5), -votes[place], place) < rank):
            best, rank = found, (FINE.get(found[2], 5), -votes[place], place)
    return dict(zip(names, best, strict=True))


def _numbers(told: Sequence[dict[str, Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for n in NUMBERS:
        lows = [t[f"{n}_low"] for t in told if t[f"{n}_low"] is not None]
        highs = [t[f"{n}_high"] if t[f"{n}_high"] is not None else t[f"{n}_low"] for t in told]
        out[f"{n}_low"] = min(lows, default=None)
        out[f"{n}_high"] = max((h for h in highs if h is not None), default=None)
    return out


def _articles(db: sqlite3.Connection, event: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    sql = "SELECT a.id, a.outlet, a.published, a.story FROM articles a WHERE a.id IN (SELECT article FROM tellings WHERE event = ?)"
    return {i: (outlet, day, story) for i, outlet, day, story in db.execute(sql, (event,))}


def _who_tells(told: Sequence[dict[str, Any]], articles: dict[str, tuple[str | None, str | None, str | None]]) -> dict[str, Any]:
    known = [articles[a] for a in dict.fromkeys(t["article"] for t in told) if a in articles]
    days = sorted(d for _, d, _ in known if d)
    return {
        "tellings": len(told),
        "articles": len(known),
        "outlets": len({o for o, _, _ in known if o}),
        "first_published": days[0] if days else None,
        "last_published": days[-1] if days else None,
        "story": most((s, 1.0) for _, _, s in known if s),
    }


def most(votes: Iterable[tuple[Any, float]]) -> Any:
    """What was told most often; of equals what was read more surely, then what comes first in the alphabet. None of nothing."""
    often: dict[Any, list[float]] = {}
    for value, sure in votes:
        often.setdefault(value, []).append(sure)
    return min(often, key=lambda v: (-len(often[v]), -round(sum(often[v]), 9), str(v)), default=None)


def _decided(db: sqlite3.Connection) -> dict[str, list[tuple[str, str | None, Any]]]:
    """A person's words on events as a whole, by the event that holds the first of the tellings they were said of."""
    out: dict[str, list[tuple[str, str | None, Any]]] = {}
    sql = (
        "SELECT d.number, d.act, d.field, d.value, t.event FROM standing_decisions d, json_each(d.anchors) a JOIN tellings t ON t.id = a.value"
        " WHERE d.kind = 'event' AND d.act IN ('accept', 'reject', 'correct') AND t.event IS NOT NULL ORDER BY d.number, a.key"
    )
    last = None
    for number, act, field, value, event in db.execute(sql):
        if number != last:
            out.setdefault(event, []).append((act, field, json.loads(value) if value is not None else None))
        last = number
    return out


def _overrule(db: sqlite3.Connection, row: dict[str, Any], said: list[tuple[str, str | None, Any]]) -> dict[str, list[tuple[str, str]]]:
    """Lays a person's words over the row; the parties they name, by role."""
    parties: dict[str, list[tuple[str, str]]] = {}
    for act, field, value in said:
        row["decided_by"] = "person"
        if act != "correct":
            row["status"] = {"accept": "accepted", "reject": "rejected"}[act]
        elif field in ("actor", "recipient"):
            parties[field] = [(name, key) for name, key in value]
        elif field is not None:
            row.update(correction(db, field, value))
    return parties


def correction(db: sqlite3.Connection, field: str, value: Any) -> dict[str, Any]:
    """The columns of an event that a corrected field sets."""
    if field == "day":
        return {"first_day": value[0], "last_day": value[1], "date_precision": value[2]}
    if field == "place":
        row = db.execute("SELECT id, name, precision, country, admin1, lat, lon, geonameid FROM places WHERE id = ?", (value,)).fetchone()
        names = ("place", "place_name", "place_precision", "country", "admin1", "lat", "lon", "geonameid")
        return dict(zip(names, row or (None,) * len(names), strict=True))
    if field in NUMBERS:
        return {f"{field}_low": value[0], f"{field}_high": value[1]}
    if field == "type":
        return {"type": value[0], "quad": value[1]}
    return {field: value}
