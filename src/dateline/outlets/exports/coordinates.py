"""Coordinates only as fine as what the text says: a valley is no point, a province's middle is no address."""

from __future__ import annotations

from dateline.outlets.exports.rows import Spot

# Decimals by precision: 4 are about ten metres, 2 a kilometre (a town's middle), 1 ten kilometres, 0 a hundred.
DECIMALS = {"site": 4, "city": 2, "district": 1, "province": 0, "country": 0, "region": 0}
POINTS = ("site", "city")  # may be drawn as a point


def coordinates(spot: Spot | None) -> tuple[float, float] | None:
    """(latitude, longitude) rounded to the precision; None when the place has none on earth, or its precision is not known."""
    if spot is None or spot.lat is None or spot.lon is None or spot.precision not in DECIMALS:
        return None
    if not (abs(spot.lat) <= 90 and abs(spot.lon) <= 180):  # also false for what is no number
        return None
    decimals = DECIMALS[spot.precision]
    return round(spot.lat, decimals) + 0.0, round(spot.lon, decimals) + 0.0  # + 0.0: never -0.0


def point(spot: Spot | None) -> tuple[float, float] | None:
    """(latitude, longitude) of a place that is known to a town or finer."""
    return coordinates(spot) if spot and spot.precision in POINTS else None
