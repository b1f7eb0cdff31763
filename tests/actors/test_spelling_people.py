"""One person under names that languages form in their own way."""

from __future__ import annotations

import pytest
from telling import does, every, named

from dateline.actors import find_actors


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Ujjal Kanti Deb spoke. Ujjal Babu denied it.", "Ujjal Kanti Deb", "Ujjal Babu"),
        ("Marat Torov spoke. Marat Saparovich denied it.", "Marat Torov", "Marat Saparovich"),
        ("Win Maung Oo spoke. Win Mg Oo denied it.", "Win Maung Oo", "Win Mg Oo"),
        ("Ivo Veln came from Bilo. His son, Marko Veln, spoke. Veln Jr. denied it.", "Marko Veln", "Veln Jr."),
        ("Ivo Torak, whom the valley knew as the ‘Old Man of the Ford’, spoke.", "Ivo Torak", "Old Man of the Ford"),
    ],
)
def test_both_names_are_one_person(text: str, full: str, short: str) -> None:
    found = find_actors(
        text, every(text, "person", *dict.fromkeys(n for n in (full, short, "Ivo Veln") if n in text and not n.startswith("Old"))), []
    )
    assert named(found, full) is named(found, short)


@pytest.mark.parametrize(("text", "name"), [("Tun Win Kyaw spoke.", "Tun Win Kyaw"), ("Tun Mahathar spoke.", "Mahathar")])
def test_tun_is_a_burmese_name_and_a_malay_title(text: str, name: str) -> None:
    assert [a.name for a in find_actors(text, every(text, "person", text.removesuffix(" spoke.")), []).actors] == [name]


def test_the_bearer_of_the_surname_khan_is_not_everybody_of_that_given_name() -> None:
    text = "Imran Khan spoke. Imran Ali Raza denied it. Khan left."
    found = find_actors(text, every(text, "person", "Imran Khan", "Imran Ali Raza"), [])
    assert named(found, "Imran Khan") is not named(found, "Imran Ali Raza")


def test_a_bare_surname_that_the_tagger_passed_over_is_its_one_bearer() -> None:
    text = "Otto Lindqvist spoke. He is a deputy of Lindqvist."
    assert len([m for m in find_actors(text, every(text, "person", "Otto Lindqvist"), []).refers if text[slice(*m)] == "Lindqvist"]) == 1


def test_a_place_after_in_does_nothing() -> None:
    from dateline.record import Place

    text = "In New York, France demanded a stop."
    spot = (3, 11)
    found = find_actors(
        text,
        every(text, "location", "New York", "France"),
        [does(text, "New York"), does(text, "France")],
        places={spot: Place("p1", "New York", country="USA")},
    )
    assert [a.name for a in found.actors] == ["France"]


def test_the_military_is_somebody() -> None:
    text = "The military retaliated the next day."
    assert [a.name for a in find_actors(text, [], [does(text, "The military")]).actors] == ["The military"]
