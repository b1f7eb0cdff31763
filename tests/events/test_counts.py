"""Numbers of people as told, with their bounds."""

from __future__ import annotations

import pytest

from dateline.events.counts import told


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("The blast, killing at least four people, shook the town.", "killed", 4, None),
        ("Between 30 and 40 civilians were killed.", "killed", 30, 40),
        ("A man shoots dead 13 people at a bar.", "killed", 13, 13),
        ("They gunned down at least 14 people.", "killed", 14, None),
        ("The attack claimed the lives of nine farmers.", "killed", 9, 9),
        ("Two dozen protesters were wounded.", "injured", 24, 24),
        ("Police arrested 1,200 people.", "arrested", 1200, 1200),
        ("Police in Tamsk could capture five men.", "arrested", 5, 5),
        ("Troops captured in Tamsk 12 fighters.", "arrested", 12, 12),
        ("Up to twenty-five soldiers died.", "killed", None, 25),
        ("The raid killed three hundred and twenty people.", "killed", 320, 320),
        ("The death toll rose to 35.", "killed", 35, 35),
        ("Five died and 12 others were injured.", "injured", 12, 12),
        ("Shells hit the house, killing a family of six.", "killed", 6, 6),
        ("The bomb killed two policemen and a soldier.", "killed", 3, 3),
        ("Two policemen and a soldier were killed.", "killed", 3, 3),
        ("At least three policemen and two civilians were killed.", "killed", 5, None),
        ("The blast killed at least three soldiers and two civilians were wounded.", "injured", 2, 2),
        ("The blast killed at least three soldiers and two civilians were wounded.", "killed", 3, None),
    ],
)
def test_told(text: str, what: str, low: int | None, high: int | None) -> None:
    count = told(text, what, (0, len(text)))
    assert count is not None
    assert (count.low, count.high) == (low, high)


def test_a_year_counts_nobody() -> None:
    text = "He was arrested in May 2018."
    assert told(text, "arrested", (0, len(text))) is None


def test_no_number_is_no_count() -> None:
    text = "Soldiers were killed in Kidal in 2012."
    assert told(text, "killed", (0, len(text))) is None
