"""Evaluates what is counted from now or from the time told last: "last Friday", "the quarter", "three weeks ago"."""

from __future__ import annotations

from datetime import timedelta

from dateline.dates import value
from dateline.dates.expression import (
    Near,
    Shift,
)
from dateline.dates.resolving import NOTHING_DATES, Resolved, dated, resolve, resolves
from dateline.dates.story import Story
from dateline.dates.tense import FUTURE


def _base(kind: str, unit: str, story: Story) -> tuple[str, str] | None:
    """The value that counting starts from, and its anchor: the writer's now, the time told last, or the unit spoken of ("the quarter")."""
    if kind == "now":
        now = story.now()
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


@resolves(Near)
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
        return dated(None, NOTHING_DATES)
    found = value.shift(base[0], step, unit)
    name = "published" if base[1] == story.written_from else "the date told before"
    side = {0: "of", -1: "before", 1: "after"}.get(step, "counted from")
    return dated(found, f"the {unit} {side} {'the day of writing' if name == 'published' else name}", base[1])


def _weekend(what: Near, story: Story) -> Resolved:
    now = story.now()
    if now is None or story.month_only:
        return dated(None, NOTHING_DATES)
    day = now[0]
    step = what.step
    if step == 0 and what.base == "told" and day.isoweekday() < 6 and story.tense() != FUTURE:
        step = -1
    if what.step == -1 and day.isoweekday() == 7 and what.base == "told":
        step = 0
    return dated(value.of(day + timedelta(days=7 * step), "weekend"), "the weekend nearest on the side of the tense", now[1])


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
        return dated(None, NOTHING_DATES)
    if at.weekday is not None:
        if what.unit == "in week":
            monday = near - timedelta(days=near.isoweekday() - 1) + timedelta(days=7 * what.step)
            return dated((monday + timedelta(days=at.weekday - 1)).isoformat(), "that weekday of the week named", anchor)
        back = (near.isoweekday() - at.weekday) % 7
        if what.step < 0:
            day = near - timedelta(days=back or 7)
        elif what.step > 0:
            day = near + timedelta(days=7 - back)
        else:
            ahead = (at.weekday - near.isoweekday()) % 7
            day = near + timedelta(days=ahead) if story.tense() != "past" else near - timedelta(days=back)
        return dated(
            day.isoformat(), "the weekday counted from the " + ("date told before" if what.base == "ref" else "day of writing"), anchor
        )
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
    return dated(
        chosen[0][2] if chosen else None, "counted from the " + ("date told before" if what.base == "ref" else "day of writing"), anchor
    )


@resolves(Shift)
def _shift(what: Shift, story: Story) -> Resolved:
    length = what.length
    number, unit = length.number.low, length.unit
    if number is None:
        return dated(None, "a length that is not told")
    count = what.sign * number
    if unit in ("decade", "century", "fortnight"):
        count *= {"decade": 10, "century": 100, "fortnight": 2}[unit]
        unit = "week" if unit == "fortnight" else "year"
    if unit == "year" and count != int(count):
        count, unit = count * 12, "month"
    keep = False
    if what.base == "event":
        return dated(None, "counted from an event that is not dated here")
    if isinstance(what.base, str):
        base = story.reference() if what.base == "ref" else _base("now", "day", story) or _base("now", "month", story)
        if base is not None and unit == "year" and story.quarter is not None and abs(count) == 1:
            base = story.quarter.value, story.quarter.id  # an earnings report compares its quarter: "up from $4 million a year ago"
        if (
            base is not None
            and unit in ("day", "hour", "minute")
            and what.base == "ref"
            and value.precision(base[0]) not in ("day", "time")
        ):
            base = story.reference_day()
        keep = base is not None and value.precision(base[0]) in ("quarter", "month", "half", "season") and unit in ("year", "quarter")
    else:
        inner = resolve(what.base, story)
        base = (inner.value, inner.anchor or "text") if inner.value else None
        keep = base is not None and (unit in ("day", "week") or value.precision(base[0]) in ("quarter", "month"))
    bounds = value.bounds(base[0]) if base else None
    if base is None or bounds is None:
        return dated(None, NOTHING_DATES)
    if story.month_only and base[1] == story.written_from and unit in ("day", "week", "hour", "minute"):
        return dated(None, "only the month of writing is known")
    if unit in ("second", "minute", "hour"):
        days = int(count / 24) if unit == "hour" else 0
        return dated((bounds[0] + timedelta(days=days)).isoformat(), "hours counted from that day", base[1])
    if unit == "weekend" or count != int(count):
        return dated(None, "a length that the calendar does not count")
    if (
        not keep
        and unit != "year"
        and value.of(bounds[0], unit) != value.of(bounds[1], unit)
        and value.precision(base[0]) in ("year", "decade", "century")
    ):
        return dated(None, f"only {base[0]} is told")
    found = value.shift(base[0], int(count), unit) if keep else None
    if found is None:
        try:
            found = value.of(value.move(bounds[0], int(count), unit), unit)
        except (OverflowError, ValueError):
            return dated(None, "outside the calendar")
    side = "before" if what.sign < 0 else "after"
    return dated(
        found,
        f"{number:g} {length.unit}{'s' if number != 1 else ''} {side} {base[0]}",
        base[1] if base[1] != "text" else None,
        moves=unit != "year" or not isinstance(what.base, str),
    )
