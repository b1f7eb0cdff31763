"""Short generic names of bodies that the article names in full."""

from __future__ import annotations

import pytest
from telling import every

from dateline.actors import find_actors


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("National Assembly", "Assembly"),
        ("Electoral Commission of Uganda", "Commission"),
        ("Tafts University", "University"),
        ("Ministry of the Interior", "Interior Ministry"),
        ("Legislative Assembly", "Parliament"),
    ],
)
def test_the_one_such_body_is_meant(full: str, short: str) -> None:
    text = f"The {full} met on Monday. The {short} will meet again."
    found = find_actors(text, every(text, "organization", full, short), [])
    assert [a.name for a in found.actors if a.kind == "organization"] == [full]


def test_of_two_such_bodies_none_is_meant() -> None:
    text = "The Electoral Commission and the Truth Commission met. The Commission will meet again."
    names = [*every(text, "organization", "Electoral Commission", "Truth Commission"), *every(text, "organization", "The Commission")]
    assert len(find_actors(text, names, []).actors) == 3


def test_letters_of_a_name_in_brackets_are_the_name() -> None:
    text = "The Association of Solidarity with Guinea (Asodegue) spoke. Asodegue said more."
    found = find_actors(text, every(text, "organization", "Association of Solidarity with Guinea", "Asodegue"), [])
    assert len(found.actors) == 1


def test_an_acronym_of_a_part_is_not_the_whole() -> None:
    text = "The Harbour Aid Front (HAF) Youth Network met. HAF said nothing."
    found = find_actors(
        text, [*every(text, "organization", "Harbour Aid Front (HAF) Youth Network"), *every(text, "organization", "HAF")[1:]], []
    )
    assert len(found.actors) == 2


def test_the_house_is_not_the_congress() -> None:
    text = "The Congress met on Monday. The House will meet again."
    assert len(find_actors(text, every(text, "organization", "Congress", "House"), []).actors) == 2


def test_a_name_with_its_country_is_the_name() -> None:
    text = "The Harbour Front Ghana met on Monday. The Harbour Front will meet again."
    assert len(find_actors(text, every(text, "organization", "Harbour Front Ghana", "Harbour Front"), []).actors) == 1
