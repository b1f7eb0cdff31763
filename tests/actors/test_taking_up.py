"""Descriptions joined to whoever they take up."""

from __future__ import annotations

import pytest
from telling import at, does, every, named

from dateline.actors import find_actors
from dateline.actors.taking_up import chances


def test_a_businessman_told_right_after_is_the_one_named() -> None:
    text = "Police arrested Karim Haddad in Basra on Monday. The Iraqi businessman was charged on Tuesday."
    found = find_actors(
        text, every(text, "person", "Karim Haddad"), [does(text, None, "Karim Haddad"), does(text, None, "The Iraqi businessman")]
    )
    assert found.refers[at(text, "The Iraqi businessman")] == named(found, "Karim Haddad").id
    assert any("takes up" in b for b in named(found, "Karim Haddad").because)


@pytest.mark.parametrize("other", ["two gunmen", "a crowd of farmers"])
def test_two_sides_of_a_deed_are_two(other: str) -> None:
    text = f"Soldiers shot at {other} near Basra."
    found = find_actors(text, [], [does(text, "Soldiers", other)])
    assert len(found.actors) == 2


def test_chances_add_up_to_one() -> None:
    assert sum(chances([["nobody"], ["somebody"], []])) == pytest.approx(1)
