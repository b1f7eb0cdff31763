"""Where is one across articles: by the gazetteer's number, else by name, country and, coarsely, the spot."""

from __future__ import annotations

from dateline.desk.naming import named
from dateline.places.folding import fold
from dateline.record import Place


def place_id(p: Place) -> str:
    """The id of a place, the same in every article."""
    if p.geonameid is not None:
        return f"place-g{p.geonameid}"
    spot = f"{p.lat:.1f},{p.lon:.1f}" if p.lat is not None and p.lon is not None else ""
    return named("place", f"{fold(p.name)}|{p.country or ''}|{spot}")
