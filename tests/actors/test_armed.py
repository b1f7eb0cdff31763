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
