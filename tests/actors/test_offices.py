from __future__ import annotations

import pytest

from dateline.actors.offices import read_office, sector_of_office, title_before
from dateline.actors.portrait import sector_of_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On Monday Afghan First Vice President Omid Karimi", "Afghan First Vice President"),
        ("the trial of Kenya's recently elected President, Omid Karimi", "Kenya's recently elected President"),
        ("he met the UAE Ambassador in Cairo Omid Karimi", "UAE Ambassador in Cairo"),
        ("the Harbour Party (HP) president Omid Karimi", "Harbour Party president"),
        ("he said Omid Karimi", None),
        ("the International Criminal Court, Omid Karimi", None),
    ],
)
def test_the_title_before_a_name(text: str, title: str | None) -> None:
    span = title_before(text, text.index("Omid"), 0)
    assert (text[slice(*span)].replace(" (HP)", "") if span else None) == title


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("Prime Minister", "GOV"),
        ("former Prime Minister", "ELI"),
        ("Army chief", "MIL"),
        ("opposition leader", "OPP"),
        ("a deputy spokesman for the national police", "COP"),
        ("UNRWA Director", "IGO"),
        ("senior journalist", "JRN"),
        ("chief justice", "JUD"),
    ],
)
def test_the_sector_of_a_title(title: str, sector: str) -> None:
    assert sector_of_title(title)[0] == sector


def test_kinship_tells_no_sector() -> None:
    office = read_office("son of the general")
    assert office and sector_of_office(office) is None


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("The UN Special Rapporteur on arbitrary arrests, ", "The UN Special Rapporteur on arbitrary arrests"),
        ("Haddad’s chosen vice-president, ", "Haddad’s chosen vice-president"),
    ],
)
def test_a_title_that_a_comma_parts_from_the_name(before: str, title: str) -> None:
    span = title_before(before + "Karim Salim", len(before), 0)
    assert span and before[slice(*span)] == title
