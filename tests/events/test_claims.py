"""Standing claims, and ordinary sentences that claim nothing of the kind."""

from __future__ import annotations

import pytest

from dateline.events.claims import find_claims
from dateline.record import Actor, Claim, Place, Statement

ACTORS = [
    Actor("a1", "Okello", "person", country="RUV", sector="REB"),
    Actor("a2", "the Front", "group", country="RUV", sector="GOV"),
    Actor("a3", "Bello", "person", sector="CVL"),
]
PLACES = [Place("p1", "Ruvia", country="RUV", precision="country"), Place("p2", "Tamsk", country="RUV", precision="city")]


def claims(*said: tuple[str, str, str]) -> list[Claim]:
    """`said` are speaker, kind and words; words before a "|" are the telling word."""
    text, statements = "", []
    for i, (who, kind, words) in enumerate(said, 1):
        cue, _, content = words.rpartition("|")
        at = len(text) + len(words) - len(content)
        telling = (len(text), len(text) + len(cue)) if cue else None
        denied = cue.startswith(("den", "reject"))
        statements.append(Statement(f"s{i}", who, ((at, at + len(content)),), telling, kind, negated=denied))
        text += words + "\n"
    return list(find_claims(text, statements, actors=ACTORS, places=PLACES))


@pytest.mark.parametrize(
    ("how", "words", "kind", "object"),
    [
        ("direct", "I am the head of this country.", "office", "head of Ruvia"),
        ("direct", "I am the legitimate president.", "office", "president of Ruvia"),
        ("direct", "I am still the head of state", "office", "head of state of Ruvia"),
        ("indirect", "that he is the rightful president of Ruvia", "office", "president of Ruvia"),
        ("indirect", "himself interim president", "office", "interim president of Ruvia"),
        ("indirect", "they will establish a new government in Ruvia", "government", "government in Ruvia"),
        ("direct", "We are the only legitimate authority", "government", "authority of Ruvia"),
        ("direct", "Tamsk is an integral part of Ruvia.", "territory", "Tamsk"),
        ("indirect", "that its fighters had captured Tamsk", "territory", "control of Tamsk"),
        ("indirect", "responsibility for the attack on Tamsk", "responsibility", "responsibility for the attack on Tamsk"),
        ("indirect", "that the Front was behind the bombing", "responsibility", "responsibility for the bombing"),
        ("indirect", "that at least 12 people were killed", "toll", "at least 12 people killed"),
        ("indirect", "that it would not recognise Okello as president", "recognition", "no recognition of Okello"),
        ("direct", "We will never recognise the military government.", "recognition", "no recognition of the military government"),
        ("indirect", "it recognised the Ruvian government", "recognition", "recognition of the Ruvian government"),
        ("direct", "This election is unconstitutional.", "legality", "legality of This election"),
        ("indirect", "that the annexation violated international law", "legality", "legality of the annexation"),
        (
            "mixed",
            "called|the 2016 decision by the court in Tamsk “illegal and invalid",
            "legality",
            "legality of the 2016 decision by the court",
        ),
        ("indirect", "it has sovereignty and other rights over Tamsk", "territory", "sovereignty over Tamsk"),
        ("indirect", "that the election was legal", "legality", "legality of the election"),
        ("direct", "I am the only commander of the legitimate Front", "office", "commander of the legitimate Front"),
        ("indirect", "that Bello is the legitimate president of Ruvia", "office", "president of Ruvia"),
        ("indirect", "himself winner of the election", "office", "winner of the election of Ruvia"),
        ("direct", "We have won the presidential election.", "office", "winner of the presidential election of Ruvia"),
        ("direct", "I am not the president.", "office", "not president of Ruvia"),
        ("direct", "The State Council is the only lawful government of Ruvia", "government", "government of Ruvia"),
        ("mixed", "that the Front “is now the legitimate authority in all of Tamsk", "government", "authority in all of Tamsk"),
        ("direct", "We are the owners of this land, not guests.", "territory", "owner of this land"),
        ("indirect", "that its forces had liberated the city", "territory", "control of the city"),
        ("indirect", "sovereignty over the disputed islands", "territory", "sovereignty over the disputed islands"),
        ("direct", "This valley is ours.", "territory", "This valley"),
        (
            "direct",
            "This is the work of the smugglers and their friends",
            "responsibility",
            "responsibility of the smugglers and their friends",
        ),
        ("indirect", "blamed|the Front for the bombing in Tamsk", "responsibility", "responsibility for the bombing in Tamsk"),
        ("indirect", "accused|the Front of carrying out the attack", "responsibility", "responsibility for the attack"),
        ("indirect", "denied|any involvement in the attack", "responsibility", "no responsibility for the attack"),
        ("indirect", "denied|the involvement of his party", "responsibility", "no responsibility"),
        ("indirect", "that the death toll had risen to 31", "toll", "31 dead"),
        ("indirect", "31 dead and more than 60 wounded", "toll", "31 dead"),
        ("indirect", "that the army had killed 12 civilians", "toll", "12 civilians killed"),
        ("direct", "We have an exclusive right to the river.", "territory", "right to the river"),
        ("indirect", "that Ruvia has every right to use the waters of the lake", "territory", "right to the waters"),
        ("indirect", "accused|the Front of colluding with smugglers", "responsibility", "responsibility for colluding with smugglers"),
        ("indirect", "accused|the Front of being the masterminds of the raid", "responsibility", "responsibility for the raid"),
        ("direct", "The Front is to blame for the shortage.", "responsibility", "responsibility for the shortage"),
        ("indirect", "claimed|victory in the election", "office", "winner of the election of Ruvia"),
        ("direct", "This decree fully complies with the constitution.", "legality", "legality of This decree"),
    ],
)
def test_claim(how: str, words: str, kind: str, object: str) -> None:
    (c,) = claims(("a1", how, words))
    assert (c.kind, c.claimant, c.object) == (kind, "a1", object)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("direct", "He is the president of the chess club."),
        ("direct", "She is a leader."),
        ("indirect", "that Bello is the president of Ruvia"),
        ("indirect", "that if the election was legal nobody would complain"),
        ("indirect", "blamed|the weather for the delay"),
        ("indirect", "that they won the vote of confidence in 1990 by the work of friends"),
        ("direct", "We are the owners of two restaurants."),
        ("indirect", "the public to recognise the effort"),
        ("indirect", "that the book captured the city"),
        ("direct", "I am the captain of this team."),
        ("indirect", "the president will form a government next week"),
        ("indirect", "that the film captured the mood of the town"),
        ("indirect", "that what was taken by force is taken back only by force"),
        ("indirect", "that police seized nude photographs"),
        ("indirect", "that parents should take responsibility for their children"),
        ("indirect", "that stress was behind the illness"),
        ("indirect", "that it recognised Bello's service"),
        ("direct", "It is illegal."),
        ("indirect", "that 40 cars were damaged"),
        ("direct", "We control costs."),
        ("direct", "Everybody has the right to use the park."),
        ("indirect", "accused|the referee of favouring the guests"),
        ("indirect", "claimed|victory in the second set"),
        ("direct", "The weather report complies with the template."),
        ("indirect", "that the company would set up a new office in Ruvia"),
    ],
)
def test_ordinary_sentences_claim_nothing(how: str, words: str) -> None:
    assert claims(("a1", how, words)) == []


def test_a_claim_keeps_its_ground() -> None:
    (c,) = claims(("a1", "direct", "Under the Ruvian constitution, I am the president."))
    assert c.ground == (10, 29)


def test_claims_of_one_object_contest_each_other() -> None:
    one, two = claims(("a1", "direct", "I am the president of Ruvia."), ("a2", "indirect", "they will establish a new government in Ruvia"))
    assert (one.contests, two.contests) == (("c2",), ("c1",))


def test_the_same_claim_again_is_one() -> None:
    assert len(claims(("a1", "direct", "I am the president."), ("a1", "direct", "I remain the president."))) == 1


def test_who_agree_do_not_contest() -> None:
    one, two = claims(
        ("a1", "direct", "The Council is the only lawful government of Ruvia."),
        ("a2", "direct", "The Council is the legal government of Ruvia."),
    )
    assert (one.contests, two.contests) == ((), ())


def test_a_denial_contests_the_charge() -> None:
    one, two = claims(("a3", "indirect", "blamed|the Front for the attack on Tamsk"), ("a2", "indirect", "denied|any role in the attack"))
    assert (one.contests, two.contests) == (("c2",), ("c1",))


def test_charges_over_different_deeds_do_not_contest() -> None:
    one, two = claims(("a3", "indirect", "blamed|the Front for the bombing"), ("a2", "indirect", "denied|any role in the coup"))
    assert (one.contests, two.contests) == ((), ())


def test_tolls_that_differ_contest_each_other() -> None:
    one, two = claims(("a1", "indirect", "that 12 people were killed"), ("a2", "indirect", "that 31 people were killed"))
    assert (one.contests, two.contests) == (("c2",), ("c1",))


def test_a_law_is_legal_to_one_and_illegal_to_another() -> None:
    one, two = claims(("a1", "direct", "The referendum is illegal."), ("a2", "direct", "The referendum is lawful."))
    assert (one.contests, two.contests) == (("c2",), ("c1",))


def test_a_claim_says_its_words_and_its_reason() -> None:
    (c,) = claims(("a1", "direct", "Today I am the president of Ruvia."))
    assert (c.span, c.because) == ((6, 33), ("office: “I am the president of Ruvia” in s1",))


def test_nobodys_claim_and_a_denied_one_are_none() -> None:
    s = Statement("s1", None, ((0, 21),), None, "direct")
    assert find_claims("I am the president.  ", [s], actors=ACTORS, places=PLACES) == ()
