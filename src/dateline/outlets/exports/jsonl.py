"""The rows as they are: JSON Lines with every telling, its spans and its words. The texts of the articles stay where they are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.outlets.exports.cells import json_line
from dateline.outlets.exports.codes import cameo
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.rows import EventRow, Telling


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    """One object to a line: the fields of EventRow, `cameo`, and for each telling the words of its spans."""
    for row in rows:
        yield json_line(_object(row))


def _object(row: EventRow) -> dict[str, Any]:
    flat = {f.name: getattr(row, f.name) for f in dataclasses.fields(row)}
    code = cameo(row.type, row.mode)
    at = coordinates(row.place)
    flat["actors"] = [dataclasses.asdict(p) for p in row.actors]
    flat["recipients"] = [dataclasses.asdict(p) for p in row.recipients]
    if row.place:
        flat["place"] = dataclasses.asdict(row.place) | {"lat": at[0] if at else None, "lon": at[1] if at else None}
    for name in ("days", "killed", "injured", "arrested"):
        flat[name] = None if flat[name] is None else dataclasses.asdict(flat[name])
    flat["cameo"] = {"code": code.code, "root": code.root, "goldstein": code.goldstein} if code else None
    flat["tellings"] = [_telling(t) for t in row.tellings]
    return flat


def _telling(t: Telling) -> dict[str, Any]:
    out = {f.name: getattr(t, f.name) for f in dataclasses.fields(t) if f.name not in ("text", "spans")}
    out["quote"] = t.quote
    out["trigger_words"] = t.text[slice(*t.trigger)]
    out["spans"] = [dataclasses.asdict(s) | {"words": t.text[slice(*s.span)]} for s in t.spans]
    return out
