from __future__ import annotations

import pytest
from telling import at, does, every, named, says

from dateline.actors import find_actors
from dateline.reader.reading import Found, Frame
from dateline.record import Place


def test_full_and_short_names_with_titles_are_one() -> None:
    text = "Kenyan Vice President Amina Otieno spoke in Nairobi. Vice President Otieno left later. Otieno said nothing."
    found = find_actors(text, every(text, "person", "Amina Otieno") + every(text, "person", "Otieno"), [])
    assert len(found.actors) == 1
    actor = found.actors[0]
    assert (actor.name, actor.kind, actor.country, actor.sector) == ("Amina Otieno", "person", "KEN", "GOV")
    assert [r.title for r in actor.roles] == ["Kenyan Vice President", "Vice President"]
    assert any("surname" in b for b in actor.because)


def test_father_and_son_are_two_and_both_names_of_the_father_are_one() -> None:
    text = (
        "General Karim Shah Daoud fought there. Daoud Jr., the son of General Daoud, wrote a letter. "
        "A picture of Daoud Jr., son of General Karim Daoud, was shown."
    )
    names = [*every(text, "person", "Karim Shah Daoud", "Daoud Jr.", "Karim Daoud"), Found(*at(text, "General Daoud"), "person", "name")]
    found = find_actors(text, names, [])
    assert [a.name for a in found.actors] == ["Karim Shah Daoud", "Daoud Jr."]
    assert "Karim Daoud" in found.actors[0].aliases
    assert any("two people" in b for b in found.actors[1].because)


def test_acronym_in_brackets() -> None:
    text = "The Harbour Relief Foundation (HRF) sent food. HRF said more would come."
    found = find_actors(text, every(text, "organization", "Harbour Relief Foundation", "HRF"), [])
    assert [(a.name, a.sector) for a in found.actors] == [("Harbour Relief Foundation", "NGO")]
    assert "HRF" in found.actors[0].aliases


def test_misspellings_of_one_article() -> None:
    text = "Prime Minister Tarek Madbouli spoke. Mabdouli added nothing."
    found = find_actors(text, every(text, "person", "Tarek Madbouli", "Mabdouli"), [])
    assert len(found.actors) == 1


@pytest.mark.parametrize("words", ["Tehran", "Iran", "the Iranians"])
def test_states_by_capital_and_people(words: str) -> None:
    text = f"On Monday {words} said it would not talk."
    found = find_actors(text, every(text, "location", words), [says(text, words)])
    assert [(a.kind, a.country, a.sector) for a in found.actors] == [("state", "IRN", "GOV")]
    assert found.refers[at(text, words)] == "a1"


def test_a_country_without_a_role_is_no_actor() -> None:
    text = "It rained in Iran."
    assert find_actors(text, every(text, "location", "Iran"), []).actors == ()


def test_troops_with_a_demonym_are_of_that_country() -> None:
    text = "Iranian troops crossed the border of Iraq."
    found = find_actors(text, every(text, "nationality", "Iranian"), [does(text, "Iranian troops")])
    assert [(a.kind, a.country, a.sector) for a in found.actors] == [("population", "IRN", "MIL")] or found.actors[0].kind == "organization"
    assert found.actors[0].country == "IRN"


def test_unnamed_people_in_a_role_are_a_population() -> None:
    text = "Two gunmen shot at protesters in Harbour."
    found = find_actors(text, [], [does(text, "Two gunmen", "protesters")])
    assert [(a.name, a.kind, a.sector) for a in found.actors] == [("Two gunmen", "population", "UAF"), ("protesters", "population", "ACT")]


def test_a_description_by_title_refers_to_the_one_who_bears_it() -> None:
    text = "President Luis Ortega met Foreign Minister Ana Prado in Quito. The president said he was glad."
    found = find_actors(text, every(text, "person", "Luis Ortega", "Ana Prado"), [says(text, "The president"), says(text, "he")])
    assert found.refers[at(text, "The president")] == named(found, "Luis Ortega").id
    assert found.refers[at(text, "he was"[:2])] == named(found, "Luis Ortega").id
    assert len(found.actors) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Lead surveyor Ana Pell from the Harbour Institute",
        "Ana Pell of the Harbour Institute",
        "Harbour Institute for Trade President Ana Pell",
    ],
)
def test_a_description_with_a_name_inside_is_the_one_named(words: str) -> None:
    text = f"{words} warned the court. Ana Pell left."
    names = every(text, "person", "Ana Pell") + every(
        text, "organization", "Harbour Institute for Trade" if "Trade" in text else "Harbour Institute"
    )
    found = find_actors(text, names, [does(text, words, "the court")])
    assert [a.name for a in found.actors if "Pell" in a.name] == ["Ana Pell"]
    assert found.of(at(text, words)) == (named(found, "Ana Pell").id,)


@pytest.mark.parametrize("words", ["supporters of Ana Pell from the Harbour Institute", "the lawyer of Ana Pell"])
def test_who_hangs_on_somebody_named_is_another(words: str) -> None:
    text = f"The court heard {words}. Ana Pell left."
    names = every(text, "person", "Ana Pell") + every(text, "organization", "Harbour Institute")
    found = find_actors(text, names, [does(text, "The court", words)])
    assert found.of(at(text, words)) != (named(found, "Ana Pell").id,)


def test_an_organization_named_after_somebody_is_not_he() -> None:
    text = "Hussein opened the Hussein Bin Omar II Aerial Survey Wing. Hussein left."
    names = every(text, "person", "Hussein")[:1] + every(text, "organization", "Hussein Bin Omar II Aerial Survey Wing")
    found = find_actors(text, names, [does(text, "Hussein", "Hussein Bin Omar II Aerial Survey Wing")])
    assert found.actors[0].name == "Hussein"


def test_a_pronoun_between_two_that_fit_stays_open() -> None:
    text = "Boris Petrov and Viktor Ivanov met. He said it was over."
    found = find_actors(text, every(text, "person", "Boris Petrov", "Viktor Ivanov"), [says(text, "He")])
    assert at(text, "He") not in found.refers
    assert "may be" in found.abstained[at(text, "He")]


def test_gender_decides_a_pronoun() -> None:
    text = "Maria Petrova and Viktor Ivanov met. She said it was over."
    found = find_actors(text, every(text, "person", "Maria Petrova", "Viktor Ivanov"), [says(text, "She")])
    assert found.refers[at(text, "She")] == named(found, "Maria Petrova").id


def test_i_is_the_speaker_of_the_quotation() -> None:
    text = "“I will stay,” Maria Petrova said."
    frames = [says(text, "Maria Petrova", content="I will stay"), does(text, "I")]
    found = find_actors(text, every(text, "person", "Maria Petrova"), frames)
    assert found.refers[at(text, "I")] == found.refers[at(text, "Maria Petrova")]


def test_a_nickname_is_a_name_of_the_man() -> None:
    text = "General Karim Daoud led the fight, earning him the nickname ‘The Lion of Harbour’."
    found = find_actors(text, every(text, "person", "Karim Daoud"), [])
    assert "The Lion of Harbour" in found.actors[0].aliases


@pytest.mark.parametrize("words", ["anti-Taliban", "SNS"])
def test_what_is_no_actor(words: str) -> None:
    text = f"The news of {words} spread."
    assert find_actors(text, every(text, "organization", words), []).actors == ()


def test_the_taliban_are_a_group_whatever_the_label() -> None:
    text = "The Taliban entered the town."
    found = find_actors(text, every(text, "nationality", "Taliban"), [does(text, "The Taliban")])
    assert [(a.name, a.kind, a.country, a.sector) for a in found.actors] == [("Taliban", "group", "AFG", "REB")]


def test_skipped_spans_give_nobody() -> None:
    text = "The town. [AFP=Example]"
    assert find_actors(text, every(text, "organization", "AFP"), [], skip=[at(text, "[AFP=Example]")]).actors == ()


def test_a_list_in_one_role_has_all_its_members() -> None:
    text = "Maria Petrova and Viktor Ivanov signed the paper."
    found = find_actors(text, every(text, "person", "Maria Petrova", "Viktor Ivanov"), [does(text, "Maria Petrova and Viktor Ivanov")])
    assert found.of(at(text, "Maria Petrova and Viktor Ivanov")) == ("a1", "a2")


def test_cut_spans_are_made_whole() -> None:
    text = "The Coalition for Unity and Progress (CUP) met. Minister Koonjoo-Shah dwelt on it. At least two policemen were hurt."
    mentions = [Found(*at(text, "Coalition for"), "organization", "name"), Found(*at(text, "Koonjoo-Shah dwelt"), "person", "name")]
    found = find_actors(text, mentions, [does(text, None, "At least two")])
    assert [a.name for a in found.actors] == ["Coalition for Unity and Progress", "Koonjoo-Shah", "At least two policemen"]
    assert found.refers[at(text, "At least two")] == "a3"


def test_the_government_is_of_the_country_of_the_article() -> None:
    text = "Kampala was calm. Uganda voted. The government said so."
    found = find_actors(text, [], [says(text, "The government")])
    assert [(a.kind, a.country, a.sector) for a in found.actors] == [("organization", "UGA", "GOV")]


def test_places_vote_for_the_main_country() -> None:
    text = "In Lohagara the police said so."
    place = {at(text, "Lohagara"): Place("p1", "Lohagara", country="BGD")}
    found = find_actors(text, [], [says(text, "the police")], places=place)
    assert found.actors[0].country == "BGD"


def test_nothing_in_nothing_out() -> None:
    assert find_actors("", [], []).actors == ()
    assert find_actors("Anna", [Found(0, 4, "person", "name")], [Frame("deed", None, ())]).actors[0].name == "Anna"


def test_the_same_input_gives_the_same_answer() -> None:
    text = "Maria Petrova met Viktor Ivanov and the Taliban. She said protesters had gone."
    mentions = every(text, "person", "Maria Petrova", "Viktor Ivanov") + every(text, "organization", "Taliban")
    frames = [says(text, "She"), does(text, "protesters")]
    assert find_actors(text, mentions, frames) == find_actors(text, list(reversed(mentions)), list(reversed(frames)))


def test_a_first_name_labelled_an_organization_is_the_person_told_before() -> None:
    text = "Somchai Wattana spoke in Bangkok. Somchai later left."
    found = find_actors(text, [*every(text, "person", "Somchai Wattana"), Found(*at(text, "Somchai", 1), "organization", "name")], [])
    assert [a.name for a in found.actors] == ["Somchai Wattana"]


@pytest.mark.parametrize("words", ["Ana Pell's success", "the fight in Tamsk", "Pell-backing"])
def test_things_and_adjectives_in_a_role_are_no_party(words: str) -> None:
    text = f"The court rejected {words}."
    found = find_actors(text, [], [does(text, "The court", words)])
    assert [a.name for a in found.actors] == ["The court"]


def test_a_seat_is_no_party() -> None:
    text = "Senator Ana Pell (R-Ala.) and Omar Segal, R-Ky., spoke."
    names = [*every(text, "person", "Ana Pell", "Omar Segal", "R-Ky"), *every(text, "organization", "R-Ala")]
    found = find_actors(text, names, [says(text, "Ana Pell")])
    assert [a.name for a in found.actors] == ["Ana Pell", "Omar Segal"]


@pytest.mark.parametrize("words", ["Ana Pell Donor", "a former aide to Sen. Ana Pell", "the adviser to President Ana Pell"])
def test_who_helps_somebody_is_another(words: str) -> None:
    text = f"The court heard {words}. Ana Pell left."
    found = find_actors(text, every(text, "person", "Ana Pell"), [does(text, "The court", words)])
    pell = named(found, "Ana Pell")
    assert found.of(at(text, words)) != (pell.id,)
    assert not any("aide" in r.title or "adviser" in r.title for r in pell.roles)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Carlos] Ruiz", "Carlos Ruiz"),
        ("El Mayo” Ruiz", "El Mayo Ruiz"),
        ("Ana “Pepa” Ruiz", "Ana “Pepa” Ruiz"),
        ("Harbour (HP", "Harbour HP"),
    ],
)
def test_half_a_bracket_is_no_part_of_a_name(told: str, name: str) -> None:
    text = f"On Monday {told} spoke."
    assert [a.name for a in find_actors(text, every(text, "person", told), []).actors] == [name]


def test_what_the_text_gives_in_brackets_is_the_same_body_whatever_is_well_known() -> None:
    text = "The Tamsk Harbour Agency (NPA) opened. The NPA closed."
    names = [*every(text, "organization", "Tamsk Harbour Agency"), *every(text, "organization", "NPA")]
    assert [a.name for a in find_actors(text, names, []).actors] == ["Tamsk Harbour Agency"]


def test_a_body_told_in_brackets_before_its_head_is_not_who_speaks() -> None:
    text = "Harbour Party (HP) Chairman Sami Odeh spoke."
    names = [*every(text, "organization", "Harbour Party", "HP"), *every(text, "person", "Sami Odeh")]
    found = find_actors(text, names, [does(text, "Harbour Party (HP) Chairman Sami Odeh")])
    assert found.refers[at(text, "Harbour Party (HP) Chairman Sami Odeh")] == named(found, "Sami Odeh").id
    assert "Sami Odeh" not in " ".join(named(found, "HP").aliases)
