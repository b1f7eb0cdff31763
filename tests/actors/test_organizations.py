from __future__ import annotations

import pytest
from telling import every

from dateline.actors import find_actors
from dateline.actors.organizations import acronym_of, common, known_as, sector_of_name


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("ICC", "International Criminal Court", True),
        ("ACC", "Anti-Corruption Commission", True),
        ("NBE", "National Board of Elections", True),
        ("WHO", "National Board of Elections", False),
        ("BNP", "Bangladesh Kalyan Party", False),
        ("ORFAVIDEH", "Organización de Familiares Víctimas de Violaciones de Derechos Humanos", True),
        ("HOT", "Harbour Olympic Team", True),
        ("HOL", "Harbour Olympic Team", False),
        ("Interpol", "International Criminal Police Organization", False),
    ],
)
def test_acronyms(short: str, full: str, fits: bool) -> None:
    assert acronym_of(short, full) is fits


@pytest.mark.parametrize(
    ("name", "kind", "country", "sector"),
    [
        ("the Taliban", "group", "AFG", "REB"),
        ("U.N.", "organization", None, "IGO"),
        ("Reuters", "organization", "GBR", "JRN"),
        ("PKK", "group", "TUR", "REB"),
    ],
)
def test_well_known_bodies(name: str, kind: str, country: str | None, sector: str) -> None:
    known = known_as(name)
    assert known and (known.kind, known.country, known.sector) == (kind, country, sector)


def test_a_long_name_may_be_misspelt() -> None:
    known = known_as("Le Journal do Dimanche")
    assert known and known.country == "FRA"


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Ministry of Fisheries", "GOV"),
        ("Harbour City Police", "COP"),
        ("Northern Peoples Party", "PTY"),
        ("University of Harbour", "EDU"),
        ("Prosecutor General’s Office", "JUD"),
        ("Harbour Daily News", "JRN"),
        ("Qwxyz", None),
    ],
)
def test_the_sector_of_a_name(name: str, sector: str | None) -> None:
    assert sector_of_name(name) == sector


def test_a_name_that_many_countries_have_a_body_of_counts_only_at_home() -> None:
    korean = known_as("National Police Agency")
    assert korean is not None and common(korean, "National Police Agency")
    american = known_as("Central Intelligence Agency")
    assert american is not None and not common(american, "Central Intelligence Agency")


@pytest.mark.parametrize(("behind", "sector"), [("opposition party", "OPP"), ("(HL) party", "PTY"), ("militia", "UAF"), ("truck", None)])
def test_what_a_body_is_called_behind_its_name_ranks_it(behind: str, sector: str | None) -> None:
    text = f"The Harbour Light {behind} left."
    assert [a.sector for a in find_actors(text, every(text, "organization", "Harbour Light"), []).actors] == [sector]
