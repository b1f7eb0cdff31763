"""Spots count every event once, by place, and say how finely it is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.desk.filter import Filter
from dateline.web.connections import reading
from dateline.web.spots import AREAS, harmless, packed, spots
from web.madeup_story import story_desk


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_desk(tmp_path_factory.getbasetemp())


def test_places_by_number_of_events(made: Path) -> None:
    with reading(made) as db:
        found = spots(db, Filter())
        assert found.rows[0].name == "Mombasa" and found.rows[0].precision == "city"
        assert sum(s.total for s in found.rows) + found.nowhere == found.events == db.execute("SELECT count(*) FROM events").fetchone()[0]


def test_what_is_known_only_to_an_area_is_counted_as_such(made: Path) -> None:
    with reading(made) as db:
        found = spots(db, Filter())
    rough = {s.name for s in found.rows if s.precision in AREAS}
    assert rough == {"Mali", "North Kivu"} and found.coarse == sum(s.total for s in found.rows if s.name in rough)


def test_a_filter_narrows(made: Path) -> None:
    with reading(made) as db:
        assert {s.country for s in spots(db, Filter(country=("MLI",))).rows} == {"MLI"}
        assert "Mali" not in {s.name for s in spots(db, Filter(box=(-10.0, -20.0, 30.0, 45.0))).rows}  # no box holds a country's middle


def test_rows_for_the_script_hold_the_same(made: Path) -> None:
    with reading(made) as db:
        found = spots(db, Filter())
    assert [sum(row[7:]) for row in packed(found)] == [s.total for s in found.rows]


def test_names_bring_no_hidden_characters_to_the_script() -> None:
    assert harmless("Kano\u202egnp") == "Kano\ufffdgnp"
    assert harmless("Ağrı 東京") == "Ağrı 東京"
