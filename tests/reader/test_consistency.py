"""A name's label is settled over the whole article."""

from __future__ import annotations

from dateline.reader.consistency import one_label
from dateline.reader.reading import Found

TEXT = "Kasa Kasa Kasa Kasa Lamu"


def found(*labels: str) -> list[Found]:
    return [Found(5 * i, 5 * i + 4, label, "name", 0.9) for i, label in enumerate(labels)]


def test_the_majority_overrules() -> None:
    assert [m.label for m in one_label(found("organization", "organization", "location", "organization"), TEXT)] == ["organization"] * 4


def test_an_even_vote_changes_nothing() -> None:
    labels = ["organization", "organization", "location", "location"]
    assert [m.label for m in one_label(found(*labels), TEXT)] == labels


def test_two_occurrences_settle_nothing() -> None:
    labels = ["organization", "location"]
    assert [m.label for m in one_label(found(*labels), TEXT)] == labels


def test_dates_are_left_alone() -> None:
    labels = ["date", "misc", "misc", "misc"]
    assert [m.label for m in one_label(found(*labels), TEXT)] == labels
