"""The rows of stories, made from their articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.desk.stages import made_by


def refresh_stories(db: sqlite3.Connection, stories: Iterable[str]) -> None:
    """Makes the rows of these stories anew; one without an article goes."""
    for story in sorted(stories):
        sql = "SELECT headline, outlet, published FROM articles WHERE story = ? ORDER BY published IS NULL, published, id"
        rows = db.execute(sql, (story,)).fetchall()
        db.execute("DELETE FROM stories WHERE id = ?", (story,))
        if not rows:
            continue
        days = [d for _, _, d in rows if d]
        (events,) = db.execute("SELECT count(*) FROM events WHERE story = ?", (story,)).fetchone()
        apart = db.execute(
            "SELECT 1 FROM articles INDEXED BY articles_apart WHERE machine_story IS NOT story AND story = ?", (story,)
        ).fetchone()
        outlets = len({o for _, o, _ in rows if o})
        db.execute(
            "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                story,
                rows[0][0],
                len(rows),
                outlets,
                events,
                days[0] if days else None,
                days[-1] if days else None,
                "person" if apart else "machine",
                made_by("fold"),
            ),
        )
