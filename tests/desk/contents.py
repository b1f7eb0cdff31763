"""What a desk holds, without the moments at which it was written and the numbers of rows: two desks that agree in this are the same."""

from __future__ import annotations

import sqlite3
from typing import Any

LEFT_OUT = {
    "documents": ("added", "origin", "line"),
    "articles": ("number",),
    "events": ("number",),
    "quarantine": ("since", "tries"),
    "decisions": ("at",),
}
TABLES = (
    "documents", "quarantine", "articles", "records", "tellings", "telling_actors", "names", "article_actors", "spellings", "spelling_words", "actors",
    "places", "article_places", "statements", "claims", "events", "event_actors", "stories", "copies", "decisions",
)  # fmt: skip


def contents(db: sqlite3.Connection) -> dict[str, list[Any]]:
    """Every table, sorted; the search index and the spots by what they point at."""
    out: dict[str, list[Any]] = {}
    for table in TABLES:
        columns = [c for _, c, *_ in db.execute(f"PRAGMA table_info({table})") if c not in LEFT_OUT.get(table, ())]
        quoted = ", ".join(f'"{c}"' for c in columns)
        out[table] = sorted(db.execute(f"SELECT {quoted} FROM {table}"), key=repr)
    out["search"] = sorted(db.execute("SELECT a.id FROM search s JOIN articles a ON a.number = s.rowid WHERE search MATCH 'witnesses'"))
    out["spots"] = sorted(db.execute("SELECT e.id, s.min_lat, s.max_lon FROM spots s JOIN events e ON e.number = s.number"))
    db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return out
