"""Who is mentioned where."""

from __future__ import annotations

import pytest

from dateline.record import Actor
from dateline.statements.presence import Presence, party
from statements.telling import reading, spot

TEXT = "General Keita of the Kessa army spoke. He left. The army marched; the army sang."
REFERS = {
    spot(TEXT, "General Keita"): "a1",
    spot(TEXT, "the Kessa army"): "a2",
    spot(TEXT, "Kessa"): "a3",
    spot(TEXT, "He"): "a1",
    spot(TEXT, "The army"): "a2",
    spot(TEXT, "the army"): "a2",
}
ACTORS = {
    "a1": Actor("a1", "General Keita", "person", country="KES", sector="MIL"),
    "a2": Actor("a2", "the Kessa army", "organization", country="KES", sector="MIL", aliases=("The army",)),
    "a3": Actor("a3", "Kessa", "state", country="KES", sector="GOV"),
}
HERE = Presence(TEXT, reading(TEXT).sentences, REFERS, {}, ACTORS)


def test_the_cast_in_order_of_first_mentions() -> None:
    assert HERE.cast == ("a1", "a2", "a3")


def test_a_name_within_anothers_is_nested_and_a_pronoun_is_one() -> None:
    assert [(s.who, s.nested, s.pronoun) for s in HERE.seen][:4] == [
        ("a1", False, False),
        ("a2", False, False),
        ("a3", True, False),
        ("a1", False, True),
    ]


def test_sentences_that_mention_somebody() -> None:
    assert HERE.mentioned_in == {"a1": (0, 1), "a2": (0, 2), "a3": (0,)}
    assert (HERE.counts["a2"], HERE.most) == (2, 2)
    assert HERE.topics == {0: "a1", 1: "a1", 2: "a2"}


def test_nouns_foremost_and_country() -> None:
    assert HERE.nouns["a2"] == ("army",)
    assert HERE.foremost["MIL", "KES"] == "a1"
    assert HERE.country == "KES"


@pytest.mark.parametrize(
    ("refers", "want"), [({(0, 7): "x", (8, 13): "y"}, "x"), ({(4, 20): "z"}, "z"), ({}, None), ({(0, 13): "w", (8, 13): "y"}, "w")]
)
def test_party_is_the_same_span_then_the_longest_inside_then_the_one_around(refers: dict[tuple[int, int], str], want: str | None) -> None:
    assert party((0, 13), refers) == want


def test_an_article_without_sentences_is_one() -> None:
    assert Presence("x", (), {}, {}, {}).bounds(0) == (0, 1)
