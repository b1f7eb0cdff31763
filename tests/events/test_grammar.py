"""What grammar settles about parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.events.grammar import coordinated, judged_in, listed, settled
from dateline.events.parties import deed_of, parties_of
from dateline.record import Statement
from events.test_parties import stage
from statements.telling import deed, spot


def test_the_subject_of_a_passive_suffers_it() -> None:
    text = "Kessa has been accused of murder."
    f = deed(text, "accused", "ACCUSE")
    here = stage(text, f)
    assert settled(here, deed_of(here, f), ("a1",), ()) == ((), ("a1",), "the subject of a passive suffers it")
    assert settled(here, deed_of(here, f), (), ("a1",)) is None


def test_whom_by_names_does_it() -> None:
    text = "Kessa was accused by Ruvia."
    f = deed(text, "accused", "ACCUSE")
    here = stage(text, f)
    found = settled(here, deed_of(here, f), ("a1", "a2"), ())
    assert found and found[:2] == (("a2",), ("a1",))


def test_deployed_troops_the_keen_and_the_outraged_do_it_themselves() -> None:
    text = "There the army was deployed and Kessa is committed to talks. Ruvia is outraged."
    frames = (deed(text, "deployed", "MOBILIZE"), deed(text, "committed", "SUPPORT"), deed(text, "outraged", "ACCUSE"))
    here = stage(text, *frames)
    assert [settled(here, deed_of(here, f), (who,), ()) for f, who in zip(frames, ("a3", "a1", "a2"), strict=True)] == [None] * 3


def test_whoever_says_that_another_should_demands_it() -> None:
    text = "Kessa said that Ruvia should leave."
    s = Statement("s1", "a1", (spot(text, "that Ruvia should leave"),), spot(text, "said"), "indirect")
    f = deed(text, "should leave", "REQUEST")
    here = stage(text, f, statements=(s,))
    for chosen in (("a2",), ()), (("a2",), ("a1",)):
        found = settled(here, deed_of(here, f), *chosen)
        assert found and found[:2] == (("a1",), ("a2",))


def test_the_second_of_two_verbs_shares_the_subject() -> None:
    text = "Kessa rejected the plan and accused Ruvia. Farmers demanded a truce."
    first, second, third = deed(text, "rejected", "REJECT"), deed(text, "accused", "ACCUSE"), deed(text, "demanded", "REQUEST")
    here = stage(text, first, second, third)
    assert coordinated(here, deed_of(here, second)) == here.deeds[0]
    assert coordinated(here, deed_of(here, third)) is None


def test_a_verb_behind_a_semicolon_has_a_subject_of_its_own() -> None:
    text = "Kessa rejected the plan; and accused Ruvia."
    first, second = deed(text, "rejected", "REJECT"), deed(text, "accused", "ACCUSE")
    here = stage(text, first, second)
    assert coordinated(here, deed_of(here, second)) is None


@pytest.mark.parametrize(
    ("text", "chosen", "others"),
    [
        ("Kessa, Ruvia and farmers had shunned the talks.", ("a4",), ("a1", "a2")),
        ("Kessa, the Ruvia, and farmers had shunned the talks.", ("a1", "a2"), ("a4",)),
        ("Kessa and farmers had shunned the talks.", ("a4",), ()),
        ("Kessa, Ruvia and farmers had shunned the talks.", (), ()),
        ("Kessa said, Ruvia and farmers had shunned the talks.", ("a4",), ()),
    ],
)
def test_who_stands_in_one_list(text: str, chosen: tuple[str, ...], others: tuple[str, ...]) -> None:
    f = deed(text, "shunned", "REJECT")
    here = stage(text, f)
    assert listed(here, deed_of(here, f), chosen) == others


@pytest.mark.parametrize(
    ("verb", "type", "actors"), [("probed", "ACCUSE", ()), ("praised", "SUPPORT", ()), ("launched", "MOBILIZE", ("a1",))]
)
def test_who_looks_into_a_deed_does_not_do_it(verb: str, type: str, actors: tuple[str, ...]) -> None:
    text = f"Kessa {verb} the deadly attack on farmers."
    f = deed(text, "attack", "ASSAULT", actor="Kessa", recipient="farmers")
    there = stage(text, deed(text, verb, type, actor="Kessa"), f)
    assert parties_of(there, f).actors == actors


@pytest.mark.parametrize(("verb", "actors"), [("banned", ()), ("carried out", ("a1",))])
def test_who_stops_a_deed_does_not_do_it(verb: str, actors: tuple[str, ...]) -> None:
    text = f"The attack was {verb} last year by Kessa."
    f = deed(text, "attack", "ASSAULT", actor="Kessa")
    assert parties_of(stage(text, f), f).actors == actors


@pytest.mark.parametrize(
    ("text", "word", "type", "chosen", "right"),
    [
        ("Police praised Kessa, who arrested farmers.", "arrested", "COERCE", ((), ("a4",)), (("a1",), ("a4",))),
        ("Kessa, which had repeatedly shelled Ruvia, left.", "shelled", "ASSAULT", (("a2",), ()), (("a1",), ())),
        ("Kessa drew criticism from Ruvia.", "criticism", "ACCUSE", (("a1",), ("a2",)), (("a2",), ("a1",))),
        ("Kessa has picked up the endorsement of farmers.", "endorsement", "SUPPORT", (("a1",), ("a4",)), (("a4",), ("a1",))),
        ("Kessa has consolidated support from farmers.", "consolidated support", "SUPPORT", (("a1",), ("a4",)), (("a4",), ("a1",))),
        ("Kessa also earned the backing of farmers.", "earned the backing", "SUPPORT", (("a1",), ("a4",)), (("a4",), ("a1",))),
        ("Farmers met Kessa, whose criticism of Ruvia is known.", "criticism", "ACCUSE", ((), ("a1", "a2")), (("a1",), ("a2",))),
        ("Police met Kessa, who praised Ruvia.", "praised", "SUPPORT", ((), ("a2",)), (("a1",), ("a2",))),
        ("Kessa met farmers and beat them.", "beat", "ASSAULT", (("a1",), ()), (("a1",), ("a4",))),
        ("Kessa received threats.", "threats", "THREATEN", (("a1",), ()), ((), ("a1",))),
        ("Farmers met over a shelling blamed on the army.", "shelling", "ASSAULT", ((), ()), (("a3",), ())),
        ("Farmers spoke of further army investigations. The army left.", "investigations", "ACCUSE", ((), ()), (("a3",), ())),
        ("Farmers were found guilty by Kessa.", "found guilty", "SANCTION", ((), ("a4",)), (("a1",), ("a4",))),
        ("It led to an attack on Kessa.", "attack", "ASSAULT", (("a1",), ()), ((), ("a1",))),
    ],
)
def test_verbs_and_prepositions_around_a_deed_tell_its_sides(
    text: str, word: str, type: str, chosen: tuple[tuple[str, ...], ...], right: tuple[tuple[str, ...], ...]
) -> None:
    f = deed(text, word, type)
    here = stage(text, f)
    found = settled(here, deed_of(here, f), *chosen)
    assert found and found[:2] == right


@pytest.mark.parametrize(
    ("text", "word", "type"),
    [
        ("Kessa faced Ruvia and its criticism of farmers.", "criticism", "ACCUSE"),
        ("Kessa won a conviction.", "conviction", "SANCTION"),
        ("His ties with Kessa have drawn criticism.", "criticism", "ACCUSE"),
        ("Farmers were murdered by its army, said Kessa.", "murdered", "ASSAULT"),
        ("Farmers protested against a plan and an attack near Kessa.", "attack", "ASSAULT"),
    ],
)
def test_where_the_words_tell_no_side_nothing_is_settled(text: str, word: str, type: str) -> None:
    f = deed(text, word, type)
    here = stage(text, f)
    assert settled(here, deed_of(here, f), ("a1",), ()) is None


def test_who_alone_is_told_of_a_resignation_resigns() -> None:
    text = "It followed the resignation of Kessa."
    f = replace(deed(text, "resignation", "RETREAT"), mode="resign")
    here = stage(text, f)
    assert settled(here, deed_of(here, f), (), ("a1",)) == (("a1",), (), "who alone is told of a resignation resigns")


def test_his_own_attacks_are_his() -> None:
    text = "Kessa stepped up its attacks on Ruvia."
    over, own = deed(text, "stepped up", "ACCUSE", actor="Kessa"), deed(text, "attacks", "ACCUSE", recipient="Ruvia")
    here = stage(text, over, own)
    assert judged_in(here, deed_of(here, own)) is None
