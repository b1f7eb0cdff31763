"""Adding reports: files, a text, addresses of pages and feeds. A run of its own takes them in; its page shows how far it is, with a script or without."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.finding import find
from dateline.sources import iso_date
from dateline.web import incoming
from dateline.web.connections import Db
from dateline.web.errors import NotHere, Refused
from dateline.web.forms import FILES, Analyst, Posted
from dateline.web.jobs import Job, Jobs, jobs_of, new_id
from dateline.web.rendering import back, show
from dateline.web.roles import only
from dateline.web.screens import Place
from dateline.web.settings import Settings
from dateline.web.working import LISTED

router = APIRouter()
PLACE = Place("add", "Add reports", "/add", "make", 1, "d", role="analyst", filtered=False)
ADDRESSES = 100
KNOWN = ("text", "title", "outlet", "url", "published", "language", "addresses")
FEW = 3
"""New reports up to which their events are shown too."""
BEAT = 15.0
"""Seconds after which a stream that has nothing to say says so."""


@router.get("/add", dependencies=[only("analyst")])
def form(request: Request) -> Response:
    return _form(request, dict.fromkeys(KNOWN, ""))


@router.post("/add")
def add(request: Request, form: Analyst) -> Response:
    """Fields: file (again for each); or text with title, outlet, url, published, language; or addresses, one a line; published for all."""
    settings: Settings = request.app.state.settings
    jobs = jobs_of(settings.folder)
    run = new_id()
    try:
        day = _day(form.text("published"))
        names, title = _taken(settings.folder, run, form)
    except FilterError as e:
        return _form(request, {n: form.text(n) for n in KNOWN}, e)
    finally:
        for f in form.files("file"):
            f.file.close()
    asked = {"names": names, "published": day, "allow_private": settings.allow_private, "incoming": [run]}
    incoming.note(settings.folder, run, title=title, who=form.session.user or "", **asked)
    try:
        job = jobs.ask("add", title, form.session.user or "", id=run, **asked)
    except Refused:
        incoming.forget(settings.folder, run)
        raise
    return back(request, f"/add/{job.id}")


@router.get("/add/{run}", dependencies=[only("analyst")])
def watch(request: Request, db: Db, run: str) -> Response:
    settings: Settings = request.app.state.settings
    job = replace(_job(jobs_of(settings.folder), run))  # as it is now: it may end while its page is made
    return show(
        request,
        "run.html",
        title=job.title,
        screen="add" if job.kind == "add" else "runs",
        job=job,
        **(_outcome(db, settings.folder, job) if job.over else {"reports": [], "events": [], "refused": []}),
    )


@router.get("/add/{run}/events", dependencies=[only("analyst")])
async def stream(request: Request, run: str) -> Response:
    """How far the run is, as server-sent events; the last says that it is over."""
    job = _job(jobs_of(request.app.state.settings.folder), run)
    return StreamingResponse(
        _events(request, job), media_type="text/event-stream", headers={"cache-control": "no-store", "x-accel-buffering": "no"}
    )


async def _events(request: Request, job: Job) -> AsyncIterator[str]:
    said, quiet = "", 0.0
    while True:
        now = json.dumps(job.told())
        if now != said:
            said, quiet = now, 0.0
            yield f"data: {now}\n\n"
        elif quiet >= BEAT:
            quiet = 0.0
            yield ": still here\n\n"
        if job.over or await request.is_disconnected():
            return
        await asyncio.sleep(0.25)
        quiet += 0.25


def _form(request: Request, given: dict[str, str], wrong: FilterError | None = None) -> Response:
    """The form, with what was typed where it could not be taken."""
    settings: Settings = request.app.state.settings
    jobs = jobs_of(settings.folder).all()[:20]
    values: dict[str, Any] = {"jobs": jobs, "largest": settings.largest_upload, "files": FILES, "given": given, "wrong": wrong}
    return show(request, "add.html", 400 if wrong else 200, title="Add reports", screen="add", **values)


def _job(jobs: Jobs, run: str) -> Job:
    job = jobs.find(run)
    if job is None:
        raise NotHere("run", run)
    return job


def _taken(folder: Path, run: str, form: Posted) -> tuple[list[str], str]:
    """What the form brings, written down, and what to call it. Raises FilterError when it brings nothing or no address."""
    text, addresses = form.text("text"), [line.strip() for line in form.text("addresses").splitlines() if line.strip()]
    if addresses:
        return _addresses(addresses), addresses[0] if len(addresses) == 1 else f"{len(addresses)} addresses"
    if text:
        url = form.text("url")
        if url:
            _addresses([url])
        known = {
            "title": form.text("title"),
            "outlet": form.text("outlet"),
            "url": url,
            "published": _day(form.text("published")) or "",
            "language": form.text("language"),
        }
        return [str(incoming.keep_text(folder, run, text, **known))], (form.text("title") or text.lstrip().splitlines()[0])[:100]
    files = form.files("file")
    if not files:
        raise FilterError("nothing was given", place="add", remedy="choose a file, paste a text, or give an address")
    names = [str(incoming.keep_file(folder, run, f.filename or "file", f.file)) for f in files]
    return names, incoming.safe_name(files[0].filename or "file") if len(files) == 1 else f"{len(files)} files"


def _addresses(given: list[str]) -> list[str]:
    if len(given) > ADDRESSES:
        raise FilterError(
            f"{len(given)} addresses are too many at once",
            place="addresses",
            remedy=f"give at most {ADDRESSES}, or a list of feeds (OPML) as a file",
        )
    for url in given:
        if not url.lower().startswith(("http://", "https://")) or len(url) > 2_000 or any(c <= " " for c in url):
            raise FilterError(f"{url[:80]!r} is no address of the web", place="address", remedy="begin it with https://")
    return list(dict.fromkeys(given))


def _day(text: str) -> str | None:
    if not text:
        return None
    day = iso_date(text)
    if day is None or len(day) != 10:
        raise FilterError(f"{text!r} is no day", place="published", remedy="write it as 2021-08-17")
    return day


def _outcome(db: sqlite3.Connection, folder: Path, job: Job) -> dict[str, Any]:
    """What came of a run: its reports with their events, and what could not be had."""
    new = db.execute(
        "SELECT a.id, a.headline, a.outlet, a.published, (SELECT count(DISTINCT event) FROM tellings t WHERE t.article = a.id)"
        " FROM json_each(?) j JOIN articles a ON a.id = j.value ORDER BY j.key",
        (json.dumps(job.brought),),
    ).fetchall()
    since, until = job.started or job.at, job.ended or "9"
    refused = db.execute(
        "SELECT origin, line, place, message, remedy FROM quarantine WHERE since BETWEEN ? AND ? ORDER BY origin, line, key LIMIT ?",
        (since, until, LISTED),
    ).fetchall()
    found: list[Any] = []
    if len(new) <= FEW:
        sql = "SELECT DISTINCT event FROM tellings WHERE article = ? AND event IS NOT NULL ORDER BY trigger_start LIMIT ?"
        ids = dict.fromkeys(e for article, *_ in new for (e,) in db.execute(sql, (article, LISTED)))
        found = [row for e in list(ids)[:LISTED] for row in find(db, Filter(event=e, status="all", size=1)).rows]
    return {"reports": new, "events": found, "refused": [(incoming.shown(folder, o), *rest) for o, *rest in refused]}
