"""Events: the filter's, one of them whole, and their number by day."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from dateline.desk.finding import count, find
from dateline.desk.query import where
from dateline.web import models, parameters
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.history import history
from dateline.web.screens.event import event_row
from dateline.web.telling import tellings_of

router = parameters.router("events")
At = Annotated[Address, Depends(here())]


@router.get("/events", response_model=models.CountedPage[models.Event], openapi_extra=parameters.described())
def list_events(db: Db, at: At) -> dict[str, object]:
    """The events that the filter means, in its order, in pages."""
    page = find(db, at.filter)
    return {
        "items": page.rows,
        "page": page.page,
        "size": page.size,
        "next": parameters.next_of(at, page.more),
        "total": count(db, at.filter),
    }


@router.get("/events/{event}", response_model=models.EventWhole)
def one_event(db: Db, event: str) -> dict[str, object]:
    """One event with every telling and what was decided on it; an id that went gives what stands for it."""
    row = event_row(db, event)
    told = tellings_of(db, row.id)
    found = models.Event.model_validate(row).model_dump()
    return {**found, "told": told, "decisions": history(db, [row.id, *(t.id for t in told)])}


@router.get("/days", response_model=list[models.Day], openapi_extra=parameters.described())
def days(db: Db, at: At) -> list[dict[str, object]]:
    """How many of the filter's events there are on each first day, the earliest first; those without a day are the last."""
    sql, values = where(db, at.filter)
    rows = db.execute(f"SELECT e.first_day, count(*) FROM events e WHERE {sql} GROUP BY 1 ORDER BY 1 IS NULL, 1", values)
    return [{"day": day, "events": n} for day, n in rows]
