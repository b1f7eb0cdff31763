"""Where the filter's events are: one spot for each place, as fine as the reports tell it, with how its events fall into PLOVER's quads."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from dateline.desk.filter import Filter
from dateline.web.tallies import tally
from dateline.web.words import QUADS

MOST = 3000
"""Places sent to the map, those with the most events first; the rest is told as a number."""
AREAS = ("country", "province", "district", "region")
"""Precisions that are never drawn as a point."""
KNOWN_TO = {
    "country": "known only to the country", "province": "known only to the province", "district": "known only to the district",
    "region": "known only to a region", "city": "known to the town", "site": "known to the site",
}  # fmt: skip


@dataclass(slots=True)
class Spot:
    """A place and its events by quad. Without `lat` it is on no map, unless its country or province has an outline."""

    place: str
    name: str
    precision: str | None
    country: str | None
    admin1: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Spots:
    """`rows` by number of events. `events` is how many the filter means, `nowhere` those without a place, `unplaced` those of a place without coordinates."""

    rows: tuple[Spot, ...]
    places: int
    events: int
    nowhere: int
    unplaced: int

    @property
    def counts(self) -> dict[str, int]:
        """How the events with a place fall into quads."""
        out: dict[str, int] = {}
        for s in self.rows:
            for quad, n in s.counts.items():
                out[quad] = out.get(quad, 0) + n
        return out

    @property
    def coarse(self) -> int:
        """Events whose place is known no finer than a district."""
        return sum(s.total for s in self.rows if s.precision in AREAS)


def spots(db: sqlite3.Connection, f: Filter) -> Spots:
    """The places of the filter's events, in one walk over them; what is known of a place stands in `places`."""
    held: dict[str, dict[str, int]] = {}
    events = nowhere = 0
    for place, quad, n in tally(db, f, ("e.place", "e.quad"), "events_place"):
        events += n
        if place is None:
            nowhere += n
        else:
            counts = held.setdefault(place, {})
            counts[quad or ""] = counts.get(quad or "", 0) + n
    sql = "SELECT p.id, p.name, p.precision, p.country, p.admin1, p.geonameid, p.lat, p.lon FROM json_each(?) i JOIN places p ON p.id = i.value"
    known = [
        Spot(place, name, precision, country, admin1, geonameid, lat, lon, held[place])
        for place, name, precision, country, admin1, geonameid, lat, lon in db.execute(sql, (json.dumps(sorted(held)),))
    ]
    ranked = sorted(known, key=lambda s: (-s.total, s.name, s.place))
    unplaced = sum(s.total for s in ranked if s.lat is None and s.precision not in ("country", "province"))
    return Spots(tuple(ranked[:MOST]), len(ranked), events, nowhere, unplaced)


def packed(found: Spots) -> list[list[Any]]:
    """The spots as the map's script takes them: place, name, precision, country, GeoNames number, latitude, longitude, then a count for each quad and the rest."""
    return [
        [
            s.place, harmless(s.name), s.precision, s.country, s.geonameid, s.lat, s.lon,
            *(s.counts.get(q, 0) for q in QUADS), sum(n for q, n in s.counts.items() if q not in QUADS),
        ]
        for s in found.rows
    ]  # fmt: skip


def harmless(name: str) -> str:
    """A name without characters that hide or turn the reading direction: a script's text cannot hold the marks that pages show for them."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") else c for c in name)[:120]
