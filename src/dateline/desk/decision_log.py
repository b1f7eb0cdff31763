"""The log of decisions: who, when, why and what; only ever added to (the database itself refuses anything else)."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from dateline.desk.store import now


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log. `target` is the id as it was; `value` and `held` (what the desk said before) are as JSON holds them."""

    number: int
    at: str
    who: str
    why: str
    act: str
    kind: str
    target: str
    field: str | None
    value: Any
    held: Any
    undone: bool
    unattached: str | None


def log(db: sqlite3.Connection) -> list[Decision]:
    """Every decision, oldest first."""
    sql = (
        "SELECT d.number, d.at, d.who, d.why, d.act, d.kind, d.target, d.field, d.value, d.held,"
        " d.act <> 'undo' AND d.number NOT IN (SELECT number FROM standing_decisions), u.because"
        " FROM decisions d LEFT JOIN unattached u ON u.decision = d.number ORDER BY d.number"
    )
    return [Decision(*(*r[:8], _loaded(r[8]), _loaded(r[9]), bool(r[10]), r[11])) for r in db.execute(sql)]


def _loaded(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def write(
    db: sqlite3.Connection,
    who: str,
    why: str,
    act: str,
    kind: str,
    target: str,
    anchors: Any,
    *,
    field: str | None = None,
    value: Any = None,
    held: Any = None,
) -> int:
    row = (
        now(), who.strip(), why.strip(), act, kind, target, json.dumps(anchors, ensure_ascii=False), field,
        None if field is None and value is None else json.dumps(value, ensure_ascii=False), None if held is None else json.dumps(held, ensure_ascii=False),
    )  # fmt: skip
    sql = "INSERT INTO decisions (at, who, why, act, kind, target, anchors, field, value, held) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    return int(db.execute(sql, row).lastrowid or 0)
