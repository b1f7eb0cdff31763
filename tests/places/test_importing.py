from pathlib import Path

import pytest

from dateline.places.building import Entry, write
from dateline.places.gazetteer import Gazetteer
from dateline.places.importing import import_geonames

ADM1 = "900001\tNorthmark\tNorthmark\t\t10.0\t20.0\tA\tADM1\tML\t\t77\t\t\t\t0\t\t\tAfrica/Bamako\t2024-01-01"
TOWN = "900002\tTestoville\tTestoville\tTestograd,TST\t10.5\t20.5\tP\tPPL\tML\t\t77\t\t\t\t1234\t\t\tAfrica/Bamako\t2024-01-01"
KNOWN = "900003\tOldtown\tOldtown\t\t11.0\t21.0\tP\tPPL\tML\t\t77\t\t\t\t50\t\t\tAfrica/Bamako\t2024-01-01"
ROAD = "900004\tSome Road\tSome Road\t\t11.0\t21.0\tR\tRD\tML\t\t77\t\t\t\t0\t\t\tAfrica/Bamako\t2024-01-01"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.sqlite"
    write(path, [Entry("Oldtown", "city", 11.0, 21.0, "MLI", "test", geonameid=900003)])
    return path


def test_a_dump_adds_what_is_lacking(base: Path, tmp_path: Path) -> None:
    dump, into = tmp_path / "ML.txt", tmp_path / "more.sqlite"
    dump.write_text("\n".join([TOWN, KNOWN, ROAD, ADM1]) + "\n", encoding="utf-8")
    assert import_geonames(dump, into, base=base) == 2
    gazetteer = Gazetteer(into)
    town = gazetteer.named("testograd")[0][0]
    assert (town.name, town.point, town.population) == ("Testoville", (10.5, 20.5), 1234)
    assert town.admin1 is not None
    assert gazetteer.entry(town.admin1).name == "Northmark"
    assert gazetteer.named("some road") == []
    assert len(gazetteer.named("oldtown")) == 1


def test_what_is_no_dump_leaves_nothing_behind(base: Path, tmp_path: Path) -> None:
    dump, into = tmp_path / "not.txt", tmp_path / "more.sqlite"
    dump.write_text("name,lat,lon\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not a line of a GeoNames dump"):
        import_geonames(dump, into, base=base)
    assert not into.exists()


def test_the_same_entries_give_the_same_digest(tmp_path: Path) -> None:
    entries = [Entry("A", "city", 1.0, 2.0, "MLI", "test"), Entry("B", "river", None, None, None, "test")]
    assert write(tmp_path / "1.sqlite", entries) == write(tmp_path / "2.sqlite", entries)
