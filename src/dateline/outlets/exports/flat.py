"""Dateline's own table: one row for each event, typed columns, several values in one cell parted by "; ". CSV and Parquet share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.outlets.exports.cells import Cell, csv_row, listed
from dateline.outlets.exports.codes import cameo
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.rows import EventRow, Party

# Column -> its type. Parquet keeps "list" as a list; CSV parts its values by "; ".
COLUMNS: dict[str, str] = {
    "event_id": "text", "type": "text", "mode": "text", "contexts": "list", "quad": "text", "intensity": "number", "modality": "text",
    "cameo": "text", "goldstein": "number",
    "date": "text", "date_precision": "text", "first_day": "text", "last_day": "text",
    "actors": "list", "actor_ids": "list", "actor_countries": "list", "actor_sectors": "list",
    "recipients": "list", "recipient_ids": "list", "recipient_countries": "list", "recipient_sectors": "list",
    "place": "text", "place_precision": "text", "latitude": "number", "longitude": "number", "country": "text", "admin1": "text", "geonameid": "count",
    "killed_low": "count", "killed_high": "count", "injured_low": "count", "injured_high": "count", "arrested_low": "count", "arrested_high": "count",
    "confidence": "number", "said_by": "list", "reports": "count", "outlets": "list", "first_published": "text", "last_published": "text",
    "quote": "text", "title": "text", "url": "text", "article_id": "text", "trigger_start": "count", "trigger_end": "count", "all_urls": "list",
    "because": "list", "story": "text", "decided_by": "text", "status": "text", "coder": "text",
}  # fmt: skip

Value = Cell | Sequence[str]


def values(row: EventRow) -> tuple[Value, ...]:
    """The cells of one event in the order of COLUMNS. Lists of parties' countries and sectors hold an empty string where one is unknown."""
    d, p = row.days, row.place
    at = coordinates(p)
    code = cameo(row.type, row.mode)
    t = row.tellings[0] if row.tellings else None
    return (
        row.id, row.type, row.mode, row.contexts, row.quad, row.intensity, row.modality,
        code.code if code else None, code.goldstein if code else None,
        d.value if d else None, d.precision if d else None, d.first if d else None, d.last if d else None,
        *_parties(row.actors), *_parties(row.recipients),
        p.name if p else None, p.precision if p else None, at[0] if at else None, at[1] if at else None,
        p.country if p else None, p.admin1 if p else None, p.geonameid if p else None,
        *(bound for toll in (row.killed, row.injured, row.arrested) for bound in ((toll.low, toll.high) if toll else (None, None))),
        row.confidence, tuple(dict.fromkeys(x.speaker for x in row.tellings if x.speaker)), len(row.articles), row.outlets,
        row.published[0] if row.published else None, row.published[-1] if row.published else None,
        t.quote if t else None, t.title if t else None, t.url if t else None, t.article if t else None, t.trigger[0] if t else None, t.trigger[1] if t else None,
        tuple(dict.fromkeys(x.url for x in row.tellings if x.url)),
        row.because, row.story, row.decided_by, row.status, row.coder,
    )  # fmt: skip


def _parties(parties: tuple[Party, ...]) -> tuple[tuple[str, ...], ...]:
    countries = tuple(p.country or "" for p in parties)
    sectors = tuple(p.sector or "" for p in parties)
    return (
        tuple(p.name for p in parties),
        tuple(p.id for p in parties),
        countries if any(countries) else (),
        sectors if any(sectors) else (),
    )


def write_csv(rows: Iterable[EventRow], *, bom: bool = False) -> Iterator[str]:
    """UTF-8, RFC 4180, formulas made harmless."""
    yield ("\ufeff" if bom else "") + csv_row(list(COLUMNS))
    for row in rows:
        yield csv_row([_cell(v) for v in values(row)])


def _cell(value: Value) -> Cell:
    return value if value is None or isinstance(value, (str, int, float)) else listed(value)
