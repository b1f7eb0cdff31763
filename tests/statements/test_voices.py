"""What speaks for a speaker."""

from __future__ import annotations

import pytest

from dateline.record import Actor, Span, Statement
from dateline.statements.presence import Presence
from dateline.statements.voices import Telling, evidence, form_of, plain_reading, telling_of
from statements.telling import reading, spot

TEXT = "Keita met the army. He said it was over, adding that he slept.\n\n“Nobody stays here.”\n\nA statement by the army said so."
ACTORS = {"a1": Actor("a1", "Keita", "person"), "a2": Actor("a2", "the army", "organization")}
REFERS: dict[Span, str] = {spot(TEXT, "Keita"): "a1", spot(TEXT, "the army"): "a2", spot(TEXT, "the army", 2): "a2"}
HERE = Presence(TEXT, reading(TEXT).sentences, REFERS, {}, ACTORS)
FIRST = Statement("s1", "a1", (spot(TEXT, "it was over"),), spot(TEXT, "said"), "indirect")


def telling(source: str | None, at: str, content: str, *, floating: bool = False, before: tuple[Statement, ...] = ()) -> Telling:
    return telling_of(
        HERE, spot(TEXT, source) if source else None, spot(TEXT, at), (spot(TEXT, content),), "indirect", floating=floating, before=before
    )


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("He", "he"),
        ("A statement by the army", "document"),
        ("A statement", "document"),
        ("Keita", "name"),
        ("the army", "definite"),
        (None, "none"),
    ],
)
def test_form_of_the_source(source: str | None, form: str) -> None:
    assert form_of(HERE, spot(TEXT, source) if source else None) == form


def test_the_pronoun_fits_a_person() -> None:
    t = telling("He", "said", "it was over")
    assert "fits the pronoun" in evidence(HERE, t, "a1")
    assert "does not fit the pronoun" in evidence(HERE, t, "a2")


def test_who_spoke_before_in_the_sentence_goes_on() -> None:
    t = telling(None, "adding", "that he slept", before=(FIRST,))
    assert plain_reading(HERE, t) == "a1"
    assert "speaks before in the sentence" in evidence(HERE, t, "a1")


def test_a_document_speaks_for_its_owner() -> None:
    t = telling("A statement by the army", "said so", "so")
    assert plain_reading(HERE, t) == "a2"


def test_a_floating_quotation_goes_on_with_the_last_speaker() -> None:
    t = telling(None, "Nobody", "Nobody stays here.", floating=True, before=(FIRST,))
    assert (plain_reading(HERE, t), t.gap) == ("a1", "next paragraph")


def test_somebody_only_spoken_of() -> None:
    t = telling("Keita", "Keita", "the army")
    assert "only spoken of" in evidence(HERE, t, "a2")
