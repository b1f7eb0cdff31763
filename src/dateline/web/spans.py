"""When the filter's events were: stretches of days, weeks, months or years with their events by quad, for the timeline that dates are chosen on."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.desk.filter import Filter
from dateline.web.address import Address
from dateline.web.charts import Bar
from dateline.web.tallies import tally
from dateline.web.words import QUADS

UNITS = (("day", 100), ("week", 900), ("month", 5000))
"""A unit and the most days it is used for; longer is told by years."""
HELD = 0.9
"""Of the events with a day, in the stretch shown: a report's aside on 1945 must not press this month into one column. The rest is told as a number with a link."""
MOST = 400
"""Columns at most: over that the earliest are left to the number as well."""
WIDE = {"day": ("month", "year"), "week": ("month", "year"), "month": ("year",), "year": ()}
"""Precisions too wide for a unit: these events are counted apart, not put on the first of January."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` to `until`, both within."""

    since: str
    until: str
    label: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Spans:
    """`before` and `after` are events outside the stretches shown, `wide` those known only to a month or year that no column can hold, `undated` those without a day."""

    unit: str
    rows: tuple[Span, ...]
    before: int
    after: int
    wide: int
    undated: int

    @property
    def day_before(self) -> str:
        """The last day that is too early for the stretches shown."""
        return (date.fromisoformat(self.rows[0].since) - timedelta(days=1)).isoformat()

    @property
    def day_after(self) -> str:
        return (date.fromisoformat(self.rows[-1].until) + timedelta(days=1)).isoformat()


def spans(db: sqlite3.Connection, f: Filter, *, within: bool = False) -> Spans:
    """The stretches of everything the filter means but for its own days, so that other days can be chosen; `within`: only of its days."""
    asked = f if within else replace(f, since=None, until=None)
    days: Counter[tuple[str, str, str]] = Counter()
    undated = 0
    for first, precision, quad, n in tally(db, asked, ("e.first_day", "e.date_precision", "e.quad"), "events_when"):
        if first is None or _day(first) is None:
            undated += n
        else:
            days[first, precision or "", quad or ""] += n
    if not days:
        return Spans("day", (), 0, 0, 0, undated)
    low, high = _most(days)
    if f.since:
        low = _bound(f.since, low, last=False) if within else min(low, _bound(f.since, low, last=False))
    if f.until:
        high = _bound(f.until, high, last=True) if within else max(high, _bound(f.until, high, last=True))
    high = max(low, high)
    unit = _unit(days, low, high)
    starts = list(_starts(low, high, unit))[-MOST:]
    low = starts[0]
    end = _next(starts[-1], unit)
    held: dict[date, Counter[str]] = {s: Counter() for s in starts}
    before = after = wide = 0
    for (first, precision, quad), n in days.items():
        day = date.fromisoformat(first[:10])
        if day < low:
            before += n
        elif day >= end:
            after += n
        elif precision in WIDE[unit]:
            wide += n
        else:
            held[_start(day, unit)][quad] += n
    rows = tuple(
        Span(s.isoformat(), (_next(s, unit) - timedelta(days=1)).isoformat(), _label(s, unit), {q: c[q] for q in (*QUADS, "") if c[q]})
        for s, c in held.items()
    )
    return Spans(unit, rows, before, after, wide, undated)


def column(at: Address, s: Span) -> Bar:
    """A stretch as a column that chooses it on this screen."""
    f = at.filter
    chosen = bool(f.since or f.until) and (not f.since or s.until >= f.since) and (not f.until or s.since <= f.until + "~")
    return Bar(s.label, s.total, at.with_(since=s.since, until=s.until), s.counts, chosen)


def _unit(days: Counter[tuple[str, str, str]], low: date, high: date) -> str:
    """The finest unit that has room and holds most of the events within."""
    within: Counter[str] = Counter()
    for (first, precision, _), n in days.items():
        if low.isoformat() <= first[:10] <= high.isoformat():
            within[precision] += n
    for unit, most in UNITS:
        if (high - low).days <= most and 2 * sum(within[p] for p in WIDE[unit]) <= within.total():
            return unit
    return "year"


def _most(days: Counter[tuple[str, str, str]]) -> tuple[date, date]:
    """The shortest stretch that holds most events, and what is near it."""
    by_day: Counter[date] = Counter()
    for (first, precision, _), n in days.items():
        if precision != "year":
            by_day[date.fromisoformat(first[:10])] += n
    by_day = by_day or Counter(date.fromisoformat(first[:10]) for first, _, _ in days)
    ranked, enough = sorted(by_day), HELD * by_day.total()
    low, high, held, start = ranked[0], ranked[-1], 0, 0
    for end in ranked:
        held += by_day[end]
        while held - by_day[ranked[start]] >= enough:
            held -= by_day[ranked[start]]
            start += 1
        if held >= enough and end - ranked[start] < high - low:
            low, high = ranked[start], end
    near = max(timedelta(days=30), (high - low) / 4)
    for day in reversed(ranked):
        low = day if day < low and low - day <= near else low
    for day in ranked:
        high = day if day > high and day - high <= near else high
    return low, high


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _bound(text: str, otherwise: date, *, last: bool) -> date:
    """The first or last day of a date that may be only a month or year."""
    parts = [int(x) for x in text[:10].split("-")]
    try:
        first = date(*[*parts, 1, 1][:3])
        if not last or len(parts) == 3:
            return first
        return _next(first, "month" if len(parts) == 2 else "year") - timedelta(days=1)
    except (ValueError, OverflowError):
        return otherwise


def _start(day: date, unit: str) -> date:
    starts: dict[str, Callable[[date], date]] = {
        "day": lambda d: d,
        "week": lambda d: date.fromordinal(max(1, d.toordinal() - d.weekday())),
        "month": lambda d: d.replace(day=1),
        "year": lambda d: d.replace(month=1, day=1),
    }
    return starts[unit](day)


def _next(start: date, unit: str) -> date:
    try:
        if unit == "month":
            return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
        if unit == "year":
            return start.replace(year=start.year + 1)
        return start + timedelta(days=7 if unit == "week" else 1)
    except (ValueError, OverflowError):
        return date.max


def _starts(low: date, high: date, unit: str) -> Iterator[date]:
    at = _start(low, unit)
    while at <= high:
        yield at
        following = _next(at, unit)
        if following <= at:
            return
        at = following


def _label(start: date, unit: str) -> str:
    return {
        "day": start.isoformat(),
        "week": f"week of {start.isoformat()}",
        "month": start.isoformat()[:7],
        "year": start.isoformat()[:4],
    }[unit]
