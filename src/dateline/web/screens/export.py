"""Exactly what is shown, as the tools of the field read it: the filter's events in its order, in every format of `dateline export`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response, StreamingResponse

from dateline.desk.finding import count
from dateline.errors import StopRun
from dateline.outlets.exports import FORMATS, Format, export
from dateline.outlets.exports.of_desk import rows_of_desk
from dateline.web.address import Address, here
from dateline.web.connections import Db, ReadDesk, reading
from dateline.web.errors import NotHere
from dateline.web.leaving import MOST, left_out
from dateline.web.rendering import show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("export", "Export", "/export", "make", 5, "x")
LONGEST = 1800.0
"""Seconds that an export may take; a large desk has hundreds of thousands of events."""
KINDS = {
    ".csv": "text/csv; charset=utf-8",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
}


@router.get("/export")
def formats(request: Request, db: Db, at: Annotated[Address, Depends(here())]) -> Response:
    total = count(db, at.filter)
    leaves = left_out(db, at.filter) if total <= MOST else {}
    return show(
        request,
        "export.html",
        title="Export",
        screen="export",
        at=at,
        total=total,
        formats=[(f, _missing(f), leaves.get(f.name, {})) for f in FORMATS.values()],
    )


@router.get("/export/{form}")
def download(request: Request, form: str, at: Annotated[Address, Depends(here())]) -> Response:
    """The file, piece by piece. A missing library is said before anything is sent."""
    if form not in FORMATS:
        raise NotHere("export format", form)
    FORMATS[form].writer()
    folder: Path = request.app.state.settings.folder
    suffix = FORMATS[form].suffix
    headers = {"content-disposition": f'attachment; filename="dateline-{form}{suffix}"'}
    return StreamingResponse(_pieces(folder, at, form), media_type=KINDS.get(suffix, "application/octet-stream"), headers=headers)


def _missing(form: Format) -> str | None:
    """What to install for a format whose library is not there."""
    try:
        form.writer()
    except StopRun as e:
        return e.remedy
    return None


def _pieces(folder: Path, at: Address, form: str) -> Iterator[bytes]:
    with reading(folder, longest=LONGEST) as db:
        yield from export(rows_of_desk(ReadDesk(folder, db), at.filter), form)
