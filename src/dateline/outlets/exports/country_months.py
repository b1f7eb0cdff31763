"""Counts by country and month, as early-warning models read them. A month without a row is one of which no event was read, not one without events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.outlets.exports.cells import Cell, csv_row
from dateline.outlets.exports.codes import QUADS, country
from dateline.outlets.exports.rows import EventRow, Toll

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
TOLLS = ("killed", "injured", "arrested")
COLUMNS = (
    "country", "country_name", "iso_numeric", "cow", "year", "month", "month_id", "events", "reports",
    *(q.replace(" ", "_") for q in QUADS), *(t.lower() for t in TYPES), *(f"{t}_{b}" for t in TOLLS for b in ("low", "high")),
)  # fmt: skip
QUAD_AT = {q: 2 + i for i, q in enumerate(QUADS)}
TYPE_AT = {t: 6 + i for i, t in enumerate(TYPES)}
TOLL_AT = {t: 22 + 2 * i for i, t in enumerate(TOLLS)}


def write(rows: Iterable[EventRow], *, bom: bool = False) -> Iterator[str]:
    """Sorted by country and month. Only the counts are held: some 30 numbers for each country and month that occurs."""
    counts: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        if row.place and row.place.country and row.days and row.days.first:
            _count(counts.setdefault((row.place.country, row.days.first[:7]), [0] * 28), row)
    yield ("\ufeff" if bom else "") + csv_row(COLUMNS)
    for (iso3, month), found in sorted(counts.items()):
        yield csv_row([*_head(iso3, month), *found])


def _head(iso3: str, month: str) -> list[Cell]:
    """`month_id` counts from 1 in January 1980, as ViEWS has it."""
    land = country(iso3)
    year, m = int(month[:4]), int(month[5:7])
    numeric = land.iso_numeric if land else ""
    cow = land.cow if land else ""
    return [
        iso3, land.name if land else "", int(numeric) if numeric else None, int(cow) if cow else None, year, m, (year - 1980) * 12 + m,
    ]  # fmt: skip


def _count(found: list[int], row: EventRow) -> None:
    found[0] += 1
    found[1] += len(row.articles)
    if row.quad in QUAD_AT:
        found[QUAD_AT[row.quad]] += 1
    if row.type in TYPE_AT:
        found[TYPE_AT[row.type]] += 1
    for name in TOLLS:
        toll: Toll | None = getattr(row, name)
        if toll:  # "at least 3" counts as 3 in both sums, "at most 5" as 0 to 5: the sums are the bounds that were told
            low = toll.low or 0
            found[TOLL_AT[name]] += low
            found[TOLL_AT[name] + 1] += low if toll.high is None else toll.high
