"""Tellings that only other reports bear out: words that an article's reading was not sure of, and dated sentences in which it saw no deed, written as
tellings while their event is told for sure elsewhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk.sentences import sentence_of
from dateline.desk.stages import made_by
from dateline.stories import Newsroom, Telling
from dateline.stories.telling import is_faint

WHY = "the word alone was too unsure; other reports tell the same event"
DATED = "no word of the sentence was taken for a deed; other reports tell of an event of its day and place, whose type it has"


@dataclass(frozen=True, slots=True)
class Echoed:
    """Tellings written anew (`came`) and the events that lost one (`left`)."""

    came: tuple[str, ...]
    left: frozenset[str]


def lay_echoes(db: sqlite3.Connection, room: Newsroom, moved: Sequence[str]) -> Echoed:
    """Brings the faint tellings of every row that changed up to date. `moved` are the tellings whose row is another now."""
    touched = dict.fromkeys(moved)
    for key in moved:
        sql = "SELECT id FROM tellings WHERE faint = 1 AND machine_event = (SELECT machine_event FROM tellings WHERE id = ?)"
        touched.update(dict.fromkeys(i for (i,) in db.execute(sql, (key,))))
    came: list[str] = []
    left: set[str] = set()
    seen: set[str] = set()
    for key in touched:
        if key in seen:
            continue
        members = room.members(key)
        seen.update(members)
        faint = [m for m in members if is_faint(m)]
        shown = room.shown(key) if faint else frozenset()
        for m in faint:
            held = db.execute("SELECT event, decided_by FROM tellings WHERE id = ?", (m,)).fetchone()
            if m in shown and held is None:
                _write(db, room.borne(m))
                came.append(m)
            elif m in shown and held is not None and held[1] == "machine":
                e = room.borne(m).event
                db.execute("UPDATE tellings SET type = ?, quad = ?, intensity = ? WHERE id = ?", (e.type, e.quad, e.intensity, m))
            elif m not in shown and held is not None and held[1] == "machine":
                db.execute("DELETE FROM tellings WHERE id = ?", (m,))
                left.add(held[0])
    return Echoed(tuple(came), frozenset(e for e in left if e))


def forget_echoes(db: sqlite3.Connection) -> None:
    """Removes them all, before the desk is folded anew."""
    db.execute("DELETE FROM tellings WHERE faint = 1 AND decided_by = 'machine'")


def _write(db: sqlite3.Connection, t: Telling) -> None:
    e = t.event
    (text,) = db.execute("SELECT text FROM articles WHERE id = ?", (t.around.article,)).fetchone()
    row: dict[str, Any] = {
        "id": t.key, "article": t.around.article, "type": e.type, "mode": e.mode, "quad": e.quad, "intensity": e.intensity, "modality": e.modality,
        "trigger": text[slice(*e.trigger)], "trigger_start": e.trigger[0], "trigger_end": e.trigger[1], "sentence": sentence_of(text, e.trigger),
        "confidence": e.confidence, "because": json.dumps([DATED if t.bare else WHY]), "faint": 1, "made_by": made_by("fold"),
    }  # fmt: skip
    db.execute(f"INSERT INTO tellings ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
