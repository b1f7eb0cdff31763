"""PLOVER records, one JSON object to a line, with the field names of the PLOVER manual.

What PLOVER has a field for and the report does not say is null. `size` holds one number a field: the least that is told; a range stands in `comment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.outlets.exports.cells import json_line
from dateline.outlets.exports.codes import country
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.rows import Days, EventRow, Party, Spot, Telling, Toll

CODEBOOK = "PLOVER 2.0"  # the types of any other book carry its name: "acled-like:battle"
RESOLUTION = {"site": 5, "city": 4, "district": 3, "province": 2, "country": 1}  # regions have none: they are no part of this ladder


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    for row in rows:
        yield json_line(record(row))


def record(row: EventRow) -> dict[str, Any]:
    """One event as PLOVER has it. The first telling gives text and citation; the others stand in `comment`."""
    d = row.days
    t = row.tellings[0] if row.tellings else None
    return {
        "id": row.id,
        "has_event": True,
        "date": d.first if d else None,
        "time": _clock(d),
        "enddate": d.last if d and d.last != d.first else None,
        "endtime": None,
        "actor": [_entity(p) for p in row.actors],
        "recipient": [_entity(p) for p in row.recipients],
        "event": [row.type],
        "event_loc": _location(row.place),
        "event_text": t.text[slice(*t.trigger)] if t else None,
        "quad_code": row.quad,
        "event_scale": row.intensity,
        "mode": [row.mode] if row.mode else [],
        "context": list(row.contexts),
        "size": {"dead": _least(row.killed), "injured": _least(row.injured), "arrested": _least(row.arrested)},
        "link": [],
        "text": t.quote if t else None,
        "text_info": _text(t),
        "cite_info": _citation(t, row),
        "coder": row.coder,
        "coded_date": row.added[:10] if row.added else None,
        "coded_time": row.added[11:19] or None if row.added else None,
        "comment": _comment(row),
    }


def _clock(d: Days | None) -> str | None:
    """ "14:30" of "2021-08-17T14:30"; a morning ("TMO") is no clock time."""
    clock = d.value.partition("T")[2] if d and d.value else ""
    return clock if re.fullmatch(r"\d\d:\d\d(:\d\d)?", clock) else None


def _entity(p: Party) -> dict[str, Any]:
    """Religion, ethnicity, gender and age are not read from reports: null."""
    return {
        "code": p.country,
        "sector": p.sector,
        "entity_text": p.words or p.name,
        "identifier_id": p.wikidata,
        "identifier_text": p.name,
        "religion": None,
        "ethnicity": None,
        "office": "; ".join(p.titles) or None,
        "gender": None,
        "age": None,
    }


def _location(p: Spot | None) -> dict[str, Any] | None:
    if p is None:
        return None
    at = coordinates(p)
    land = country(p.country)
    return {
        "extracted_place": p.words or p.name,
        "resolved_place": p.name if p.precision else None,
        "geonameid": p.geonameid,
        "lat": at[0] if at else None,
        "lon": at[1] if at else None,
        "city": p.name if p.precision == "city" else None,
        "district": p.name if p.precision == "district" else None,
        "province": p.name if p.precision == "province" else p.admin1,
        "country": land.name if land else None,
        "country_code": p.country,
        "feature_class": None,
        "feature_code": None,
        "resolution": RESOLUTION.get(p.precision or ""),
    }


def _least(toll: Toll | None) -> int | None:
    return toll.low if toll else None


def _text(t: Telling | None) -> dict[str, Any] | None:
    """`sequence` is the paragraph, from 1; `start` and `end` bound the sentence in `text_story`."""
    return {"sequence": t.paragraph, "start": t.sentence[0], "end": t.sentence[1], "text_story": t.text} if t else None


def _citation(t: Telling | None, row: EventRow) -> dict[str, Any] | None:
    if t is None:
        return None
    return {
        "corpus": None,
        "citation": ", ".join(x for x in (t.outlet or "", t.title or "", t.published or "") if x) or None,
        "url": t.url,
        "title": t.title,
        "language": t.language,
        "publication": t.outlet,
        "license": None,
        "copyright": None,
        "coder": row.coder,
        "codebook": row.type.partition(":")[0] if ":" in row.type else CODEBOOK,
        "version": None,
    }


def _comment(row: EventRow) -> str | None:
    told = []
    for name, toll in (("dead", row.killed), ("injured", row.injured), ("arrested", row.arrested)):
        if toll and toll.low != toll.high:
            told.append(f"{name}: {'?' if toll.low is None else toll.low} to {'?' if toll.high is None else toll.high}")
    others = [t.url or t.article for t in row.tellings[1:]]
    told += [f"also told by {', '.join(dict.fromkeys(others))}"] if others else []
    told += [f"decided by a {row.decided_by}"] if row.decided_by != "machine" else []
    return "; ".join(told) or None
