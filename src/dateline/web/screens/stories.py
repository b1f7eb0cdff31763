"""The stories of the desk, and one story from its first report to its last: what happened, who said what, how long nothing was told."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.query import where
from dateline.desk.store import FILE
from dateline.web.address import USUAL, Address, here
from dateline.web.charts import Bar
from dateline.web.connections import Db
from dateline.web.errors import NotHere
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place
from dateline.web.spans import spans
from dateline.web.storyline import StoryRow, line, story_row

router = APIRouter()
PLACE = Place("stories", "Stories", "/stories", "find", 5, "s")
ORDERS = {
    "latest": "s.last_published IS NULL, s.last_published DESC, s.articles DESC, s.id", "reports": "s.articles DESC, s.last_published DESC, s.id",
    "events": "s.events DESC, s.articles DESC, s.id", "earliest": "s.first_published IS NULL, s.first_published, s.id",
}  # fmt: skip
NAMES = {"latest": "latest report", "reports": "most reports", "events": "most events", "earliest": "earliest report"}
KINDS = ("reports", "events", "statements")
COLUMNS = 16
"""Points of the small line of reports beside a story."""
_kept = Kept(60)


@router.get("/stories")
def listed(request: Request, db: Db, at: Annotated[Address, Depends(here("order", "alone"))]) -> Response:
    order = at.own.get("order", "latest")
    if order not in ORDERS:
        raise FilterError(f"{order!r} is no order", place="order", remedy=f"one of {', '.join(ORDERS)}")
    file = request.app.state.settings.folder / FILE
    rows, total, more = _kept.get((str(file), at.url(), stamp(file)), lambda: _stories(db, at, order))
    return show(
        request, "stories.html", title="Stories", screen="stories", at=at, rows=rows, total=total, more=more, orders=NAMES, order=order,
        lines=_lines(db, rows),
    )  # fmt: skip


@router.get("/stories/{story}")
def story(request: Request, db: Db, story: str, at: Annotated[Address, Depends(here("show"))]) -> Response:
    row = story_row(db, story)
    if row is None:
        raise NotHere("story", story)
    if row.id != story:
        return RedirectResponse(f"/stories/{row.id}", status_code=303)
    chosen = at.own.get("show", "")
    if chosen and chosen not in KINDS:
        raise FilterError(f"{chosen!r} is nothing a story holds", place="show", remedy=f"one of {', '.join(KINDS)}")
    f = Filter(story=row.id)
    times, events = spans(db, f), Address("/events", f)
    return show(
        request,
        "story.html",
        title=row.headline,
        screen="stories",
        at=Address(request.url.path, USUAL, at.own),
        s=row,
        line=line(db, row.id, (chosen,) if chosen else KINDS),
        chosen=chosen,
        kinds=KINDS,
        times=times,
        columns=[Bar(x.label, x.total, events.with_(since=x.since, until=x.until), x.counts) for x in times.rows],
        events_of=events.url(),
        map_of=Address("/map", f).url(),
        actors=_actors(db, row.id),
        outlets=db.execute(
            "SELECT outlet, count(*) FROM articles WHERE story = ? AND outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT 12",
            (row.id,),
        ).fetchall(),
    )


def _stories(db: sqlite3.Connection, at: Address, order: str) -> tuple[list[StoryRow], int, bool]:
    """A page of stories: those of the filter's events, or all; those of a single report only when asked for."""
    f = replace(at.filter, page=1, size=USUAL.size, sort=USUAL.sort)
    least = "1" if at.own.get("alone") == "1" else "s.articles > 1"
    columns = "s.id, s.headline, s.articles, s.outlets, s.events, s.first_published, s.last_published, s.decided_by"
    given: list[Any] = []
    if f == USUAL:
        of, found = f"stories s WHERE {least}", "NULL"
    else:
        sql, given = where(db, f)
        of = f"stories s JOIN (SELECT e.story, count(*) AS n FROM events e WHERE e.story IS NOT NULL AND {sql} GROUP BY e.story) x ON x.story = s.id WHERE {least}"
        found = "x.n"
    (total,) = db.execute(f"SELECT count(*) FROM {of}", given).fetchone()
    size, start = at.filter.size, (at.filter.page - 1) * at.filter.size
    rows = db.execute(f"SELECT {columns}, {found} FROM {of} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?", (*given, size, start)).fetchall()
    return [StoryRow(*r) for r in rows], total, total > start + size


def _lines(db: sqlite3.Connection, rows: list[StoryRow]) -> dict[str, list[Bar]]:
    """For each story of a page how its reports lie over its time; one question for all of them."""
    marks = ", ".join("?" * len(rows))
    days: dict[str, dict[date, int]] = defaultdict(dict)
    for story, day, n in db.execute(
        f"SELECT story, substr(published, 1, 10), count(*) FROM articles WHERE story IN ({marks}) AND published IS NOT NULL GROUP BY 1, 2",
        [r.id for r in rows],
    ):
        try:
            days[story][date.fromisoformat(day)] = n
        except ValueError:
            continue  # a page's own date that is none
    out = {}
    for story, told in days.items():
        first, last = min(told), max(told)
        if first == last:
            continue
        step = max(1, -(-((last - first).days + 1) // COLUMNS))
        bins = [0] * -(-((last - first).days + 1) // step)
        for day, n in told.items():
            bins[(day - first).days // step] += n
        out[story] = [Bar((first + timedelta(days=i * step)).isoformat(), n) for i, n in enumerate(bins)]
    return out


def _actors(db: sqlite3.Connection, story: str) -> list[tuple[str, str, int]]:
    sql = (
        "SELECT x.actor, min(x.name), count(DISTINCT x.event) FROM events e JOIN event_actors x ON x.event = e.id"
        " WHERE e.story = ? AND e.status IS NOT 'rejected' GROUP BY x.actor ORDER BY 3 DESC, 2, 1 LIMIT 12"
    )
    return db.execute(sql, (story,)).fetchall()
