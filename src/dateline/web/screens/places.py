"""The places of the filter's events, and one place: how it is written, where it lies and how surely, what happened there, who acted."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from markupsafe import Markup
from starlette.responses import Response

from dateline.desk.filter import Filter
from dateline.desk.finding import find
from dateline.desk.store import FILE
from dateline.outlets.map import draw_map
from dateline.record import Place as Site
from dateline.web.address import Address, here
from dateline.web.charts import Bar
from dateline.web.connections import Db
from dateline.web.errors import NotHere
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place
from dateline.web.siting import acting, held, holds, naming, site, spellings, within
from dateline.web.spans import spans
from dateline.web.spots import AREAS, KNOWN_TO, spots
from dateline.web.tallies import tally
from dateline.web.words import QUADS

router = APIRouter()
PLACE = Place("places", "Places", "/places", "who", 3, "p")
SHOWN = 15
"""Events of a place on its page; the rest is a click away."""
_kept = Kept(60)


@router.get("/places")
def listed(request: Request, db: Db, at: Annotated[Address, Depends(here("named"))]) -> Response:
    file = request.app.state.settings.folder / FILE
    f = replace(at.filter, page=1)
    found = _kept.get((str(file), f.to_query(), stamp(file)), lambda: spots(db, f))
    named = at.own.get("named", "").casefold().strip()
    rows = [s for s in found.rows if not named or named in s.name.casefold()]
    start = (at.filter.page - 1) * at.filter.size
    page = rows[start : start + at.filter.size]
    return show(
        request, "places.html", title="Places", screen="places", at=at, found=found, rows=page, total=len(rows),
        more=len(rows) > start + at.filter.size, known_to=KNOWN_TO, areas=AREAS,
        to_events={s.place: Address("/events", replace(f, size=50, place=s.place)).url() for s in page},
    )  # fmt: skip


@router.get("/places/{place}")
def place(request: Request, db: Db, place: str, at: Annotated[Address, Depends(here())]) -> Response:
    if (here_ := site(db, place)) is None:
        raise NotHere("place", place)
    file = request.app.state.settings.folder / FILE
    f = held(at.filter, here_)
    told = _kept.get((str(file), here_.id, at.filter.to_query(), stamp(file)), lambda: _told(db, here_, at.filter, f))
    on_events = Address("/events", f)
    return show(
        request, "place.html", title=here_.name, screen="places", at=at, s=here_, **told,
        columns=[Bar(x.label, x.total, on_events.with_(since=x.since, until=x.until), x.counts) for x in told["times"].rows],
        to_quads={q: on_events.with_(quad=(q,)) for q in QUADS}, events_there=on_events.url(), on_map=Address("/map", f).url(), known_to=KNOWN_TO, areas=AREAS,
    )  # fmt: skip


def _told(db: sqlite3.Connection, s: Site, given: Filter, f: Filter) -> dict[str, Any]:
    """What the reports tell of a place: it changes only with the desk. `f` is the filter of what happened in it."""
    written, reports = spellings(db, s.id)
    rows = find(db, replace(f, page=1, size=SHOWN))
    return {
        "drawn": Markup(draw_map([s], sites={s.id: len(rows.rows)}, anchors={})),  # draw_map escapes what it is given
        "written": written, "reports": reports, "within": within(db, s), "holds": holds(db, s, given), "acting": acting(db, s, given),
        "naming": naming(db, s.id), "rows": rows.rows, "more": rows.more, "times": spans(db, f), "quads": _quads(db, f),
    }  # fmt: skip


def _quads(db: sqlite3.Connection, f: Filter) -> dict[str, int]:
    """How the events there fall into PLOVER's quads."""
    return {quad or "": n for quad, n in tally(db, f, ("e.quad",), "events_facets")}
