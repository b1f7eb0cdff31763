import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.places.candidates import candidates
from dateline.places.gazetteer import SHIPPED, Gazetteer, kilometres, open_gazetteer


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("Panjshir Valley", 35.4, 69.7), ("Donbas", 48.3, 38.2), ("Hindu Kush", 35.5, 70.5), ("Nagorno-Karabakh", 39.8, 46.8), ("Darfur", 13.5, 24.5),
     ("Golan Heights", 33.0, 35.8), ("Sinai", 29.5, 34.0), ("Tigray", 13.8, 38.8), ("Middle East", 29.0, 42.0), ("Sahel", 15.0, 0.0),
     ("West Bank", 31.9, 35.2), ("Gaza", 31.4, 34.4), ("Strait of Hormuz", 26.6, 56.3), ("Kremlin", 55.75, 37.6), ("Dadaab", 0.1, 40.3)],
)  # fmt: skip
def test_what_town_lists_lack_is_found(name: str, lat: float, lon: float) -> None:
    assert any(c.entry.point and kilometres(c.entry.point, (lat, lon)) < 100 for c in candidates(name, open_gazetteer()))


@pytest.mark.parametrize("name", ["Panjisir Valley", "Panjishir Valley", "Pajisir Valley", "Panjishir"])
def test_a_misspelt_name_is_found_by_sound(name: str) -> None:
    assert "Panjshir Valley" in [c.entry.name for c in candidates(name, open_gazetteer())]


def test_a_short_unknown_name_is_not_looked_up_by_sound() -> None:
    assert candidates("Zqxu", open_gazetteer()) == []


@pytest.mark.parametrize(("name", "country"), [("UAE", "ARE"), ("DRC", "COD"), ("UK", "GBR"), ("U.S.", "USA")])
def test_abbreviations_of_countries(name: str, country: str) -> None:
    assert country in [c.entry.country for c in candidates(name, open_gazetteer()) if c.entry.kind == "country"]


def test_an_abbreviation_must_look_like_one() -> None:
    names = [c.entry.name for c in candidates("La", open_gazetteer())]
    assert "Louisiana" not in names
    assert "Louisiana" in [c.entry.name for c in candidates("La.", open_gazetteer())]


@pytest.mark.parametrize(("demonym", "country"), [("Afghans", "AFG"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Dutch", "NLD")])
def test_demonyms_mean_their_country(demonym: str, country: str) -> None:
    assert candidates(demonym, open_gazetteer(), demonym=True)[0].entry.country == country


@pytest.mark.parametrize(
    ("name", "codes"),
    [("Mali", ["MLI"]), ("burma", ["MMR"]), ("Congo", ["COD", "COG"]), ("Georgia", ["GEO"]), ("Timbuktu", []), ("Kashmir", [])],
)
def test_a_country_goes_by_every_name_of_it(name: str, codes: list[str]) -> None:
    assert open_gazetteer().countries(name) == codes


def test_a_disputed_area_names_its_claimants() -> None:
    kashmir = next(c.entry for c in candidates("Kashmir", open_gazetteer()) if c.entry.kind == "disputed")
    assert kashmir.claimants == ("IND", "PAK", "CHN")


def test_a_name_of_its_own_is_not_cut() -> None:
    assert all(c.entry.name != "Taiwan" for c in candidates("Taiwan Strait", open_gazetteer()))


def test_the_file_is_compact_and_opens_without_being_read() -> None:
    assert SHIPPED.stat().st_size <= 40_000_000
    began = time.perf_counter()
    Gazetteer(SHIPPED).named("springfield")
    assert time.perf_counter() - began < 0.5


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="gazetteer import"):
        Gazetteer(tmp_path / "none.sqlite")


def test_importing_the_room_opens_nothing() -> None:
    code = "import sys, dateline.places; print([m for m in ('numpy', 'sqlite3', 'yaml') if m in sys.modules])"
    source = str(Path(__file__).parents[2] / "src")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": source})
    assert run.stdout.strip() == "[]"
