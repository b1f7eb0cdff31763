"""The rows of actors, made from the names they go by in all articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.desk.events import most
from dateline.desk.stages import made_by


def refresh_actors(db: sqlite3.Connection, actors: Iterable[str]) -> None:
    """Makes the rows of these actors anew: the name most articles use, the country and sector most of them say."""
    for actor in sorted(actors):
        rows = db.execute(
            "SELECT a.name, n.kind, a.country, a.sector, a.article FROM names n JOIN article_actors a ON a.key = n.key WHERE n.actor = ?",
            (actor,),
        ).fetchall()
        db.execute("DELETE FROM actors WHERE id = ?", (actor,))
        if not rows:
            continue
        by = (
            "person" if db.execute("SELECT 1 FROM names WHERE actor = ? AND machine_actor IS NOT actor", (actor,)).fetchone() else "machine"
        )
        (spellings,) = db.execute(
            "SELECT count(DISTINCT s.name) FROM spellings s JOIN names n ON n.key = s.key WHERE n.actor = ?", (actor,)
        ).fetchone()
        name = most((r[0], float(len(r[0]))) for r in rows)
        kind = most((r[1], 1.0) for r in rows)
        country, sector = most((r[2], 1.0) for r in rows if r[2]), most((r[3], 1.0) for r in rows if r[3])
        articles = len({r[4] for r in rows})
        db.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (actor, name, kind, country, sector, spellings, articles, by, made_by("rows")),
        )
        db.execute("UPDATE event_actors SET name = ? WHERE actor = ?", (name, actor))
