"""What each export format will leave out of the events that are shown, and why: said before the file is taken, not found out after."""

from __future__ import annotations

import sqlite3
from collections import Counter

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow as Found
from dateline.desk.finding import events
from dateline.desk.timeline import day_of
from dateline.outlets.exports import FORMATS
from dateline.outlets.exports.rows import Days, EventRow, Spot

MOST = 5_000
"""Events that are looked at; about 0.1 ms each, and a page should not wait for a whole desk."""


def left_out(db: sqlite3.Connection, f: Filter) -> dict[str, Counter[str]]:
    """For each format, how many of the filter's events it leaves out by reason."""
    out: dict[str, Counter[str]] = {name: Counter() for name in FORMATS}
    for e in events(db, f):
        row = _outline(e)
        for name, form in FORMATS.items():
            reason = form.refuses(row)
            if reason is not None:
                out[name][reason] += 1
    return out


def _outline(e: Found) -> EventRow:
    """As much of the row as a format decides by."""
    day = day_of(e)
    days = Days(day, e.date_precision, e.first_day, e.last_day) if day else None
    place = Spot(e.place, e.place_name or "", country=e.country, precision=e.place_precision) if e.place else None
    return EventRow(
        e.id,
        e.type,
        e.mode,
        e.contexts,
        e.quad or "",
        e.intensity or 0.0,
        e.modality,
        (),
        (),
        place,
        days,
        (),
        decided_by=e.decided_by,
        status=e.status,
    )
