"""From frames of deeds to events."""

from __future__ import annotations

import itertools

import pytest

from dateline.events import find_events
from dateline.reader.reading import Frame
from dateline.record import Actor, Date, Event, Place, Statement
from statements.telling import deed, reading, spot

NAMES = (("Kessa", "a1"), ("Ruvia", "a2"), ("farmers", "a3"), ("Police", "a4"))
CAST = (
    Actor("a1", "Kessa", "state", sector="GOV"),
    Actor("a2", "Ruvia", "state", sector="GOV"),
    Actor("a3", "farmers", "population", sector="AGR"),
    Actor("a4", "Police", "organization", sector="COP"),
)


def events(text: str, *frames: Frame, dates: tuple[Date, ...] = (), statements: tuple[Statement, ...] = ()) -> tuple[Event, ...]:
    refers = {spot(text, n): i for n, i in NAMES if n in text}
    spots = {spot(text, "Tamsk"): "p1"} if "Tamsk" in text else {}
    return find_events(
        text,
        reading(text, *frames),
        refers=refers,
        places=(Place("p1", "Tamsk", country="RUV", precision="city"),),
        place_refers=spots,
        dates=dates,
        statements=statements,
        actors=CAST,
    )


def test_who_what_whom_where_when_how_many() -> None:
    text = "Kessa shelled Ruvia in Tamsk on May 4, killing at least nine people."
    d = Date("d1", *spot(text, "May 4"), "DATE", "2001-05-04", "day")
    (e,) = events(text, deed(text, "shelled", "ASSAULT", mode="heavy-weapons", actor="Kessa", recipient="Ruvia"), dates=(d,))
    assert (e.id, e.actors, e.recipients, e.place, e.date) == ("e1", ("a1",), ("a2",), "p1", "d1")
    assert (e.quad, e.mode, e.killed.low if e.killed else None) == ("material conflict", "heavy-weapons", 9)


def test_words_in_a_statement_are_attributed_to_the_innermost() -> None:
    text = "Kessa said that Ruvia reported that farmers burned cars."
    outer = Statement("s1", "a1", (spot(text, "that Ruvia reported that farmers burned cars"),), spot(text, "said"), "indirect")
    inner = Statement("s2", "a2", (spot(text, "that farmers burned cars"),), spot(text, "reported"), "indirect")
    (e,) = events(text, deed(text, "burned", "PROTEST", actor="farmers"), statements=(outer, inner))
    assert e.attributed_to == "s2"


def test_a_deed_that_only_dates_another_is_no_event() -> None:
    text = "He was shot two days before the attacks of May 9."
    d = Date("d1", *spot(text, "two days before the attacks of May 9"), "DATE", "2001-05-07", "day")
    (e,) = events(text, deed(text, "shot", "ASSAULT"), deed(text, "attacks", "ASSAULT"), dates=(d,))
    assert (text[slice(*e.trigger)], e.date) == ("shot", "d1")


def test_the_dead_belong_to_the_attack_not_to_the_talks() -> None:
    text = "Kessa met Ruvia after 30 people were killed."
    (e,) = events(text, deed(text, "met", "CONSULT", actor=["Kessa", "Ruvia"]))
    assert e.killed is None


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_events_keep_the_texts_order_and_ids_are_unique(order: tuple[int, ...]) -> None:
    text = "Police beat farmers. Kessa met Ruvia. farmers marched in Tamsk."
    frames = [
        deed(text, "beat", "ASSAULT", actor="Police", recipient="farmers"),
        deed(text, "met", "CONSULT", actor=["Kessa", "Ruvia"]),
        deed(text, "marched", "PROTEST", actor="farmers"),
    ]
    found = events(text, *(frames[i] for i in order))
    assert found == events(text, *frames)
    assert [e.id for e in found] == ["e1", "e2", "e3"]
    assert [e.trigger for e in found] == sorted(e.trigger for e in found)
