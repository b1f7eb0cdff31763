"""The events of the filter: facets beside them, sorted, in pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.finding import find
from dateline.desk.store import FILE
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.counting import counts
from dateline.web.facets import facets
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("events", "Events", "/events", "find", 1, "e")
_kept = Kept()


@router.get("/events")
def events(request: Request, db: Db, at: Annotated[Address, Depends(here("outlets", "all"))]) -> Response:
    file = request.app.state.settings.folder / FILE
    key = (str(file), at.with_(page=1, sort=None, size=None, all=None), stamp(file))
    found = _kept.get(key, lambda: counts(db, at.filter, outlets="outlets" in at.own))
    page = find(db, at.filter)
    return show(
        request,
        "events.html",
        title="Events",
        screen="events",
        at=at,
        rows=page.rows,
        more=page.more,
        total=found.total,
        facets=facets(at, found.values),
        uncounted=not found.outlets,
    )
