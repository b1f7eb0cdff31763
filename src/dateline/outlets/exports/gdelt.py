"""The shape of GDELT 2's event table: 61 columns, tab-separated, no header. What is not read from the reports stays empty.

GDELT's places of actors are empty: where somebody is, is not where the deed was. AvgTone is empty: tone is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.outlets.exports.cells import Cell, tsv_row
from dateline.outlets.exports.codes import QUADS, Cameo, cameo, country, numbered, role
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.rows import EventRow, Party, Spot

_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_GEO = ("Geo_Type", "Geo_FullName", "Geo_CountryCode", "Geo_ADM1Code", "Geo_ADM2Code", "Geo_Lat", "Geo_Long", "Geo_FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"{a}{c}" for a in ("Actor1", "Actor2") for c in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{a}{c}" for a in ("Actor1", "Actor2", "Action") for c in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    for row in rows:
        yield tsv_row(cells(row))


def cells(row: EventRow) -> list[Cell]:
    """One event in the order of COLUMNS. The first actor and recipient stand for compound parties; MonthYear and Year also where no day is known."""
    code = cameo(row.type, row.mode)
    leads = [t.lead for t in row.tellings if t.lead is not None]
    return [
        numbered(row.id),
        *_date(row),
        *_party(row.actors),
        *_party(row.recipients),
        int(any(leads)) if leads else None,
        *_codes(code),
        QUADS.get(row.quad),
        code.goldstein if code else None,
        len(row.tellings),
        len(row.outlets) or None,
        len(row.articles),
        "",
        *([""] * len(_GEO) * 2),
        *_geo(row.place),
        "".join(c for c in row.added if c.isdigit())[:14] if row.added else "",
        next((t.url for t in row.tellings if t.url), "") or "",
    ]


def _codes(code: Cameo | None) -> list[Cell]:
    return [code.code, code.base, code.root] if code else ["", "", ""]


def _date(row: EventRow) -> list[Cell]:
    """SQLDATE and FractionDate only for a known day. FractionDate is (month * 30 + day) / 365 after the year, as GDELT has it."""
    day = row.day
    if day:
        y, m, d = (int(x) for x in day.split("-"))
        return [day.replace("-", ""), day[:7].replace("-", ""), y, round(y + min((m * 30 + d) / 365, 0.9999), 4)]
    first, last = (row.days.first or "", row.days.last or "") if row.days else ("", "")
    month = first[:7].replace("-", "") if first[:7] == last[:7] else ""
    year = int(first[:4]) if first[:4] == last[:4] and first[:4].isdigit() else None
    return ["", month, year, None]


def _party(parties: tuple[Party, ...]) -> list[Cell]:
    """CAMEO's code is the country followed by the role. Groups, ethnicities and religions have non-commercial dictionaries: empty."""
    if not parties:
        return [""] * len(_ACTOR)
    p = parties[0]
    kind = role(p.sector)
    return [f"{p.country or ''}{kind}", p.name.upper(), p.country or "", "", "", "", "", kind, "", ""]


def _geo(p: Spot | None) -> list[Cell]:
    """GDELT knows countries, states and towns. A district stands for its state; a region that is none of these has a name and no point."""
    if p is None:
        return [""] * len(_GEO)
    land = country(p.country)
    at = coordinates(p)
    usa = p.country == "USA"
    kind = {"country": 1, "province": 2 if usa else 5, "district": 2 if usa else 5, "city": 3 if usa else 4, "site": 3 if usa else 4}.get(
        p.precision or ""
    )
    names = [p.name, p.admin1 if p.admin1 != p.name else None, land.name if land and land.name != p.name else None]
    fips = land.fips if land else ""
    return [
        kind,
        ", ".join(n for n in names if n),
        fips,
        fips if kind == 1 else "",
        "",
        at[0] if at and kind else None,
        at[1] if at and kind else None,
        str(p.geonameid) if p.geonameid else "",
    ]
