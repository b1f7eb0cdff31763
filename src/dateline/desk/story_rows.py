"""The rows of stories, made from their articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.desk.stages import made_by


def refresh_stories(db: sqlite3.Connection, stories: Iterable[str]) -> None:
    """Makes the rows of these stories anew; one without an article goes. They are made from the index `articles_of_story`, not from the articles."""
    for story in sorted(stories):
        sql = "SELECT count(*), count(DISTINCT nullif(outlet, '')), min(nullif(published, '')), max(nullif(published, '')) FROM articles WHERE story = ?"
        articles, outlets, first, last = db.execute(sql, (story,)).fetchone()
        db.execute("DELETE FROM stories WHERE id = ?", (story,))
        if not articles:
            continue
        sql = "SELECT headline FROM articles WHERE story = ? AND published IS {} NULL ORDER BY published, id LIMIT 1"
        (headline,) = (
            db.execute(sql.format("NOT"), (story,)).fetchone() or db.execute(sql.format(""), (story,)).fetchone()
        )  # the earliest; those of no day come last
        (events,) = db.execute("SELECT count(*) FROM events WHERE story = ?", (story,)).fetchone()
        apart = db.execute(
            "SELECT 1 FROM articles INDEXED BY articles_apart WHERE machine_story IS NOT story AND story = ?", (story,)
        ).fetchone()
        db.execute(
            "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                story,
                headline,
                articles,
                outlets,
                events,
                first,
                last,
                "person" if apart else "machine",
                made_by("fold"),
            ),
        )
