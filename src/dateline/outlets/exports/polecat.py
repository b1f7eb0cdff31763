"""POLECAT's shape: 40 columns, tab-separated, with a header. Several values in one cell are parted by "; "."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.outlets.exports.cells import Cell, listed, tsv_row
from dateline.outlets.exports.codes import country
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.rows import EventRow, Party, Spot, Telling

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    yield tsv_row(COLUMNS)
    for row in rows:
        yield tsv_row(cells(row))


def cells(row: EventRow) -> list[Cell]:
    """One event in the order of COLUMNS. Event Date is empty unless the day is known; compound parties share a cell."""
    t = row.tellings[0] if row.tellings else None
    return [
        row.id, row.day or "", row.type, row.mode or "", row.intensity, row.quad.upper(), listed(row.contexts),
        *_party(row.actors), *_party(row.recipients), *_place(row.place), listed(row.outlets), row.published[0] if row.published else "",
        *_story(row.tellings), t.language or "" if t else "", row.coder or "",
    ]  # fmt: skip


def _party(parties: tuple[Party, ...]) -> list[Cell]:
    lands = [country(p.country) for p in parties]
    sectors = listed(tuple(dict.fromkeys(p.sector for p in parties if p.sector)))
    return [
        listed([p.name for p in parties]),
        _known([p.country for p in parties]),
        _known([c.cow if c else None for c in lands]),
        parties[0].sector or "" if parties else "",
        sectors,
        _known([", ".join(p.titles) for p in parties]),
        _known([p.words for p in parties]),
        "",  # Wikipedia's page: a knowledge base gives a Wikidata item, which is another thing
    ]


def _known(values: list[str | None]) -> str:
    """One value for each party, empty for the unknown; nothing at all when all are."""
    return listed(values) if any(values) else ""


def _place(p: Spot | None) -> list[Cell]:
    if p is None:
        return [""] * 10
    at = coordinates(p)
    found = p.name if p.precision else ""
    return [
        found,
        found if p.precision == "city" else "",
        found if p.precision == "district" else "",
        found if p.precision == "province" else p.admin1 or "",
        p.country or "",
        at[0] if at else None,
        at[1] if at else None,
        p.geonameid,
        p.words or p.name,
        p.kind or "",
    ]


def _story(tellings: tuple[Telling, ...]) -> list[Cell]:
    """The people, organizations and places that the reports name."""
    people = dict.fromkeys(n for t in tellings for n in t.people)
    organizations = dict.fromkeys(n for t in tellings for n in t.organizations)
    locations = dict.fromkeys(n for t in tellings for n in t.locations)
    return [listed(tuple(people)), listed(tuple(organizations)), listed(tuple(locations))]
