"""Evaluates what names its place on the calendar: points, decades, ranges, feasts, dates of other calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.dates import value
from dateline.dates.expression import (
    Decade,
    Feast,
    Fixed,
    Foreign,
    Point,
    Slashed,
)
from dateline.dates.foreign_rules import first_and_last
from dateline.dates.holidays import days_of, holidays
from dateline.dates.points import complete
from dateline.dates.resolving import Resolved, dated, resolve, resolves
from dateline.dates.story import Story
from dateline.dates.tense import FUTURE, PAST


@resolves(Fixed)
def _fixed(what: Fixed, _: Story) -> Resolved:
    first, last = (value.bounds(v) if v else None for v in (what.value, what.last))
    if what.last and last and what.value:
        start = int(what.because.rsplit(", ", 1)[-1].split(" ")[0])
        return dated(what.value, what.because, bounds=(date(start, 1, 1), last[1]), explicit_year=True)
    return dated(what.value, what.because, explicit_year=first is not None)


@resolves(Point)
def _point(what: Point, story: Story) -> Resolved:
    found, anchor, because = complete(what, story)
    resolved = dated(found, because, anchor, explicit_year=what.year is not None)
    if found and what.last_day and what.day:
        month = found[:7]
        ends = value.bounds(f"{month}-{what.day:02d}"), value.bounds(f"{month}-{what.last_day:02d}")
        if ends[0] and ends[1]:
            resolved = replace(resolved, value=month, bounds=(ends[0][0], ends[1][1]), because=because + "; days of one month")
    return resolved


@resolves(Decade)
def _decade(what: Decade, story: Story) -> Resolved:
    if story.written is None:
        return (
            dated(f"19{what.tens}", "a decade of the twentieth century, the last of that name to be over")
            if what.tens >= 3
            else dated(None, "a decade of an untold century")
        )
    near = story.written.year // 10
    decade = near - (near - what.tens) % 10
    return dated(str(decade), "the last decade of that name", story.written_from)


@resolves(Feast)
def _feast(what: Feast, story: Story) -> Resolved:
    holiday = holidays()[what.key]
    moon = "; tabular Islamic calendar, a day off where the moon is sighted" if holiday.rule.startswith("hijri") else ""
    anchor: str | None = None
    if what.year is not None:
        year = resolve(what.year, story)
        anchor = year.anchor
        calendar = holiday.rule.split(" ")[0]
        if calendar in ("hijri", "persian") and year.value and int(year.value) < 1700:
            month, day = (int(x) for x in holiday.rule.split(" ")[1].split("-"))
            return resolve(Foreign(calendar, int(year.value), month, day if holiday.unit == "day" else None), story)  # "Nowruz 1400"
        found = days_of(holiday, int(year.value)) if year.value and len(year.value) == 4 else []
    else:
        told_year = story.told_year()
        if story.written is None and told_year is None:
            return dated(None, "a feast of a year that nothing tells")
        near = story.written if story.written is not None else date(told_year or 1, 7, 1)
        anchor = story.written_from if story.written is not None else story.told.id if story.told else None
        options = [d for y in range(near.year - 1, near.year + 2) for d in days_of(holiday, y)]
        past, future = [d for d in options if d[0] <= near], [d for d in options if d[1] >= near]
        if story.written is None:
            found = days_of(holiday, told_year or 1)
        elif what.step < 0:
            found = [d for d in options if d[1] < near][-1:]
        elif what.step > 0:
            found = future[:1]
        else:
            tense = story.tense()
            ahead, behind = (
                (200 if tense == PAST else 0),
                (60 if tense == FUTURE else 0),
            )  # days a feast must be nearer to go against the verb
            nearest = [((d[0] - near).days + ahead, d) for d in future[:1]] + [((near - d[0]).days + behind, d) for d in past[-1:]]
            found = [d for _, d in sorted(nearest)[:1]]
    if not found:
        return dated(None, "a feast of a year that nothing tells")
    first, last = found[0]
    told = (
        value.of(first, "week")
        if holiday.unit == "week"
        else first.isoformat()
        if first == last
        else value.of(first, "month")
        if first.month == last.month
        else f"{first.year:04d}"
    )
    return dated(told, f"{holiday.name} by rule: {holiday.rule}{moon}", anchor, bounds=(first, last), explicit_year=what.year is not None)


@resolves(Foreign)
def _foreign(what: Foreign, story: Story) -> Resolved:
    at = what
    anchor = None
    if what.year is None:
        if story.written is None:
            return dated(None, "a year that nothing tells")
        years = {"hijri": 579, "persian": 621, "ethiopian": 8}[what.calendar]
        guess = story.written.year - years if what.calendar != "hijri" else (story.written.year - 622) * 33 // 32
        options = [o for o in (replace(what, year=guess + n) for n in (-2, -1, 0, 1, 2)) if first_and_last(o)]
        if not options:
            return dated(None, f"no such day in the {what.calendar} calendar")
        at = min(options, key=lambda o: abs(((first_and_last(o) or (date.min, date.min))[0] - story.written).days) if story.written else 0)
        anchor = story.written_from
    bounds = first_and_last(at)
    if bounds is None:
        return dated(None, f"no such day in the {what.calendar} calendar")
    first, last = bounds
    found = (
        first.isoformat()
        if first == last
        else value.of(first, "month")
        if first.month == last.month and first.year == last.year
        else f"{first.year:04d}"
    )
    return dated(
        found, f"{at.calendar} calendar" + ("" if first == last else f", from {first} to {last}"), anchor, bounds=bounds, explicit_year=True
    )


@resolves(Slashed)
def _slashed(what: Slashed, story: Story) -> Resolved:
    readings = []
    for month, day in ((what.first, what.second), (what.second, what.first)):
        try:
            readings.append(date(what.year, month, day))
        except ValueError:
            continue
    days = sorted(set(readings))
    if len(days) == 1:
        return dated(days[0].isoformat(), "as written", explicit_year=True)
    if days and story.written is not None:
        near = story.written
        return dated(
            min(days, key=lambda d: (abs((d - near).days), d)).isoformat(),
            "day and month may be told in either order; the reading nearest to the day of writing",
            story.written_from,
            explicit_year=True,
        )
    return dated(None, "day and month may be told in either order")
