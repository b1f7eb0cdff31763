"""Who said what, and which claims stand against each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.store import FILE
from dateline.web import quarrels, voice_facets, voices
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("statements", "Statements", "/statements", "who", 3, "c")
_kept = Kept()


@router.get("/statements")
def statements(request: Request, db: Db, at: Annotated[Address, Depends(here(*voices.OWN))]) -> Response:
    file = request.app.state.settings.folder / FILE
    key = (str(file), at.with_(page=1, sort=None, size=None), stamp(file))
    if at.own.get("view") == "claims":
        total, kinds, contested = _kept.get(key, lambda: quarrels.counts(db, at))
        found, more = quarrels.quarrels(db, at)
        sides = quarrels.facets(db, at, kinds, contested)
        return show(
            request, "claims.html", title="Claims", screen="statements", at=at, quarrels=found, more=more, total=total, facets=sides, size=quarrels.SIZE,
            kinds=quarrels.KINDS,
        )  # fmt: skip
    total, everything, counted = _kept.get(key, lambda: voice_facets.counts(db, at))
    rows, more = voices.said(db, at)
    sides = voice_facets.facets(db, at, counted)
    return show(
        request, "statements.html", title="Statements", screen="statements", at=at, rows=rows, more=more, total=total, everything=everything, facets=sides,
        kinds=voices.KINDS,
    )  # fmt: skip
