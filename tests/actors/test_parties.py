"""Roles filled by two, and spans that are cut short."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import at, does, every, named

from dateline.actors import find_actors
from dateline.actors.parties import bare
from dateline.actors.scene import make_scene
from dateline.reader.reading import SAYING, Frame, Role


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Meles Haile and leaders of opposition parties", 2),
        ("Trucker unions and lumber workers", 2),
        ("The provincial governor and other local officials", 2),
        ("Saudi Arabia-Iran", 2),
        ("Judges and prosecutors", 1),
        ("The minister and party leader", 1),
        ("The families of victims and survivors", 1),
    ],
)
def test_who_is_listed(words: str, count: int) -> None:
    text = f"{words} met on Monday."
    found = find_actors(text, every(text, "person", "Meles Haile"), [does(text, words)])
    assert len(found.of(at(text, words))) == count


@pytest.mark.parametrize(
    ("cut", "name"),
    [
        ("massive police", "massive police forces"),
        ("two Catholic television", "two Catholic television channels"),
        ("people who", "people"),
    ],
)
def test_a_noun_phrase_is_taken_to_its_head(cut: str, name: str) -> None:
    text = "They sent massive police forces to close two Catholic television channels and hold people who marched."
    found = find_actors(text, [], [does(text, None, cut)])
    assert [a.name for a in found.actors] == [name]


def test_an_agency_in_a_dateline_and_a_name_in_brackets_are_no_actors() -> None:
    text = "harbour News, 24 March - Anna Weber (HW-Northmark) spoke."
    names = [*every(text, "organization", "harbour News", "HW-Northmark"), *every(text, "person", "Anna Weber")]
    assert [a.name for a in find_actors(text.replace("harbour", "Harbour"), names, []).actors] == ["Anna Weber"]


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("He rejected the government's plan.", "the government's", "the government"),
        ("The Harbour Union (HU) opposition party marched.", "HU) opposition party", "opposition party"),
        ("Talks with the US failed.", "US", "US"),
        ("TAMSK - The minister spoke.", "TAMSK - The minister", "The minister"),
        ("He met UN - appointed envoys.", "UN - appointed envoys", "UN - appointed envoys"),
    ],
)
def test_a_role_without_what_hangs_on_it(text: str, role: str, words: str) -> None:
    scene = make_scene(text, (), (), {}, None, (), None, "")
    start, end = bare(scene, at(text, role))
    assert text[start:end] == words


def test_us_in_capitals_is_the_country() -> None:
    text = "China accused US on Monday."
    found = find_actors(text, every(text, "location", "China", "US"), [does(text, "China", "US")])
    assert found.refers[at(text, "US")] == named(found, "US").id


def test_a_role_ends_before_its_own_telling_word() -> None:
    text = "The minister states that the dam is full."
    frame = Frame(SAYING, at(text, "states"), (Role("speaker", *at(text, "The minister states")),))
    assert [a.name for a in find_actors(text, [], [frame]).actors] == ["The minister"]


def test_a_role_that_runs_on_over_a_verb_is_its_name() -> None:
    text = "His company Basra Trade made headlines in Iraq."
    found = find_actors(text, every(text, "organization", "Basra Trade"), [does(text, "His company Basra Trade made headlines in Iraq")])
    assert [a.name for a in found.actors] == ["Basra Trade"]


@pytest.mark.parametrize(
    ("role", "name", "his"),
    [
        ("head of industry Sami Odeh", "Sami Odeh", True),
        ("one of the authors, Ana Ruiz", "Ana Ruiz", True),
        ("Kenya's Ruth Otieno", "Ruth Otieno", True),
        ("Rep. Ruth Otieno of the ruling Harbour Party", "Ruth Otieno", True),
        ("the minister of labour and jobs, Ana Ruiz", "Ana Ruiz", True),
        ("the government of President Ana Ruiz", "Ana Ruiz", False),
        ("a brother of the minister, Ana Ruiz", "Ana Ruiz", False),
        ("the members headed by Ana Ruiz", "Ana Ruiz", False),
        ("an official of state stockpiler Ruiz", "Ruiz", False),
    ],
)
def test_a_description_that_ends_in_a_name(role: str, name: str, his: bool) -> None:
    text = f"On Monday {role} met the press."
    names = [*every(text, "person", name), *every(text, "location", "Kenya"), *every(text, "organization", "Harbour Party")]
    found = find_actors(text, names, [does(text, role)])
    assert (found.refers[at(text, role)] == named(found, name).id) is his


@pytest.mark.parametrize(
    ("longer", "shorter", "parties"),
    [
        ("the envoy of the league", "the envoy", 1),
        ("four angry members", "angry members", 1),
        ("the envoy and other members", "the envoy", 2),
        ("relatives of the members", "the members", 2),
    ],
)
def test_one_phrase_cut_at_two_lengths_is_one_party(longer: str, shorter: str, parties: int) -> None:
    text = f"They fought {longer} on Monday."
    found = find_actors(text, [], [does(text, longer, shorter)])
    assert len(found.actors) == parties


@pytest.mark.parametrize("words", ["No group", "Nobody", "None of the rebels", "the government-sponsored", "a state-controlled"])
def test_nobody_and_what_somebody_is_like_are_no_parties(words: str) -> None:
    text = f"{words} claimed the attack."
    assert find_actors(text, [], [does(text, words)]).actors == ()


def test_the_people_of_a_country_are_a_crowd() -> None:
    text = "Days of protests by Turks went on. The Turks came again. People fled."
    found = find_actors(text, every(text, "nationality", "Turks"), [does(text, "Turks"), does(text, "The Turks"), does(text, "People")])
    turks = named(found, "Turks")
    assert (turks.kind, turks.country, turks.sector) == ("population", "TUR", "CVL")
    assert found.refers[at(text, "The Turks")] == turks.id != found.refers.get(at(text, "People"))


@pytest.mark.parametrize(
    ("text", "cut", "name"),
    [
        ("A Turkish policeman shot him.", "A Turkish", "A Turkish policeman"),
        ("He met a Syrian human rights activist.", "a Syrian", "a Syrian human rights activist"),
        ("He fell in Ankara, the Turkish capital, on Monday.", "the Turkish", None),
    ],
)
def test_a_nationality_alone_is_no_party(text: str, cut: str, name: str | None) -> None:
    found = find_actors(text, [], [does(text, cut)])
    assert [a.name for a in found.actors] == ([name] if name else [])


@pytest.mark.parametrize(("score", "label", "there"), [(0.6, "location", True), (0.1, "location", False), (0.6, "nationality", False)])
def test_a_name_that_the_reader_all_but_marks_is_a_party(score: float, label: str, there: bool) -> None:
    text = "Fishermen shelled the port of Norwegian Oslo and Norway." if label == "location" else "Fishermen shelled the Norwegian port."
    name = "Norway" if label == "location" else "Norwegian"
    leaning = Role("recipient", *at(text, name), score)
    found = find_actors(text, every(text, label, name), [replace(does(text, "Fishermen"), leanings=(leaning,))])
    assert any(a.country == "NOR" and a.kind == "state" for a in found.actors) is there
