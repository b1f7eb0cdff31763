"""What people decided on something, in the order in which they did."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.desk.events import NUMBERS
from dateline.web.words import number


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was taken on something; `shown` is its value in words."""

    number: int
    at: str
    who: str
    why: str
    act: str
    target: str
    field: str | None
    shown: str
    undone: bool


def history(db: sqlite3.Connection, targets: Iterable[str]) -> list[Decided]:
    """The decisions on any of these ids, and those that hold on to one of them as an anchor (a merge that moved a telling); the latest first."""
    wanted = json.dumps(sorted(set(targets)))
    sql = (
        "SELECT d.number, d.at, d.who, d.why, d.act, d.target, d.field, d.value,"
        " (SELECT count(*) % 2 FROM decisions u WHERE u.act = 'undo' AND u.target = CAST(d.number AS TEXT))"
        " FROM decisions d WHERE d.act <> 'undo' AND (d.target IN (SELECT value FROM json_each(?1))"
        " OR EXISTS (SELECT 1 FROM json_tree(d.anchors) x WHERE x.atom IN (SELECT value FROM json_each(?1)))) ORDER BY d.number DESC"
    )
    return [
        Decided(number, at, who, why, act, target, field, _shown(field, value), bool(undone))
        for number, at, who, why, act, target, field, value, undone in db.execute(sql, (wanted,))
    ]


def _shown(field: str | None, value: str | None) -> str:
    if value is None:
        return ""
    told = json.loads(value)
    return number(*told) or "unknown" if field in NUMBERS else _words(told)


def _words(value: Any) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, list):
        if value and all(isinstance(x, list) for x in value):
            return "; ".join(str(x[0]) for x in value)
        known = list(dict.fromkeys(str(x) for x in value if x is not None))
        return ", ".join(known) if known else "unknown"
    return str(value)
