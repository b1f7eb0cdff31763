from __future__ import annotations

import dataclasses

import pytest

from dateline.outlets.exports.coordinates import coordinates, point
from outlets.exports.events import LOIKAW


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("site", (19.6744, 97.2092)),
        ("city", (19.67, 97.21)),
        ("district", (19.7, 97.2)),
        ("province", (20.0, 97.0)),
        ("country", (20.0, 97.0)),
        (None, None),
    ],
)
def test_no_finer_than_the_text(precision: str | None, expected: tuple[float, float] | None) -> None:
    assert coordinates(dataclasses.replace(LOIKAW, precision=precision)) == expected


@pytest.mark.parametrize("precision", ["district", "province", "country", "region", None])
def test_a_wide_place_is_no_point(precision: str | None) -> None:
    assert point(dataclasses.replace(LOIKAW, precision=precision)) is None


def test_a_place_without_coordinates_has_none() -> None:
    assert coordinates(dataclasses.replace(LOIKAW, lat=None)) is None


@pytest.mark.parametrize("changes", [{"lat": 91.0}, {"lon": -181.0}, {"lat": float("nan")}])
def test_what_is_nowhere_on_earth_is_no_coordinate(changes: dict[str, float]) -> None:
    assert coordinates(dataclasses.replace(LOIKAW, **changes)) is None
