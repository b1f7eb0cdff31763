"""Who did it and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dateline.events.evidence import Deed
from dateline.events.parties import MARKED, Parties, deed_of, parties_of, ranked
from dateline.events.stage import Stage
from dateline.reader.reading import Frame, Role
from dateline.record import Actor, Statement
from dateline.statements.choosing import Weights
from statements.telling import deed, reading, saying, spot

NAMES = (("Kessa", "a1"), ("Ruvia", "a2"), ("the army", "a3"), ("farmers", "a4"))
ACTORS = (
    Actor("a1", "Kessa", "state", country="KES", sector="GOV"),
    Actor("a2", "Ruvia", "state", country="RUV", sector="GOV"),
    Actor("a3", "the army", "organization", sector="MIL"),
    Actor("a4", "farmers", "population", sector="AGR"),
)


def stage(text: str, *frames: Frame, statements: tuple[Statement, ...] = ()) -> Stage:
    refers = {spot(text, n): i for n, i in NAMES if n in text}
    read = reading(text, *(sure(f) for f in frames))
    return Stage(text, read.sentences, refers, {}, {a.id: a for a in ACTORS}, read.frames, statements)


def sure(f: Frame) -> Frame:
    """The frame with the leanings of a reader that is sure of its roles."""
    return replace(f, leanings=tuple(Role(r.name, r.start, r.end, 0.98) for r in f.roles if r.name in ("actor", "recipient")))


def parties(text: str, f: Frame, *, frames: tuple[Frame, ...] = (), statements: tuple[Statement, ...] = ()) -> Parties:
    return parties_of(stage(text, *frames, f, statements=statements), f)


def test_roles_become_parties_with_their_words() -> None:
    text = "Kessa shelled Ruvia."
    p = parties(text, deed(text, "shelled", "ASSAULT", actor="Kessa", recipient="Ruvia"))
    assert (p.actors, p.recipients) == (("a1",), ("a2",))
    assert p.spans == {"actor:a1": (0, 5), "recipient:a2": (14, 19)}


def test_compound_parties_are_a_list_in_the_order_of_the_text() -> None:
    text = "Kessa and Ruvia threatened farmers."
    p = parties(text, deed(text, "threatened", "THREATEN", actor=["Kessa", "Ruvia"], recipient="farmers"))
    assert (p.actors, p.recipients) == (("a1", "a2"), ("a4",))


def test_mutual_parties_are_all_actors() -> None:
    text = "Kessa met Ruvia."
    p = parties(text, deed(text, "met", "CONSULT", actor="Kessa", recipient="Ruvia"))
    assert (p.actors, p.recipients) == (("a1", "a2"), ())


def test_nobody_does_it_to_himself() -> None:
    text = "Kessa criticised Kessa."
    p = parties(text, deed(text, "criticised", "ACCUSE", actor="Kessa", recipient="Kessa"))
    assert not set(p.actors) & set(p.recipients)


def test_every_party_says_what_decided_and_how_likely_it_is() -> None:
    text = "Kessa shelled Ruvia."
    p = parties(text, deed(text, "shelled", "ASSAULT", actor="Kessa", recipient="Ruvia"))
    assert [b.split(":")[0] for b in p.because] == ["actor a1", "recipient a2"]
    assert all(b.endswith(")") and float(b.rsplit("(", 1)[1][:-1]) >= MARKED for b in p.because)


def test_an_article_without_actors_has_no_parties() -> None:
    text = "A bridge was shelled."
    assert parties(text, deed(text, "shelled", "ASSAULT")) == Parties((), (), {}, ())


def test_the_best_supported_come_first() -> None:
    text = "Kessa urged Ruvia and farmers to leave."
    f = deed(text, "urged", "REQUEST")
    here = stage(text, saying(text, "urged", speaker="Kessa", addressee="Ruvia", content="to leave"), f)
    table = Weights({"says it with the same word": {"actor": 3.0}, "anybody": {"actor": -2.0}})
    order = ranked(table, here, deed_of(here, f), "actor", ())
    assert order[0][1] == "a1"
    assert [round(p, 2) for p, _, _ in order] == [0.73, 0.12, 0.12]


@pytest.mark.parametrize(("words", "who"), [("farmers were beaten by the army.", "a4"), ("the army beat farmers.", "a4")])
def test_who_was_beaten(words: str, who: str) -> None:
    trigger = "beaten" if "beaten" in words else "beat"
    assert who in parties(words, deed(words, trigger, "ASSAULT", actor="the army", recipient="farmers")).recipients


def test_who_is_clearly_likelier_to_suffer_a_deed_does_not_do_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kessa arrested Ruvia."
    f = deed(text, "arrested", "COERCE")
    likely = {"actor": {"a1": 0.9, "a2": 0.5}, "recipient": {"a1": 0.1, "a2": 0.8}}

    def rated(_table: Weights, _stage: Stage, _deed: Deed, side: str, _taken: Sequence[str]) -> list[tuple[float, str, list[str]]]:
        return [(share, who, ["in the sentence"]) for who, share in sorted(likely[side].items(), key=lambda x: -x[1])]

    monkeypatch.setattr("dateline.events.parties.ranked", rated)
    p = parties(text, f)
    assert (p.actors, p.recipients) == (("a1",), ("a2",))
    likely["recipient"]["a2"] = 0.55
    assert parties(text, f).actors == ("a1", "a2")
