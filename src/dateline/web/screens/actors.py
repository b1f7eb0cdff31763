"""Everybody on the desk: found in any spelling, narrowed by kind, sector and country."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.store import FILE
from dateline.web.address import Address, here
from dateline.web.callings import country, kind, sector
from dateline.web.cast import ORDERS, OWN, counts, facets, people
from dateline.web.connections import Db
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("actors", "Actors", "/actors", "who", 1, "a")
_kept = Kept()


@router.get("/actors")
def actors(request: Request, db: Db, at: Annotated[Address, Depends(here(*OWN))]) -> Response:
    file = request.app.state.settings.folder / FILE
    key = (str(file), at.with_(page=1, sort=None, size=None, order=None), stamp(file))
    total, found = _kept.get(key, lambda: counts(db, at))
    rows, more = _kept.get((*key, at.url()), lambda: people(db, at))
    return show(
        request, "actors.html", title="Actors", screen="actors", at=at, rows=rows, more=more, total=total, facets=facets(at, found), orders=ORDERS,
        words={"kind": kind, "sector": sector, "country": country},
    )  # fmt: skip
