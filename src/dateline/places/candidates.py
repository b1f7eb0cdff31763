"""What a printed name may mean: candidates of the gazetteer by exact name, without affixes, and, for unseen names, by sound."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.places.building import ABBREVIATION, DEMONYM
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.places.kinds import NATURAL, REGIONS, SITES
from dateline.places.surface import Reading, readings

# Names shorter than this are never looked up by sound: four letters sound like too much.
SHORTEST_HEARD = 6
# How alike a name must be that was found by sound. Swept on misspelt names of the gold sets: 0.60 finds 9 in 10, 0.75 half of them.
LEAST_ALIKE = 0.66
# Kinds whose whole name, once found, is not read without its affixes.
WHOLE = NATURAL | REGIONS | SITES | {"country", "territory", "state", "county"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may mean and how the name led there. `fit`: 1 when the affix asks for its kind, -1 when it asks for another, else 0."""

    entry: Entry
    role: int
    reading: Reading
    fit: int
    alike: float = 1.0


def candidates(surface: str, gazetteer: Gazetteer, *, demonym: bool = False) -> list[Candidate]:
    """The candidates of one printed name, whole readings first; those of a demonym are the places it is a demonym of."""
    found: dict[int, Candidate] = {}
    ways = readings(surface)
    for reading in ways:
        # "Taiwan Strait" and "Central America" are names of their own: Taiwan and America are not weighed beside them.
        if reading is not ways[0] and any(c.entry.kind in WHOLE and not c.reading.affix and not c.reading.part for c in found.values()):
            break
        for entry, role in gazetteer.named(reading.key):
            if (role == DEMONYM) != demonym or (role == ABBREVIATION and not _abbreviated(surface)):
                continue
            fit = 0 if not reading.kinds else 1 if entry.kind in reading.kinds else -1
            if entry.key not in found:
                found[entry.key] = Candidate(entry, role, reading, fit)
    if not found and demonym:
        return candidates(surface, gazetteer)
    if not found:
        for reading in ways:
            if len(reading.key) < SHORTEST_HEARD:
                continue
            for key, alike in gazetteer.sounding(reading.key, least=LEAST_ALIKE)[:5]:
                for entry, role in gazetteer.named(key)[:10]:
                    if role not in (DEMONYM, ABBREVIATION) and entry.key not in found:
                        fit = 0 if not reading.kinds else 1 if entry.kind in reading.kinds else -1
                        found[entry.key] = Candidate(entry, role, reading, fit, alike)
            if found:
                break
    return list(found.values())


def _abbreviated(surface: str) -> bool:
    """Whether the print marks an abbreviation: a full stop, capitals only, or four letters and more ("Calif")."""
    return "." in surface or surface.upper() == surface or len(surface) >= 4
