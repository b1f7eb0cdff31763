"""What two tellings have in common."""

import itertools
from dataclasses import replace

from dateline.stories.features import DECLARED, features
from dateline.stories.telling import tellings_of
from stories.reports import MANGOCHAR, MASTUNG_1, MASTUNG_2, MUMIAS, record

TOLD = [next(t for t in tellings_of(r) if not t.faint) for r in (MASTUNG_1, MASTUNG_2, MANGOCHAR, MUMIAS)]


def test_every_feature_is_declared_and_symmetric() -> None:
    for a, b in itertools.combinations(TOLD, 2):
        assert features(a, b) == features(b, a)
        assert features(a, b).keys() <= DECLARED.keys()


def test_the_same_day_and_town_speak_for_one_event() -> None:
    found = features(TOLD[0], TOLD[1])
    assert {"same type", "day met, told, narrow", "rare name shared", "toll apart"} <= found.keys()


def test_another_day_and_town_speak_against() -> None:
    found = features(TOLD[0], TOLD[2])
    assert {"day off, told", "days apart, told", "other rare names"} <= found.keys()


def test_a_bare_telling_has_no_type_to_compare() -> None:
    (bare,) = [t for t in tellings_of(replace(MASTUNG_2, events=())) if t.bare]
    found = features(bare, TOLD[0])
    assert found["bare"] == 1.0
    assert "same type" not in found
    assert found == features(TOLD[0], bare)


def test_another_country_speaks_against() -> None:
    here, there = (replace(t, around=replace(t.around, countries=frozenset({c}))) for t, c in ((TOLD[0], "PAK"), (TOLD[1], "KEN")))
    assert features(here, there)["other countries"] == 1.0
    assert "other countries" not in features(here, TOLD[1])
    at_home = replace(there, doers={"=KEN": 1.0})
    assert features(here, at_home)["countries unknown to the other"] == 0.5


def test_the_day_of_a_date_is_no_number_told() -> None:
    text = "On 14 April gunmen killed 15 traders at Fada."
    (t,) = (t for t in tellings_of(record("x", text, ("killed", "ASSAULT"), dates=(("14 April", "2022-04-14"),))) if not t.faint)
    assert (t.numbers, t.around.numbers) == (frozenset({15}), frozenset({15}))


def test_sides_exchanged_are_seen() -> None:
    a = replace(TOLD[0], doers={"latvia": 1.0}, targets={"belarus": 1.0})
    b = replace(TOLD[1], doers={"belarus": 1.0}, targets={"latvia": 1.0})
    assert features(a, b)["sides crossed"] == 1.0
    assert "sides crossed" not in features(a, a)
