"""A second look at every deed: what speaks for an event of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.events import find_events
from dateline.events.clause import stem
from dateline.events.stage import Stage
from dateline.events.weighing import RAISED, evidence, weighed, weights
from dateline.reader.reading import Frame
from dateline.record import Actor, Event
from statements.telling import deed, reading, saying, spot

ACTORS = {
    a.id: a
    for a in (Actor("a1", "Kessa", "state", country="KES", sector="GOV"), Actor("a2", "Ruvia", "state", country="RUV", sector="GOV"))
}


def stage(text: str, *frames: Frame) -> Stage:
    refers = {spot(text, n): i for n, i in (("Kessa", "a1"), ("Ruvia", "a2")) if n in text}
    read = reading(text, *frames)
    return Stage(text, read.sentences, refers, {}, ACTORS, read.frames, ())


def told(text: str, *frames: Frame) -> list[list[str]]:
    return [features for _, features, _ in evidence(stage(text, *frames))]


@pytest.mark.parametrize(
    ("word", "root"), [("attacked", "attack"), ("attackers", "attack"), ("The", "the"), ("shelling", "shell"), ("", "")]
)
def test_stem(word: str, root: str) -> None:
    assert stem(word) == root


def test_what_is_told_of_the_word_its_place_and_its_parties() -> None:
    text = "Kessa would have attacked Ruvia.\nThe attack on Ruvia failed."
    first, again = told(
        text, deed(text, "attacked", "ASSAULT", actor="Kessa", recipient="Ruvia"), deed(text, "attack on", "ASSAULT", mode="aerial")
    )
    assert {"sentence 0", "2 sides", "ASSAULT “attack”", "after “would”", "actor of GOV", "actor is a state", "0 such deeds before"} <= set(
        first
    )
    assert {"sentence 1", "0 sides", "noun after the", "the word again", "the word again after the", "1 such deeds before"} <= set(again)
    assert "the word again" not in first


def test_which_deed_of_its_sentence_it_is() -> None:
    text = "Kessa lifted a blockade and then thanked Ruvia."
    features = told(text, deed(text, "lifted", "CONCEDE"), deed(text, "blockade", "COERCE"), deed(text, "thanked", "SUPPORT"))
    assert [next(x for x in f if x.endswith("deed here")) for f in features] == [
        "the first deed here",
        "a later deed here",
        "a later deed here",
    ]
    assert "close before another deed" in features[0]
    assert "COERCE, close behind CONCEDE" in features[1]


def test_a_word_that_is_a_saying_too() -> None:
    text = "Kessa urged Ruvia to leave."
    (features,) = told(text, deed(text, "urged", "REQUEST"), saying(text, "urged", speaker="Kessa", content="to leave"))
    assert "a saying too, REQUEST" in features


def test_every_weight_is_of_something_that_can_be_told() -> None:
    assert weights()["the reader's score"] > 0
    assert all(abs(w) < 3 for w in weights().values())


def test_the_same_word_again_is_less_likely_an_event_of_its_own() -> None:
    text = "Kessa attacked Ruvia on Monday.\nPeople fled.\nThe attack was the first."
    p = weighed(stage(text, deed(text, "attacked", "ASSAULT", actor="Kessa", recipient="Ruvia"), deed(text, "attack", "ASSAULT", nth=2)))
    assert p[spot(text, "attacked")] > p[spot(text, "attack", 2)]


def found(text: str, *frames: Frame, faint: tuple[Frame, ...] = (), weigh: bool = True) -> tuple[Event, ...]:
    read = replace(reading(text, *frames), faint=faint)
    refers = {spot(text, n): i for n, i in (("Kessa", "a1"), ("Ruvia", "a2")) if n in text}
    return find_events(
        text, read, refers=refers, places=(), place_refers={}, dates=(), statements=(), actors=tuple(ACTORS.values()), weigh=weigh
    )


def test_a_faint_deed_is_raised_where_the_article_speaks_for_it() -> None:
    text = "Kessa accused Ruvia on Monday."
    unsure = replace(deed(text, "accused", "ACCUSE", mode="allege", actor="Kessa", recipient="Ruvia"), score=0.6)
    assert weighed(stage(text, unsure))[spot(text, "accused")] >= RAISED
    assert [e.type for e in found(text, faint=(unsure,))] == ["ACCUSE"]
    assert found(text, faint=(unsure,), weigh=False) == ()


def test_a_deed_that_nothing_speaks_for_is_no_event() -> None:
    text = "One. Two. Three.\nThere may be no such support for any of it"
    weak = replace(deed(text, "support", "SUPPORT", modality="hypothetical"), score=0.7)
    assert weighed(stage(text, weak))[spot(text, "support")] < 0.3
    assert found(text, weak) == ()
    assert len(found(text, weak, weigh=False)) == 1
