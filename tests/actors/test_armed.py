"""Bodies under arms."""

from __future__ import annotations

import pytest
from telling import does, every, named

from dateline.actors import find_actors


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Armed men of the Otto Veln Front burned a post.", "UAF"),
        ("The Otto Veln Front, a dissidence of the union, burned a post.", "REB"),
        ("Three Otto Veln Front fighters were held.", "UAF"),
    ],
)
def test_who_fights_for_a_body_tells_what_it_is(text: str, sector: str) -> None:
    found = find_actors(text, every(text, "organization", "Otto Veln Front"), [])
    front = named(found, "Otto Veln Front")
    assert (front.kind, front.sector) == ("group", sector)


def test_a_body_of_which_nothing_is_told_stays_one() -> None:
    text = "The Otto Veln Front met on Monday."
    assert named(find_actors(text, every(text, "organization", "Otto Veln Front"), []), "Otto Veln Front").kind == "organization"


def test_the_army_is_the_armed_forces_that_are_named() -> None:
    text = "Battles with the army went on in Sudan. The Sudanese Armed Forces denied it."
    found = find_actors(text, every(text, "organization", "Sudanese Armed Forces"), [does(text, "the army")])
    assert "the army" in named(found, "Sudanese Armed Forces").aliases


def test_another_countrys_army_is_another() -> None:
    text = "The Chadian army closed the road. The Sudanese Armed Forces denied it. Sudan waits, Sudan hopes."
    found = find_actors(text, every(text, "organization", "Sudanese Armed Forces"), [does(text, "The Chadian army")])
    assert "The Chadian army" not in named(found, "Sudanese Armed Forces").aliases


@pytest.mark.parametrize("noun", ["gunmen", "troops", "militiamen", "terrorists"])
def test_who_fights_for_a_body_is_the_body(noun: str) -> None:
    text = f"The Otto Veln Front met on Monday. Otto Veln Front {noun} burned a post."
    found = find_actors(text, every(text, "organization", "Otto Veln Front"), [does(text, f"Otto Veln Front {noun}")])
    assert len(found.actors) == 1


def test_who_holds_a_place_is_named_without_what_he_does_with_it() -> None:
    text = "Jets struck an ISIL-held town near Palmyra."
    found = find_actors(text, every(text, "organization", "ISIL"), [does(text, "Jets", "ISIL")])
    assert [a.name for a in found.actors if a.sector == "UAF"] == ["ISIL"]


def test_warplanes_are_under_arms() -> None:
    text = "Israeli warplanes struck a port."
    found = find_actors(text, every(text, "nationality", "Israeli"), [does(text, "Israeli warplanes")])
    assert [(a.sector, a.country) for a in found.actors] == [("MIL", "ISR")]


def test_a_body_with_fighters_is_not_the_association_of_the_same_letters() -> None:
    text = "RSF paramilitaries shelled a market in Sudan. The RSF denied it."
    found = find_actors(text, every(text, "organization", "RSF"), [does(text, "RSF paramilitaries")])
    assert [(a.name, a.kind, a.sector) for a in found.actors] == [("RSF", "group", "UAF")]
    text = "RSF reporters met in Sudan. The RSF denied it."
    found = find_actors(text, every(text, "organization", "RSF"), [does(text, "The RSF")])
    assert named(found, "RSF").sector == "NGO"


def test_a_dateline_before_a_name_is_no_part_of_it() -> None:
    text = "TAMSK - RSF paramilitaries shelled a market."
    found = find_actors(text, every(text, "organization", "TAMSK - RSF"), [does(text, "TAMSK - RSF paramilitaries")])
    assert [a.name for a in found.actors] == ["RSF"]
