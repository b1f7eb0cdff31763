"""A name's label is settled over the whole article, by the encoder, by its look and by its other occurrences."""

from __future__ import annotations

import numpy as np

from dateline.reader.consistency import Marked, settle
from dateline.record import MENTION_LABELS

PLAIN = np.log(np.full(len(MENTION_LABELS), 1 / len(MENTION_LABELS), dtype=np.float32))


def towards(label: str, p: float) -> np.ndarray:
    """`p` for one label, the rest shared by the others."""
    n = len(MENTION_LABELS)
    return np.array([p if x == label else (1 - p) / (n - 1) for x in MENTION_LABELS], dtype=np.float32)


def labels(text: str, marks: list[tuple[str, str, float]], looks: dict[str, np.ndarray] | None = None) -> list[str]:
    """The labels settled for names found in order in `text`, marked as (name, label, probability)."""
    at, marked = 0, []
    for name, label, p in marks:
        at = text.index(name, at)
        marked.append(Marked((at, at + len(name)), towards(label, p)))
        at += len(name)
    seen = np.stack([(looks or {}).get(name, PLAIN) for name, _, _ in marks])
    return [m.label for m in settle(marked, seen, text)]


def test_the_surer_occurrences_overrule() -> None:
    assert (
        labels("Kasa Kasa Kasa", [("Kasa", "organization", 0.9), ("Kasa", "organization", 0.9), ("Kasa", "location", 0.6)])
        == ["organization"] * 3
    )


def test_capitals_do_not_make_another_name() -> None:
    assert labels("KASA won. Kasa lost.", [("KASA", "location", 0.4), ("Kasa", "organization", 0.9)]) == ["organization"] * 2


def test_one_occurrence_keeps_what_the_encoder_says() -> None:
    assert labels("Kasa Lamu", [("Kasa", "organization", 0.5), ("Lamu", "location", 0.5)]) == ["organization", "location"]


def test_the_look_decides_where_the_encoder_is_torn() -> None:
    place = np.log(towards("location", 0.95))
    torn = [("Kasa", "person", 0.45)]
    assert labels("Kasa", torn) == ["person"]
    assert labels("Kasa", torn, {"Kasa": place}) == ["location"]


def test_the_look_does_not_overrule_a_sure_encoder() -> None:
    assert labels("Kasa", [("Kasa", "person", 0.98)], {"Kasa": np.log(towards("location", 0.8))}) == ["person"]


def test_dates_are_left_alone() -> None:
    assert labels("May May May", [("May", "date", 0.6), ("May", "person", 0.9), ("May", "person", 0.9)]) == ["date", "person", "person"]


def test_the_score_is_a_probability() -> None:
    marked = [Marked((0, 4), towards("person", 0.7))]
    (found,) = settle(marked, PLAIN[None], "Kasa")
    assert 0.5 < found.score <= 1


def test_a_valleys_name_is_a_place_alone_too() -> None:
    marks = [("Kasa Valley", "location", 0.9), ("Kasa Valley", "location", 0.9), ("Kasa", "person", 0.6)]
    assert labels("Kasa Valley, Kasa Valley, Kasa", marks) == ["location"] * 3
