"""The timeline: days, months, years and decades that facts are tied to, in their order, and how far they lie apart."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.record import Date, Record, Span

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
POINT = re.compile(r"\d{2,4}(?:-\d\d(?:-\d\d)?)?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class DayRow:
    """One value with the dates that have it and the ids of events and statements tied to it. `gap` says how long after the row before."""

    value: str
    shown: str
    exact: bool  # known to the day
    dates: tuple[Date, ...]
    events: tuple[str, ...]
    statements: tuple[str, ...]
    gap: str = ""


def timeline(record: Record) -> tuple[DayRow, ...]:
    """Every value that can stand in a calendar and that a fact is tied to; earliest first, a longer stretch before the days within it."""
    by_value: dict[str, list[Date]] = {}
    for d in record.dates:
        if d.value and d.first and d.type in ("DATE", "TIME"):
            by_value.setdefault(_day(d.value), []).append(d)
    rows = []
    for value, dates in by_value.items():
        ids = {d.id for d in dates}
        events = tuple(e.id for e in record.events if e.date in ids)
        statements = tuple(s.id for s in record.statements if s.date in ids)
        if events or statements:
            exact = dates[0].first == dates[0].last
            rows.append((dates[0].first or "", DayRow(value, written(value), exact, tuple(dates), events, statements)))
    rows.sort(key=lambda r: (r[0], -_length(r[1].dates[0]), r[1].value))
    return _with_gaps([r for _, r in rows])


def unplaced(record: Record) -> tuple[Date, ...]:
    """Days of the text that cannot be known, each written differently; durations and recurrences are not days."""
    out: dict[str, Date] = {}
    for d in record.dates:
        if d.value is None and d.type in ("DATE", "TIME"):
            out.setdefault(record.article.text[d.start : d.end].lower(), d)
    return tuple(out.values())


def written(value: str) -> str:
    """A value for people: "2021-08-17" is "17 August 2021", "198" is "1980s"; what is no calendar point stays as it is."""
    if not POINT.fullmatch(value):
        return value
    day, _, clock = value.partition("T")
    parts = day.split("-")
    if len(parts) == 1:
        return f"{day}0s" if len(day) == 3 else f"{day}00s" if len(day) == 2 else day
    if not 1 <= int(parts[1]) <= 12:
        return value
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    shown = f"{int(parts[2])} {month}" if len(parts) == 3 else month
    return f"{shown}, {clock}" if re.fullmatch(r"\d\d:\d\d(?::\d\d)?", clock) else shown


def words_of(record: Record, dates: Sequence[Date]) -> tuple[tuple[str, Span], ...]:
    """The different ways in which the text writes these dates, each with its first place."""
    out: dict[str, tuple[str, Span]] = {}
    for d in dates:
        words = record.article.text[d.start : d.end]
        out.setdefault(words.lower(), (words, (d.start, d.end)))
    return tuple(out.values())


def _day(value: str) -> str:
    """A time of day belongs to its day."""
    return value.partition("T")[0] or value


def _length(d: Date) -> int:
    first, last = _date(d.first), _date(d.last)
    return (last - first).days if first and last else 0


def _date(iso: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(iso or "")
    except ValueError:
        return None


def _with_gaps(rows: list[DayRow]) -> tuple[DayRow, ...]:
    out: list[DayRow] = []
    for row in rows:
        gap = ""
        if out:
            before, now = _date(out[-1].dates[0].last), _date(row.dates[0].first)
            days = (now - before).days if before and now else 0
            if days > 730:
                gap = f"{days // 365} years later"
            elif days > 60:
                gap = f"{days // 30} months later"
        out.append(DayRow(row.value, row.shown, row.exact, row.dates, row.events, row.statements, gap))
    return tuple(out)
