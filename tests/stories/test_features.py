"""What two tellings have in common."""

import itertools
from dataclasses import replace

from dateline.stories.features import DECLARED, features
from dateline.stories.telling import tellings_of
from stories.reports import MANGOCHAR, MASTUNG_1, MASTUNG_2, MUMIAS

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


def test_sides_exchanged_are_seen() -> None:
    a = replace(TOLD[0], doers={"latvia": 1.0}, targets={"belarus": 1.0})
    b = replace(TOLD[1], doers={"belarus": 1.0}, targets={"latvia": 1.0})
    assert features(a, b)["sides crossed"] == 1.0
    assert "sides crossed" not in features(a, a)
