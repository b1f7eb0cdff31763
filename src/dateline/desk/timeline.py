"""The events of a filter by day; what is known only by month or year stands under that; what has no day stands last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, events


@dataclass(frozen=True, slots=True)
class Day:
    """`day` is an ISO day, or a month, year or stretch ("2021-08-02/2021-08-08"); None for events without a day."""

    day: str | None
    events: tuple[EventRow, ...]


def timeline(db: sqlite3.Connection, f: Filter) -> Iterator[Day]:
    """The days, the earliest first; within a year or month what is known by the day stands before what is not."""
    for day, group in groupby(events(db, replace(f, sort="day")), key=day_of):
        yield Day(day, tuple(group))


def day_of(e: EventRow) -> str | None:
    """The day of an event as far as it is known."""
    if e.first_day is None or e.last_day is None:
        return e.first_day
    if e.first_day == e.last_day:
        return e.first_day
    if e.date_precision == "month" and e.first_day[:7] == e.last_day[:7]:
        return e.first_day[:7]
    if e.date_precision == "year" and e.first_day[:4] == e.last_day[:4]:
        return e.first_day[:4]
    return f"{e.first_day}/{e.last_day}"
