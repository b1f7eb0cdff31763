"""Descriptions joined to whoever they take up."""

from __future__ import annotations

import pytest
from telling import at, does, every, named

from dateline.actors import find_actors
from dateline.actors.drafts import Draft
from dateline.actors.scene import make_scene
from dateline.actors.taking_up import _foreign, chances, possible


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


@pytest.mark.parametrize(
    ("features", "able"),
    [
        (["person as named person"], True),
        (["body as named person"], False),
        (["person as named person", "on two sides of a deed"], False),
        (["person as named person", "one a former office, one not"], False),
        (["person as named person", "one of a country, one of a body"], False),
        (["crowd as crowd", "crowd as crowd, other number"], False),
        (["other country, person as named person"], False),
        (["body as named body", "its name within, after “of”"], True),
        (["body as named body", "its name within, an owner's"], False),
        (["crowd as named state", "its name within, after “of”"], False),
    ],
)
def test_what_can_be_one_at_all(features: list[str], able: bool) -> None:
    assert possible(features) is able


def test_the_very_same_words_are_one_party() -> None:
    text = "The Zorvian side shelled Basra on Monday. Rain fell. On Friday the Zorvian side left."
    found = find_actors(text, [], [does(text, "The Zorvian side"), does(text, "the Zorvian side")])
    assert len(found.actors) == 1


def test_a_government_without_a_country_is_not_a_foreign_one() -> None:
    text = "Bratislava waited, Slovakia waited. The government's lawyers wrote to a US government office. Slovakia waited."
    mine = Draft("organization", noun="government", spans=[(36, 50)])
    theirs = Draft("organization", noun="government", country="USA", spans=[(70, 92)])
    scene = make_scene(text, [], [], {}, [(0, len(text))], [], "SVK", "told")
    assert _foreign(scene, mine, theirs)
    assert not _foreign(make_scene(text, [], [], {}, [(0, len(text))], [], "USA", "told"), mine, theirs)


def test_the_same_official_is_the_senior_official() -> None:
    text = "A senior official of the ministry said so on Monday. The same official said more."
    found = find_actors(text, [], [does(text, "A senior official of the ministry"), does(text, "The same official")])
    assert [a.name for a in found.actors] == ["A senior official of the ministry"]


def test_a_description_in_fewer_words_is_the_one_described_in_more() -> None:
    text = "Police held Karim Haddad, a fugitive Iraqi businessman living in Tamsk. Two clerks left. Rain fell. Shops shut. The Iraqi businessman was charged."
    names = [*every(text, "person", "Karim Haddad"), *every(text, "person", "a fugitive Iraqi businessman living in Tamsk", form="nominal")]
    found = find_actors(text, names, [does(text, "Police", "Karim Haddad"), does(text, None, "The Iraqi businessman")])
    assert found.refers[at(text, "The Iraqi businessman")] == named(found, "Karim Haddad").id


def test_a_prime_minister_is_no_crown_prince_however_told() -> None:
    text = "Prime Minister Karim Haddad met clerks. Karim Haddad left. The Crown Prince met clerks. His Highness the Crown Prince left."
    roles = [does(text, w) for w in ("Karim Haddad", "The Crown Prince", "His Highness the Crown Prince")]
    found = find_actors(text, every(text, "person", "Karim Haddad"), roles)
    prince = found.refers[at(text, "The Crown Prince")]
    assert prince == found.refers[at(text, "His Highness the Crown Prince")] != named(found, "Karim Haddad").id
