"""Evaluates an expression within its story: the TIMEX3 type and value, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateline.dates import value
from dateline.dates.expression import (
    Decade,
    Each,
    Edge,
    Expression,
    Feast,
    Fixed,
    Foreign,
    Length,
    Moment,
    Near,
    Nth,
    PartOfDay,
    Point,
    Reference,
    Shift,
    Slashed,
    Stretch,
    Within,
)
from dateline.dates.foreign_rules import first_and_last
from dateline.dates.holidays import days_of, holidays, nth_weekday
from dateline.dates.points import complete
from dateline.dates.length_rules import duration
from dateline.dates.story import Story
from dateline.dates.tense import FUTURE

_NOTHING_DATES = "nothing dates the text"


@dataclass(frozen=True, slots=True)
class Resolved:
    """`bounds` are told only where they differ from the value's own; `explicit_year` when the words name the year themselves."""

    type: str
    value: str | None
    because: str
    anchor: str | None = None
    bounds: tuple[date, date] | None = None
    explicit_year: bool = False
    moves: bool = True  # whether what follows ("two days later") counts from here


def resolve(what: Expression, story: Story) -> Resolved:
    """The type, value and reason of an expression."""
    return _RULES[type(what)](what, story)


def _date(found: str | None, because: str, anchor: str | None = None, **more: Any) -> Resolved:
    return Resolved("TIME" if found and "T" in found else "DATE", found, because, anchor if found else None, **more)


def _fixed(what: Fixed, _: Story) -> Resolved:
    first, last = (value.bounds(v) if v else None for v in (what.value, what.last))
    if what.last and last and what.value:
        start = int(what.because.rsplit(", ", 1)[-1].split(" ")[0])
        return _date(what.value, what.because, bounds=(date(start, 1, 1), last[1]), explicit_year=True)
    return _date(what.value, what.because, explicit_year=first is not None)


def _point(what: Point, story: Story) -> Resolved:
    found, anchor, because = complete(what, story)
    resolved = _date(found, because, anchor, explicit_year=what.year is not None)
    if found and what.last_day and what.day:
        month = found[:7]
        ends = value.bounds(f"{month}-{what.day:02d}"), value.bounds(f"{month}-{what.last_day:02d}")
        if ends[0] and ends[1]:
            resolved = replace(resolved, value=month, bounds=(ends[0][0], ends[1][1]), because=because + "; days of one month")
    return resolved


def _decade(what: Decade, story: Story) -> Resolved:
    if story.written is None:
        return _date(f"19{what.tens}", "a decade of the twentieth century, the last of that name to be over") if what.tens >= 3 else _date(None, "a decade of an untold century")
    near = story.written.year // 10
    decade = near - (near - what.tens) % 10
    return _date(str(decade), "the last decade of that name", story.written_from)


def _written(story: Story) -> tuple[date, str] | None:
    return (story.written, story.written_from or "published") if story.written is not None else None


def _base(kind: str, unit: str, story: Story) -> tuple[str, str] | None:
    """The value that counting starts from, and its anchor: the writer's now, the time told last, or the unit spoken of ("the quarter")."""
    if kind == "now":
        now = _written(story)
        if now is None or (story.month_only and unit in ("day", "week", "weekend")):
            return None
        return value.of(now[0], unit), now[1]
    if unit == "quarter" and kind in ("told", "report") and story.quarter is not None:
        return story.quarter.value, story.quarter.id
    if kind in ("told", "report") and story.told is not None and value.precision(story.told.value) == unit:
        return story.told.value, story.told.id
    if unit == "quarter" and kind == "told" and story.written is not None and story.tense() != FUTURE:
        return value.of(value.move(story.written, -1, "quarter"), "quarter"), story.written_from or "published"
    if kind == "told" and unit == "day":
        return story.reference_day()
    if kind == "told":
        return _base("now", unit, story)
    if kind == "report":
        return None
    reference = story.reference_day() if unit == "day" else story.reference()
    bounds = value.bounds(reference[0]) if reference else None
    if bounds is None or reference is None or value.of(bounds[0], unit) != value.of(bounds[1], unit):
        return None  # "that week" is not told by a year
    return value.of(bounds[0], unit), reference[1]


def _near(what: Near, story: Story) -> Resolved:
    if what.point is not None:
        return _near_point(what, story)
    unit = what.unit
    if unit == "fortnight":
        return Resolved("DURATION", "P2W", "a length of time")
    if unit == "weekend":
        return _weekend(what, story)
    step = what.step
    base = _base(what.base, unit, story)
    if what.base == "report" and base is not None:
        step = 0
    elif what.base == "report":
        base = _base("now", unit, story)
    if base is None:
        return _date(None, _NOTHING_DATES)
    found = value.shift(base[0], step, unit)
    name = "published" if base[1] == story.written_from else "the date told before"
    side = {0: "of", -1: "before", 1: "after"}.get(step, "counted from")
    return _date(found, f"the {unit} {side} {'the day of writing' if name == 'published' else name}", base[1])


def _weekend(what: Near, story: Story) -> Resolved:
    now = _written(story)
    if now is None or story.month_only:
        return _date(None, _NOTHING_DATES)
    day = now[0]
    step = what.step
    if step == 0 and what.base == "told" and day.isoweekday() < 6 and story.tense() != FUTURE:
        step = -1
    if what.step == -1 and day.isoweekday() == 7 and what.base == "told":
        step = 0
    return _date(value.of(day + timedelta(days=7 * step), "weekend"), "the weekend nearest on the side of the tense", now[1])


def _near_point(what: Near, story: Story) -> Resolved:
    at = what.point
    assert at is not None
    if what.base == "ref":
        reference = story.reference_day() if at.weekday else story.reference()
        bounds = value.bounds(reference[0]) if reference else None
        near, anchor = (bounds[0], reference[1]) if bounds and reference else (None, None)
    else:
        near, anchor = story.written, story.written_from
    if near is None or (story.month_only and at.weekday):
        return _date(None, _NOTHING_DATES)
    if at.weekday is not None:
        if what.unit == "in week":
            monday = near - timedelta(days=near.isoweekday() - 1) + timedelta(days=7 * what.step)
            return _date((monday + timedelta(days=at.weekday - 1)).isoformat(), "that weekday of the week named", anchor)
        back = (near.isoweekday() - at.weekday) % 7
        if what.step < 0:
            day = near - timedelta(days=back or 7)
        elif what.step > 0:
            day = near + timedelta(days=7 - back)
        else:
            ahead = (at.weekday - near.isoweekday()) % 7
            day = near + timedelta(days=ahead) if story.tense() != "past" else near - timedelta(days=back)
        return _date(day.isoformat(), "the weekday counted from the " + ("date told before" if what.base == "ref" else "day of writing"), anchor)
    options = []
    for year in range(near.year - 2, near.year + 3):
        found = f"{year:04d}-{at.month:02d}" if at.month else f"{year:04d}-{at.season}"
        if at.month and at.day:
            found += f"-{at.day:02d}"
        bounds = value.bounds(found)
        if bounds:
            options.append((*bounds, found))
    if what.step < 0:
        chosen = [o for o in options if o[1] < near][-1:]
    elif what.step > 0:
        chosen = [o for o in options if o[0] > near][:1]
    else:
        chosen = [o for o in options if o[2].startswith(f"{near.year:04d}")]
    return _date(chosen[0][2] if chosen else None, "counted from the " + ("date told before" if what.base == "ref" else "day of writing"), anchor)


def _shift(what: Shift, story: Story) -> Resolved:
    length = what.length
    number, unit = length.number.low, length.unit
    if number is None:
        return _date(None, "a length that is not told")
    count = what.sign * number
    if unit in ("decade", "century", "fortnight"):
        count *= {"decade": 10, "century": 100, "fortnight": 2}[unit]
        unit = "week" if unit == "fortnight" else "year"
    if unit == "year" and count != int(count):
        count, unit = count * 12, "month"
    keep = False
    if what.base == "event":
        return _date(None, "counted from an event that is not dated here")
    if isinstance(what.base, str):
        base = story.reference() if what.base == "ref" else _base("now", "day", story) or _base("now", "month", story)
        if base is not None and unit == "year" and story.quarter is not None and abs(count) == 1:
            base = story.quarter.value, story.quarter.id  # an earnings report compares its quarter: "up from $4 million a year ago"
        if base is not None and unit in ("day", "hour", "minute") and what.base == "ref" and value.precision(base[0]) not in ("day", "time"):
            base = story.reference_day()
        keep = base is not None and value.precision(base[0]) in ("quarter", "month", "half", "season") and unit in ("year", "quarter")
    else:
        inner = resolve(what.base, story)
        base = (inner.value, inner.anchor or "text") if inner.value else None
        keep = base is not None and unit in ("day", "week")
    bounds = value.bounds(base[0]) if base else None
    if base is None or bounds is None:
        return _date(None, _NOTHING_DATES)
    if story.month_only and base[1] == story.written_from and unit in ("day", "week", "hour", "minute"):
        return _date(None, "only the month of writing is known")
    if unit in ("second", "minute", "hour"):
        days = int(count / 24) if unit == "hour" else 0
        return _date((bounds[0] + timedelta(days=days)).isoformat(), "hours counted from that day", base[1])
    if unit == "weekend" or count != int(count):
        return _date(None, "a length that the calendar does not count")
    found = value.shift(base[0], int(count), unit) if keep else None
    if found is None:
        try:
            found = value.of(value.move(bounds[0], int(count), unit), unit)
        except (OverflowError, ValueError):
            return _date(None, "outside the calendar")
    side = "before" if what.sign < 0 else "after"
    return _date(found, f"{number:g} {length.unit}{'s' if number != 1 else ''} {side} {base[0]}", base[1] if base[1] != "text" else None, moves=unit != "year" or not isinstance(what.base, str))


def _on_day(day: Expression | None, story: Story) -> tuple[str, str, str | None] | None:
    if day is None:
        reference = story.reference_day()
        return (reference[0][:10], "on the day spoken of", reference[1]) if reference else None
    resolved = resolve(day, story)
    return (resolved.value[:10], resolved.because, resolved.anchor) if resolved.value and value.precision(resolved.value) in ("day", "time") else None


def _part(what: PartOfDay, story: Story) -> Resolved:
    on = _on_day(what.day, story)
    return _date(f"{on[0]}T{what.part}", on[1], on[2]) if on else Resolved("TIME", None, "a part of a day that nothing tells")


def _moment(what: Moment, story: Story) -> Resolved:
    on = _on_day(what.day, story)
    return _date(f"{on[0]}T{what.clock.stamp}", on[1], on[2]) if on else Resolved("TIME", None, "a time of a day that nothing tells")


def _edge(what: Edge, story: Story) -> Resolved:
    whole = resolve(what.whole, story)
    return replace(whole, because=f"{what.edge} of it: {whole.because}") if whole.value else whole


def _within(what: Within, story: Story) -> Resolved:
    year = resolve(what.year, story)
    if year.value is None or len(year.value) != 4:
        return _date(None, year.because)
    at = replace(what.point, year=int(year.value))
    if what.point == Point():
        spoken = story.quarter or story.told
        told = spoken.value if spoken is not None else None
        fine = value.precision(told) if told else None
        if told is None or fine not in ("quarter", "month", "half"):
            return _date(year.value, year.because, year.anchor)
        return _date(f"{year.value}{told[4:]}", f"the same part of {year.value}", year.anchor)
    if what.point.quarter is None and what.point.month is None and what.point.half is None and what.point.season is None:
        quarter = int(story.quarter.value[-1]) if story.quarter is not None else None
        at = replace(at, quarter=quarter)
    found = complete(at, story)[0]
    return _date(found, f"its year: {year.because}", year.anchor, explicit_year=year.explicit_year)


def _nth(what: Nth, story: Story) -> Resolved:
    whole = resolve(what.whole, story)
    bounds = whole.bounds or (value.bounds(whole.value) if whole.value else None)
    if whole.value is None or bounds is None:
        return _date(None, whole.because)
    first, last = bounds
    found: str | None
    try:
        if what.unit.startswith("weekday"):
            weekday = int(what.unit.split()[1])
            day = nth_weekday(first.year, first.month, weekday, what.n) if value.precision(whole.value) == "month" else last - timedelta(days=(last.isoweekday() - weekday) % 7) if what.n < 0 else first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (what.n - 1))
            found = day.isoformat() if first <= day <= last else None
        elif what.n == 0:
            found = value.of(first, what.unit)
        else:
            start = last if what.n < 0 else value.move(first, what.n - 1, what.unit)
            found = value.of(start, what.unit) if first <= start <= last else None
    except (ValueError, OverflowError):
        found = None
    return _date(found, f"counted within {whole.value}", whole.anchor, explicit_year=whole.explicit_year)


def _reference(what: Reference, _: Story) -> Resolved:
    return Resolved("DATE", what.value, "TimeML: no day is told", moves=False)


def _each(what: Each, _: Story) -> Resolved:
    return Resolved("SET", what.value, "recurs", moves=False)


def _length(what: Length, _: Story) -> Resolved:
    number = what.number
    vague = "a length that is told vaguely" if number.low is None else "a length of time" if number.low == number.high else f"from {number.low:g} to {number.high:g} {what.unit}s"
    return Resolved("DURATION", duration(what), vague, moves=False)


def _stretch(what: Stretch, story: Story) -> Resolved:
    length = what.length
    now = _written(story)
    number = length.number.low
    bounds = None
    if now and not story.month_only and number is not None and number == length.number.high and number == int(number) and length.unit not in ("second", "minute", "hour", "fortnight"):
        try:
            far = value.move(now[0], int(number) * what.side, length.unit)
            bounds = (min(far, now[0]), max(far, now[0]))
        except (OverflowError, ValueError):
            bounds = None
    side = "up to" if what.side < 0 else "from"
    return Resolved("DURATION", duration(length), f"a length of time {side} the day of writing", now[1] if now and bounds else None, bounds, moves=False)


def _feast(what: Feast, story: Story) -> Resolved:
    holiday = holidays()[what.key]
    moon = "; tabular Islamic calendar, a day off where the moon is sighted" if holiday.rule.startswith("hijri") else ""
    anchor: str | None = None
    if what.year is not None:
        year = resolve(what.year, story)
        anchor = year.anchor
        found = days_of(holiday, int(year.value)) if year.value and len(year.value) == 4 else []
    else:
        told_year = story.told_year()
        if story.written is None and told_year is None:
            return _date(None, "a feast of a year that nothing tells")
        near = story.written if story.written is not None else date(told_year or 1, 7, 1)
        anchor = story.written_from if story.written is not None else story.told.id if story.told else None
        options = [d for y in range(near.year - 1, near.year + 2) for d in days_of(holiday, y)]
        past, future = [d for d in options if d[0] <= near], [d for d in options if d[1] >= near]
        if story.written is None:
            found = days_of(holiday, told_year or 1)
        elif what.step < 0:
            found = [d for d in options if d[1] < near][-1:]
        elif what.step > 0 or story.tense() == FUTURE:
            found = future[:1]
        elif future and (future[0][0] - near).days <= 60 and story.tense() is None:
            found = future[:1]
        else:
            found = past[-1:]
    if not found:
        return _date(None, "a feast of a year that nothing tells")
    first, last = found[0]
    told = value.of(first, "week") if holiday.unit == "week" else first.isoformat() if first == last else value.of(first, "month") if first.month == last.month else f"{first.year:04d}"
    return _date(told, f"{holiday.name} by rule: {holiday.rule}{moon}", anchor, bounds=(first, last), explicit_year=what.year is not None)


def _foreign(what: Foreign, story: Story) -> Resolved:
    at = what
    anchor = None
    if what.year is None:
        if story.written is None:
            return _date(None, "a year that nothing tells")
        years = {"hijri": 579, "persian": 621, "ethiopian": 8}[what.calendar]
        guess = story.written.year - years if what.calendar != "hijri" else (story.written.year - 622) * 33 // 32
        options = [o for o in (replace(what, year=guess + n) for n in (-2, -1, 0, 1, 2)) if first_and_last(o)]
        if not options:
            return _date(None, f"no such day in the {what.calendar} calendar")
        at = min(options, key=lambda o: abs(((first_and_last(o) or (date.min, date.min))[0] - story.written).days) if story.written else 0)
        anchor = story.written_from
    bounds = first_and_last(at)
    if bounds is None:
        return _date(None, f"no such day in the {what.calendar} calendar")
    first, last = bounds
    found = first.isoformat() if first == last else value.of(first, "month") if first.month == last.month and first.year == last.year else f"{first.year:04d}"
    return _date(found, f"{at.calendar} calendar" + ("" if first == last else f", from {first} to {last}"), anchor, bounds=bounds, explicit_year=True)


def _slashed(what: Slashed, story: Story) -> Resolved:
    readings = []
    for month, day in ((what.first, what.second), (what.second, what.first)):
        try:
            readings.append(date(what.year, month, day))
        except ValueError:
            continue
    days = sorted(set(readings))
    if len(days) == 1:
        return _date(days[0].isoformat(), "as written", explicit_year=True)
    if days and story.written is not None:
        near = story.written
        return _date(min(days, key=lambda d: (abs((d - near).days), d)).isoformat(), "day and month may be told in either order; the reading nearest to the day of writing", story.written_from, explicit_year=True)
    return _date(None, "day and month may be told in either order")


_RULES: dict[type, Callable[[Any, Story], Resolved]] = {
    Fixed: _fixed, Point: _point, Decade: _decade, Near: _near, Shift: _shift, PartOfDay: _part, Moment: _moment, Edge: _edge, Within: _within, Nth: _nth,
    Reference: _reference, Each: _each, Length: _length, Stretch: _stretch, Feast: _feast, Foreign: _foreign, Slashed: _slashed,
}  # fmt: skip
