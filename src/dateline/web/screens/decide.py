"""A person's word from any screen: accept, reject, correct, merge, split, add, undo. The one way in which a page writes to the desk's facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from dateline.desk.decisions import ACTS
from dateline.desk.desk import open_desk
from dateline.desk.errors import DecisionError
from dateline.web.forms import Analyst
from dateline.web.labels import LABELS
from dateline.web.rendering import back

router = APIRouter()
OF_ADDED = ("type", "day", "place", "actor", "recipient", "killed", "injured", "arrested", "modality", "mode", "article", "quote")


@router.post("/decide")
async def decide(request: Request, form: Analyst) -> Response:
    """Fields: act, target, rest (again for each: field and value, other ids or members), why, to (where to go then); those of an event for add.

    A correction that says what the page showed already (`was`) is none.

    A script that says it takes JSON gets the number of the decision instead of a page.
    """
    act, target, rest = form.text("act"), form.text("target"), form.texts("rest")
    if act not in ACTS:
        raise DecisionError(f"{act!r} is nothing that can be decided", place="act", remedy=f"one of {', '.join(ACTS)}")
    if act == "correct":
        rest = [form.text("field") or (rest[0] if rest else ""), form.text("value")]
        if form.text("was", "\0") == rest[1]:  # a form without the field says nothing of it
            return back(request, form.text("to", "/") or "/", f"Nothing was decided: the {rest[0]} is as it was.")
    fields = {k: form.text(k) for k in OF_ADDED if form.text(k)} if act == "add" else {}
    who = form.session.user or ""
    number = await run_in_threadpool(_write, request.app.state.settings.folder, act, target, rest, who, form.text("why"), fields)
    said = f"Decision {number}: {LABELS['act'][act]}" + (f" {rest[0]}" if act == "correct" else "") + "."
    if act == "undo":
        said = f"Decision {target} is taken back."
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"decision": number, "said": said})
    return back(request, form.text("to", "/") or "/", said, number)


def _write(folder: Path, act: str, target: str, rest: list[str], who: str, why: str, fields: dict[str, Any]) -> int:
    with open_desk(folder) as desk:
        return desk.decide(act, target, *rest, who=who, why=why, **fields)
