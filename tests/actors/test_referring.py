"""Descriptions of somebody told of before."""

from __future__ import annotations

import pytest
from telling import at, does, every, named, says

from dateline.actors import find_actors


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("spokesperson for the Iranian Foreign Ministry", "The spokesperson"),
        ("Ambassador of Norway to Iraq", "The ambassador"),
    ],
)
def test_a_foreigner_whose_post_is_not_one_a_country(title: str, words: str) -> None:
    text = f"Iraq mourned. The {title}, Dr Karim Haddad, came to Iraq. It rained in Iraq. Shops were shut in Iraq. {words} left."
    nth = text.count(words) - 1
    found = find_actors(text, every(text, "person", "Karim Haddad"), [does(text, words, actor_nth=nth)])
    assert found.refers[at(text, words, nth)] == named(found, "Karim Haddad").id


def test_the_president_is_not_another_countrys() -> None:
    text = "Iraq mourned. US President Joel Boden spoke. It rained in Iraq. Shops were shut in Iraq. The president left Iraq."
    found = find_actors(text, every(text, "person", "Joel Boden"), [does(text, "The president")])
    assert found.refers[at(text, "The president")] != named(found, "Joel Boden").id


def test_the_former_leader_is_nobody_in_office() -> None:
    text = "President Luo Ping spoke in China. The former leader was mourned in China."
    found = find_actors(text, every(text, "person", "Luo Ping"), [does(text, None, "The former leader")])
    assert found.refers.get(at(text, "The former leader")) != named(found, "Luo Ping").id


def test_the_suspect_is_not_the_captain_who_told_of_him() -> None:
    text = "A man was held. Captain Karim Haddad said so. The suspect will appear in court."
    found = find_actors(text, every(text, "person", "Karim Haddad"), [says(text, "Karim Haddad"), does(text, None, "The suspect")])
    assert found.refers.get(at(text, "The suspect")) != named(found, "Karim Haddad").id


def test_police_are_the_one_police_told_of() -> None:
    text = "Officers of the Northmark prefectural police came. Police held two men."
    found = find_actors(text, every(text, "organization", "Northmark prefectural police"), [does(text, "Police")])
    assert found.refers[at(text, "Police")] == named(found, "Northmark prefectural police").id


def test_his_government_is_not_the_past_one() -> None:
    text = "Iraq waits in Iraq. The past government of Karim Haddad spent it. Omar Salim said his government would not."
    mentions = every(text, "person", "Karim Haddad", "Omar Salim")
    found = find_actors(text, mentions, [does(text, "The past government of Karim Haddad"), does(text, "his government")])
    assert found.refers[at(text, "The past government of Karim Haddad")] != found.refers[at(text, "his government")]


@pytest.mark.parametrize(
    ("title", "name", "words"),
    [
        ("leader of the Harbour League,", "Joel Boden", "The Iraqi leader"),
        ("President", "Barack Obama", "The Iraqi president"),
        ("President", "Luo Ping", "The former president"),
    ],
)
def test_the_title_alone_does_not_make_him_a_countrys(title: str, name: str, words: str) -> None:
    text = f"Iraq mourned. The {title} {name} spoke in Iraq. {words} was mourned in Iraq."
    found = find_actors(text, every(text, "person", name), [does(text, None, words)])
    assert found.refers.get(at(text, words)) != named(found, name).id


def test_the_president_of_the_republic_is_the_countrys() -> None:
    text = "Iraq mourned. Karim Haddad, President of the Republic, spoke in Iraq. The Iraqi president was late."
    found = find_actors(text, every(text, "person", "Karim Haddad"), [does(text, "The Iraqi president")])
    assert found.refers[at(text, "The Iraqi president")] == named(found, "Karim Haddad").id


def test_the_party_is_whatever_body_spoke_in_the_sentence_before() -> None:
    text = "Jana e Umma told the council that it was late. The party wants a vote."
    found = find_actors(text, every(text, "organization", "Jana e Umma"), [says(text, "Jana e Umma"), says(text, "The party")])
    assert found.refers[at(text, "The party")] == named(found, "Jana e Umma").id
