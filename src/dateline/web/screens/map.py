"""The map and the timeline of the filter's events: a stretch of days, a country, a province or a box chosen on them is the filter's."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.filter import Filter
from dateline.desk.store import FILE
from dateline.web.address import Address, here
from dateline.web.callings import country
from dateline.web.charts import Bar
from dateline.web.connections import Db
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show, static
from dateline.web.screens import Place
from dateline.web.spans import Spans, column, spans
from dateline.web.spots import AREAS, KNOWN_TO, Spot, Spots, packed, spots

router = APIRouter()
PLACE = Place("map", "Map", "/map", "find", 3, "m")
LISTED = 40
"""Places and countries listed beside the map."""
_kept = Kept(60)


@router.get("/map")
def picture(request: Request, db: Db, at: Annotated[Address, Depends(here("near"))]) -> Response:
    file = request.app.state.settings.folder / FILE
    f, near = at.filter, at.own.get("near") == "1"
    key = (str(file), at.on("/map"), near, stamp(file))
    found, times = _kept.get(key, lambda: (spots(db, f), spans(db, f, within=near)))
    return show(
        request,
        "map.html",
        title="Map",
        screen="map",
        at=at,
        found=found,
        times=times,
        near=near,
        columns=[column(at, s) for s in times.rows],
        lands=_lands(at, found),
        rows=found.rows[:LISTED],
        known_to=KNOWN_TO,
        areas=AREAS,
        data=_data(at, found, times),
    )


@router.get("/map/outlines.tsv")
def outlines() -> Response:
    """The countries' outlines, which the HTML outlet's map is drawn from as well."""
    return Response(_outlines(), media_type="text/tab-separated-values", headers={"cache-control": "public, max-age=31536000, immutable"})


@cache
def _outlines() -> bytes:
    return files("dateline.outlets").joinpath("outlines.tsv").read_bytes()


def _data(at: Address, found: Spots, times: Spans) -> dict[str, Any]:
    """What the page's script draws."""
    f = at.filter
    digest = hashlib.blake2b(_outlines(), digest_size=6).hexdigest()
    return {
        "spots": packed(found),
        "spans": [[s.since, s.until, s.label, s.total] for s in times.rows],
        "query": Filter.to_query(f),
        "countries": sorted(f.country),
        "place": f.place,
        "box": f.box,
        "since": f.since,
        "until": f.until,
        "known": KNOWN_TO,
        "outlines": f"/map/outlines.tsv?v={digest}",
        "provinces": static("map/provinces.tsv"),
    }


def _lands(at: Address, found: Spots) -> list[Bar]:
    """Countries by their events, however finely their places are known."""
    by: dict[str, Spot] = {}
    for s in found.rows:
        if s.country:
            land = by.setdefault(s.country, Spot("", s.country, "country", s.country, None, None, None, None))
            for quad, n in s.counts.items():
                land.counts[quad] = land.counts.get(quad, 0) + n
    ranked = sorted(by.values(), key=lambda s: (-s.total, s.name))[:LISTED]
    return [Bar(country(s.name), s.total, at.toggled("country", s.name), s.counts, s.name in at.filter.country) for s in ranked]
