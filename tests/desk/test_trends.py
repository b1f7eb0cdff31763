"""What rises: more than its own past, not more because everything is more, and not what a few reports may do by chance."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from dateline.desk import Desk, Filter
from dateline.desk.errors import FilterError
from dateline.desk.trends import _corrected, at_least
from desk.conftest import Fill

END = date(2022, 6, 30)


def days_ago(n: int) -> str:
    return (END - timedelta(days=n)).isoformat()


def note(desk: Desk, kind: str, ago: int) -> None:
    desk.decide("add", "event", who="anna", why="", type=kind, day=days_ago(ago))


def quiet(desk: Desk) -> None:
    """Two protests and two arrests in each of nine weeks."""
    for week in range(9):
        for kind in ("PROTEST", "PROTEST", "COERCE", "COERCE"):
            note(desk, kind, 7 * week + 3)


def test_a_rise_is_found_with_its_evidence(fill: Fill) -> None:
    desk = fill([])
    quiet(desk)
    for i in range(9):
        note(desk, "ASSAULT", i % 6)
    first, *rest = desk.trends(by="type", until=END.isoformat())
    assert (first.key, first.now, first.past, first.rising) == ("ASSAULT", 9, 0, True)
    assert {desk.find(Filter(event=e)).rows[0].type for e in first.evidence} == {"ASSAULT"}
    assert not any(t.rising for t in rest)


def test_twice_as_much_of_everything_is_no_rise(fill: Fill) -> None:
    desk = fill([])
    quiet(desk)
    for kind in ("PROTEST", "PROTEST", "COERCE", "COERCE"):
        note(desk, kind, 2)
    assert [t.rising for t in desk.trends(by="type", until=END.isoformat())] == [False, False]


def test_one_is_no_rise(fill: Fill) -> None:
    desk = fill([])
    quiet(desk)
    note(desk, "ASSAULT", 1)
    assert not [t for t in desk.trends(by="type", until=END.isoformat()) if t.key == "ASSAULT" or t.rising]


def test_without_a_past_nothing_rises(fill: Fill) -> None:
    desk = fill([])
    for i in range(5):
        note(desk, "ASSAULT", i)
    assert desk.trends(by="type", until=END.isoformat()) == []


def old() -> list[dict[str, str]]:
    return [{"id": f"o{w}", "text": f"Farmers of ward {w} sold maize at the market.", "published": days_ago(7 * w + 8)} for w in range(7)]


def test_words_rise_too(fill: Fill) -> None:
    new = [
        {"id": f"n{i}", "text": f"Cholera came to ward {i} of the town, and cholera spread.", "published": days_ago(i)} for i in range(6)
    ]
    desk = fill([*old(), *new])
    top = desk.trends(by="word", until=END.isoformat())[0]
    assert (top.name.lower(), top.now, top.rising) == ("cholera", 6, True)


def test_the_chance_is_the_tail_of_a_negative_binomial() -> None:
    assert at_least(0, 2.0, 3.0, 1.0) == 1.0
    # with a rate that is sure (a great shape and rate) it is Poisson's tail
    poisson = 1 - sum(math.exp(-2.0) * 2.0**x / math.factorial(x) for x in range(5))
    assert at_least(5, 2e6, 1e6, 1.0) == pytest.approx(poisson, abs=1e-5)
    assert at_least(1, 1.0, 1.0, 1.0) == pytest.approx(0.5)


def test_chances_are_corrected_for_how_many_were_looked_at() -> None:
    assert _corrected([0.01, 0.02, 0.5]) == pytest.approx([0.03, 0.03, 0.5])


def test_what_cannot_rise_is_named(fill: Fill) -> None:
    with pytest.raises(FilterError, match="cannot rise"):
        fill().trends(by="weather")
