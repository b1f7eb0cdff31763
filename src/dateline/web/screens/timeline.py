"""The filter's events in time: columns on which a stretch is chosen, and below them the events day by day."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.finding import find
from dateline.desk.store import FILE
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place
from dateline.web.spans import column, spans
from dateline.web.words import day

router = APIRouter()
PLACE = Place("timeline", "Timeline", "/timeline", "find", 4, "t")
ORDERS = ("-day", "day")
_kept = Kept(60)


@router.get("/timeline")
def timeline(request: Request, db: Db, at: Annotated[Address, Depends(here("near"))]) -> Response:
    file = request.app.state.settings.folder / FILE
    if at.filter.sort not in ORDERS:
        at = Address(at.path, replace(at.filter, sort=ORDERS[0]), at.own)
    near = at.own.get("near") == "1"
    key = (str(file), at.with_(page=1, sort=None, size=None), stamp(file))
    times = _kept.get(key, lambda: spans(db, at.filter, within=near))
    page = find(db, at.filter)
    return show(
        request,
        "timeline.html",
        title="Timeline",
        screen="timeline",
        at=at,
        times=times,
        near=near,
        columns=[column(at, s) for s in times.rows],
        days=[(d, list(events)) for d, events in groupby(page.rows, key=day)],
        shown=len(page.rows),
        more=page.more,
        data={"spans": [[s.since, s.until, s.label, s.total] for s in times.rows], "since": at.filter.since, "until": at.filter.until},
    )
