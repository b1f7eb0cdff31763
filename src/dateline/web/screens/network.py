"""Who acts on whom: the filter's ties as a picture with a slider over time, and as a table; and the events of one tie."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, find
from dateline.desk.groups import ACTORS, standing_for
from dateline.desk.query import ORDER, where
from dateline.desk.store import FILE
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.errors import NotHere
from dateline.web.kept import Kept, stamp
from dateline.web.picture import network
from dateline.web.rendering import show
from dateline.web.screens import Place
from dateline.web.ties import names_of

router = APIRouter()
PLACE = Place("network", "Network", "/network", "who", 2, "n")
TIE_SIZE = 25
_kept = Kept(20)


@router.get("/network")
def picture(request: Request, db: Db, at: Annotated[Address, Depends(here("told"))]) -> Response:
    file = request.app.state.settings.folder / FILE
    f = told(at)
    drawn = _kept.get((str(file), f.to_query(), stamp(file)), lambda: network(db, f))
    return show(request, "network.html", title="Network", screen="network", at=at, net=drawn)


@router.get("/network/{actor}/{recipient}")
def tie(request: Request, db: Db, actor: str, recipient: str, at: Annotated[Address, Depends(here("told"))]) -> Response:
    """The events in which one acts on the other, and the other way round."""
    ends = [standing_for(db, ACTORS, x) for x in (actor, recipient)]
    if ends[0] is None or ends[1] is None:
        raise NotHere("actor", actor if ends[0] is None else recipient)
    if ends != [actor, recipient]:
        return RedirectResponse(f"/network/{ends[0]}/{ends[1]}", status_code=303)
    names = names_of(db, [actor, recipient])
    rows = _between(db, actor, recipient, told(at))
    back = _count(db, recipient, actor, told(at))
    return show(
        request, "tie.html", title=f"{names[actor]} → {names[recipient]}", screen="network", at=at, actor=actor, recipient=recipient, names=names,
        rows=rows[:TIE_SIZE], more=len(rows) > TIE_SIZE, size=TIE_SIZE, back=back, total=_count(db, actor, recipient, told(at)),
    )  # fmt: skip


def told(at: Address) -> Filter:
    """The filter; without a word on it, only what is told as having happened makes a tie."""
    return at.filter if at.filter.modality or at.own.get("told") == "all" else replace(at.filter, modality=("asserted",))


def _between(db: sqlite3.Connection, actor: str, recipient: str, f: Filter) -> list[EventRow]:
    sql, values = _where(db, actor, recipient, f)
    asked = f"SELECT e.id {sql} ORDER BY {ORDER[f.sort]} LIMIT ? OFFSET ?"
    ids = [i for (i,) in db.execute(asked, (*values, TIE_SIZE + 1, (f.page - 1) * TIE_SIZE)).fetchall()]
    return [row for i in ids for row in find(db, Filter(event=i, status="all", size=1)).rows]


def _count(db: sqlite3.Connection, actor: str, recipient: str, f: Filter) -> int:
    sql, values = _where(db, actor, recipient, f)
    n: int = db.execute(f"SELECT count(*) {sql}", values).fetchone()[0]
    return n


def _where(db: sqlite3.Connection, actor: str, recipient: str, f: Filter) -> tuple[str, list[object]]:
    sql, values = where(db, f)
    joined = (
        "FROM event_actors x JOIN event_actors y ON y.event = x.event AND y.role = 'recipient' AND y.actor = ?"
        f" JOIN events e ON e.id = x.event WHERE x.actor = ? AND x.role = 'actor' AND {sql}"
    )
    return joined, [recipient, actor, *values]
