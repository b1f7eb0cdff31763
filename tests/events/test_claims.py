"""Standing claims, and ordinary sentences that claim nothing of the kind."""

from __future__ import annotations

import pytest

from dateline.events.claims import find_claims
from dateline.record import Actor, Claim, Place, Statement

ACTORS = [Actor("a1", "Okello", "person", country="RUV"), Actor("a2", "the Front", "group", country="RUV")]
PLACES = [Place("p1", "Ruvia", country="RUV", precision="country"), Place("p2", "Tamsk", country="RUV", precision="city")]


def claims(*said: tuple[str, str, str]) -> list[Claim]:
    text, statements = "", []
    for i, (who, kind, words) in enumerate(said, 1):
        statements.append(Statement(f"s{i}", who, ((len(text), len(text) + len(words)),), None, kind))
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
        ("indirect", "that it would not recognise Okello as president", "recognition", "recognition of Okello"),
        ("indirect", "it recognised the Ruvian government", "recognition", "recognition of the Ruvian government"),
        ("direct", "This election is unconstitutional.", "legality", "legality of This election"),
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


def test_nobodys_claim_and_a_denied_one_are_none() -> None:
    s = Statement("s1", None, ((0, 21),), None, "direct")
    assert find_claims("I am the president.  ", [s], actors=ACTORS, places=PLACES) == ()
