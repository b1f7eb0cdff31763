"""Words for two who were just told of."""

from __future__ import annotations

import pytest
from telling import at, does, every, named

from dateline.actors import find_actors


@pytest.mark.parametrize("words", ["The two leaders", "The pair", "Both men", "The two", "Both presidents"])
def test_two_persons_told_just_before_are_the_two(words: str) -> None:
    text = f"Amina Otieno met Karim Haddad in the port. {words} agreed on a plan."
    found = find_actors(text, every(text, "person", "Amina Otieno", "Karim Haddad"), [does(text, words)])
    assert found.of(at(text, words)) == (named(found, "Amina Otieno").id, named(found, "Karim Haddad").id)
    assert len(found.actors) == 2


def test_two_sides_are_two_bodies_or_states() -> None:
    text = "The Harbour Bank and the Tamsk Board signed a deal. The two sides praised it."
    found = find_actors(text, every(text, "organization", "Harbour Bank", "Tamsk Board"), [does(text, "The two sides")])
    assert len(found.of(at(text, "The two sides"))) == 2


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Amina Otieno saw Karim Haddad; Ana Pell saw Bo Lind.", "The two leaders"),
        ("Amina Otieno was in the port.", "The two leaders"),
        ("Amina Otieno met Karim Haddad.", "The two eternal twins"),
    ],
)
def test_where_more_or_fewer_come_in_question_nobody_is(before: str, words: str) -> None:
    text = f"{before} {words} agreed on a plan."
    role = "The two" if "twins" in words else words
    found = find_actors(text, every(text, "person", "Amina Otieno", "Karim Haddad", "Ana Pell", "Bo Lind"), [does(text, role)])
    assert len(found.of(at(text, role))) < 2
