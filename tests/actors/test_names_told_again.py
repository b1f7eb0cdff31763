"""Names told again in fewer words."""

from __future__ import annotations

import pytest
from telling import does, every

from dateline.actors import find_actors


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("John G. Ferris Jr.", "Ferris"),
        ("Luther Pate IV", "Pate"),
        ("Melissa Mark-Benito", "Mark-Benito"),
        ("Bruce Ash", "Ash"),
        ("Olivia King", "King"),
        ("Ana Maria Lopez Olmedo", "AMLO"),
    ],
)
def test_a_person_told_again_is_the_same(full: str, short: str) -> None:
    text = f"On Monday {full} left. On Tuesday {short} came back."
    names = [m for m in every(text, "person", full, short) if not (m.start > 10 and m.end <= 10 + len(full))]
    assert [a.name for a in find_actors(text, names, []).actors] == [full]


def test_the_junior_of_two_is_another() -> None:
    text = "Duncan Ferris Sr. left. Duncan Ferris came back."
    names = every(text, "person", "Duncan Ferris Sr.", "Duncan Ferris")
    assert len(find_actors(text, [m for m in names if m.start != 0 or m.end == 17], []).actors) == 2


def test_initials_known_for_another_body_are_those_of_the_one_told_in_full() -> None:
    text = "The Rapid Support Forces fled. The RSF came back."
    found = find_actors(text, every(text, "organization", "Rapid Support Forces", "RSF"), []).actors
    assert [(a.name, a.country) for a in found] == [("Rapid Support Forces", "SDN")]


@pytest.mark.parametrize(("full", "short"), [("Washington Post", "Post"), ("New York Times", "Times"), ("ABC News", "ABC")])
def test_a_newspaper_is_called_by_less(full: str, short: str) -> None:
    text = f"The {full} left on Monday. Then {short} came back."
    names = [m for m in every(text, "organization", full, short) if m.start > 20 or (m.end == 4 + len(full) and m.start == 4)]
    assert [a.name for a in find_actors(text, names, []).actors] == [full]


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        ("Emmanuel Macron left. Then the French president came back.", "Emmanuel Macron", "the French president"),
        ("Gov. Ann Dale left. Then the governor came back.", "Ann Dale", "the governor"),
        ("Rep. Tim Ross left. Then the congressman came back.", "Tim Ross", "the congressman"),
    ],
)
def test_a_holder_of_an_office_is_told_again_by_it(text: str, name: str, described: str) -> None:
    found = find_actors(text, every(text, "person", name), [does(text, name), does(text, described)]).actors
    assert [a.name for a in found] == [name]


def test_initials_spelt_out_are_of_nobody_else() -> None:
    text = "The Staff Union of Northern Academies (SUNA) met. The Northern Academies Staff Union left. SUNA came back."
    names = every(text, "organization", "Staff Union of Northern Academies", "SUNA", "Northern Academies Union Staff")
    assert len(find_actors(text, names, []).actors) == 1
    text = "The Academy Staff of Northern Universities left. The Northern Union of Academy Staff (NUAS) came back."
    names = every(text, "organization", "Academy Staff of Northern Universities", "Northern Union of Academy Staff", "NUAS")
    assert len(find_actors(text, names, []).actors) == 2


def test_a_plan_of_a_body_is_not_the_body() -> None:
    text = "The Harbour Union Commission Department of Trade met. The Harbour Union left."
    names = [
        m
        for m in every(text, "organization", "Harbour Union Commission Department of Trade", "Harbour Union")
        if m.end - m.start > 20 or m.start > 20
    ]
    assert len(find_actors(text, names, []).actors) == 2
