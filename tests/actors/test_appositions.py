"""What stands after a name."""

from __future__ import annotations

from dateline.actors.appositions import description_after


def test_the_description_after_a_name() -> None:
    text = "Omid Karimi, a deputy spokesman for the national police, said so."
    span = description_after(text, len("Omid Karimi"), len(text))
    assert span and text[slice(*span)] == "a deputy spokesman for the national police"
