"""Who did it and to whom."""

from __future__ import annotations

from dateline.events.parties import Parties, parties_of
from dateline.reader.reading import Frame
from dateline.record import Span, Statement
from statements.telling import deed, saying, spot

NAMES = (("Kessa", "a1"), ("Ruvia", "a2"), ("the army", "a3"), ("farmers", "a4"), ("We", "w"))


def parties(text: str, f: Frame, *, frames: tuple[Frame, ...] = (), statements: tuple[Statement, ...] = (), previous: tuple[Frame, Parties] | None = None) -> Parties:
    refers: dict[Span, str] = {spot(text, n): i for n, i in NAMES if n in text and i != "w"}
    return parties_of(text, f, frames=(*frames, f), refers=refers, parts={}, statements=statements, previous=previous, sentence=(0, len(text)))


def test_roles_become_parties_with_their_words() -> None:
    text = "Kessa shelled Ruvia."
    p = parties(text, deed(text, "shelled", "ASSAULT", actor="Kessa", recipient="Ruvia"))
    assert (p.actors, p.recipients) == (("a1",), ("a2",))
    assert p.spans == {"actor:a1": (0, 5), "recipient:a2": (14, 19)}


def test_compound_parties_are_a_list() -> None:
    text = "Kessa and Ruvia threatened farmers."
    p = parties(text, deed(text, "threatened", "THREATEN", actor=["Kessa", "Ruvia"], recipient="farmers"))
    assert (p.actors, p.recipients) == (("a1", "a2"), ("a4",))


def test_mutual_parties_are_all_actors() -> None:
    text = "Kessa met Ruvia."
    p = parties(text, deed(text, "met", "CONSULT", actor="Kessa", recipient="Ruvia"))
    assert (p.actors, p.recipients) == (("a1", "a2"), ())


def test_nobody_does_it_to_himself() -> None:
    text = "Kessa criticised Kessa."
    f = deed(text, "criticised", "ACCUSE", actor="Kessa", recipient="Kessa")
    p = parties(text, f)
    assert p.recipients == ()


def test_the_speaker_of_the_same_word() -> None:
    text = "Kessa urged Ruvia to leave."
    said = saying(text, "urged", speaker="Kessa", addressee="Ruvia", content="to leave")
    p = parties(text, deed(text, "urged", "REQUEST"), frames=(said,))
    assert (p.actors, p.recipients) == (("a1",), ("a2",))
    assert p.because


def test_we_in_a_quotation_is_its_speaker() -> None:
    text = "“We will shell the port,” Kessa said."
    said = Statement("s1", "a1", (spot(text, "We will shell the port"),), spot(text, "said"), "direct")
    assert parties(text, deed(text, "shell", "THREATEN"), statements=(said,)).actors == ("a1",)


def test_a_coordinated_deed_shares_its_actor() -> None:
    text = "farmers blocked roads and burned cars."
    first = deed(text, "blocked", "PROTEST", actor="farmers")
    p = parties(text, deed(text, "burned", "PROTEST"), previous=(first, parties(text, first)))
    assert p.actors == ("a4",)


def test_by_names_the_doer_of_a_passive() -> None:
    text = "farmers were beaten by the army."
    p = parties(text, deed(text, "beaten", "ASSAULT", actor="farmers"))
    assert (p.actors, p.recipients) == (("a3",), ("a4",))
    assert set(p.spans) == {"actor:a3", "recipient:a4"}


def test_by_a_day_names_nobody() -> None:
    text = "farmers were freed by Monday."
    assert parties(text, deed(text, "freed", "RETREAT", recipient="farmers")).actors == ()
