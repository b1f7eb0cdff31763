"""A person's word on single facts, laid over what the machine wrote: after every reading, in the order in which it was given."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from dateline.desk.events import NUMBERS
from dateline.desk.stages import made_by

SNAPSHOT = (
    "id", "article", "type", "mode", "contexts", "quad", "intensity", "modality", "trigger", "trigger_start", "trigger_end", "sentence",
    "first_day", "last_day", "date_precision", "place", "speaker", "killed_low", "killed_high", "injured_low", "injured_high",
    "arrested_low", "arrested_high", "confidence",
)  # fmt: skip
FACTS = {"telling": "tellings", "statement": "statements", "claim": "claims"}


def lay_over_tellings(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Applies the standing decisions on facts of these articles, whose rows were just written."""
    mine = set(articles)
    sql = (
        "SELECT number, act, kind, anchors, field, value, held FROM standing_decisions"
        " WHERE kind IN ('telling', 'statement', 'claim') ORDER BY number"
    )
    for number, act, kind, anchors, field, value, held in db.execute(sql).fetchall():
        anchor = json.loads(anchors)[0]
        if anchor.partition("#")[0] in mine:
            apply(
                db, number, act, kind, anchor, field, json.loads(value) if value is not None else None, json.loads(held) if held else None
            )


def apply(db: sqlite3.Connection, number: int, act: str, kind: str, anchor: str, field: str | None, value: Any, held: Any) -> None:
    """One decision on one fact. Where the fact is gone, an accepted or corrected telling comes back as a person's; the rest is noted as unattached."""
    db.execute("DELETE FROM unattached WHERE decision = ?", (number,))
    table = FACTS[kind]
    if act == "add":
        restore(db, held)
        return
    here = anchor if db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (anchor,)).fetchone() else _same_words(db, table, anchor)
    if here is None:
        if kind == "telling" and act in ("accept", "correct") and held:
            restore(db, held)
            here = anchor
        why = "the machine no longer finds it; kept as a person's" if here else "it is no longer there"
        db.execute("INSERT INTO unattached VALUES (?, ?)", (number, why))
        if here is None:
            return
    if act in ("accept", "reject"):
        status = "accepted" if act == "accept" else "rejected"
        db.execute(f"UPDATE {table} SET status = ?, decided_by = 'person' WHERE id = ?", (status, here))
    elif act == "correct" and field is not None:
        correct(db, here, field, value)


def correct(db: sqlite3.Connection, telling: str, field: str, value: Any) -> None:
    """Sets a field of a telling; `value` is as `decisions.normal` makes it."""
    if field in ("actor", "recipient"):
        db.execute("DELETE FROM telling_actors WHERE telling = ? AND role = ?", (telling, field))
        for n, (name, key) in enumerate(value):
            db.execute("INSERT INTO telling_actors VALUES (?, ?, ?, ?, ?)", (telling, field, n, name, key))
        columns: dict[str, Any] = {}
    elif field == "day":
        columns = dict(zip(("first_day", "last_day", "date_precision"), value, strict=True))
    elif field in NUMBERS:
        columns = {f"{field}_low": value[0], f"{field}_high": value[1]}
    elif field == "type":
        columns = {"type": value[0], "quad": value[1]}
    else:
        columns = {field: value}
    columns["decided_by"] = "person"
    sets = ", ".join(f"{c} = ?" for c in columns)
    db.execute(f"UPDATE tellings SET {sets} WHERE id = ?", (*columns.values(), telling))


def snapshot(db: sqlite3.Connection, telling: str) -> dict[str, Any] | None:
    """A telling as it stands, to be brought back from when the machine forgets it."""
    row = db.execute(f"SELECT {', '.join(SNAPSHOT)} FROM tellings WHERE id = ?", (telling,)).fetchone()
    if row is None:
        return None
    out = dict(zip(SNAPSHOT, row, strict=True))
    parties = db.execute("SELECT role, name, key FROM telling_actors WHERE telling = ? ORDER BY role, place_in_list", (telling,))
    out["parties"] = [list(p) for p in parties]
    return out


def restore(db: sqlite3.Connection, held: dict[str, Any]) -> None:
    """Writes a telling from its snapshot, as a person's."""
    row = {k: held.get(k) for k in SNAPSHOT if held.get(k) is not None} | {"decided_by": "person", "made_by": made_by("rows")}
    db.execute(f"INSERT OR REPLACE INTO tellings ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    db.execute("DELETE FROM telling_actors WHERE telling = ?", (held["id"],))
    counts: dict[str, int] = {}
    for role, name, key in held.get("parties", ()):
        counts[role] = n = counts.get(role, -1) + 1
        db.execute("INSERT INTO telling_actors VALUES (?, ?, ?, ?, ?)", (held["id"], role, n, name, key))


def _same_words(db: sqlite3.Connection, table: str, anchor: str) -> str | None:
    """The fact of the same article whose words overlap with the anchor's most: a new reading may cut the telling word otherwise."""
    article, _, span = anchor.partition("#")
    first, _, last = span.lstrip("s").partition("-")
    if not first.isdigit() or not last.partition(".")[0].isdigit():
        return None
    start, end = int(first), int(last.partition(".")[0])
    a, b = {"tellings": ("trigger_start", "trigger_end"), "statements": ("start", '"end"')}.get(table, ("", ""))
    if not a:
        return None
    row = db.execute(
        f"SELECT id FROM {table} WHERE article = ? AND {a} < ? AND {b} > ? ORDER BY min({b}, ?) - max({a}, ?) DESC, id LIMIT 1",
        (article, end, start, end, start),
    ).fetchone()
    return row[0] if row else None
