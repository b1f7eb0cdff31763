"""Who is speaking."""

from __future__ import annotations

import pytest

from dateline.record import Actor, Statement
from dateline.statements.speakers import party, speaker_of
from statements.telling import spot

TEXT = "General Keita spoke first. “We hold the town,” he said. It said so in a statement by the army."
ACTORS = {"a1": Actor("a1", "Keita", "person"), "a2": Actor("a2", "army", "organization")}
BEFORE = [Statement("s1", "a1", (spot(TEXT, "We hold the town"),), None, "direct")]


def who(source: str | None, at: str, *, before: list[Statement], floating: bool = False, refers: dict[tuple[int, int], str] | None = None) -> str | None:
    return speaker_of(
        TEXT,
        spot(TEXT, source) if source else None,
        spot(TEXT, at),
        floating=floating,
        sentence=(0, len(TEXT)),
        refers=refers or {},
        actors=ACTORS,
        before=before,
    )


def test_the_name_at_the_telling_word() -> None:
    assert who("General Keita", "spoke", before=[], refers={spot(TEXT, "Keita"): "a1"}) == "a1"


def test_a_pronoun_that_is_resolved() -> None:
    assert who("he", "said", before=[], refers={spot(TEXT, "he"): "a1"}) == "a1"


def test_he_is_never_an_organization() -> None:
    assert who("he", "said", before=BEFORE, refers={spot(TEXT, "he"): "a2"}) == "a1"


def test_a_pronoun_goes_on_with_the_last_speaker_it_fits() -> None:
    assert who("he", "he said", before=BEFORE) == "a1"


def test_a_pronoun_with_nobody_before_it_is_nobody() -> None:
    assert who("he", "he said", before=[]) is None


def test_a_document_speaks_for_its_owner() -> None:
    assert who("a statement by the army", "It said", before=[], refers={spot(TEXT, "the army"): "a2"}) == "a2"


def test_a_floating_quotation_inherits() -> None:
    assert who(None, "It said so", before=BEFORE, floating=True) == "a1"


@pytest.mark.parametrize(("refers", "want"), [({(0, 7): "x", (8, 13): "y"}, "x"), ({(4, 20): "z"}, "z"), ({}, None), ({(0, 13): "w", (8, 13): "y"}, "w")])
def test_party_is_the_same_span_then_the_longest_inside_then_the_one_around(refers: dict[tuple[int, int], str], want: str | None) -> None:
    assert party((0, 13), refers) == want
