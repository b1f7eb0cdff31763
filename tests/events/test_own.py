"""Events of a codebook of one's own stand beside PLOVER's, with parties and places of the same article."""

from __future__ import annotations

from typing import Any

from dateline.codebook.codebook import Codebook, EventType
from dateline.codebook.coder import Coded
from dateline.events.own import find_own_events
from dateline.reader.reading import DEED, Frame, Reading, Role
from dateline.record import Event

TEXT = "Dockers closed the port of Gonda."
OPENING = Event("e1", "COERCE", None, (), "material conflict", -7.0, (23, 27), ("a9",))


class Closing:
    """A coder that codes "closed"."""

    book = Codebook("harbour", {"closing": EventType("closing", "a port is closed", "material conflict", -5.0)})

    def code(self, _text: str, _stretches: Any) -> tuple[Coded, ...]:
        return (Coded(Frame(DEED, (8, 14), (Role("actor", 0, 7),), type="COERCE", mode="restrict", score=0.6), "closing", None),)


def own(*after: Event) -> tuple[Event, ...]:
    plover = Frame(DEED, (8, 14), (), type="COERCE", score=0.9)
    return find_own_events(
        TEXT, Reading(((0, len(TEXT)),), (), (plover,)), Closing(), stretches=[(0, len(TEXT))], after=after or [OPENING],  # type: ignore[arg-type]
        refers={(0, 7): "a1"}, parts={}, places=(), place_refers={}, dates=(), statements=(),
    )  # fmt: skip


def test_own_events_are_numbered_on_and_carry_the_books_name() -> None:
    assert [(e.id, e.type, e.mode, e.quad, e.intensity) for e in own()] == [("e2", "harbour:closing", None, "material conflict", -5.0)]


def test_their_parties_are_the_articles_actors_and_plovers_frames_are_not_coded_again() -> None:
    (e,) = own()
    assert e.actors == ("a1",) and e.trigger == (8, 14)


def test_the_same_word_has_the_same_parties_and_day_in_both_codings() -> None:
    (e,) = own(Event("e1", "COERCE", None, (), "material conflict", -7.0, (8, 14), ("a7",), date="d3", confidence=0.9))
    assert (e.id, e.type, e.actors, e.date, e.confidence) == ("e2", "harbour:closing", ("a7",), "d3", 0.6)


def test_their_confidence_is_the_examples_own() -> None:
    (e,) = own()
    assert e.confidence == 0.6 and "coded by the examples of harbour" in e.because
