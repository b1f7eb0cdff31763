"""Kinship told in the text parts people whose names are alike."""

from __future__ import annotations

import pytest
from telling import every

from dateline.actors import find_actors


def names(text: str, *people: str) -> list[tuple[str, int]]:
    """Actors with the number of the places that name them."""
    found = find_actors(text, every(text, "person", *people), [])
    return [(a.name, sum(i == a.id for i in found.refers.values())) for a in found.actors]


def test_a_son_who_bears_his_fathers_names_is_another() -> None:
    text = "Sheikh Musa Haroun called for calm. His eldest son, Haroun Musa Haroun, was appointed governor. Haroun left on Friday."
    assert names(text, "Haroun Musa Haroun", "Musa Haroun", ["Haroun", "left"][0]) == [("Musa Haroun", 1), ("Haroun Musa Haroun", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Musa Haroun called for calm. Ali Musa Haroun was appointed governor.",
        "Ali Musa Haroun called for calm. His eldest son was in the room. Musa Haroun left.",
    ],
)
def test_a_longer_name_alone_parts_nobody(text: str) -> None:
    assert len(names(text, "Ali Musa Haroun", "Musa Haroun")) == 1


def test_a_nickname_behind_another_noun_is_of_another() -> None:
    text = "Musa Haroun talked with the dealer known as Karl the Fox about the hostages."
    assert names(text, "Musa Haroun", "Karl", "Fox")[0] == ("Musa Haroun", 1)
    assert {n for n, _ in names(text, "Musa Haroun", "Karl", "Fox")} == {"Musa Haroun", "Karl the Fox"}


@pytest.mark.parametrize(
    "text", ["Known widely as “Karl,” Musa Haroun ran the port.", "Musa Haroun, a dealer known as “Karl”, ran the port."]
)
def test_a_nickname_beside_the_name_is_its_own(text: str) -> None:
    assert [n for n, _ in names(text, "Musa Haroun", "Karl")] == ["Musa Haroun"]


def test_who_bears_the_whole_name_of_another_is_not_he() -> None:
    text = "Sheikh Nasir Musa Idris Haroun opened the session. Musa Idris Haroun, the emir, was away."
    assert [n for n, _ in names(text, "Nasir Musa Idris Haroun", "Musa Idris Haroun")] == ["Nasir Musa Idris Haroun", "Musa Idris Haroun"]


@pytest.mark.parametrize(
    "text", ["Okello called Brandt a liar.", "Okello later dubbed Brandt the king of lies.", "Okello studied in Dhaka Brandt said."]
)
def test_who_calls_another_names_is_not_he(text: str) -> None:
    assert [n for n, _ in names(text, "Okello", "Brandt")] == ["Okello", "Brandt"]


def test_who_is_called_something_bears_it_as_a_name() -> None:
    text = "Okello, called “Karl” by his friends, ran the port."
    assert [n for n, _ in names(text, "Okello", "Karl")] == ["Okello"]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Okello, hoping for the votes of the north, called Brandt a liar. Brandt left.",
        "Omar Okello, also a rival, called Brandt “abhorrent” on Sunday. Brandt left.",
    ],
)
def test_calling_somebody_something_behind_an_aside_names_nobody(text: str) -> None:
    assert names(text, "Omar Okello", "Brandt") == [("Omar Okello", 1), ("Brandt", 2)]


def test_called_behind_a_comma_names_where_nothing_follows() -> None:
    text = "Omar Okello, called Fox, left. Fox said nothing."
    assert names(text, "Omar Okello", "Fox") == [("Omar Okello", 3)]


def test_a_surname_told_before_its_only_bearers_kin_is_the_others() -> None:
    text = "Haroun called for calm. His son, Idris Haroun, left. Haroun said nothing more."
    assert names(text, "Idris Haroun", "Haroun") == [("Haroun", 2), ("Idris Haroun", 1)]


def test_a_relative_who_is_told_first_keeps_the_surname() -> None:
    text = "Her father, Karim Aziz, left. Aziz said nothing. Aziz wept."
    assert names(text, "Karim Aziz", "Aziz") == [("Karim Aziz", 3)]


@pytest.mark.parametrize(("bearer", "people"), [("Olga Putin", 2), ("Vladimir V. Putin", 1), ("Vova Putin", 1)])
def test_a_figures_surname_told_before_is_the_figures(bearer: str, people: int) -> None:
    text = f"Putin spoke in Tamsk. {bearer} came later."
    assert len(names(text, bearer, "Putin")) == people


def test_a_nickname_may_hold_small_words() -> None:
    text = "Musa Haroun (popularly known as Karl ka Tamsk) ran the port."
    found = find_actors(text, every(text, "person", "Musa Haroun", "Karl ka Tamsk"), [])
    assert [(a.name, a.aliases) for a in found.actors] == [("Musa Haroun", ("Karl ka Tamsk",))]
