"""The article as the choice of parties sees it."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.stage import Stage
from dateline.reader.reading import Frame, Role
from dateline.record import Statement
from statements.telling import deed, reading, saying, spot

TEXT = "Kessa and Ruvia urged farmers to leave. The Kessa army marched."
REFERS = {spot(TEXT, "Kessa and Ruvia"): "a1", spot(TEXT, "farmers"): "a3", spot(TEXT, "The Kessa army"): "a4"}


def stage(*frames: Frame, statements: tuple[Statement, ...] = ()) -> Stage:
    return Stage(TEXT, reading(TEXT).sentences, REFERS, {spot(TEXT, "Kessa and Ruvia"): ("a1", "a2")}, {}, frames, statements)


def test_a_role_that_lists_several_is_filled_by_all() -> None:
    f = deed(TEXT, "urged", "REQUEST", actor="Kessa and Ruvia", recipient="farmers")
    assert [list(side) for side in stage(f).roles[spot(TEXT, "urged")].values()] == [["a1", "a2"], ["a3"]]


def test_leanings_go_to_the_mention_that_holds_the_word() -> None:
    f = replace(deed(TEXT, "marched", "PROTEST"), leanings=(Role("actor", *spot(TEXT, "army"), 0.4), Role("actor", *spot(TEXT, "to"), 0.9)))
    assert stage(f).leanings[spot(TEXT, "marched")]["actor"] == {"a4": 0.4 / 3}


def test_the_saying_of_the_same_word() -> None:
    f = deed(TEXT, "urged", "REQUEST")
    here = stage(f, saying(TEXT, "urged", speaker="Kessa and Ruvia", addressee="farmers", content="to leave"))
    assert (here.saying_of(f, "speaker"), here.saying_of(f, "addressee")) == (("a1", "a2"), ("a3",))


def test_the_innermost_statement_around_a_deed() -> None:
    outer = Statement("s1", "a1", ((0, len(TEXT)),), None, "indirect")
    inner = Statement("s2", "a3", (spot(TEXT, "to leave"),), None, "indirect")
    assert stage(statements=(outer, inner)).around(deed(TEXT, "leave", "RETREAT")) is inner


def test_who_takes_part_anywhere() -> None:
    f = deed(TEXT, "urged", "REQUEST", recipient="farmers")
    assert stage(f).active == {"a3": {"recipient": [f]}}
