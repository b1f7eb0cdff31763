"""Descriptions that stand beside a name, and those that the opening of a report keeps back."""

from __future__ import annotations

import pytest
from telling import at, does, every, named, says

from dateline.actors import find_actors


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nadia Ferrer, a lawyer from Oran, was jailed.", "a lawyer"),
        ("Her husband, the former minister Karim Haddad, was jailed.", "Her husband"),
        ("Police held the union leader, Otto Lindqvist, on Monday.", "the union leader"),
        ("They killed his uncle, Karim Haddad after a coup.", "his uncle"),
        ("Harbour war hero, General Karim Haddad, was mourned.", "Harbour war hero"),
        ("Otto Lindqvist, president of Harbour Watch, and two aides were held.", "president of Harbour Watch"),
    ],
)
def test_the_one_who_is_named_is_meant(text: str, words: str) -> None:
    people = ("Nadia Ferrer", "Karim Haddad", "Otto Lindqvist")
    found = find_actors(text, every(text, "person", *people), [does(text, None, words)])
    assert found.refers[at(text, words)] == next(a for a in found.actors if a.name in people).id


def test_a_description_that_a_list_gives_to_the_next_name() -> None:
    text = "Present were Anna Weber, the chairperson of the Harbour Committee, Mr Otto Lindqvist, and others."
    found = find_actors(text, every(text, "person", "Anna Weber", "Otto Lindqvist"), [])
    assert not any("chairperson" in r.title for r in named(found, "Anna Weber").roles)


def test_the_subject_behind_an_introduction_is_no_description() -> None:
    text = "In a speech read by Crown Prince Karim Haddad, the emir said a decree would follow. Emir Omar Said was ill."
    found = find_actors(text, every(text, "person", "Karim Haddad", "Omar Said"), [says(text, "the emir")])
    assert found.refers.get(at(text, "the emir")) != named(found, "Karim Haddad").id


def test_initials_of_a_title_are_its_bearer() -> None:
    text = "Additional Superintendent of Police Iraj Mohan spoke. The ASP said two men were held."
    found = find_actors(text, every(text, "person", "Iraj Mohan"), [says(text, "The ASP")])
    assert found.refers[at(text, "The ASP")] == named(found, "Iraj Mohan").id


def test_somebody_named_later_with_the_same_title() -> None:
    text = "A police inspector was charged with fraud. Inspector Karim Haddad denied it. Anna Weber heard the case."
    found = find_actors(text, every(text, "person", "Karim Haddad", "Anna Weber"), [does(text, None, "A police inspector")])
    assert len([a for a in found.actors if a.kind == "person"]) in (2, 3)
    text = "A businessman was held on Monday. Officers took businessman Karim Haddad from his home."
    found = find_actors(text, every(text, "person", "Karim Haddad"), [does(text, None, "A businessman")])
    assert found.refers[at(text, "A businessman")] == named(found, "Karim Haddad").id


def test_premier_and_prime_minister_are_one_post() -> None:
    text = "Prime Minister Tarek Haddad spoke. The premier left early."
    found = find_actors(text, every(text, "person", "Tarek Haddad"), [says(text, "The premier")])
    assert found.refers[at(text, "The premier")] == named(found, "Tarek Haddad").id


def test_a_rank_behind_an_office_hides_it_not() -> None:
    text = "Prime Minister Gen Tarek Haddad met Labour Minister Omar Said. The prime minister left."
    found = find_actors(text, every(text, "person", "Tarek Haddad", "Omar Said"), [does(text, "The prime minister")])
    assert found.refers[at(text, "The prime minister")] == named(found, "Tarek Haddad").id
    assert named(found, "Tarek Haddad").sector == "GOV"


def test_a_title_tells_more_of_a_man_than_his_kin() -> None:
    text = "They killed his uncle, President Karim Haddad, in Basra."
    found = find_actors(text, every(text, "person", "Karim Haddad"), [does(text, None, "his uncle")])
    assert named(found, "Karim Haddad").sector == "GOV"


def test_a_movement_told_with_its_country_and_aim_is_the_one_named() -> None:
    text = "He led Algeria's pro-democracy Hirak movement. Hirak marched."
    found = find_actors(
        text,
        every(text, "organization", "Hirak"),
        [does(text, None, "Algeria's pro-democracy Hirak movement"), does(text, "Hirak", actor_nth=1)],
    )
    assert found.refers[at(text, "Algeria's pro-democracy Hirak movement")] == named(found, "Hirak").id
