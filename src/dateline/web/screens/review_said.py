"""The review queue of statements and of claims: one at a time, each judged by one key; what was decided can be taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.desk import open_desk
from dateline.desk.errors import DecisionError
from dateline.web.address import Address, here, returned
from dateline.web.connections import Db, reading
from dateline.web.errors import NotHere
from dateline.web.forms import Analyst
from dateline.web.hearing import SORTS, Sort, before, heard, left, upcoming
from dateline.web.queue import Cursor, last_decision, number_of, numbers_of, sitting, standing, take_back
from dateline.web.rendering import back, show

router = APIRouter()
OWN = ("after", "item", "start", "last")
Queue = Annotated[Address, Depends(here(*OWN))]


@router.get("/review/statements")
def statements(request: Request, db: Db, at: Queue) -> Response:
    return _show(request, db, at, SORTS["statements"])


@router.get("/review/claims")
def claims(request: Request, db: Db, at: Queue) -> Response:
    return _show(request, db, at, SORTS["claims"])


@router.post("/review/statements")
def judge_statement(request: Request, form: Analyst) -> Response:
    """Fields as `POST /review` has them, without fix: a statement is read rightly or wrongly as a whole."""
    return _judge(request, form, SORTS["statements"])


@router.post("/review/claims")
def judge_claim(request: Request, form: Analyst) -> Response:
    """Fields as `POST /review` has them, without fix."""
    return _judge(request, form, SORTS["claims"])


def _judge(request: Request, form: Analyst, sort: Sort) -> Response:
    folder: Path = request.app.state.settings.folder
    at = returned(form.text("to"), f"/review/{sort.name}", OWN)
    who, act = form.session.user or "", form.text("act")
    if act == "undo":
        undone = take_back(folder, numbers_of(form.texts("number")), who)
        after = Cursor.of(at.own.get("after"))
        if undone is not None and after is not None:
            with reading(folder) as db:
                there = before(db, at, sort, undone)
            if there is None or (there.sure, there.id) <= (after.sure, after.id):
                after = there
        return back(request, at.with_(last=None, item=undone, after=str(after) if after else None))
    if act not in ("accept", "reject"):
        raise DecisionError(f"{act!r} is nothing that this queue decides", place="act", remedy="accept, reject or undo")
    if not form.text("target").partition("#")[2].startswith(sort.kind[0]):
        raise DecisionError(f"{form.text('target')!r} is no {sort.kind}", place="target", remedy="take it from the queue")
    with open_desk(folder) as desk:
        number = desk.decide(act, form.text("target"), who=who, why=form.text("why"))
    return back(request, at.with_(item=None, after=form.text("cursor") or at.own.get("after"), last=str(number)))


def _show(request: Request, db: sqlite3.Connection, at: Address, sort: Sort) -> Response:
    after = Cursor.of(at.own.get("after"))
    coming = upcoming(db, at, sort, after)
    chosen = at.own.get("item") or (coming[0].id if coming else None)
    one = heard(db, sort, chosen) if chosen else None
    if chosen and one is None:
        raise NotHere(sort.kind, chosen)
    in_turn = one is not None and bool(coming) and coming[0].id == one.id
    who = request.state.session.user or ""
    start = number_of(at.own.get("start"), last_decision(db))
    at = Address(at.path, at.filter, {**at.own, "start": str(start)})
    return show(
        request,
        "review_said.html",
        title=f"Review {sort.name}",
        screen="review",
        at=at,
        sort=sort,
        one=one,
        cursor=str(coming[0].cursor) if in_turn else None,
        coming=[n for n in coming if one is None or n.id != one.id],
        left=left(db, at, sort, after),
        mine=sitting(db, who, start, sort.kind),
        last=_last(db, at, who),
    )


def _last(db: sqlite3.Connection, at: Address, who: str) -> dict[str, Any] | None:
    """What the last key decided, as long as it can be taken back."""
    mine = standing(db, numbers_of(at.own.get("last", "").split(",")), who)
    return {"numbers": [n for n, *_ in mine], "said": "Right" if mine[-1][1] == "accept" else "Wrong"} if mine else None
