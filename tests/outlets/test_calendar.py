"""The timeline: values in order, in words, with the time that lies between."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.outlets.calendar import timeline, unplaced, written
from dateline.record import Date
from outlets.shown import record


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-08-17", "17 August 2021"),
        ("2021-08", "August 2021"),
        ("1996", "1996"),
        ("198", "1980s"),
        ("2021-W33", "2021-W33"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("2021-08-17T09:30", "17 August 2021, 09:30"),
        ("2021-99", "2021-99"),
    ],
)
def test_values_in_words(value: str, words: str) -> None:
    assert written(value) == words


def test_days_come_in_order_with_the_time_between() -> None:
    told = record()
    old = Date("d0", 0, 5, "DATE", "198", "decade", "1980-01-01", "1989-12-31")
    events = (told.events[0], dataclasses.replace(told.events[1], date="d0"))
    rows = timeline(dataclasses.replace(told, dates=(*told.dates, old), events=events))
    assert [(r.shown, r.exact, r.events, r.gap) for r in rows] == [
        ("1980s", False, ("e2",), ""),
        ("3 May 2020", True, ("e1",), "30 years later"),
    ]


def test_a_date_without_a_fact_is_not_on_the_timeline() -> None:
    assert timeline(record(events=())) == ()


def test_a_day_that_cannot_be_known_is_kept_apart() -> None:
    assert [d.id for d in unplaced(record())] == ["d2"]
