"""The rows of actors, made from the names they go by in all articles."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from dateline.desk.stages import made_by


def refresh_actors(db: sqlite3.Connection, actors: Iterable[str]) -> None:
    """Makes the rows of these actors anew: the name most articles use, the country and sector most of them say. What an actor costs hangs on how many
    names, countries and sectors are told of it, not on how many articles tell of it (`name_votes`), but for the number of its articles.
    """
    by = made_by("rows")
    for actor in sorted(actors):
        held = db.execute("SELECT * FROM actors WHERE id = ?", (actor,)).fetchone()
        row = _row(db, actor, by)
        if row == held:
            continue
        db.execute("DELETE FROM actors WHERE id = ?", (actor,))
        if row is None:
            continue
        db.execute("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        if held is None or held[1] != row[1]:
            db.execute("UPDATE event_actors SET name = ? WHERE actor = ?", (row[1], actor))


def _row(db: sqlite3.Connection, actor: str, by: str) -> tuple[str | int | None, ...] | None:
    votes: dict[str, Counter[str]] = {"name": Counter(), "kind": Counter(), "country": Counter(), "sector": Counter()}
    sql = "SELECT v.field, v.value, n.kind, v.votes FROM names n JOIN name_votes v ON v.key = n.key WHERE n.actor = ?"
    for field, value, kind, n in db.execute(sql, (actor,)):
        votes[field][value] += n
        if field == "name":
            votes["kind"][kind] += n
    if not votes["name"]:
        return None
    apart = db.execute("SELECT 1 FROM names INDEXED BY names_apart WHERE machine_actor IS NOT actor AND actor = ?", (actor,)).fetchone()
    sql = "SELECT count(DISTINCT s.name) FROM spellings s JOIN names n ON n.key = s.key WHERE n.actor = ?"
    (spellings,) = db.execute(sql, (actor,)).fetchone()
    sql = "SELECT count(DISTINCT a.article) FROM names n JOIN article_actors a ON a.key = n.key WHERE n.actor = ?"
    (articles,) = db.execute(sql, (actor,)).fetchone()
    name = min(votes["name"], key=lambda v: (-votes["name"][v], -len(v), v))  # of names told as often the longest
    told = (_most(votes[field]) for field in ("kind", "country", "sector"))
    return (actor, name, *told, spellings, articles, "person" if apart else "machine", by)


def _most(votes: Counter[str]) -> str | None:
    """What most say; of equals what comes first in the alphabet. None of nothing."""
    return min(votes, key=lambda v: (-votes[v], v), default=None)
