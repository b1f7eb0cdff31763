from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from outlets.exports.events import LOIKAW, event
from outlets.exports.written import written


@pytest.mark.filterwarnings("ignore")
def test_geopandas_reads_points_and_events_without_one(tmp_path: Path) -> None:
    geopandas = pytest.importorskip("geopandas")
    pytest.importorskip("pyogrio")
    wide = event(id="y", place=dataclasses.replace(LOIKAW, precision="province"))
    path = tmp_path / "events.geojson"
    path.write_text(written("geojson", event(), wide, event(id="z", place=None)), encoding="utf-8")
    frame = geopandas.read_file(path, engine="pyogrio")
    assert len(frame) == 3 and frame.crs.to_epsg() == 4326
    assert (frame.geometry[0].x, frame.geometry[0].y) == (97.21, 19.67)
    assert list(frame.geometry.notna()) == [True, False, False]
    assert list(frame["place_precision"])[:2] == ["city", "province"]


def test_properties_are_the_columns_of_csv_without_coordinates() -> None:
    (feature,) = json.loads(written("geojson", event()))["features"]
    assert feature["properties"]["actors"] == ["the army"] and feature["properties"]["killed_high"] == 5
    assert "latitude" not in feature["properties"] and feature["id"] == "x1#e1"
