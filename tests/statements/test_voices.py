"""What speaks for a speaker."""

from __future__ import annotations

import pytest

from dateline.record import Actor, RoleTitle, Span, Statement
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


def test_impersonal_and_participle_telling_words() -> None:
    text = "It is widely reported that it rained. Keita left, adding that he slept. Keita met the army."
    here = Presence(text, reading(text).sentences, {}, {}, {})
    for word, form in (("reported", "impersonal"), ("adding", "participle")):
        assert telling_of(here, None, spot(text, word), (spot(text, "that"),), "indirect", floating=False, before=()).form == form


def test_gender_office_and_apposition_speak_for_somebody() -> None:
    text = "Keita said he slept. The governor went on. Bintu (BT), a trader, said no."
    actors = {
        "a1": Actor("a1", "Keita", "person", roles=(RoleTitle("governor of Kayes", 0, 5),)),
        "a2": Actor("a2", "Bintu", "person"),
    }
    refers: dict[Span, str] = {spot(text, "Keita"): "a1", spot(text, "he"): "a1", spot(text, "Bintu"): "a2"}
    here = Presence(text, reading(text).sentences, refers, {}, actors)

    def features(source: str, cue: str, who: str) -> list[str]:
        t = telling_of(here, spot(text, source), spot(text, cue), (spot(text, "no."),), "indirect", floating=False, before=())
        return evidence(here, t, who)

    assert "holds the office" in features("The governor", "went on", "a1")
    assert "named beside the telling words" in features("a trader", "said no", "a2")
    assert here.genders == {"a1": "male"}
