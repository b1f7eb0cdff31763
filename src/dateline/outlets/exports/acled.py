"""ACLED's shape: 31 columns, CSV, with an optional row of HXL tags. It is not ACLED data: `data/acled.yaml` says how PLOVER becomes these categories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from dateline.outlets.exports.cells import Cell, csv_row, listed
from dateline.outlets.exports.codes import country, numbered, table
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.rows import EventRow, Party, Toll

# Column -> its HXL tag, for those that have one.
COLUMNS = {
    "event_id_cnty": "#event+code", "event_date": "#date+occurred", "year": "", "time_precision": "", "disorder_type": "",
    "event_type": "#event+type", "sub_event_type": "#event+type+sub", "actor1": "#group+name+first", "assoc_actor_1": "", "inter1": "",
    "actor2": "#group+name+second", "assoc_actor_2": "", "inter2": "", "interaction": "", "civilian_targeting": "",
    "iso": "#country+code", "region": "#region+name", "country": "#country+name", "admin1": "#adm1+name", "admin2": "", "admin3": "",
    "location": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon", "geo_precision": "", "source": "#meta+source", "source_scale": "",
    "notes": "#description", "fatalities": "#affected+killed", "tags": "", "timestamp": "",
}  # fmt: skip
TIME = {"day": 1, "time": 1, "week": 2, "weekend": 2, "month": 3}  # a year has no code in ACLED
GEO = {"site": 1, "city": 1, "district": 2, "province": 3}  # a country has no code in ACLED, nor has a valley


def write(rows: Iterable[EventRow], *, bom: bool = False, hxl: bool = False) -> Iterator[str]:
    yield ("\ufeff" if bom else "") + csv_row(list(COLUMNS))
    if hxl:
        yield csv_row(list(COLUMNS.values()))
    for row in rows:
        yield csv_row(cells(row))


def cells(row: EventRow) -> list[Cell]:
    """One event in the order of COLUMNS. The first actor and recipient are actor1 and actor2, the others are associated with them."""
    p = row.place
    land = country(p.country if p else None)
    at = coordinates(p) if p and p.precision in GEO else None
    event, sub = category(row)
    first, second = standing(row, row.actors), standing(row, row.recipients)
    return [
        f"{land.iso3 if land else ''}{numbered(row.id)}",
        row.day or "",
        _year(row),
        _time(row),
        table("acled.yaml")["disorder"].get(event, ""),
        event,
        sub,
        row.actors[0].name if row.actors else "",
        listed([x.name for x in row.actors[1:]]),
        first,
        row.recipients[0].name if row.recipients else "",
        listed([x.name for x in row.recipients[1:]]),
        second,
        f"{first}-{second}" if first and second else "",
        "Civilian targeting" if sub in table("acled.yaml")["targeting"] and second == "Civilians" else "",
        int(land.iso_numeric) if land and land.iso_numeric else None,
        land.region if land else "",
        land.name if land else "",
        (p.name if p.precision == "province" else p.admin1 or "") if p else "",
        p.name if p and p.precision == "district" else "",
        "",
        p.name if p else "",
        at[0] if at else None,
        at[1] if at else None,
        GEO.get(p.precision or "") if p else None,
        listed(row.outlets),
        "",
        row.tellings[0].quote if row.tellings else "",
        row.killed.low if row.killed else None,
        _tags(row),
        _stamp(row.added),
    ]


def category(row: EventRow) -> tuple[str, str]:
    """event_type and sub_event_type; empty where PLOVER says too little."""
    book = table("acled.yaml")
    modes = book["types"].get(row.type, {})
    found = modes.get(row.mode or "", modes.get("", ["", ""]))
    if found == "by-recipient":
        if any(p.sector in book["armed"] for p in row.recipients):
            found = book["battle"]
        elif any(p.sector in book["sectors"]["Civilians"] for p in row.recipients):
            found = book["civilians"]
        else:
            found = ["", ""]
    return found[0], found[1]


def standing(row: EventRow, parties: tuple[Party, ...]) -> str:
    """What kind of actor the first party is (inter1, inter2)."""
    if not parties:
        return ""
    if row.type == "PROTEST" and parties is row.actors:
        return "Rioters" if row.mode == "riot" else "Protesters"
    kinds = table("acled.yaml")["sectors"]
    kind = next((k for k, sectors in kinds.items() if parties[0].sector in sectors), "")
    here = row.place.country if row.place else None
    abroad = bool(here and parties[0].country and parties[0].country != here)
    return "External/Other forces" if kind == "State forces" and abroad else str(kind)


def _year(row: EventRow) -> int | None:
    d = row.days
    first, last = (d.first or "", d.last or "") if d else ("", "")
    return int(first[:4]) if first[:4] == last[:4] and first[:4].isdigit() else None


def _time(row: EventRow) -> int | None:
    if row.day:
        return 1
    return TIME.get(row.days.precision or "") if row.days else None


def _tags(row: EventRow) -> str:
    """What ACLED's columns cannot hold: PLOVER's own words for the deed, and the range of the dead."""
    tags = [f"plover={row.type}{'/' + row.mode if row.mode else ''}"]
    if row.killed and row.killed.low != row.killed.high:
        tags.append(f"killed={_bounds(row.killed)}")
    return "; ".join([*tags, f"decided by={row.decided_by}"])


def _bounds(t: Toll) -> str:
    return f"{'?' if t.low is None else t.low} to {'?' if t.high is None else t.high}"


def _stamp(added: str | None) -> int | None:
    """Seconds since 1970 of an ISO time; without a zone it is UTC."""
    if not added:
        return None
    at = datetime.datetime.fromisoformat(added)
    return int((at if at.tzinfo else at.replace(tzinfo=datetime.UTC)).timestamp())
