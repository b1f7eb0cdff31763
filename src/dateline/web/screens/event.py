"""One event: every field beside the words it stands on, every telling, where they differ, and what was decided."""

from __future__ import annotations

import sqlite3
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, find
from dateline.desk.groups import EVENTS, standing_for
from dateline.events.plover import plover
from dateline.web.connections import Db
from dateline.web.errors import NotHere
from dateline.web.history import history
from dateline.web.rendering import show
from dateline.web.telling import FIELDS, LABELS, Told, by_value, tellings_of
from dateline.web.words import day, number

router = APIRouter()
EMPTY = ("modality", "speaker")  # fields that are not worth a line where nothing is told


@router.get("/events/{event}")
def event(request: Request, db: Db, event: str) -> Response:
    found = event_row(db, event)
    if found.id != event:
        return RedirectResponse(f"/events/{found.id}", status_code=303)
    told = tellings_of(db, found.id)
    return show(
        request,
        "event.html",
        title=found.type,
        screen="events",
        e=found,
        told=told,
        fields=_fields(found, told),
        history=history(db, [found.id, *_went(db, found.id), *(t.id for t in told)]),
        went=_went(db, found.id),
        near=_near(db, found),
        plover_types=tuple(plover().types),
    )


def event_row(db: sqlite3.Connection, event: str) -> EventRow:
    """The event that stands for an id today. Raises NotHere."""
    here = standing_for(db, EVENTS, event)
    rows = find(db, Filter(event=here, status="all", size=1)).rows if here else ()
    if not rows:
        raise NotHere("event", event)
    row: EventRow = rows[0]
    return row


def _fields(e: EventRow, told: list[Told]) -> list[dict[str, Any]]:
    """Each field: its name, the event's value, and what the tellings say of it where they do not agree."""
    values = {
        "type": e.type + (f" ({e.mode})" if e.mode else ""), "actor": "; ".join(p.name for p in e.actors), "recipient": "; ".join(p.name for p in e.recipients),
        "day": day(e), "place": e.place_name or "", "modality": e.modality, "speaker": "",
    }  # fmt: skip
    values |= {n: number(getattr(e, f"{n}_low"), getattr(e, f"{n}_high")) for n in ("killed", "injured", "arrested")}
    out = []
    for f in FIELDS:
        said = by_value(told, f)
        if f == "speaker":
            values[f] = "; ".join(v for v, _ in said)
        if not values[f] and not said and f in EMPTY:
            continue
        if f == "modality" and values[f] == "asserted" and not said:
            continue
        out.append(
            {
                "field": f,
                "label": LABELS.get(f, f),
                "value": values[f],
                "said": said,
                "differs": len(said) > 1,
                "edit": _edit(f, e, values[f]),
            }
        )
    return out


def _edit(field: str, e: EventRow, value: str) -> str | None:
    """What the form to correct the field starts with; None for a field of tellings alone."""
    if field == "speaker":
        return None
    return (
        e.type
        if field == "type"
        else value.replace("–", "-").replace(" - ", "/").replace("at least ", "")
        if field != "modality"
        else e.modality
    )


def _went(db: sqlite3.Connection, event: str) -> list[str]:
    """Ids that this event stands for."""
    sql = "SELECT old FROM revisions WHERE kind = 'event' AND new = ? ORDER BY number"
    return list(dict.fromkeys(old for (old,) in db.execute(sql, (event,))))


def _near(db: sqlite3.Connection, e: EventRow) -> list[EventRow]:
    """Other events of the story: what a person may want to look at next, or to merge."""
    if e.story is None:
        return []
    return [x for x in find(db, Filter(story=e.story, size=12, status="all")).rows if x.id != e.id]
