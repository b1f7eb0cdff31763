import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training/gazetteer"))

from ownlist import read_countries, read_divisions, read_places


def test_our_own_list_is_long_and_well_formed() -> None:
    places = list(read_places())
    assert len(places) >= 1500
    assert len(read_countries().rows) >= 245
    assert len(read_divisions()) >= 100


def test_every_disputed_area_names_more_than_one_claimant_or_none_recorded() -> None:
    lone = [p.name for p in read_places() if p.kind == "disputed" and len(p.claimants) == 1]
    assert lone == []


def test_no_place_stands_twice() -> None:
    seen: set[tuple[str, str, float]] = set()
    for p in read_places():
        mark = (p.name, p.kind, p.lat)
        assert mark not in seen
        seen.add(mark)
