"""Agreement of people, against values worked out by hand or published; and of the machine with them."""

from __future__ import annotations

import pytest

from dateline.desk import Filter
from dateline.desk.agreement import alpha, wilson
from desk.conftest import Fill
from desk.test_decisions import ROWS


def test_alpha_of_the_example_with_four_observers() -> None:
    """The reliability data of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: nominal alpha .743."""
    rows = {
        "A": "1 2 3 3 2 1 4 1 2 - - -", "B": "1 2 3 3 2 2 4 1 2 5 - 3", "C": "- 3 3 3 2 3 4 2 2 5 1 -", "D": "1 2 3 3 2 4 4 1 2 5 1 -",
    }  # fmt: skip
    units = [{who: values.split()[i] for who, values in rows.items() if values.split()[i] != "-"} for i in range(12)]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_alpha_needs_something_that_varies() -> None:
    assert alpha([{"a": "x", "b": "x"}]) is None
    assert alpha([{"a": "x"}]) is None
    assert alpha([{"a": "x", "b": "x"}, {"a": "y", "b": "y"}]) == 1.0


def test_wilson() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)


def test_people_and_machine(fill: Fill) -> None:
    desk = fill(ROWS)
    e = {x.type: x.id for x in desk.events(Filter())}
    for who in ("anna", "ben"):
        desk.decide("accept", e["ASSAULT"], who=who, why="")
        desk.decide("accept", e["PROTEST"], who=who, why="")
    desk.decide("reject", e["CONSULT"], who="anna", why="")
    desk.decide("accept", e["CONSULT"], who="ben", why="")
    desk.decide("correct", e["PROTEST"], "place", "Kidal", who="ben", why="")
    found = desk.agreement()
    assert found.people == ("anna", "ben")
    by = {b.question: b for b in found.between}
    assert (by["right or wrong"].units, by["right or wrong"].same) == (3, pytest.approx(2 / 3))
    assert by["right or wrong"].alpha == pytest.approx(alpha([{"a": "x", "b": "x"}] * 2 + [{"a": "y", "b": "x"}]))
    assert by["place"].units == 2
    machine = {m.of: (m.right, m.judged) for m in found.machine}
    assert machine["events"] == (2, 3), "a tie is against the machine"
    assert machine["ASSAULT"] == (1, 1)
    assert machine["place of those right"] == (1, 2)
