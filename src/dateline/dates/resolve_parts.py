"""Evaluates parts of longer times, times of the day, lengths and what recurs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dateline.dates import value
from dateline.dates.expression import (
    Each,
    Edge,
    Expression,
    Length,
    Moment,
    Nth,
    PartOfDay,
    Point,
    Reference,
    Stretch,
    Within,
)
from dateline.dates.holidays import nth_weekday
from dateline.dates.length_rules import duration
from dateline.dates.points import complete
from dateline.dates.resolving import Resolved, dated, resolve, resolves
from dateline.dates.story import Story


def _on_day(day: Expression | None, story: Story) -> tuple[str, str, str | None] | None:
    if day is None:
        reference = story.reference_day()
        return (reference[0][:10], "on the day spoken of", reference[1]) if reference else None
    resolved = resolve(day, story)
    return (
        (resolved.value[:10], resolved.because, resolved.anchor)
        if resolved.value and value.precision(resolved.value) in ("day", "time")
        else None
    )


@resolves(PartOfDay)
def _part(what: PartOfDay, story: Story) -> Resolved:
    on = _on_day(what.day, story)
    return dated(f"{on[0]}T{what.part}", on[1], on[2]) if on else Resolved("TIME", None, "a part of a day that nothing tells")


@resolves(Moment)
def _moment(what: Moment, story: Story) -> Resolved:
    on = _on_day(what.day, story)
    return dated(f"{on[0]}T{what.clock.stamp}", on[1], on[2]) if on else Resolved("TIME", None, "a time of a day that nothing tells")


@resolves(Edge)
def _edge(what: Edge, story: Story) -> Resolved:
    whole = resolve(what.whole, story)
    return replace(whole, because=f"{what.edge} of it: {whole.because}") if whole.value else whole


@resolves(Within)
def _within(what: Within, story: Story) -> Resolved:
    year = resolve(what.year, story)
    if year.value is None or len(year.value) != 4:
        return dated(None, year.because)
    at = replace(what.point, year=int(year.value))
    if what.point == Point():
        spoken = story.quarter or story.told
        told = spoken.value if spoken is not None else None
        fine = value.precision(told) if told else None
        if told is None or fine not in ("quarter", "month", "half"):
            return dated(year.value, year.because, year.anchor)
        return dated(f"{year.value}{told[4:]}", f"the same part of {year.value}", year.anchor)
    if what.point.quarter is None and what.point.month is None and what.point.half is None and what.point.season is None:
        quarter = int(story.quarter.value[-1]) if story.quarter is not None else None
        at = replace(at, quarter=quarter)
    found = complete(at, story)[0]
    return dated(found, f"its year: {year.because}", year.anchor, explicit_year=year.explicit_year)


@resolves(Nth)
def _nth(what: Nth, story: Story) -> Resolved:
    whole = resolve(what.whole, story)
    bounds = whole.bounds or (value.bounds(whole.value) if whole.value else None)
    if whole.value is None or bounds is None:
        return dated(None, whole.because)
    first, last = bounds
    found: str | None
    try:
        if what.unit.startswith("weekday"):
            weekday = int(what.unit.split()[1])
            day = (
                nth_weekday(first.year, first.month, weekday, what.n)
                if value.precision(whole.value) == "month"
                else last - timedelta(days=(last.isoweekday() - weekday) % 7)
                if what.n < 0
                else first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (what.n - 1))
            )
            found = day.isoformat() if first <= day <= last else None
        elif what.n == 0:
            found = value.of(first, what.unit)
        else:
            start = last if what.n < 0 else value.move(first, what.n - 1, what.unit)
            found = value.of(start, what.unit) if first <= start <= last else None
    except (ValueError, OverflowError):
        found = None
    return dated(found, f"counted within {whole.value}", whole.anchor, explicit_year=whole.explicit_year)


@resolves(Reference)
def _reference(what: Reference, _: Story) -> Resolved:
    return Resolved("DATE", what.value, "TimeML: no day is told", moves=False)


@resolves(Each)
def _each(what: Each, _: Story) -> Resolved:
    return Resolved("SET", what.value, "recurs", moves=False)


@resolves(Length)
def _length(what: Length, _: Story) -> Resolved:
    number = what.number
    vague = (
        "a length that is told vaguely"
        if number.low is None
        else "a length of time"
        if number.low == number.high
        else f"from {number.low:g} to {number.high:g} {what.unit}s"
    )
    return Resolved("DURATION", duration(what), vague, moves=False)


@resolves(Stretch)
def _stretch(what: Stretch, story: Story) -> Resolved:
    length = what.length
    now = story.now()
    number = length.number.low
    bounds = None
    if (
        now
        and not story.month_only
        and number is not None
        and number == length.number.high
        and number == int(number)
        and length.unit not in ("second", "minute", "hour", "fortnight")
    ):
        try:
            far = value.move(now[0], int(number) * what.side, length.unit)
            bounds = (min(far, now[0]), max(far, now[0]))
        except (OverflowError, ValueError):
            bounds = None
    side = "up to" if what.side < 0 else "from"
    return Resolved(
        "DURATION", duration(length), f"a length of time {side} the day of writing", now[1] if now and bounds else None, bounds, moves=False
    )
