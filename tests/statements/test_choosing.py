"""Choosing by summed weights."""

from __future__ import annotations

import pytest

from dateline.statements.choosing import Weights, chance, read, shares, weights

TABLE = Weights({"near": {"": 1.0, "direct": 0.5}, "far": {"": -2.0}})


def test_a_score_is_the_sum_of_terms_whose_circumstance_holds() -> None:
    assert TABLE.score(["near", "far", "unknown"], [""]) == -1.0
    assert TABLE.score(["near"], ["", "direct"]) == 1.5


def test_the_reason_is_what_speaks_most_for_it() -> None:
    assert TABLE.reason(["far", "near"], [""]) == "near"
    assert TABLE.reason(["far"], [""]) is None
    assert TABLE.reason([], [""]) is None


def test_chances_and_shares_are_probabilities() -> None:
    assert (chance(0.0), chance(-900.0)) == (0.5, 0.0)
    assert sum(shares([900.0, 1.0, -3.0])) == pytest.approx(1.0)


def test_a_table_is_read_without_its_comments() -> None:
    assert read("# why\nnear\t\t1.5\nnear\tdirect\t-2\n").of == {"near": {"": 1.5, "direct": -2.0}}


@pytest.mark.parametrize(("package", "name"), [("dateline.statements", "speakers.tsv"), ("dateline.events", "parties.tsv")])
def test_the_shipped_tables_are_there(package: str, name: str) -> None:
    assert weights(package, name).of
