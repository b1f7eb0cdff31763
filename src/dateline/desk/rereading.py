"""Reading again what a new version of Dateline reads otherwise, and only that. Decisions stay."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dateline.desk.adding import Counts, _run, finish
from dateline.desk.folding import start_over, unfolded
from dateline.desk.pages import Pages
from dateline.desk.progress import Progress
from dateline.desk.stages import READING, made_by, versions
from dateline.desk.store import alone, writing
from dateline.desk.writing import derive, read_record


def outdated(db: sqlite3.Connection) -> dict[str, int]:
    """How much another version made: articles to be `read`, articles whose `rows` follow anew from their records, articles to be `folded`."""
    (read,) = db.execute("SELECT count(*) FROM records WHERE made_by <> ?", (made_by(*READING),)).fetchone()
    rows = len(_stale_rows(db))
    (articles,) = db.execute("SELECT count(*) FROM articles").fetchone()
    row = db.execute("SELECT value FROM settings WHERE name = 'fold'").fetchone()
    same = row is not None and row[0] == versions()["fold"]
    return {"read": read, "rows": rows, "folded": unfolded(db) if same else articles}


def reread(
    db: sqlite3.Connection,
    folder: Path,
    *,
    everything: bool = False,
    fold: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Counts:
    """Makes anew what another version made (`everything`: all of it; `fold`: the folding of the whole desk). A killed run goes on."""
    progress = progress or Progress(None)
    with alone(folder), _run(db, "reread") as counts:
        with writing(db):
            where, by = ("", ()) if everything else (" WHERE made_by <> ?", (made_by(*READING),))
            db.execute(f"UPDATE documents SET state = 'waiting' WHERE state = 'read' AND key IN (SELECT article FROM records{where})", by)
        stale = _stale_rows(db)
        progress.phase("written anew", len(stale))
        for key in stale:
            with writing(db):
                derive(db, key, read_record(db, key))
                db.execute("UPDATE articles SET folded = CASE folded WHEN 0 THEN 0 ELSE 2 END WHERE id = ?", (key,))
            progress.step()
        if fold:
            start_over(db)
        finish(db, Pages(folder), counts, workers=workers, progress=progress)
    return counts


def _stale_rows(db: sqlite3.Connection) -> list[str]:
    sql = "SELECT DISTINCT article FROM article_actors WHERE made_by <> ? ORDER BY article"
    return [k for (k,) in db.execute(sql, (made_by("rows"),))]
