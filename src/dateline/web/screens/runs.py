"""Runs and the quarantine: what was added when, which version of which stage made what, what could not be read and why, and trying it again."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.documents import Quarantined
from dateline.desk.errors import FilterError
from dateline.desk.store import FILE
from dateline.web import incoming
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.forms import Admin, Analyst
from dateline.web.jobs import jobs_of
from dateline.web.kept import Kept, stamp
from dateline.web.provenance import provenance
from dateline.web.rendering import back, show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("runs", "Runs", "/runs", "make", 6, "q", filtered=False)
RUNS = 12
REASONS = {
    "FetchError": "could not be fetched",
    "BinaryError": "no text",
    "LineError": "a broken line",
    "EmptyError": "empty",
    "TooLargeError": "too large",
    "EncodingError": "unknown encoding",
    "BrokenProcessPool": "ended the process",
}
"""What the kinds of errors are called; others show their name."""
_kept = Kept(4)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the log. `seconds` None: it did not end, or goes on."""

    number: int
    command: str
    started: str
    seconds: int | None
    counts: dict[str, int]


@router.get("/runs")
def runs(request: Request, db: Db, at: Annotated[Address, Depends(here("before", "error"))]) -> Response:
    folder: Path = request.app.state.settings.folder
    file = folder / FILE
    jobs = jobs_of(folder)
    listed, older = _runs(db, _before(at.own.get("before")))
    error = at.own.get("error")
    held, more = _quarantine(db, error, at.filter.size, (at.filter.page - 1) * at.filter.size)
    return show(
        request,
        "runs.html",
        title="Runs",
        screen="runs",
        at=at,
        jobs=[j for j in jobs.all() if not j.over],
        runs=listed,
        older=older,
        provenance=_kept.get((str(file), stamp(file)), lambda: provenance(db)),
        reasons=_reasons(db),
        called=REASONS,
        error=error,
        quarantine=[
            (q, incoming.shown(folder, q.origin), q.document is not None or incoming.again(folder, q.origin) is not None) for q in held
        ],
        more=more,
    )


@router.post("/runs/retry")
def retry(request: Request, form: Analyst) -> Response:
    """Fields: key (again for each), or none for everything."""
    settings = request.app.state.settings
    keys = form.texts("key")
    title = "Everything in the quarantine" if not keys else f"{len(keys)} of the quarantine" if len(keys) > 1 else "One of the quarantine"
    waiting = settings.folder.resolve() / incoming.FOLDER
    folders = sorted(p.name for p in waiting.iterdir() if p.is_dir()) if waiting.is_dir() else []
    busy = {j.id for j in jobs_of(settings.folder).all() if not j.over}
    job = jobs_of(settings.folder).ask(
        "retry",
        title,
        form.session.user or "",
        keys=keys or None,
        allow_private=settings.allow_private,
        incoming=[name for name in folders if name not in busy and not incoming.waits(settings.folder, name)],
    )
    return back(request, f"/add/{job.id}")


@router.post("/runs/reread")
def reread(request: Request, form: Admin) -> Response:
    """Makes anew what an older version made."""
    job = jobs_of(request.app.state.settings.folder).ask("reread", "What older versions made", form.session.user or "")
    return back(request, f"/add/{job.id}")


def _runs(db: sqlite3.Connection, before: int | None) -> tuple[list[Run], int | None]:
    """The latest runs before a number, and the number to go on from."""
    rows = db.execute(
        "SELECT number, command, started, ended, counts FROM runs WHERE number < ? ORDER BY number DESC LIMIT ?",
        (before or 2**62, RUNS + 1),
    ).fetchall()
    out = [Run(n, command, started, _seconds(started, ended), json.loads(counts)) for n, command, started, ended, counts in rows[:RUNS]]
    return out, out[-1].number if len(rows) > RUNS else None


def _seconds(started: str, ended: str | None) -> int | None:
    if ended is None:
        return None
    try:
        return round((datetime.fromisoformat(ended) - datetime.fromisoformat(started)).total_seconds())
    except ValueError:
        return None


def _reasons(db: sqlite3.Connection) -> list[tuple[str, int]]:
    return db.execute("SELECT error, count(*) FROM quarantine GROUP BY error ORDER BY 2 DESC, 1 LIMIT 20").fetchall()


def _quarantine(db: sqlite3.Connection, error: str | None, size: int, offset: int) -> tuple[list[Quarantined], bool]:
    sql, values = ("WHERE error = ?", (error,)) if error else ("", ())
    rows = db.execute(
        f"SELECT key, document, origin, line, place, message, remedy, error, tries, since FROM quarantine {sql} ORDER BY since DESC, origin, line, key LIMIT ? OFFSET ?",
        (*values, size + 1, offset),
    ).fetchall()
    return [Quarantined(*row) for row in rows[:size]], len(rows) > size


def _before(text: str | None) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise FilterError(f"{text!r} is no run", place="before", remedy="go back to /runs")
    return int(text)
