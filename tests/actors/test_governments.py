"""A state and its government are one actor."""

from __future__ import annotations

import pytest
from telling import at, every, says

from dateline.actors import find_actors


@pytest.mark.parametrize("words", ["the Iraqi government", "the Government of Iraq", "the government", "Iraqi authorities", "the regime"])
def test_the_state_and_its_government_are_one(words: str) -> None:
    text = f"Iraq denied the claim in Iraq. Iraq was calm. Later {words} said so."
    found = find_actors(text, every(text, "location", "Iraq"), [says(text, "Iraq"), says(text, words)])
    assert found.refers[at(text, words)] == found.refers[at(text, "Iraq")]
    assert [(a.name, a.kind) for a in found.actors] == [("Iraq", "state")]


@pytest.mark.parametrize("words", ["the new government", "the military government", "local authorities", "the Syrian government"])
def test_another_government_is_another_actor(words: str) -> None:
    text = f"Iraq denied the claim in Iraq. Iraq was calm. Later {words} said so."
    found = find_actors(text, every(text, "location", "Iraq"), [says(text, "Iraq"), says(text, words)])
    assert found.refers[at(text, words)] != found.refers[at(text, "Iraq")]


def test_a_government_called_by_its_head_is_the_government() -> None:
    text = "President Luis Boraque spoke in Chile. The Boraque administration sent troops. The government said so."
    found = find_actors(
        text, every(text, "person", "Luis Boraque", "Boraque"), [says(text, "The Boraque administration"), says(text, "The government")]
    )
    assert found.refers[at(text, "The Boraque administration")] == found.refers[at(text, "The government")]


def test_a_state_told_of_by_its_people_is_called_by_its_name() -> None:
    text = "The Lebanese said they would not wait."
    found = find_actors(text, every(text, "nationality", "Lebanese"), [says(text, "The Lebanese")])
    assert [(a.name, a.kind) for a in found.actors] == [("Lebanon", "state")]


def test_the_government_of_a_foreign_leader_is_not_the_countrys() -> None:
    text = "Iraq denied the claim in Iraq. Nicolas Maduro spoke in Iraq. Later the Maduro regime said so."
    found = find_actors(text, every(text, "person", "Nicolas Maduro", "Maduro"), [says(text, "Iraq"), says(text, "the Maduro regime")])
    assert found.refers[at(text, "the Maduro regime")] != found.refers[at(text, "Iraq")]
