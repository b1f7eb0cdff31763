"""Actors and places."""

from __future__ import annotations

import sqlite3
from typing import Annotated

from fastapi import Depends

from dateline.desk.filter import Filter
from dateline.desk.finding import find
from dateline.desk.groups import ACTORS, standing_for
from dateline.desk.query import where
from dateline.web import models, parameters
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.errors import NotHere

router = parameters.router("actors and places")
At = Annotated[Address, Depends(here())]
PLACE = ("id", "name", "kind", "lat", "lon", "country", "admin1", "geonameid", "precision")


@router.get("/actors", response_model=models.Page[models.Actor], openapi_extra=parameters.described("actor", "country", "page", "size"))
def list_actors(db: Db, at: At) -> dict[str, object]:
    """Actors by name in any spelling and by country, those of most articles first."""
    page = find(db, at.filter, "actors")
    return {"items": page.rows, "page": page.page, "size": page.size, "next": parameters.next_of(at, page.more)}


@router.get("/actors/{actor}", response_model=models.ActorWhole)
def one_actor(db: Db, actor: str) -> dict[str, object]:
    """One actor with every name and the reason for each; an id that went gives what stands for it."""
    here = standing_for(db, ACTORS, actor)
    rows = find(db, Filter(actor=here, size=1), "actors").rows if here and here.startswith("actor-") else ()
    if not rows:
        raise NotHere("actor", actor)
    names = db.execute("SELECT name, kind, because FROM names WHERE actor = ? ORDER BY name, key", (here,))
    found = models.Actor.model_validate(rows[0]).model_dump()
    return {**found, "names": [dict(zip(("name", "kind", "because"), r, strict=True)) for r in names]}


@router.get("/places", response_model=models.Page[models.Place], openapi_extra=parameters.described())
def list_places(db: Db, at: At) -> dict[str, object]:
    """The places of the filter's events, those of most events first."""
    sql, values = where(db, at.filter)
    f = at.filter
    columns = ", ".join(f"p.{c}" for c in PLACE)
    rows = db.execute(
        f"SELECT {columns}, count(*) AS n FROM events e JOIN places p ON p.id = e.place WHERE {sql} GROUP BY p.id ORDER BY n DESC, p.name, p.id LIMIT ? OFFSET ?",
        (*values, f.size + 1, (f.page - 1) * f.size),
    ).fetchall()
    items = [dict(zip((*PLACE, "events"), r, strict=True)) for r in rows[: f.size]]
    return {"items": items, "page": f.page, "size": f.size, "next": parameters.next_of(at, len(rows) > f.size)}


@router.get("/places/{place}", response_model=models.Place)
def one_place(db: Db, place: str) -> dict[str, object]:
    """One place and how many events there are."""
    return _place(db, place)


def _place(db: sqlite3.Connection, place: str) -> dict[str, object]:
    columns = ", ".join(PLACE)
    row = db.execute(
        f"SELECT {columns}, (SELECT count(*) FROM events WHERE place = places.id) FROM places WHERE id = ?", (place,)
    ).fetchone()
    if row is None:
        raise NotHere("place", place)
    return dict(zip((*PLACE, "events"), row, strict=True))
