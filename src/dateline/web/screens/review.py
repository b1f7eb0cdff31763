"""The review queue: one event at a time, the least sure first, each judged by one key; what was decided can be taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, Response

from dateline.desk.desk import open_desk
from dateline.desk.errors import DecisionError
from dateline.desk.finding import EventRow
from dateline.desk.timeline import day_of
from dateline.desk.values import normal
from dateline.errors import DatelineError
from dateline.events.plover import plover
from dateline.record import MODALITIES
from dateline.web.address import Address, here, returned
from dateline.web.completion import actors, at_hand, places
from dateline.web.connections import Db, reading
from dateline.web.forms import Analyst, Posted
from dateline.web.queue import Cursor, before, last_decision, left, number_of, numbers_of, sitting, standing, take_back, upcoming
from dateline.web.rendering import back, show
from dateline.web.screens import Place
from dateline.web.screens.event import event_row
from dateline.web.telling import tellings_of
from dateline.web.words import visible

router = APIRouter()
PLACE = Place("review", "Review", "/review", "now", 2, "v", role="analyst")
FIELDS = ("type", "mode", "modality", "day", "place", "actor", "recipient", "killed", "injured", "arrested")
TOLD = 4
"""Tellings shown of one event; the others stand on its own page."""
OWN = ("after", "item", "start", "last")


@router.get("/review")
def review(request: Request, db: Db, at: Annotated[Address, Depends(here(*OWN))]) -> Response:
    return _show(request, db, at)


@router.get("/review/complete")
def complete(db: Db, field: str = "", q: str = "") -> Response:
    """What may be meant by the beginning of a name: `field` place, actor or recipient."""
    found = places(db, q.strip()[:100]) if field == "place" else actors(db, q.strip()[:100])
    return JSONResponse([{"value": c.value, "label": c.label} for c in found])


@router.post("/review")
def decide(request: Request, form: Analyst) -> Response:
    """Fields: act (accept, reject, fix, undo), target, why, and `to`, the address of the queue; for fix each field and as `was-` what it was; for undo the numbers."""
    folder: Path = request.app.state.settings.folder
    at = returned(form.text("to"), "/review", OWN)
    who = form.session.user or ""
    act, target = form.text("act"), form.text("target")
    if act == "undo":
        undone = take_back(folder, numbers_of(form.texts("number")), who)
        after = at.own.get("after")
        if undone is not None and after is not None:
            with reading(folder) as db:
                back_to = before(db, at.filter, undone)
            here_before, there = Cursor.of(after), str(back_to) if back_to else None
            if back_to is None or here_before is None or (back_to.sure, back_to.id) <= (here_before.sure, here_before.id):
                after = there
        return back(request, at.with_(last=None, item=undone, after=after))
    if act not in ("accept", "reject", "fix"):
        raise DecisionError(f"{act!r} is nothing that the queue decides", place="act", remedy="accept, reject, fix or undo")
    changed = _changed(form) if act == "fix" else {}
    if wrong := _wrong(folder, changed):
        with reading(folder) as db:
            return _show(request, db, at, given={f: form.text(f) for f in FIELDS}, wrong=wrong, status=400)
    numbers = _write(folder, "accept" if act == "fix" else act, target, changed, who, form.text("why"))
    cursor = form.text("cursor")
    return back(request, at.with_(item=None, after=cursor or at.own.get("after"), last=",".join(map(str, numbers))))


def _show(
    request: Request,
    db: sqlite3.Connection,
    at: Address,
    *,
    given: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    after = Cursor.of(at.own.get("after"))
    coming = upcoming(db, at.filter, after)
    chosen = at.own.get("item") or (coming[0].id if coming else None)
    e = event_row(db, chosen) if chosen else None
    in_turn = e is not None and bool(coming) and coming[0].id == e.id
    who = request.state.session.user or ""
    start = number_of(at.own.get("start"), last_decision(db))
    at = Address(at.path, at.filter, {**at.own, "start": str(start)})
    told = tellings_of(db, e.id, TOLD) if e else []
    return show(
        request,
        "review.html",
        status,
        title="Review",
        screen="review",
        at=at,
        e=e,
        told=told,
        more_told=max(0, e.tellings - len(told)) if e else 0,
        values=given or (values_of(e) if e else {}),
        was=values_of(e) if e else {},
        wrong=wrong or {},
        cursor=str(coming[0].cursor) if in_turn else None,
        coming=[n for n in coming if e is None or n.id != e.id],
        left=left(db, at.filter, after),
        mine=sitting(db, who, start),
        last=_last(db, at, who),
        types=plover().types,
        modalities=MODALITIES,
        at_hand={f: at_hand(db, e.id, f) for f in ("place", "actor")} if e else {},
    )


def values_of(e: EventRow) -> dict[str, str]:
    """The event's values as a person types them."""
    return {
        "type": e.type,
        "mode": e.mode or "",
        "modality": e.modality,
        "day": day_of(e) or "",
        "place": visible(e.place_name or ""),
        "actor": "; ".join(visible(p.name) for p in e.actors),
        "recipient": "; ".join(visible(p.name) for p in e.recipients),
        **{n: _typed(getattr(e, f"{n}_low"), getattr(e, f"{n}_high")) for n in ("killed", "injured", "arrested")},
    }


def _typed(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    if high is None:
        return f"{low}+"
    return str(high) if low == high else f"{low or 0}-{high}"


def _changed(form: Posted) -> dict[str, str]:
    return {f: form.text(f) for f in FIELDS if form.text(f) != form.text(f"was-{f}")}


def _wrong(folder: Path, changed: dict[str, str]) -> dict[str, str]:
    """What cannot be understood, by field: asked before anything is written, so that a fix is made whole or not at all."""
    out: dict[str, str] = {}
    if not changed:
        return out
    with open_desk(folder) as desk:
        desk.db.execute("BEGIN IMMEDIATE")
        try:
            for field, value in changed.items():
                try:
                    normal(desk.db, [field, value])
                except DatelineError as e:
                    out[field] = f"{e.message}: {e.remedy}" if e.remedy else e.message
        finally:
            desk.db.execute("ROLLBACK")  # a name the desk does not know yet was written down only to try
    return out


def _write(folder: Path, verdict: str, target: str, changed: dict[str, str], who: str, why: str) -> list[int]:
    """The corrections and the verdict; their numbers."""
    with open_desk(folder) as desk:
        e = event_row(desk.db, target)
        numbers = []
        for field, value in changed.items():
            if field in ("actor", "recipient"):
                value = _kept(value, e)
            numbers.append(desk.decide("correct", e.id, field, value, who=who, why=why))
        numbers.append(desk.decide(verdict, e.id, who=who, why=why))
    return numbers


def _kept(value: str, e: EventRow) -> str:
    """Names that stood in the event before stay who they were, also where others bear the name."""
    known: dict[str, Any] = {visible(p.name).strip(): p.actor for p in (*e.actors, *e.recipients) if p.actor.startswith("actor-")}
    return "; ".join(known.get(name.strip(), name.strip()) for name in value.split(";") if name.strip())


def _last(db: sqlite3.Connection, at: Address, who: str) -> dict[str, Any] | None:
    """What the last key decided, as long as it can be taken back."""
    mine = standing(db, numbers_of(at.own.get("last", "").split(",")), who)
    if not mine:
        return None
    try:
        e: EventRow | None = event_row(db, str(mine[-1][2]))
    except Exception:
        e = None
    fields = [field for *_, field in mine if field]
    said = "put right" if fields else {"accept": "right", "reject": "wrong"}.get(str(mine[-1][1]), str(mine[-1][1]))
    return {"numbers": [n for n, *_ in mine], "said": said, "fields": fields, "event": e}
