"""One actor: every spelling with its reason, roles over time, what it does and what is done to it, what it says, with whom; merging and splitting with a preview."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from dateline.desk.errors import DecisionError
from dateline.desk.filter import Filter
from dateline.desk.finding import find
from dateline.desk.store import FILE
from dateline.web import biography, joining, voices
from dateline.web.activity import activity
from dateline.web.address import Address, here
from dateline.web.callings import country, kind, sector
from dateline.web.connections import Db
from dateline.web.history import history
from dateline.web.kept import Kept, stamp
from dateline.web.layout import drawn
from dateline.web.picture import circle
from dateline.web.rendering import show

router = APIRouter()
LISTED, SAID, MOST = 6, 5, 12
_kept = Kept(50)
WORDS = {"kind": kind, "sector": sector, "country": country}


@router.get("/actors/{actor}")
def actor(request: Request, db: Db, actor: str, at: Annotated[Address, Depends(here())]) -> Response:
    found = biography.actor_of(db, actor)
    if found.id != actor:
        return RedirectResponse(Address(f"/actors/{found.id}", at.filter).url(), status_code=303)
    file = request.app.state.settings.folder / FILE
    key = (str(file), found.id, replace(at.filter, page=1).to_query(), stamp(file))
    about = _kept.get(key, lambda: _about(db, found.id, at.filter))
    return show(
        request, "actor.html", title=found.name, screen="actors", at=Address(at.path, replace(at.filter, actor=None, role="any", page=1)),
        a=found, words=WORDS, kinds=voices.KINDS, **about, history=history(db, [found.id, *about["went"], *(n.key for n in about["names"])]),
        to=lambda path, **fields: Address(path, replace(at.filter, actor=found.id, page=1, **fields)).url(),
    )  # fmt: skip


def _about(db: sqlite3.Connection, actor: str, given: Filter) -> dict[str, Any]:
    """All that the page tells of an actor and the filter: it changes only with the desk."""
    f = replace(given, actor=actor, page=1, size=LISTED)
    known = biography.mentions(db, actor)
    roles, more_roles = biography.roles(known)
    company, more_company = biography.company(db, actor, given)
    active = activity(db, actor, f)
    on_statements = Address("/statements", f)
    spoken, _ = voices.said(db, on_statements, SAID)
    total_said, all_said = voices.count(db, on_statements)
    return {
        "names": biography.names(db, actor, known), "readings": biography.readings(known), "roles": roles, "more_roles": more_roles,
        "spans": biography.spans(roles), "company": company, "more_company": more_company, "net": circle(db, actor, _plain(given)), "active": active,
        "acts": find(db, replace(f, role="actor")).rows, "acts_total": active.acts, "acted": find(db, replace(f, role="recipient")).rows,
        "acted_total": active.acted, "spoken": spoken, "total_said": total_said, "all_said": all_said, "went": biography.went(db, actor),
    }  # fmt: skip


@router.get("/actors/{actor}/merge")
def merge(request: Request, db: Db, actor: str, at: Annotated[Address, Depends(here("name", "other"))]) -> Response:
    """Whom to merge with (`name`, in any spelling), and with `other` (an id, again for each) what would change."""
    found = biography.actor_of(db, actor)
    others = [biography.actor_of(db, x) for x in dict.fromkeys(request.query_params.getlist("other")[:MOST])]
    others = [o for o in others if o.id != found.id]
    name = drawn(at.own.get("name") or found.name, 200)
    ids = [o.id for o in others]
    mine = joining.keys_of(db, [found.id])
    return show(
        request, "merge.html", title=f"Merge {found.name}", screen="actors", at=Address(f"/actors/{found.id}", Filter()), a=found, others=others, name=name,
        words=WORDS, suggested=[s for s in joining.suggestions(db, found.id, name) if s.id not in ids],
        before=[(o, joining.side(db, joining.keys_of(db, [o.id]))) for o in (found, *others)] if others else [],
        after=joining.side(db, [*mine, *joining.keys_of(db, ids)]) if others else None, clash=joining.clash(db, found.id, ids) if others else None,
    )  # fmt: skip


@router.get("/actors/{actor}/split")
def split(request: Request, db: Db, actor: str) -> Response:
    """What would change if the names given (`name`: a key, again for each) were somebody else's."""
    found = biography.actor_of(db, actor)
    names = biography.names(db, found.id, biography.mentions(db, found.id))
    wanted = set(request.query_params.getlist("name"))
    going = [n for n in names if n.key in wanted]
    staying = [n for n in names if n.key not in wanted]
    if wanted and len(going) < len(wanted):
        raise DecisionError("one of these names is not (any more) of this actor", place="split", remedy="choose again from its names")
    both = bool(going and staying)
    return show(
        request, "split.html", title=f"Split {found.name}", screen="actors", at=Address(f"/actors/{found.id}", Filter()), a=found, names=names, going=going,
        staying=staying, words=WORDS, stays=joining.side(db, [n.key for n in staying]) if both else None,
        goes=joining.side(db, [n.key for n in going]) if both else None,
    )  # fmt: skip


def _plain(f: Filter) -> Filter:
    """What is told as having happened, as in the network."""
    return f if f.modality else replace(f, modality=("asserted",))
