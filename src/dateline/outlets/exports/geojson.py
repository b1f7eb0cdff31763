"""GeoJSON (RFC 7946): a Feature for each event. A point only for a town or a site; anything wider has no geometry, and says where in its properties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.outlets.exports.cells import sound
from dateline.outlets.exports.coordinates import point
from dateline.outlets.exports.flat import COLUMNS, values
from dateline.outlets.exports.rows import EventRow


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    first = True
    for row in rows:
        yield ("\n" if first else ",\n") + sound(json.dumps(feature(row), ensure_ascii=False))
        first = False
    yield "\n]}\n"


def feature(row: EventRow) -> dict[str, Any]:
    """The event with the columns of csv as properties, but its coordinates, which are the geometry."""
    at = point(row.place)
    properties = dict(zip(COLUMNS, values(row), strict=True))
    del properties["latitude"], properties["longitude"]
    return {
        "type": "Feature",
        "id": row.id,
        "geometry": {"type": "Point", "coordinates": [at[1], at[0]]} if at else None,
        "properties": properties,
    }
