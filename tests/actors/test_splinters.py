"""Names that the tagger cut into pieces."""

from __future__ import annotations

import pytest
from telling import at, every

from dateline.actors import find_actors
from dateline.reader.reading import Found


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("He named B Y Vijayan on Monday.", ("B", "Y Vijayan"), "B Y Vijayan"),
        ("The envoy Alya Samir Borhan came.", ("Alya", "Samir Borhan"), "Alya Samir Borhan"),
    ],
)
def test_pieces_side_by_side_are_one_name(text: str, pieces: tuple[str, str], whole: str) -> None:
    found = find_actors(text, [Found(*at(text, f"{p} "), "person", "name") for p in (pieces[0],)] + every(text, "person", pieces[1]), [])
    assert [a.name for a in found.actors] == [whole]


def test_a_month_beside_a_number_is_nobody() -> None:
    text = "On 6 May the vote was held."
    assert find_actors(text, every(text, "person", "May"), []).actors == ()


def test_a_part_of_a_name_in_brackets_is_nobody_else() -> None:
    text = "President (Karim) Haddad must go."
    assert [a.name for a in find_actors(text, every(text, "person", "Karim", "Haddad"), []).actors] == ["Haddad"]


def test_two_countries_joined_are_no_organization() -> None:
    text = "The Japan-EU pact was signed."
    assert find_actors(text, every(text, "organization", "Japan-EU"), []).actors == ()


def test_a_foundation_named_for_a_person_is_none() -> None:
    text = "The Fundación Elena Barrios was closed. Elena Barrios wept."
    found = find_actors(text, every(text, "person", "Fundación Elena Barrios", "Elena Barrios"), [])
    assert sorted(a.kind for a in found.actors) == ["organization", "person"]


def test_a_prince_is_not_taken_for_a_namesake_without_a_crown() -> None:
    text = "Crown Prince Hussein came. Secretary General Hussein Sheikhan was there."
    found = find_actors(text, [*every(text, "person", "Hussein Sheikhan"), Found(*at(text, "Hussein"), "person", "name")], [])
    assert len(found.actors) == 2
