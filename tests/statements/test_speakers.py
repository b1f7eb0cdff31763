"""Who is speaking."""

from __future__ import annotations

from dateline.record import Actor, Span, Statement
from dateline.statements.presence import Presence
from dateline.statements.speakers import speaker_of
from dateline.statements.voices import telling_of
from statements.telling import reading, spot

TEXT = "General Keita spoke first. “We hold the town,” he said. It said so in a statement by the army."
ACTORS = {"a1": Actor("a1", "Keita", "person", sector="MIL"), "a2": Actor("a2", "the army", "organization", sector="MIL")}
ALL = {spot(TEXT, "General Keita"): "a1", spot(TEXT, "the army"): "a2"}
BEFORE = (Statement("s1", "a1", (spot(TEXT, "We hold the town"),), None, "direct"),)


def who(source: str | None, at: str, content: str, *, before: tuple[Statement, ...] = (), refers: dict[Span, str] = ALL) -> str | None:
    here = Presence(TEXT, reading(TEXT).sentences, refers, {}, ACTORS)
    t = telling_of(
        here, spot(TEXT, source) if source else None, spot(TEXT, at), (spot(TEXT, content),), "indirect", floating=False, before=before
    )
    return speaker_of(here, t)[0]


def test_the_name_at_the_telling_word() -> None:
    assert who("General Keita", "spoke", "first") == "a1"


def test_a_pronoun_that_is_resolved() -> None:
    assert who("he", "said", "We hold the town", refers={**ALL, spot(TEXT, "he"): "a1"}) == "a1"


def test_a_pronoun_goes_on_with_the_last_speaker_it_fits() -> None:
    assert who("he", "said", "We hold the town", before=BEFORE) == "a1"


def test_where_nobody_is_mentioned_nobody_speaks() -> None:
    assert who("he", "said", "We hold the town", refers={}) is None


def test_the_choice_says_what_decided() -> None:
    here = Presence(TEXT, reading(TEXT).sentences, ALL, {}, ACTORS)
    t = telling_of(here, spot(TEXT, "General Keita"), spot(TEXT, "spoke"), (spot(TEXT, "first"),), "indirect", floating=False, before=())
    assert speaker_of(here, t)[1].startswith("speaker: ")
