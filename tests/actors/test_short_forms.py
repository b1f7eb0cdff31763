"""Short forms in brackets, and what they are short for."""

from __future__ import annotations

import pytest
from telling import at, every, named, says

from dateline.actors import find_actors


def test_the_short_form_of_a_dam_is_no_organization() -> None:
    text = "They met on the Grand Basra Dam (GBD). The GBD talks failed."
    found = find_actors(text, [*every(text, "facility", "Grand Basra Dam"), *every(text, "organization", "GBD")], [])
    assert found.actors == ()


def test_the_short_form_of_a_post_is_who_holds_it() -> None:
    text = "Chief Election Commissioner Karim Haddad spoke. Later the chief election commissioner (CEC) left. The CEC said no."
    mentions = [*every(text, "person", "Karim Haddad"), *every(text, "organization", "CEC")]
    found = find_actors(text, mentions, [says(text, "The CEC")])
    assert found.refers[at(text, "The CEC")] == named(found, "Karim Haddad").id
    assert [a.kind for a in found.actors] == ["person"]


def test_a_short_form_behind_or_is_the_same_body() -> None:
    text = "The Basra Salvation Front, or FSB, won. The FSB left."
    found = find_actors(text, every(text, "organization", "Basra Salvation Front", "FSB"), [])
    assert len(found.actors) == 1
    assert "FSB" in found.actors[0].aliases


@pytest.mark.parametrize(
    "text",
    [
        "The Army of National Liberation, ELN, attacked. The ELN denied it.",
        "The Army of National Liberation (ELN, the rebels) attacked. The ELN denied it.",
        "The Army of National Liberation's (ELN) men attacked. The ELN denied it.",
    ],
)
def test_a_short_form_of_another_language_beside_the_name_is_the_same_body(text: str) -> None:
    found = find_actors(text, every(text, "organization", "Army of National Liberation", "ELN"), [])
    assert "ELN" in named(found, "Army of National Liberation").aliases


def test_initials_in_the_order_of_another_language_are_the_same_body() -> None:
    text = "The Administrative Department of Security spoke. The DAS left. The DSA came."
    found = find_actors(text, every(text, "organization", "Administrative Department of Security", "DAS"), [])
    assert len(found.actors) == 1


def test_the_next_of_a_list_is_no_short_form() -> None:
    text = "The European Union, NATO, and others met. NATO said no."
    found = find_actors(text, every(text, "organization", "European Union", "NATO"), [])
    assert len(found.actors) == 2
